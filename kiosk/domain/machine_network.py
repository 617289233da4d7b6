"""The network and the clock of the machine itself, as a technician sets them."""

import re
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, IPv4Interface

HALL_ZONE = "Asia/Ho_Chi_Minh"
_FIRST_YEAR, _LAST_YEAR = 2026, 2099
_MOMENT = re.compile(r"(\d{1,2})[:h](\d{2})\s+(\d{1,2})/(\d{1,2})/(\d{4})")
_LONGEST_PREFIX = 30  # longer ones leave no room for a gateway
_SSID_BYTES_MAX = 32  # IEEE 802.11-2020, 9.4.2.2
_SHORTEST_PASSWORD, _LONGEST_PASSWORD = 8, 63  # IEEE 802.11-2020, J.4.1: printable ASCII


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPoint:
    """A Wi-Fi network in reach; `signal` in percent."""

    ssid: str
    signal: int
    is_secured: bool
    in_use: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedAddress:
    """An IPv4 address that is not asked for; the gateway answers for names where `dns` is empty."""

    interface: IPv4Interface
    gateway: IPv4Address
    dns: tuple[IPv4Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkInUse:
    """How the machine is connected. `address` with its prefix, "" for none; `ssid` is "" on a wire."""

    address: str
    is_fixed: bool
    ssid: str
    has_wifi: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockInUse:
    """`follows` a time server or not; `in_step` once one answered; `can_follow` where a client is there."""

    zone: str
    follows: bool
    can_follow: bool
    in_step: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WifiTicket:
    """What a router's QR code says: which network, and its password ("" for an open one)."""

    ssid: str
    password: str


def read_fixed_address(text: str) -> FixedAddress:
    """Read "192.168.1.20/24 192.168.1.1" and name servers behind it. Raises ValueError."""
    first, gateway_text, *dns = text.split()
    if "/" not in first:
        raise ValueError(first)
    interface, gateway = IPv4Interface(first), IPv4Address(gateway_text)
    network = interface.network
    ends = {network.network_address, network.broadcast_address}
    if network.prefixlen > _LONGEST_PREFIX or interface.ip in ends or gateway in ends:
        raise ValueError(text)
    if gateway not in network or gateway == interface.ip or interface.ip.is_loopback:
        raise ValueError(text)
    return FixedAddress(interface=interface, gateway=gateway, dns=tuple(map(IPv4Address, dns)))


def read_moment(text: str) -> datetime:
    """Read "8:05 25/11/2026" as the hall's time, without a zone. Raises ValueError."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    hour, minute, day, month, year = map(int, found.groups())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(text)
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001  the hall's own


def read_wifi_ticket(text: str) -> WifiTicket | None:
    """Read "WIFI:T:WPA;S:name;P:password;;" as routers and telephones print it; None for anything else.

    The form is Wi-Fi Alliance's (WPA3 specification 3.0, section 7): a backslash before ; , : " and itself.
    """
    if not text.startswith("WIFI:"):
        return None
    parts: dict[str, str] = {}
    for part in re.findall(r"((?:[^;\\]|\\.)*);", text.removeprefix("WIFI:")):
        name, _, value = part.partition(":")
        parts.setdefault(name, re.sub(r"\\(.)", r"\1", value))
    ssid = parts.get("S", "")
    password = parts.get("P", "") if parts.get("T", "") not in {"", "nopass"} else ""
    return WifiTicket(ssid=ssid, password=password) if is_ssid(ssid) and is_password(password) else None


def is_ssid(text: str) -> bool:
    """Return whether `text` may be a network's name: 1 to 32 bytes without control characters."""
    return bool(text) and text.isprintable() and len(text.encode()) <= _SSID_BYTES_MAX


def is_password(text: str) -> bool:
    """Return whether `text` may be a WPA password: 8 to 63 printable ASCII characters; "" for an open one."""
    return not text or (
        _SHORTEST_PASSWORD <= len(text) <= _LONGEST_PASSWORD and text.isascii() and text.isprintable()
    )
