"""Telling the hall's own network that somebody needs help: one UDP packet, or one HTTP request, within 2 s.

UDP (`udp://host:port`) is heard by whoever listens and answered by nobody; HTTP (`http://…`) is confirmed by
a 2xx answer. Both carry the same JSON: kiosk, hall, time; nothing of a person.
"""

import json
import socket
from urllib.parse import urlsplit

from kiosk.ports.help_line import HelpLineFailed, HelpWords

WITHIN_S = 2.0


class NetworkHelpLine:
    """HelpLine over the address of the settings; empty for none."""

    def __init__(self, address: str) -> None:
        self._address = address

    @property
    def available(self) -> bool:
        """False where no address is configured."""
        return bool(self._address)

    def tell(self, words: HelpWords) -> bool:
        """Send; True where an HTTP address took it. Raises HelpLineFailed."""
        message = json.dumps(
            {
                "call": "help",
                "kiosk": words.kiosk,
                "hall": words.hall,
                "at": words.called_at.isoformat(timespec="seconds"),
            },
            ensure_ascii=False,
        ).encode()
        if self._address.startswith("udp://"):
            self._cast(message)
            return False
        self._post(message)
        return True

    def _cast(self, message: bytes) -> None:
        host, port = self._place()
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
            family, kind, protocol, _name, address = found[0]
            with socket.socket(family, kind, protocol) as line:
                line.settimeout(WITHIN_S)
                line.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                line.sendto(message, address)
        except OSError as error:
            raise HelpLineFailed(f"{self._address}: {error}") from error

    def _place(self) -> tuple[str, int]:
        place = urlsplit(self._address)
        try:
            host, port = place.hostname, place.port
        except ValueError as error:
            raise HelpLineFailed(f"{self._address}: {error}") from error
        if host is None or port is None:
            raise HelpLineFailed(f"{self._address}: no host or port")
        return host, port

    def _post(self, message: bytes) -> None:
        import requests  # late: the first frame does not need it

        try:
            answer = requests.post(
                self._address,
                data=message,
                headers={"Content-Type": "application/json"},
                timeout=WITHIN_S,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise HelpLineFailed(f"{self._address}: {type(error).__name__}") from error
        if not answer.ok or answer.is_redirect:
            raise HelpLineFailed(f"{self._address}: answered {answer.status_code}")
