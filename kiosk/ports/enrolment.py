"""What enrolment asks of the disk and of the portal."""

from typing import Protocol

from kiosk.domain.enrolment import KioskIdentity
from kiosk.ports.portal import Enrolment


class EnrolmentStore(Protocol):
    """Where the identity is kept."""

    def identity(self) -> KioskIdentity | None:
        """Return who this machine is, None before enrolment. Raises KeysUnusable, StorageError."""
        ...

    def save(self, identity: KioskIdentity, keys: bytes) -> None:
        """Become this kiosk, durably and once. Raises KeysUnusable: trial keys, or another identity."""
        ...


class EnrolsAtPortal(Protocol):
    """The one call a stranger may make."""

    def enrol(self, code: str) -> Enrolment:
        """Enrol this machine's key with a one-time code; the same pair gets the same answer. PortalError."""
        ...
