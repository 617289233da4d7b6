"""The command line: one sub-command a module of `kiosk.commands`, imported when it is asked for.

Exit codes: 0 done · 1 refused or failed, the message says what to do · 2 wrong usage.
"""

import errno
import importlib
import json
from typing import Any

import typer
from typer.core import TyperGroup

# name -> (module, attribute, help): read without importing, so that `kiosk run` starts fast.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "run": ("kiosk.commands.run", "run_command", "Start the kiosk."),
    "tour": ("kiosk.commands.tour", "tour_command", "Drive every screen headless; write pictures."),
    "search": ("kiosk.commands.search", "search_command", "Find procedures by people's words."),
    "catalogue": ("kiosk.commands.catalogue", "catalogue_app", "Import, compare, apply, roll back."),
    "update": ("kiosk.commands.update", "update_app", "Signed content from the city or a USB stick."),
    "printer": ("kiosk.commands.printer", "printer_app", "List, test, watch, emulate printers."),
    "outbox": ("kiosk.commands.outbox", "outbox_app", "What waits for the portal."),
    "portal": ("kiosk.commands.portal", "portal_app", "The exchange with the city's portal."),
    "staff": ("kiosk.commands.staff", "staff_app", "Who may enter the staff's pages."),
    "audit": ("kiosk.commands.audit", "audit_app", "What staff and technicians did."),
    "config": ("kiosk.commands.config", "config_app", "Show and check the settings."),
    "doctor": ("kiosk.commands.doctor", "doctor_command", "Check everything, say what to do."),
}


_OPEN_SCREENS = ("run", "tour")
"""What goes wrong there goes to the last hook and into the log, with its traceback."""
_AS_JSON = "kiosk.as_json"


class _LateGroup(TyperGroup):
    """Imports a sub-command only when it is called or its help is shown.

    What the machine refuses (a folder that is a file, a disk that is full) ends any command with a sentence
    and code 1; faults of ours stay tracebacks.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Remember whether a program asked: it is told in JSON why not, too."""
        ctx.meta[_AS_JSON] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command. Raises Exit(1) for what the machine refused."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            said = "" if ctx.invoked_subcommand in _OPEN_SCREENS else _refusal_of_the_machine(error)
            if not said:
                raise
            told = json.dumps({"error": said}, ensure_ascii=False) if ctx.meta[_AS_JSON] else said
            typer.echo(told, err=True)
            raise typer.Exit(1) from error

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  the library's signature
        """Return the names in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  the library's signature
        """Import and return a sub-command, or None."""
        if cmd_name not in COMMANDS:
            return None
        module_name, attribute, words = COMMANDS[cmd_name]
        found = getattr(importlib.import_module(module_name), attribute)
        if isinstance(found, typer.Typer):
            command = typer.main.get_command(found)
        else:
            single = typer.Typer(add_completion=False)
            single.command(name=cmd_name)(found)
            command = typer.main.get_command(single)
        command.name = cmd_name
        command.short_help = words
        return command


def _refusal_of_the_machine(error: Exception) -> str:
    """Return what the machine refused, "" for all else: a reader that left is the library's own matter."""
    from kiosk.ports.outbox import StorageError

    if isinstance(error, StorageError):
        return str(error)
    if isinstance(error, OSError) and error.errno not in (None, errno.EPIPE):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return ""


app = typer.Typer(
    cls=_LateGroup, no_args_is_help=True, add_completion=False, pretty_exceptions_show_locals=False
)


@app.callback()
def _kiosk() -> None:
    """Self-service kiosk of a ward's public-service hall."""
    from config.logging_setup import log_to_stderr

    log_to_stderr()  # standard output belongs to the answer, which programs read
