"""The printer the kiosk prints with, which a technician may exchange while it runs."""

from kiosk.domain.print_documents import PrintDocument
from kiosk.ports.printing import (
    CutsHalfSheets,
    PrinterCondition,
    PrintOutcome,
    PrintProgress,
    TicketPrinter,
)


class LivePrinter:
    """A TicketPrinter over another one; PRINTER lane only, but for the name and the width."""

    def __init__(self, printer: TicketPrinter) -> None:
        self._printer = printer

    @property
    def name(self) -> str:
        """The name of the printer in use."""
        return self._printer.name

    @property
    def paper_width_dots(self) -> int:
        """The printable width of the printer in use."""
        return self._printer.paper_width_dots

    @property
    def in_use(self) -> TicketPrinter:
        """The printer in use."""
        return self._printer

    def use(self, printer: TicketPrinter) -> None:
        """Let the printer go and print with another one."""
        self._printer.close()
        self._printer = printer

    def read_condition(self) -> PrinterCondition:
        """Ask the printer in use."""
        return self._printer.read_condition()

    def print_document(self, document: PrintDocument, progress: PrintProgress) -> PrintOutcome:
        """Print on the printer in use. Raises PrinterError, SheetUnprintable."""
        return self._printer.print_document(document, progress)

    def expect_half_sheet(self) -> None:
        """Pass it on to a printer that can part sheets."""
        if isinstance(self._printer, CutsHalfSheets):
            self._printer.expect_half_sheet()

    def close(self) -> None:
        """Release the device."""
        self._printer.close()
