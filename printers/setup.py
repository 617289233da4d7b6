"""From the settings to a printer that works or says why not: keys, proof level, the spare."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import Proof
from kiosk.ports.events import EventLog
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome, PrintProgress, TicketPrinter
from printers import driver_module, open_printer
from printers.driver import PAPER_WIDTH_DOTS, OnPaper, PrinterSettingsRejected
from printers.escpos_printer import EscposPrinter
from printers.proof_file import ProofFile, lower_of
from printers.spare import WithSpare

NO_SPARE = "none"
PAPER_FOLDER = "paper"
_log = EventLog(__name__)


class UnusablePrinter:
    """Stands for a printer whose settings cannot be used: the kiosk starts, and guides without paper."""

    def __init__(self, *, name: str, paper_width_dots: int, reason: str) -> None:
        self.name, self.paper_width_dots, self.reason = name, paper_width_dots, reason

    def read_condition(self) -> PrinterCondition:
        """It cannot be reached."""
        return PrinterCondition.UNREACHABLE

    def print_document(self, document: PrintDocument, progress: PrintProgress) -> PrintOutcome:  # noqa: ARG002
        """Raise PrinterError: nothing was sent."""
        raise PrinterError(self.reason, condition=PrinterCondition.UNREACHABLE, may_have_printed=False)

    def close(self) -> None:
        """Nothing is held."""


def printer_name(table: Mapping[str, Any]) -> str:
    """Return how a printer is called in the proof file: driver and address."""
    return f"{table['driver']} {table['address']}"


def driver_table(settings: Mapping[str, Any], home: Path) -> dict[str, Any]:
    """Return the keys of `settings` that its driver knows, with the proof level in force.

    `settings` is the `[printer]` table with all defaults. `proof` "auto" takes what the test page found, else
    "status"; a level named there is a ceiling. Raises PrinterSettingsRejected for an unknown driver.
    """
    module = driver_module(str(settings["driver"]))
    known = {field.name for field in msgspec.structs.fields(module.Settings)}
    table = {key: value for key, value in settings.items() if key in known}
    if table["driver"] == "virtual" and not table["address"]:
        table["address"] = str(home / PAPER_FOLDER)
    kept = ProofFile(home).level(printer_name(table))
    if table["proof"] == "auto":
        table["proof"] = (kept or Proof.STATUS).value
    elif kept is not None:
        table["proof"] = lower_of(Proof(table["proof"]), kept).value
    return table


def set_up_printer(
    settings: Mapping[str, Any], spare: Mapping[str, Any], home: Path, *, on_paper: OnPaper | None = None
) -> TicketPrinter:
    """Return the printer of `[printer]`, with that of `[spare_printer]` behind it where one is named.

    Settings that cannot be used never stop the kiosk: they are logged, and the printer is UNREACHABLE.
    """
    try:
        printer = _opened(settings, home, on_paper)
    except PrinterSettingsRejected as rejected:
        _log.error("printer.settings_rejected", file="settings.toml", reason=str(rejected))
        printer = UnusablePrinter(
            name=str(settings["name"]),
            paper_width_dots=PAPER_WIDTH_DOTS[settings["paper_mm"]],
            reason=str(rejected),
        )
    if spare["driver"] == NO_SPARE:
        return printer
    try:
        # One preview for both: the spare holds the same roll.
        second = _opened({**spare, "paper_mm": settings["paper_mm"]}, home, on_paper)
    except PrinterSettingsRejected as rejected:
        reason = str(rejected).replace("[printer]", "[spare_printer]")
        _log.error("printer.settings_rejected", file="settings.toml", reason=reason)
        return printer
    return WithSpare(printer, second)


def _opened(settings: Mapping[str, Any], home: Path, on_paper: OnPaper | None) -> TicketPrinter:
    table = driver_table(settings, home)
    printer = open_printer(table, on_paper=on_paper)
    if isinstance(printer, EscposPrinter):
        kept, name = ProofFile(home), printer_name(table)
        printer.on_proof_lowered = lambda level: kept.lowered(name, level)
    return printer
