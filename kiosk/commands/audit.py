"""`kiosk audit`: what staff and technicians did, and whether the log of it was changed.

Exit codes: 0 the log holds · 1 it was changed or cannot be read, the message says where · 2 wrong usage.
"""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from config.locations import kiosk_home
from kiosk.commands.outbox import refuse
from kiosk.ports.outbox import StorageError
from offline_cache.audit_file import AuditFile, short_head

audit_app = typer.Typer(no_args_is_help=True, add_completion=False, help="What staff and technicians did.")
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]


@audit_app.command("verify")
def verify_command(as_json: AsJson = False) -> None:
    """Read the whole log and say whether it holds together."""
    try:
        report = AuditFile(kiosk_home()).verify()
    except StorageError as error:
        refuse(str(error), as_json=as_json)
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"sound": not report.damage}, ensure_ascii=False))
    elif report.damage:
        typer.echo(f"The log was changed: {report.damage}.\nCompare the newest day report on paper.")
    else:
        typer.echo(f"{report.entries} entries, all in order. Head: {short_head(report.head)}")
    raise typer.Exit(1 if report.damage else 0)


@audit_app.command("list")
def list_command(
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="The newest so many.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Show the acts, newest first."""
    try:
        entries = AuditFile(kiosk_home()).latest(limit)
    except StorageError as error:
        refuse(str(error), as_json=as_json)
    if as_json:
        rows = [asdict(entry) for entry in entries]
        typer.echo(json.dumps({"entries": rows}, ensure_ascii=False))
        return
    if not entries:
        typer.echo("Nobody did anything yet.")
        return
    table = Table("No.", "When", "Who", "What", "About")
    for entry in entries:
        table.add_row(str(entry.number), entry.at, entry.who, entry.act, entry.about)
    Console().print(table)
