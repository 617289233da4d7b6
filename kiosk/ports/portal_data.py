"""What comes down from the portal, and the room that keeps it."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.portal_data import PortalItem
from kiosk.ports.messages import SealedAnswer
from kiosk.ports.tracking import StatusChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An item of the city's notices; `item` None: it was withdrawn."""

    item_id: str
    item: PortalItem | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """One page of changes, kept whole or not at all. `unread` counts entries of kinds unknown here."""

    next_cursor: str
    has_more: bool
    statuses: tuple[StatusChange, ...] = ()
    published: tuple[Published, ...] = ()
    answers: tuple[SealedAnswer, ...] = ()
    unread: int = 0


class PortalDataStore(Protocol):
    """The kept pages. DATABASE lane only."""

    def cursor(self) -> str:
        """Return where the next page begins; empty for the very beginning."""
        ...

    def apply(self, page: ChangePage, *, now_ms: int) -> None:
        """Keep a page and its cursor in ONE transaction. Raises StorageFull, StorageBroken."""
        ...

    def begin_again(self) -> None:
        """The portal was restored: read everything from the start; what is known stays until then."""
        ...

    def items(self) -> tuple[PortalItem, ...]:
        """Return every item kept, whatever its dates."""
        ...

    def as_of_ms(self) -> int:
        """Return when the last page was kept, 0 for never."""
        ...

    def answer(self, answer_id: str) -> SealedAnswer | None:
        """Return the private answer kept under an id, or None."""
        ...


class PortalChanges(Protocol):
    """The portal's feed; NETWORK lane. Every call raises PortalError and nothing else."""

    def changes(self, cursor: str) -> ChangePage:
        """Return what changed since `cursor` for this point: states, answers, notices; signed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """The portal's answer to number and code. `note` is the officer's words, not to be kept."""

    change: StatusChange
    note: str = ""


class PortalLookUps(Protocol):
    """Questions of one citizen; NETWORK lane. Every call raises PortalError and nothing else."""

    def look_up(self, receipt_no: str, code: str) -> LookedUp | None:
        """Return where a dossier stands; None for an unknown pair of number and code alike."""
        ...

    def private_answer(self, answer_id: str) -> SealedAnswer | None:
        """Return the answer to a question, None where there is none yet."""
        ...
