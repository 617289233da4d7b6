"""The command line: one sub-command a module of `kiosk.commands`, imported when it is asked for.

Exit codes: 0 done · 1 refused or failed, the message says what to do · 2 wrong usage.
"""

import importlib
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


class _LateGroup(TyperGroup):
    """Imports a sub-command only when it is called or its help is shown."""

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


app = typer.Typer(
    cls=_LateGroup, no_args_is_help=True, add_completion=False, pretty_exceptions_show_locals=False
)


@app.callback()
def _kiosk() -> None:
    """Self-service kiosk of a ward's public-service hall."""
    from config.logging_setup import log_to_stderr

    log_to_stderr()  # standard output belongs to the answer, which programs read
