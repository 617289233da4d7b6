"""Two printers as one: the second takes a sheet only where the first did not take a byte of it."""

from kiosk.domain.print_documents import PrintDocument
from kiosk.ports.events import EventLog
from kiosk.ports.printing import (
    CutsHalfSheets,
    PrinterCondition,
    PrinterError,
    PrintOutcome,
    PrintProgress,
    TicketPrinter,
)

_GOOD = (PrinterCondition.READY, PrinterCondition.PAPER_LOW)
_log = EventLog(__name__)


class WithSpare:
    """A TicketPrinter over `first` and `spare`, which hold paper of the same width."""

    def __init__(self, first: TicketPrinter, spare: TicketPrinter) -> None:
        if first.paper_width_dots != spare.paper_width_dots:
            raise ValueError("a spare printer holds the same roll")
        self._first, self._spare = first, spare
        self.name = first.name
        self.paper_width_dots = first.paper_width_dots
        self._on_spare = False

    def read_condition(self) -> PrinterCondition:
        """Return the first printer's condition, or the spare's where only that one can print."""
        condition = self._first.read_condition()
        if condition in _GOOD:
            self._note(on_spare=False)
            return condition
        spare = self._spare.read_condition()
        return spare if spare in _GOOD else condition

    def print_document(self, document: PrintDocument, progress: PrintProgress) -> PrintOutcome:
        """Print on the first that takes a byte. Raises the first printer's PrinterError, SheetUnprintable."""
        once = _Once(progress)
        try:
            outcome = self._first.print_document(document, once)
        except PrinterError as error:
            if error.may_have_printed:
                raise
            return self._print_on_spare(document, once, error)
        self._note(on_spare=False)
        return outcome

    def expect_half_sheet(self) -> None:
        """It is not known which of the two holds the half."""
        for printer in (self._first, self._spare):
            if isinstance(printer, CutsHalfSheets):
                printer.expect_half_sheet()

    def close(self) -> None:
        """Release both."""
        self._first.close()
        self._spare.close()

    def _print_on_spare(self, document: PrintDocument, once: "_Once", why: PrinterError) -> PrintOutcome:
        try:
            outcome = self._spare.print_document(document, once)
        except PrinterError as error:
            if error.may_have_printed:
                raise
            raise why from error
        self._note(on_spare=True)
        return outcome

    def _note(self, *, on_spare: bool) -> None:
        """Log once when the spare steps in, and once when the first is back."""
        if on_spare is self._on_spare:
            return
        self._on_spare = on_spare
        if on_spare:
            _log.warning("printer.spare_used", first=self._first.name, spare=self._spare.name)
        else:
            _log.info("printer.first_is_back", first=self._first.name)


class _Once:
    """Commits `sending` a single time: the journal is ahead of both wires already."""

    def __init__(self, progress: PrintProgress) -> None:
        self._progress = progress
        self._begun = False

    def before_first_byte(self) -> None:
        """Commit `sending`, the first time."""
        if not self._begun:
            self._progress.before_first_byte()
            self._begun = True

    def all_bytes_sent(self, count: int) -> None:
        """Commit `sent`."""
        self._progress.all_bytes_sent(count)
