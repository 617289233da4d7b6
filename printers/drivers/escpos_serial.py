"""An ESC/POS printer on a serial line. Address: `/dev/ttyUSB0` or `/dev/ttyUSB0@19200`."""

from kiosk.ports.printing import TicketPrinter
from printers.driver import CommonSettings, PrinterSettingsRejected
from printers.escpos_printer import Deadlines, EscposPrinter
from printers.transports.serial_line import BITS_A_BYTE, Flow, SerialTransport

KIND = "escpos_serial"
BAUD = 115200
BAUDS = (9600, 19200, 38400, 57600, 115200)
_FLOW_STOP_S = 10.0


class Settings(CommonSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`flow`: the printer's handshake; `baud`: its speed, unless the address names one."""

    flow: Flow = "rts_cts"
    baud: int = BAUD


def open_printer(settings: Settings) -> TicketPrinter:
    """Return the printer; the line is opened when first asked. Raises PrinterSettingsRejected."""
    device, _, speed = settings.address.partition("@")
    baud = int(speed) if speed.isascii() and speed.isdigit() else settings.baud
    if not device or (speed and not speed.isdigit()) or baud not in BAUDS:
        raise PrinterSettingsRejected(f"[printer] address: {settings.address!r} is no device or device@speed")
    chunk_s = SerialTransport.chunk_bytes * BITS_A_BYTE / baud
    return EscposPrinter(
        lambda: SerialTransport(device, baud=baud, flow=settings.flow),
        name=settings.name,
        paper_width_dots=settings.paper_width_dots,
        proof=settings.proof_level,
        deadlines=Deadlines(answer_s=2.0, chunk_s=3 * chunk_s + _FLOW_STOP_S, whole_job_s=120.0),
    )
