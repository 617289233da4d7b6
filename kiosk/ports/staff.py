"""What the core asks of the book of persons and of the log of their acts. All of it runs in the STAFF lane.

Storage trouble is StorageFull or StorageBroken of `kiosk.ports.outbox`.
"""

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.audit import Act, AuditEntry, AuditReport
from kiosk.domain.staff import Role, StaffPerson


class StaffRefused(Exception):  # noqa: N818  a refusal
    """`reason`: `unknown` person, name `taken`, `last_technician`, `not_first`, or a `damaged` book."""

    def __init__(self, name: str, *, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What became of a PIN: the person where it was right, else the seconds until it may be tried again."""

    person: StaffPerson | None
    wait_s: float = 0.0
    tries_left: int = 0


class StaffBook(Protocol):
    """The persons of this machine with their PINs. Wrong PINs and names raise PinRefused, NameRefused."""

    def persons(self) -> tuple[StaffPerson, ...]:
        """Return everybody in the order they were added. Raises StaffRefused (`damaged`)."""
        ...

    def add(self, name: str, role: Role, pin: str, *, first: bool = False) -> StaffPerson:
        """Add a person; `first` only into an empty book (else `not_first`). Raises StaffRefused."""
        ...

    def remove(self, name: str) -> StaffPerson:
        """Take a person out; never the last technician. Raises StaffRefused."""
        ...

    def reset(self, name: str, pin: str) -> StaffPerson:
        """Give a person another PIN and end the wait. Raises StaffRefused."""
        ...

    def wait_s(self, name: str) -> float:
        """Return the seconds until this person's PIN may be tried. Raises StaffRefused."""
        ...

    def try_pin(self, name: str, pin: str) -> Tried:
        """Count a try durably, then look at the PIN. Raises StaffRefused; StorageFull: not even looked at."""
        ...


class AuditLog(Protocol):
    """The log of acts: grows at its end, and shows where it was changed."""

    def append(self, *, at: str, who: str, act: Act, about: str = "") -> AuditEntry:
        """Add an act, durably."""
        ...

    def verify(self) -> AuditReport:
        """Read the whole log and say whether it holds together."""
        ...

    def latest(self, limit: int) -> tuple[AuditEntry, ...]:
        """Return the newest so many, newest first; lines that cannot be read are left out."""
        ...
