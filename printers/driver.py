"""What a driver module offers: `KIND`, a `Settings` struct, and `open_printer(settings)`.

A new type of printer is one module in `printers/drivers/` and one line in `printers.DRIVERS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import msgspec

from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import TicketPrinter

PaperMm = Literal[80, 58]
ProofLevel = Literal["process_id", "fence", "status", "none"]
# Printable width at 8 dots a millimetre: 72 mm of 80 mm paper, 48 mm of 58 mm paper.
PAPER_WIDTH_DOTS: dict[int, int] = {80: 576, 58: 384}


class CommonSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every printer has in `[printer]`. `proof` is what the staff's test page found it able to give."""

    driver: str
    name: str = "Máy in"
    address: str = ""
    paper_mm: PaperMm = 80
    proof: ProofLevel = "status"

    @property
    def paper_width_dots(self) -> int:
        """Printable width."""
        return PAPER_WIDTH_DOTS[self.paper_mm]

    @property
    def proof_level(self) -> Proof:
        """The domain's name of `proof`."""
        return Proof(self.proof)


class PrinterSettingsRejected(Exception):  # noqa: N818  a refusal, not a fault of ours
    """Printer settings that cannot be used; names the key and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRows:
    """Paper of the virtual printer while it comes out: `rows` of `total`; `png` once it is cut."""

    document_id: str
    rows: int
    total: int
    png: bytes


OnPaper = Callable[[PaperRows], None]


class DriverModule(Protocol):
    """A module of `printers.drivers`, seen as a value."""

    KIND: str
    Settings: type[CommonSettings]
    open_printer: Callable[..., TicketPrinter]


def settings_of(driver: DriverModule, table: Mapping[str, Any]) -> CommonSettings:
    """Return the driver's typed settings. Raises PrinterSettingsRejected."""
    try:
        return msgspec.convert(dict(table), driver.Settings)
    except msgspec.ValidationError as error:
        raise PrinterSettingsRejected(f"[printer] {error}") from error


def host_and_port(address: str, *, port: int) -> tuple[str, int]:
    """Return host and port of `host`, `host:port` or `[v6]:port`. Raises PrinterSettingsRejected."""
    host, _, tail = (
        address.rpartition(":") if address.count(":") == 1 or "]:" in address else (address, "", "")
    )
    number = int(tail) if tail.isascii() and tail.isdigit() else port
    if not host or (tail and not tail.isdigit()) or not 0 < number < 65536:  # noqa: PLR2004  TCP ports
        raise PrinterSettingsRejected(f"[printer] address: {address!r} is no host or host:port")
    return host.strip("[]"), number
