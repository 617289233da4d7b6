"""`kiosk outbox`: what waits for the portal, without its content, which only the portal can open.

Exit codes: 0 done · 1 refused, the message says what to do · 2 wrong usage.
"""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from config.locations import kiosk_home
from config.portal_keys import DEMO_KEYS
from config.system_clock import SystemClock
from kiosk.commands.running_kiosk import NotAnswered, ask_running, is_running
from kiosk.domain.numbering import BadReceiptNumber, format_receipt, parse_receipt
from kiosk.domain.outbox import OutboxCounts, OutboxItem, OutboxLine
from kiosk.ports.outbox import Outbox, OutboxInUse, StorageError
from kiosk.ports.vault import KeysUnusable
from kiosk.services.answer_commands import CommandRequest
from offline_cache.kiosk_identity import IdentityFile, KioskRoom
from offline_cache.mark_file import write_durably
from offline_cache.outbox_files import OutboxFiles
from offline_cache.storage_errors import translated

outbox_app = typer.Typer(no_args_is_help=True, add_completion=False, help="What waits for the portal.")
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]
STATE_WORDS = {
    "ready": "waits",
    "sending": "being sent",
    "acked": "sent",
    "parked": "refused by the portal",
    "quarantined": "fails alone",
}


Result = TypeVar("Result")
KIND_WORDS = {
    "question": "question",
    "feedback": "feedback",
    "rating": "rating",
    "fault": "fault report",
    "vote": "vote",
    "withdrawal": "withdrawal",
}


@outbox_app.command("list")
def list_command(
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="The newest so many.")] = 100,
    as_json: AsJson = False,
) -> None:
    """Show the rows, newest first."""
    lines, counts = _asked(
        CommandRequest(command="outbox.list", limit=limit),
        tuple[tuple[OutboxLine, ...], OutboxCounts],
        lambda outbox: (outbox.lines(limit=limit), outbox.counts()),
        as_json=as_json,
    )
    if as_json:
        rows = [asdict(line) | {"state": line.state.value} for line in lines]
        typer.echo(json.dumps({"waiting": counts.waiting, "rows": rows}, ensure_ascii=False))
        return
    if not lines:
        typer.echo("The outbox is empty.")
        return
    table = Table("Number", "Procedure", "Confirmed", "State", "Tries", "Problem")
    for line in lines:
        table.add_row(*_cells(line))
    Console().print(table)
    typer.echo(f"{counts.waiting} waiting, {counts.acked} sent, {counts.parked} refused.")


@outbox_app.command("retry")
def retry_command(
    number: Annotated[str, typer.Argument(help="A PK number; all that were put aside, else.")] = "",
    as_json: AsJson = False,
) -> None:
    """Let what was put aside be sent again."""
    try:
        wanted = parse_receipt(number) if number else None
    except BadReceiptNumber as error:
        refuse(f"{error}. Read the number from the slip once more.", as_json=as_json)
    count = _asked(
        CommandRequest(command="outbox.retry", item=wanted or ""),
        int,
        lambda outbox: outbox.retry(wanted, now_ms=_now_ms()),
        as_json=as_json,
    )
    typer.echo(json.dumps({"retried": count}) if as_json else f"{count} will be sent again.")


@outbox_app.command("export")
def export_command(
    target: Annotated[Path, typer.Argument(help="The file to write; JSON lines, one dossier each.")],
    as_json: AsJson = False,
) -> None:
    """Write what the portal has not acknowledged, sealed, to a file that can be carried there."""
    rows = _asked(
        CommandRequest(command="outbox.unsent"),
        tuple[OutboxItem, ...],
        lambda outbox: outbox.unsent(),
        as_json=as_json,
    )
    content = b"".join(
        json.dumps(
            {
                "dossier_id": item.dossier_id,
                "receipt_no": item.receipt_no,
                "sha256": item.sha256,
                "body": base64.b64encode(item.body).decode(),
            }
        ).encode()
        + b"\n"
        for item in rows
    )
    try:
        with translated(target):
            write_durably(target, content)
    except StorageError as error:
        refuse(str(error), as_json=as_json)
    said = {"exported": len(rows), "file": str(target)}
    typer.echo(json.dumps(said) if as_json else f"{len(rows)} sealed dossiers written to {target}.")


def _asked(
    request: CommandRequest, kind: type[Result], work: Callable[[Outbox], Result], *, as_json: bool
) -> Result:
    """Ask the running kiosk, which holds the outbox; without one, do `work` on it here."""
    room = room_here(as_json=as_json)
    if is_running(room.folder):
        try:
            return ask_running(room.folder, request, kind)
        except NotAnswered as error:
            refuse(f"{error}: the kiosk is running. Stop it, then try again.", as_json=as_json)
    with opened_outbox(as_json=as_json) as files:
        return work(files.outbox)


@contextmanager
def opened_outbox(*, as_json: bool) -> Iterator[OutboxFiles]:
    """Open the outbox of this machine for one command; exits with 1 and a next step where it cannot."""
    room = room_here(as_json=as_json)
    files = OutboxFiles(room.folder, keys=room.keys, kiosk_no=room.kiosk_no)
    try:
        report = files.open(now_ms=_now_ms())
    except OutboxInUse as error:
        refuse(f"{error}: the kiosk is running. Stop it, then try again.", as_json=as_json)
    except (StorageError, KeysUnusable) as error:
        refuse(str(error), as_json=as_json)
    if report.reason:
        typer.echo(f"The outbox was repaired: {report.reason}", err=True)
    try:
        yield files
    except StorageError as error:
        refuse(str(error), as_json=as_json)
    finally:
        files.close()


def room_here(*, as_json: bool) -> KioskRoom:
    """Return the room of this machine: the trial's, or the enrolled kiosk's; exits with 1 where damaged."""
    try:
        return IdentityFile(kiosk_home()).room(DEMO_KEYS.read_bytes())
    except (StorageError, KeysUnusable) as error:
        refuse(str(error), as_json=as_json)


def refuse(message: str, *, as_json: bool) -> NoReturn:
    """Say why not, and exit with 1."""
    typer.echo(json.dumps({"error": message}, ensure_ascii=False) if as_json else message, err=True)
    raise typer.Exit(1)


def _cells(line: OutboxLine) -> tuple[str, ...]:
    confirmed = datetime.fromtimestamp(line.created_ms / 1000, tz=SystemClock().now().tzinfo)
    notes = " ".join(
        word for word in (line.problem, line.flags, "recovered" if line.is_recovered else "") if word
    )
    return (
        format_receipt(line.receipt_no) if line.receipt_no else KIND_WORDS.get(line.kind, line.kind),
        line.procedure_code,
        f"{confirmed:%d/%m/%Y %H:%M}",
        STATE_WORDS[line.state.value],
        str(line.attempts),
        notes,
    )


def _now_ms() -> int:
    return int(SystemClock().now().timestamp() * 1000)
