"""What systemd hears from the kiosk: that it is up, that it is alive, that it goes.

Protocol: sd_notify(3), one datagram a message to the socket named by NOTIFY_SOCKET. WATCHDOG_USEC is the time
within which a sign of life is due (sd_watchdog_enabled(3)).
"""

import contextlib
import socket
from collections.abc import Mapping

_MICRO = 1_000_000


class ServiceManager:
    """Speaks to the manager that started us; without one every message goes nowhere."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        name = environment.get("NOTIFY_SOCKET", "")
        self._address = "\0" + name[1:] if name.startswith("@") else name
        spent = environment.get("WATCHDOG_USEC", "")
        self._watched_us = int(spent) if spent.isdecimal() else 0

    @property
    def interval_s(self) -> float:
        """Seconds between two signs of life, 0 where nobody waits for them."""
        return self._watched_us / _MICRO / 4 if self._address else 0.0

    def ready(self) -> None:
        """The first picture is on the glass."""
        self._tell("READY=1")

    def alive(self) -> None:
        """The screens and every lane answer."""
        self._tell("WATCHDOG=1")

    def stopping(self) -> None:
        """We go, and it is no fault."""
        self._tell("STOPPING=1")

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        # A manager that does not listen must not take the kiosk down: it will restart us if it misses us.
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
            channel.sendto(message.encode(), self._address)
