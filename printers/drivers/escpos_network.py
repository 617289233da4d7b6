"""An ESC/POS printer on the network, raw port 9100. Address: `192.0.2.10` or `192.0.2.10:9100`."""

from kiosk.ports.printing import TicketPrinter
from printers.driver import CommonSettings, host_and_port
from printers.escpos_printer import EscposPrinter
from printers.transports.network import NetworkTransport

KIND = "escpos_network"


class Settings(CommonSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`shared`: others print there too, so one connection a job; else the line is held."""

    shared: bool = False


def open_printer(settings: Settings) -> TicketPrinter:
    """Return the printer; it connects when first asked."""
    host, port = host_and_port(settings.address, port=9100)
    return EscposPrinter(
        lambda: NetworkTransport(host, port),
        name=settings.name,
        paper_width_dots=settings.paper_width_dots,
        proof=settings.proof_level,
        hold=not settings.shared,
    )
