"""An ESC/POS printer on USB. Address: `04b8:0202`, or `04b8:0202:SERIAL` to tell two alike apart."""

import re

from kiosk.ports.printing import TicketPrinter
from printers.driver import CommonSettings, PrinterSettingsRejected
from printers.escpos_printer import Deadlines, EscposPrinter
from printers.transports.usb_bulk import UsbAddress, UsbTransport

KIND = "escpos_usb"
_ADDRESS = re.compile(r"([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::(.{1,64}))?")


class Settings(CommonSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing of its own."""


def open_printer(settings: Settings) -> TicketPrinter:
    """Return the printer; it is looked for when first asked. Raises PrinterSettingsRejected."""
    found = _ADDRESS.fullmatch(settings.address)
    if found is None:
        raise PrinterSettingsRejected(
            f"[printer] address: {settings.address!r} is no vendor:product[:serial]"
        )
    address = UsbAddress(vendor=int(found[1], 16), product=int(found[2], 16), serial_number=found[3] or "")
    return EscposPrinter(
        lambda: UsbTransport(address),
        name=settings.name,
        paper_width_dots=settings.paper_width_dots,
        proof=settings.proof_level,
        deadlines=Deadlines(chunk_s=5.0),
    )
