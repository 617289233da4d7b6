"""`kiosk catalogue`: refresh, compare, apply, take back, check and export the catalogue.

Exit codes: 0 done · 1 refused, nothing changed · 2 wrong usage · 3 staged, a person must accept it by name ·
4 done, but some rows of the file were refused.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Column, Table

from config.system_clock import SystemClock
from kiosk.commands.catalogue_care import (
    history_command,
    misses_command,
    name_command,
    overlays_app,
    print_json,
    refusing,
    renew_command,
    store_here,
)
from kiosk.domain.catalogue import CatalogueDiff, CatalogueInfo, FieldChange, ProcedureChange
from kiosk.domain.catalogue_labels import field_label
from kiosk.services.refresh_catalogue import RefreshCatalogue, Refreshed
from offline_cache.catalogue_export import export_json_lines

EXIT_STAGED, EXIT_SOME_REFUSED = 3, 4
_SHOWN = 20
_LINE_LETTERS = 160
_STEPS = {"read": "Reading", "build": "Building"}

catalogue_app = typer.Typer(
    help="Refresh and look after the procedure catalogue.", no_args_is_help=True, add_completion=False
)
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object instead of text.")]
AcceptedBy = Annotated[str, typer.Option("--accepted-by", help="Name of the person who accepts these facts.")]


catalogue_app.command("history")(history_command)
catalogue_app.command("renew")(renew_command)
catalogue_app.command("misses")(misses_command)
catalogue_app.command("name")(name_command)
catalogue_app.add_typer(overlays_app, name="overlays")


def _service() -> RefreshCatalogue:
    return RefreshCatalogue(store_here(), SystemClock())


@catalogue_app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="A catalogue file: JSON lines, portal answers, xlsx, CSV …")],
    accepted_by: AcceptedBy = "",
    taken_at: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day the facts were taken, where the file is silent."),
    ] = None,
    despite_warnings: Annotated[
        bool, typer.Option(help="Apply although many procedures are gone or emptied.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read FILE into a new version; make it live when --accepted-by names a person."""
    with refusing(as_json=as_json):
        done = _import_with_progress(
            file,
            accepted_by=accepted_by,
            taken_at=taken_at.date() if taken_at else None,
            despite_warnings=despite_warnings,
            quiet=as_json,
        )
    if as_json:
        print_json(_import_summary(done))
    else:
        _show_import(done)
    if done.applied is None:
        raise typer.Exit(EXIT_STAGED)
    if done.report.refused:
        raise typer.Exit(EXIT_SOME_REFUSED)


def _import_with_progress(
    file: Path, *, accepted_by: str, taken_at: date | None, despite_warnings: bool, quiet: bool
) -> Refreshed:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), disable=quiet, transient=True) as bar:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, every: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(_STEPS[step], total=None)
            bar.update(tasks[step], completed=done, total=every or None)

        return _service().import_file(
            file,
            accepted_by=accepted_by,
            taken_at=taken_at,
            progress=report,
            despite_warnings=despite_warnings,
        )


def _import_summary(done: Refreshed) -> dict[str, Any]:
    report, diff = done.report, done.report.diff
    return {
        "file": report.file,
        "kind": report.kind,
        "version": report.version,
        "live": done.applied.version if done.applied else report.live,
        "applied": done.applied is not None,
        "procedures": report.read,
        "with_detail": report.with_detail,
        "added": len(diff.added),
        "changed": len(diff.changed),
        "removed": len(diff.removed),
        "skipped": [{"reason": reason, "rows": rows} for reason, rows in report.skipped],
        "refused": report.refused,
        "contradictions": diff.contradictions,
        "warnings": diff.warnings,
    }


def _show_import(done: Refreshed) -> None:
    report, diff = done.report, done.report.diff
    typer.echo(
        f"{report.file}: {report.read} procedures read, {report.with_detail} with full detail ({report.kind})"
    )
    if report.kind != "tuf":
        typer.echo("  no signature of the city: whoever accepts it by name vouches for it")
    typer.echo(f"  added {len(diff.added)} · changed {len(diff.changed)} · removed {len(diff.removed)}")
    for reason, rows in report.skipped:
        typer.echo(f"  skipped {rows}: {reason}")
    typer.echo(f"  refused {len(report.refused)}")
    for row in report.refused[:_SHOWN]:
        typer.echo(f"    line {row.line}, {row.field}: {row.reason} ({row.value[:80]!r})")
    if len(report.refused) > _SHOWN:
        typer.echo(f"    … {len(report.refused) - _SHOWN} more; --json lists all")
    _show_contradictions(diff.contradictions)
    for warning in diff.warnings:
        typer.echo(f"  look before applying: {warning}")
    if done.applied:
        typer.echo(f"Live now: {done.applied.version} ({done.applied.procedures} procedures)")
    else:
        typer.echo(f"Staged, not live: {report.version}")
        typer.echo(f"Look:  kiosk catalogue diff {report.version}")
        typer.echo(f'Apply: kiosk catalogue apply {report.version} --accepted-by "Your name"')


def _show_contradictions(found: tuple[ProcedureChange, ...]) -> None:
    if found:
        typer.echo(
            f"  {len(found)} procedures no longer agree with our texts or the staff's; have them checked:"
        )
    for change in found[:_SHOWN]:
        for field in change.changes:
            typer.echo(
                f"    {change.code} {_field_words(field)}:"
                f" ours {field.before[:80]!r}, official {field.after[:80]!r}"
            )


@catalogue_app.command()
def diff(
    after: Annotated[str, typer.Argument(help="The version to look at.")],
    before: Annotated[str, typer.Argument(help="The version to compare with; the live one by default.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show what a version changes, procedure by procedure and field by field."""
    store = store_here()
    with refusing(as_json=as_json):
        found = store.diff(before or store.live(), after)
    if as_json:
        print_json(found)
    else:
        _show_diff(found)


def _field_words(change: FieldChange) -> str:
    return f"{field_label(change.field, 'vi')} ({change.field})"


def _show_field(change: FieldChange) -> None:
    typer.echo(f"    {_field_words(change)}")
    for sign, text in (("-", change.before), ("+", change.after)):
        lines = text.splitlines()
        for line in lines[:_SHOWN]:
            typer.echo(f"      {sign} {line[:_LINE_LETTERS]}{'…' if len(line) > _LINE_LETTERS else ''}")
        if len(lines) > _SHOWN:
            typer.echo(f"      {sign} … {len(lines) - _SHOWN} lines more")


def _show_diff(found: CatalogueDiff) -> None:
    typer.echo(f"{found.before} -> {found.after}")
    for title, rows in (("added", found.added), ("removed", found.removed)):
        typer.echo(f"{title} {len(rows)}")
        for code, name in rows[:_SHOWN]:
            typer.echo(f"  {code}  {name[:100]}")
    typer.echo(f"changed {len(found.changed)}")
    for change in found.changed[:_SHOWN]:
        typer.echo(f"  {change.code}  {change.name[:100]}")
        for field in change.changes:
            _show_field(field)
    if len(found.changed) > _SHOWN:
        typer.echo(f"  … {len(found.changed) - _SHOWN} more; --json lists all")
    _show_contradictions(found.contradictions)
    for warning in found.warnings:
        typer.echo(f"look before applying: {warning}")


@catalogue_app.command()
def apply(
    version: Annotated[str, typer.Argument(help="A staged version.")],
    accepted_by: Annotated[str, typer.Option("--accepted-by", help="Name of the person who accepts it.")],
    as_json: AsJson = False,
) -> None:
    """Make a staged version live."""
    with refusing(as_json=as_json):
        info = _service().apply(version, accepted_by=accepted_by)
    _show_live(info, as_json=as_json)


@catalogue_app.command()
def rollback(
    accepted_by: Annotated[str, typer.Option("--accepted-by", help="Name of the person who goes back.")],
    as_json: AsJson = False,
) -> None:
    """Go back to the version that was live before."""
    with refusing(as_json=as_json):
        info = _service().rollback(accepted_by=accepted_by)
    _show_live(info, as_json=as_json)


def _show_live(info: CatalogueInfo, *, as_json: bool) -> None:
    if as_json:
        print_json(info)
    else:
        typer.echo(
            f"Live now: {info.version} ({info.procedures} procedures, {info.with_detail} with full detail)"
        )


@catalogue_app.command()
def verify(
    version: Annotated[str, typer.Argument(help="A version; the live one by default.")] = "",
    as_json: AsJson = False,
) -> None:
    """Read every page and record of a version."""
    store = store_here()
    with refusing(as_json=as_json):
        info = store.verify(version or store.live())
    if as_json:
        print_json({"version": info.version, "sound": True, "procedures": info.procedures})
    else:
        typer.echo(f"{info.version} is sound: {info.procedures} procedures")


@catalogue_app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to write; .gz compresses.")],
    version: Annotated[str, typer.Option(help="A version; the live one by default.")] = "",
    as_json: AsJson = False,
) -> None:
    """Write a version's official facts as JSON lines, to be imported elsewhere."""
    store = store_here()
    with refusing(as_json=as_json):
        rows = export_json_lines(store.procedures(version or store.live()), file)
    if as_json:
        print_json({"file": str(file), "procedures": rows})
    else:
        typer.echo(f"{rows} procedures written to {file}")


@catalogue_app.command()
def stats(as_json: AsJson = False) -> None:
    """List the versions on this kiosk and what the live one holds."""
    store = store_here()
    with refusing(as_json=as_json):
        reader = store.open_live()
        info, fields, versions = reader.info(), reader.fields(), store.versions()
        reader.close()
    if as_json:
        served = [{"field": name, "procedures": count} for name, count in fields]
        print_json({"live": info, "versions": versions, "ward_fields": served})
        return
    version = Column("Version", no_wrap=True)  # whole: it is typed again to apply it
    table = Table(version, "State", "Procedures", "Facts of", "Accepted by", "Accepted at")
    for entry in versions:
        table.add_row(
            entry.version,
            entry.state,
            str(entry.procedures),
            str(entry.taken_at),
            entry.accepted_by,
            entry.accepted_at,
        )
    Console().print(table)
    typer.echo(
        f"{info.procedures} procedures, {info.with_detail} with full detail, in {len(fields)} ward fields"
    )
    if info.trouble:
        typer.echo(f"Not the accepted version: {info.trouble}", err=True)
