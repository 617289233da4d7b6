"""What a printer can prove, found by test pages.

Source: printing 1.3: found once a printer by a page that staff start, kept, and only lowered by experience.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import Proof
from kiosk.ports.events import EventLog
from kiosk.ports.printing import PrinterCondition, PrinterError, TicketPrinter
from printers import open_printer
from printers.driver import PrinterSettingsRejected
from printers.proof_file import ProofFile
from printers.setup import driver_table, printer_name

_log = EventLog(__name__)
Opener = Callable[[dict[str, Any]], TicketPrinter]


class _NoJournal:
    """Test pages are not journalled: whoever prints them stands there."""

    def before_first_byte(self) -> None:
        """Nothing is kept."""

    def all_bytes_sent(self, count: int) -> None:
        """Nothing is kept."""


def prove(
    settings: Mapping[str, Any],
    home: Path,
    level: Proof,
    page: PrintDocument,
    *,
    opened: Opener = open_printer,
) -> tuple[Proof | None, PrinterCondition]:
    """Print a page asking for `level`; return what was really proven, None and why where none came out.

    A level that was reached is kept. `settings` is the `[printer]` table with all defaults. PRINTER lane,
    with no other line to the printer; one page a call, so that the lane answers in between.
    """
    try:
        table = driver_table(settings, home)
        proof = _printed(opened(table | {"proof": level.value}), page)
    except PrinterSettingsRejected:
        return None, PrinterCondition.UNREACHABLE
    except PrinterError as error:
        return None, error.condition
    if proof is level:
        _keep(home, printer_name(table), level)
    return proof, PrinterCondition.READY


def _keep(home: Path, printer: str, level: Proof) -> None:
    try:
        ProofFile(home).found(printer, level)
    except OSError as error:
        _log.warning("printer.proof_not_kept", reason=error.strerror)


def _printed(printer: TicketPrinter, page: PrintDocument) -> Proof:
    try:
        return printer.print_document(page, _NoJournal()).proof
    finally:
        printer.close()
