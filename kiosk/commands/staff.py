"""`kiosk staff`: who may enter the staff's and technicians' pages. PINs are asked for, never arguments.

Exit codes: 0 done · 1 refused, the message says what to do · 2 wrong usage.
"""

import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from config.locations import kiosk_home
from config.system_clock import SystemClock
from kiosk.commands.outbox import refuse
from kiosk.domain.audit import Act
from kiosk.domain.staff import NameRefused, PinRefused, Role, StaffPerson
from kiosk.ports.outbox import StorageError
from kiosk.ports.staff import StaffRefused
from kiosk.services.staff_desk import COMMAND_LINE
from offline_cache.audit_file import AuditFile
from offline_cache.staff_book import StaffBookFile

staff_app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Who may enter the staff's and technicians' pages."
)
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]
Name = Annotated[str, typer.Argument(help="The person's name, as it stands on the screen.")]
REFUSALS = {
    "unknown": "{name}: nobody of this name. See: kiosk staff list",
    "taken": "{name} is there already. Another PIN: kiosk staff reset NAME",
    "last_technician": "{name} is the last technician. Add another one first: kiosk staff add NAME "
    "--role technician",
    "damaged": "{name}\nThe list of persons is damaged. Put the file aside, then add the first technician "
    "anew: kiosk staff add NAME --role technician",
    "not_first": "{name}: there are persons already.",
}
PIN_REFUSALS = {
    "digits": "A PIN has eight digits.",
    "simple": "This PIN is one of the first that anybody would try. Choose another one.",
}


@staff_app.command("list")
def list_command(as_json: AsJson = False) -> None:
    """Show who may enter, and whose PIN must wait."""
    with _refusing(as_json=as_json):
        book = _book()
        rows = [(person, book.wait_s(person.name)) for person in book.persons()]
    if as_json:
        said = [{"name": one.name, "role": one.role.value, "wait_s": round(wait)} for one, wait in rows]
        typer.echo(json.dumps({"persons": said}, ensure_ascii=False))
        return
    if not rows:
        typer.echo("Nobody yet. Hold the emblem for five seconds, or: kiosk staff add NAME --role technician")
        return
    table = Table("Name", "Role", "PIN")
    for person, wait_s in rows:
        table.add_row(person.name, person.role.value, f"waits {round(wait_s)} s" if wait_s else "")
    Console().print(table)


@staff_app.command("add")
def add_command(
    name: Name,
    role: Annotated[Role, typer.Option(help="What the person may do.")] = Role.STAFF,
    as_json: AsJson = False,
) -> None:
    """Add a person; the PIN is asked for twice, or read as one line where nobody types."""
    with _refusing(as_json=as_json):
        person = _book().add(name, role, _ask_pin(as_json=as_json))
    _done(person, Act.PERSON_ADDED, "added", as_json=as_json)


@staff_app.command("reset")
def reset_command(name: Name, as_json: AsJson = False) -> None:
    """Give a person another PIN and end the wait after wrong ones."""
    with _refusing(as_json=as_json):
        person = _book().reset(name, _ask_pin(as_json=as_json))
    _done(person, Act.PIN_RESET, "has another PIN", as_json=as_json)


@staff_app.command("remove")
def remove_command(name: Name, as_json: AsJson = False) -> None:
    """Take a person out; never the last technician."""
    with _refusing(as_json=as_json):
        person = _book().remove(name)
    _done(person, Act.PERSON_REMOVED, "removed", as_json=as_json)


def _book() -> StaffBookFile:
    return StaffBookFile(kiosk_home(), SystemClock())


def _done(person: StaffPerson, act: Act, words: str, *, as_json: bool) -> None:
    at = SystemClock().now().isoformat(timespec="seconds")
    about = f"{person.name} ({person.role.value})"
    with _refusing(as_json=as_json):
        AuditFile(kiosk_home()).append(at=at, who=COMMAND_LINE, act=act, about=about)
    said = {"name": person.name, "role": person.role.value, "done": act.value}
    typer.echo(json.dumps(said, ensure_ascii=False) if as_json else f"{person.name} {words}.")


def _ask_pin(*, as_json: bool) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = getpass.getpass("PIN, eight digits: ")
    if pin != getpass.getpass("Once more: "):
        refuse("The two PINs differ. Nothing was changed.", as_json=as_json)
    return pin


@contextmanager
def _refusing(*, as_json: bool) -> Iterator[None]:
    try:
        yield
    except StaffRefused as error:
        refuse(REFUSALS[error.reason].format(name=error.name), as_json=as_json)
    except PinRefused as error:
        refuse(PIN_REFUSALS[error.reason], as_json=as_json)
    except (NameRefused, StorageError) as error:
        refuse(str(error), as_json=as_json)
