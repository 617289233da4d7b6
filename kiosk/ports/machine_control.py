"""What the core asks of the system's own network and clock; used in the NETWORK lane."""

from datetime import datetime
from enum import Enum
from typing import Protocol

from kiosk.domain.machine_network import AccessPoint, ClockInUse, FixedAddress, NetworkInUse


class Refusal(Enum):
    """Why the system did not do it, as far as the glass says it."""

    NOT_ALLOWED = "not_allowed"
    PASSWORD = "password"  # noqa: S105  a reason, not a secret
    NOT_FOUND = "not_found"
    NO_ANSWER = "no_answer"
    FAILED = "failed"


class MachineRefused(Exception):  # noqa: N818  a refusal
    """The system refused; `reason` for the glass, the text for the log: never a password."""

    def __init__(self, reason: Refusal, said: str = "") -> None:
        self.reason = reason
        super().__init__(f"{reason.value}: {said}" if said else reason.value)


class MachineNetwork(Protocol):
    """The machine's own connection."""

    def in_use(self) -> NetworkInUse | None:
        """Return how it is connected, None where nothing here can be asked. Raises MachineRefused."""
        ...

    def access_points(self) -> tuple[AccessPoint, ...]:
        """Look for Wi-Fi, strongest first, each name once; up to 20 s. Raises MachineRefused."""
        ...

    def join(self, ssid: str, password: str) -> None:
        """Connect, and again by itself after a start; up to 50 s. Raises MachineRefused."""
        ...

    def use_address(self, address: FixedAddress | None) -> None:
        """Take a fixed address, or ask for one (None); what was before stays where it fails.

        Raises MachineRefused.
        """
        ...


class MachineClock(Protocol):
    """The machine's own clock."""

    def in_use(self) -> ClockInUse | None:
        """Return how it runs, None where nothing here can be asked. Raises MachineRefused."""
        ...

    def follow(self, *, on: bool) -> None:
        """Follow time servers or not. Raises MachineRefused."""
        ...

    def use_zone(self, zone: str) -> None:
        """Take the zone of this name. Raises MachineRefused."""
        ...

    def set(self, moment: datetime) -> None:
        """Set the zone's own time by hand; ends following time servers. Raises MachineRefused."""
        ...
