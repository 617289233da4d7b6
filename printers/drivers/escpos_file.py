"""An ESC/POS printer behind a device node or FIFO that only takes. Address: `/dev/usb/lp0`.

Such a printer never answers: every ticket is "please check the slip", whatever `proof` says.
"""

from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import TicketPrinter
from printers.driver import CommonSettings, PrinterSettingsRejected
from printers.escpos_printer import EscposPrinter
from printers.transports.file_node import FileTransport

KIND = "escpos_file"


class Settings(CommonSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing of its own."""


def open_printer(settings: Settings) -> TicketPrinter:
    """Return the printer; the node is opened for each job. Raises PrinterSettingsRejected."""
    if not settings.address.startswith("/"):
        raise PrinterSettingsRejected(f"[printer] address: {settings.address!r} is no path from the root")
    return EscposPrinter(
        lambda: FileTransport(settings.address),
        name=settings.name,
        paper_width_dots=settings.paper_width_dots,
        proof=Proof.NONE,
        hold=False,
    )
