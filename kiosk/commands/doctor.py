"""`kiosk doctor`: checks everything, says what each finding means and what to type.

Files are read, devices and the portal are asked; nothing is printed, sent or repaired.
Exit codes: 0 no problem (warnings may be there) · 1 at least one problem · 2 wrong usage.
"""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from config.locations import kiosk_home
from config.system_clock import SystemClock
from kiosk.commands.doctor_checks import CHECKS as FIRST_CHECKS
from kiosk.commands.doctor_checks import Check, Checkup
from kiosk.commands.doctor_findings import Finding, State
from kiosk.commands.doctor_put_aside import check_put_aside
from kiosk.ports.outbox import StorageError

CHECKS: tuple[tuple[str, Check], ...] = (*FIRST_CHECKS, ("what was put aside", check_put_aside))
_MARKS = {
    State.OK: "[green]ok[/]",
    State.WARNING: "[yellow]warning[/]",
    State.PROBLEM: "[bold red]problem[/]",
}


def doctor_command(
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON instead of a table.")] = False,
) -> None:
    """Check everything, say what to do."""
    findings = _examine(quiet=as_json)
    problems = sum(finding.state is State.PROBLEM for finding in findings)
    warnings = sum(finding.state is State.WARNING for finding in findings)
    if as_json:
        rows = [asdict(finding) | {"state": finding.state.value} for finding in findings]
        said = {"problems": problems, "warnings": warnings, "findings": rows}
        typer.echo(json.dumps(said, ensure_ascii=False))
    else:
        _show(findings)
        typer.echo(f"{problems} problems, {warnings} warnings, {len(findings)} checks.")
    raise typer.Exit(1 if problems else 0)


def _examine(*, quiet: bool) -> tuple[Finding, ...]:
    checkup = Checkup(home=kiosk_home(), clock=SystemClock())
    findings: list[Finding] = []
    console = Console(stderr=True, quiet=quiet)
    with console.status("Looking …") as status:
        for title, check in CHECKS:
            status.update(f"Looking: {title} …")
            try:
                findings.extend(check(checkup))
            except (OSError, StorageError) as error:
                # One thing that cannot be looked at hides none of the others.
                findings.append(_not_looked_at(title, error))
    return tuple(findings)


def _not_looked_at(title: str, error: Exception) -> Finding:
    place = getattr(error, "filename", None) or kiosk_home()
    return Finding(
        what=title.capitalize(),
        state=State.PROBLEM,
        meaning=f"cannot be looked at: {getattr(error, 'strerror', None) or error}",
        todo=f"ls -ld {place}",
    )


def _show(findings: tuple[Finding, ...]) -> None:
    table = Table("What", "", "What was found", "What to do")
    for finding in findings:
        table.add_row(finding.what, _MARKS[finding.state], finding.meaning, finding.todo)
    Console().print(table)
