"""Knocking at an address: does anything answer, how fast, and what time does it think it is.

Nothing is believed here: the time of an HTTP header is unsigned, and is said to be.
"""

import ipaddress
import socket
import time
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

import requests

_CONNECT_S, _READ_S = 4.0, 6.0
# RFC 5737 and 3849: addresses for documentation. Choosing a way there sends nothing.
_ANYWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """What answered: the HTTP status (0: nobody), how long it took, and the time it named, None for none."""

    status: int
    took_ms: int
    server_time: datetime | None = None


def knock(url: str, *, proxy: str = "") -> Knock:
    """Ask an http(s) address for its headers, once, without redirects. At most about ten seconds."""
    began = time.monotonic()
    with requests.Session() as session:
        session.trust_env = False
        if proxy:
            session.proxies = {"http": proxy, "https": proxy}
        try:
            with session.get(
                url, timeout=(_CONNECT_S, _READ_S), allow_redirects=False, stream=True
            ) as answer:
                status, named = answer.status_code, answer.headers.get("Date", "")
        except (requests.RequestException, OSError):
            return Knock(status=0, took_ms=_since_ms(began))
    return Knock(status=status, took_ms=_since_ms(began), server_time=_read_time(named))


def own_address() -> str:
    """Return the address this machine would send from, "" without a network. Nothing is sent."""
    for family, far in _ANYWHERE:
        with socket.socket(family, socket.SOCK_DGRAM) as line:
            try:
                line.connect((far, 9))
            except OSError:
                continue
            address = str(line.getsockname()[0])
            if not ipaddress.ip_address(address.partition("%")[0]).is_loopback:
                return address
    return ""


def own_network(address: str) -> str:
    """Return the 256 addresses around an IPv4 address as `a.b.c.0/24`, "" for any other."""
    try:
        own = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(ipaddress.ip_network(f"{own}/24", strict=False)) if own.version == 4 else ""  # noqa: PLR2004


def _read_time(named: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(named)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _since_ms(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
