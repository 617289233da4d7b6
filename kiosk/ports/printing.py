"""What the core asks of a printer and of the print journal."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, runtime_checkable

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import PrintJob, PrintState, Proof
from kiosk.ports.outbox import StorageError


class PrinterCondition(Enum):
    """What a printer says of itself. UNKNOWN (silence or rubbish) is never taken for READY.

    BUSY: a printer that others use too takes the connection and is silent: it most likely serves them.
    """

    READY = "ready"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    BUSY = "busy"
    FAULT = "fault"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


class PrinterError(Exception):
    """The printer could not do it. `may_have_printed` is True once a byte went out."""

    def __init__(self, message: str, *, condition: PrinterCondition, may_have_printed: bool) -> None:
        self.condition = condition
        self.may_have_printed = may_have_printed
        super().__init__(message)


class SpoolFull(StorageError):  # noqa: N818  a refusal
    """As many sheets wait for paper as may: one more would come out when nobody stands there any longer."""


class SheetsSpent(StorageError):  # noqa: N818  a refusal
    """As many sheets were asked for as an hour or a visit may have."""


class SheetUnprintable(Exception):  # noqa: N818  a refusal of a sheet, not a fault of the printer
    """A sheet cannot be set on this paper, whatever the printer: a code too dense, a number too wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOutcome:
    """What is known after sending: bytes on the wire and the proof that paper came out."""

    bytes_sent: int
    proof: Proof


class PrintProgress(Protocol):
    """Called by a printer, in its lane, so that the journal is ahead of the wire."""

    def before_first_byte(self) -> None:
        """Commit `sending`; returns only when it is durable."""
        ...

    def all_bytes_sent(self, count: int) -> None:
        """Commit `sent`."""
        ...


class TicketPrinter(Protocol):
    """A printer that takes print documents. Used by one thread only: its PRINTER lane."""

    @property
    def name(self) -> str:
        """The printer's name in the settings."""
        ...

    @property
    def paper_width_dots(self) -> int:
        """Printable width: 576 (80 mm) or 384 (58 mm)."""
        ...

    def read_condition(self) -> PrinterCondition:
        """Ask the printer; never raises for an unreachable printer, returns UNREACHABLE."""
        ...

    def print_document(self, document: PrintDocument, progress: PrintProgress) -> PrintOutcome:
        """Print and cut. Raises PrinterError and SheetUnprintable."""
        ...

    def close(self) -> None:
        """Release the device."""
        ...


@runtime_checkable
class CutsHalfSheets(Protocol):
    """A printer that can part the next sheet from one broken off before."""

    def expect_half_sheet(self) -> None:
        """Before the next sheet, end what the printer may still wait for, and cut."""
        ...


class PrintJournal(Protocol):
    """The durable list of print jobs; used in the DATABASE lane only."""

    def enqueue(self, document: PrintDocument, *, now_ms: int, expires_ms: int) -> PrintJob:
        """Store a job, durably; the same document id and copy number return the job already there.

        Raises SpoolFull where WAITING_MAX sheets wait or are tried already.
        """
        ...

    def next_due(self, now_ms: int) -> tuple[PrintJob, PrintDocument] | None:
        """Return the oldest queued or blocked job whose time has come and has not expired, or None."""
        ...

    def advance(
        self,
        job_id: str,
        state: PrintState,
        *,
        now_ms: int,
        bytes_sent: int = 0,
        proof: Proof | None = None,
        condition: str = "",
        next_try_ms: int | None = None,
    ) -> PrintJob:
        """Commit a step. Raises ValueError for a step the job's state does not allow."""
        ...

    def job(self, job_id: str) -> PrintJob:
        """Return one job. Raises KeyError."""
        ...

    def document(self, job_id: str) -> PrintDocument | None:
        """Return the sheet of a job, or None when it was wiped."""
        ...

    def recover(self, now_ms: int) -> int:
        """After a start: claimed -> queued; sending, sent -> uncertain; expired -> cancelled. Count them."""
        ...

    def open_jobs(self) -> tuple[PrintJob, ...]:
        """Return the jobs that are not finished, oldest first."""
        ...


JobWatcher = Callable[[PrintJob], None]
ConditionWatcher = Callable[[PrinterCondition], None]
