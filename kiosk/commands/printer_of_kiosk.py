"""The printer of a running kiosk, asked over its socket: two programs on one line ruin sheets."""

from pathlib import Path

import typer

from kiosk.commands.outbox import room_here
from kiosk.commands.running_kiosk import NotAnswered, ask_running, is_running
from kiosk.ports.outbox import StorageError
from kiosk.ports.printing import PrinterCondition
from kiosk.services.answer_commands import CommandRequest
from kiosk.services.answer_printer_commands import PrinterSaid

EXIT_UNKNOWN = 3
_PAGES_S = 240.0
"""Four pages, the last of them on a serial line at 9600 baud."""


def running_folder() -> Path | None:
    """Return the folder of the kiosk that runs here, None where none does."""
    folder = room_here(as_json=False).folder
    try:
        return folder if is_running(folder) else None
    except StorageError:
        return None


def ask_kiosk(folder: Path, command: str) -> PrinterSaid:
    """Return what the running kiosk says of its printer; exits with 3 and a next step where it is silent."""
    try:
        return ask_running(folder, CommandRequest(command=command), PrinterSaid, wait_s=_PAGES_S)
    except NotAnswered as error:
        typer.echo(f"The running kiosk holds the printer, and {error}. Stop it, then try again.", err=True)
        raise typer.Exit(EXIT_UNKNOWN) from error


class AskedPrinter:
    """The condition of the running kiosk's printer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read_condition(self) -> PrinterCondition:
        """Ask the running kiosk; ends the command where it is silent."""
        return PrinterCondition(ask_kiosk(self._folder, "printer.status").condition)

    def close(self) -> None:
        """Nothing is held."""
