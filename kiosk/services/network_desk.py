"""The network as a technician tries it: own address, portal, updates, clock, and enrolment."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from kiosk.domain.audit import Act
from kiosk.domain.enrolment import EnrolmentTicket, KioskIdentity
from kiosk.ports.outbox import StorageError
from kiosk.ports.portal import PortalError, PortalPaused, PortalRefused
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.ports.vault import KeysUnusable
from kiosk.services.enrol import EnrolmentRefused
from kiosk.services.staff_desk import StaffDesk


class Reach(Enum):
    """What became of knocking at an address. STRANGER: something answers, but not what should."""

    NOT_SET = "not_set"
    GOOD = "good"
    STRANGER = "stranger"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFound:
    """What a look at the network found.

    `own` is this machine's address, "" without a network. `clock_off_s`: this machine's clock less the
    portal's, None where nothing answered with a time; `clock_signed` says that the portal's key vouches for
    it. `portal_ms`, `updates_ms`: how long the answer took.
    """

    own: str
    portal: Reach
    portal_ms: int
    updates: Reach
    updates_ms: int
    clock_off_s: float | None
    clock_signed: bool


class NetworkTools(Protocol):
    """What only adapters can do; used in the NETWORK lane."""

    def look(self) -> NetworkFound:
        """Knock at what the settings name. Never raises for a network that does not answer."""
        ...

    def enrol(self, ticket: EnrolmentTicket) -> KioskIdentity:
        """Become a kiosk the portal knows; safe to repeat.

        Raises EnrolmentRefused, PortalError, KeysUnusable, StorageError, UpdateRefused.
        """
        ...

    def portal_url(self) -> str:
        """Return the portal's address of the settings, "" for none."""
        ...


class EnrolmentTrouble(Enum):
    """Why this machine was not enrolled, as far as the glass says it."""

    WRONG_PORTAL = "wrong_portal"
    ALREADY = "already"
    CODE = "code"
    UNREACHABLE = "unreachable"
    KEYS = "keys"
    DISK = "disk"


class NetworkDesk:
    """Qt thread; answers come there."""

    def __init__(self, tasks: TaskRunner, tools: NetworkTools, staff: StaffDesk) -> None:
        self._tasks, self._tools, self._staff = tasks, tools, staff
        self.found: NetworkFound | None = None
        self.enrolled: KioskIdentity | None = None

    def look(self, done: Callable[[NetworkFound], None]) -> None:
        """Try everything once; takes up to a quarter of a minute where nobody answers."""

        def looked(found: NetworkFound) -> None:
            self.found = found
            done(found)

        self._tasks.submit(Lane.NETWORK, self._tools.look, done=looked)

    def portal_url(self, done: Callable[[str], None]) -> None:
        """Ask where the portal is."""
        self._tasks.submit(Lane.NETWORK, self._tools.portal_url, done=done)

    def enrol(
        self,
        ticket: EnrolmentTicket,
        done: Callable[[KioskIdentity], None],
        failed: Callable[[EnrolmentTrouble], None],
    ) -> None:
        """Become a kiosk the portal knows; the new room is used from the next start on."""

        def enrolled(identity: KioskIdentity) -> None:
            self.enrolled = identity
            self._staff.note(Act.ENROLLED, f"kiosk {identity.kiosk_no:04d}, {identity.point_code}")
            done(identity)

        self._tasks.submit(
            Lane.NETWORK,
            lambda: self._tools.enrol(ticket),
            done=enrolled,
            failed=lambda error: failed(trouble_of(error)),
        )


def trouble_of(error: Exception) -> EnrolmentTrouble:
    """Return why it was refused. Raises what is a fault of ours."""
    if isinstance(error, EnrolmentRefused):
        return EnrolmentTrouble(error.reason)
    if isinstance(error, (PortalRefused, PortalPaused)):
        return EnrolmentTrouble.CODE
    if isinstance(error, PortalError):
        return EnrolmentTrouble.UNREACHABLE
    if isinstance(error, (KeysUnusable, UpdateRefused)):
        return EnrolmentTrouble.KEYS
    if isinstance(error, StorageError):
        return EnrolmentTrouble.DISK
    raise error
