"""What the core asks of the durable outbox. Everything here runs in the DATABASE lane only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.dossiers import SealedPayload, TakenNumber
from kiosk.domain.outbox import Acknowledgement, OutboxCounts, OutboxItem, OutboxLine
from kiosk.domain.print_documents import PrintDocument


class StorageError(Exception):
    """The disk did not keep it: nothing of the step was stored."""


class StorageFull(StorageError):  # noqa: N818  the name the screens know
    """No room left. Browsing goes on; nothing that needs a record may begin."""


class StorageBroken(StorageError):  # noqa: N818  the name the screens know
    """The file cannot be read or written: I/O error, read-only disk, damage."""


class OutboxInUse(StorageError):  # noqa: N818  a refusal
    """Another process holds the outbox. `pid` is 0 where it did not say."""

    def __init__(self, place: str, *, pid: int) -> None:
        self.pid = pid
        super().__init__(
            f"{place} is held by process {pid}" if pid else f"{place} is held by another process"
        )


class NumbersExhausted(Exception):  # noqa: N818  a refusal
    """No number is left in any range of this kiosk: intake stops until the portal leases more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReport:
    """What was found at opening. `sound` False: staff must look, `quarantined` says where the file went.

    `recovered` rows were saved by their hash; `lost_seqs` are (first, last) runs of rows known to be gone,
    and `lost_receipts` the numbers whose rows went with them as the mark file knows (first, last bodies).
    """

    sound: bool
    is_new: bool = False
    quarantined: str = ""
    reason: str = ""
    recovered: int = 0
    lost_seqs: tuple[tuple[int, int], ...] = ()
    lost_receipts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDossier:
    """What the confirming transaction stores beside number and sequence. `slip` None: nothing to print.

    `lookup_hash` lets this machine check the six-digit code later; empty: it cannot.
    """

    dossier_id: str
    procedure_code: str
    procedure_version: str
    created_ms: int
    payload: SealedPayload
    slip: PrintDocument | None
    slip_expires_ms: int
    lookup_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDossier:
    """What the transaction bound. `print_job_id` is empty where nothing is printed."""

    dossier_id: str
    receipt_no: str
    print_job_id: str
    created_ms: int


class DossierStore(Protocol):
    """Confirming: one transaction, or nothing."""

    def confirm(self, token: str, prepare: Callable[[TakenNumber], NewDossier]) -> StoredDossier:
        """Bind number, sealed payload, outbox row, print job and audit row in ONE durable transaction.

        `prepare` gets the number inside the transaction. The same `token` returns what was stored for it.
        Raises StorageFull, StorageBroken, NumbersExhausted; then nothing is stored.
        """
        ...

    def stored(self, token: str) -> StoredDossier | None:
        """Return what this token stored, or None."""
        ...


class Outbox(Protocol):
    """Rows on their way to the portal. Wrong steps raise ValueError, unknown ids KeyError."""

    def recover(self, now_ms: int) -> int:
        """After a start: sending -> ready. Returns how many."""
        ...

    def claim_next(self, now_ms: int) -> OutboxItem | None:
        """Mark the first due row as sending, durably, and return it; None where nothing is due."""
        ...

    def put_back(
        self, dossier_id: str, *, next_try_ms: int, problem: str, server_error: bool = False
    ) -> None:
        """Return a sending row to ready until `next_try_ms`; `server_error` counts to quarantine."""
        ...

    def give_back(self, dossier_id: str) -> None:
        """Return a sending row to ready untouched: the try never reached the portal's judgement."""
        ...

    def park(self, dossier_id: str, *, problem: str) -> None:
        """Put a sending row aside: the portal refused it for good."""
        ...

    def quarantine(self, dossier_id: str, *, next_try_ms: int, problem: str) -> None:
        """Put a sending row aside that fails alone; it is tried again at `next_try_ms`."""
        ...

    def acknowledge(self, ack: Acknowledgement, *, now_ms: int) -> None:
        """Mark a row acknowledged. Raises ValueError where hash or number differ from what is stored."""
        ...

    def wake(self, now_ms: int) -> int:
        """Make all ready rows due now: the portal answers again. Returns how many."""
        ...

    def retry(self, dossier_id: str | None, *, now_ms: int) -> int:
        """Staff: parked and quarantined rows (one, or all for None) become ready. Returns how many."""
        ...

    def send_again(self, *, epoch: int, kept_epoch: int, kept_through_seq: int, now_ms: int) -> int:
        """The portal was restored: rows acknowledged before `epoch` that its copy cannot hold become ready.

        The copy holds what was acknowledged up to `kept_epoch` under a sequence up to `kept_through_seq`.
        """
        ...

    def purge(self, *, durable_through: int, now_ms: int) -> int:
        """Drop sealed bytes acknowledged, in the portal's backups and seven days old. Returns how many."""
        ...

    def next_due_ms(self) -> int | None:
        """Return when the next row is due, or None where nothing waits for a try."""
        ...

    def counts(self) -> OutboxCounts:
        """Return how many rows stand where."""
        ...

    def lines(self, *, limit: int = 1000) -> tuple[OutboxLine, ...]:
        """Return the newest rows first, without content."""
        ...

    def unsent(self) -> tuple[OutboxItem, ...]:
        """Return every row without an acknowledgement, oldest first, claiming none."""
        ...

    def note(self, name: str, value: int) -> None:
        """Remember a figure of the exchange: `epoch`, `durable_through`, `last_contact_ms`."""
        ...

    def noted(self, name: str) -> int:
        """Return a remembered figure, 0 where there is none."""
        ...
