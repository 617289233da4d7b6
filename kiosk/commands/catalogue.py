"""`kiosk catalogue`: refresh, compare, apply, take back, check and export the catalogue.

Exit codes: 0 done · 1 refused, nothing changed · 2 wrong usage · 3 staged, a person must accept it by name ·
4 done, but some rows of the file were refused.
"""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import msgspec
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
from rich.table import Table

from config.locations import kiosk_home
from config.system_clock import SystemClock
from kiosk.domain.catalogue import CatalogueDiff, CatalogueInfo, ProcedureChange
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.services.refresh_catalogue import RefreshCatalogue, Refreshed
from offline_cache.catalogue_export import export_json_lines
from offline_cache.catalogue_store import CatalogueStore

EXIT_REFUSED, EXIT_STAGED, EXIT_SOME_REFUSED = 1, 3, 4
_SHOWN = 20
_STEPS = {"read": "Reading", "build": "Building"}

catalogue_app = typer.Typer(help="Refresh and look after the procedure catalogue.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object instead of text.")]
AcceptedBy = Annotated[str, typer.Option("--accepted-by", help="Name of the person who accepts these facts.")]


def _store() -> CatalogueStore:
    return CatalogueStore(kiosk_home() / "catalogue")


def _service() -> RefreshCatalogue:
    return RefreshCatalogue(_store(), SystemClock())


def _refuse(error: CatalogueRejected, *, as_json: bool) -> NoReturn:
    if as_json:
        fields = {"file": error.file, "line": error.line, "field": error.field, "value": error.value}
        typer.echo(json.dumps({"error": fields | {"reason": error.reason}}, ensure_ascii=False))
    else:
        typer.echo(f"Refused: {error}", err=True)
        typer.echo("Nothing was changed.", err=True)
    raise typer.Exit(EXIT_REFUSED)


def _print_json(value: Any) -> None:
    typer.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


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
    try:
        done = _import_with_progress(
            file,
            accepted_by=accepted_by,
            taken_at=taken_at.date() if taken_at else None,
            despite_warnings=despite_warnings,
            quiet=as_json,
        )
    except CatalogueRejected as error:
        _refuse(error, as_json=as_json)
    if as_json:
        _print_json(_import_summary(done))
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
        typer.echo(f"  {len(found)} procedures no longer agree with our plain texts; have the texts checked:")
    for change in found[:_SHOWN]:
        for field in change.changes:
            typer.echo(
                f"    {change.code} {field.field}: ours {field.before[:80]!r}, official {field.after[:80]!r}"
            )


@catalogue_app.command()
def diff(
    after: Annotated[str, typer.Argument(help="The version to look at.")],
    before: Annotated[str, typer.Argument(help="The version to compare with; the live one by default.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show what a version changes, procedure by procedure and field by field."""
    store = _store()
    try:
        found = store.diff(before or store.live(), after)
    except CatalogueRejected as error:
        _refuse(error, as_json=as_json)
    if as_json:
        _print_json(found)
    else:
        _show_diff(found)


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
            typer.echo(f"    {field.field}: {field.before[:120]!r} -> {field.after[:120]!r}")
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
    try:
        info = _service().apply(version, accepted_by=accepted_by)
    except CatalogueRejected as error:
        _refuse(error, as_json=as_json)
    _show_live(info, as_json=as_json)


@catalogue_app.command()
def rollback(
    accepted_by: Annotated[str, typer.Option("--accepted-by", help="Name of the person who goes back.")],
    as_json: AsJson = False,
) -> None:
    """Go back to the version that was live before."""
    try:
        info = _service().rollback(accepted_by=accepted_by)
    except CatalogueRejected as error:
        _refuse(error, as_json=as_json)
    _show_live(info, as_json=as_json)


def _show_live(info: CatalogueInfo, *, as_json: bool) -> None:
    if as_json:
        _print_json(info)
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
    store = _store()
    try:
        info = store.verify(version or store.live())
    except CatalogueRejected as error:
        _refuse(error, as_json=as_json)
    if as_json:
        _print_json({"version": info.version, "sound": True, "procedures": info.procedures})
    else:
        typer.echo(f"{info.version} is sound: {info.procedures} procedures")


@catalogue_app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to write; .gz compresses.")],
    version: Annotated[str, typer.Option(help="A version; the live one by default.")] = "",
    as_json: AsJson = False,
) -> None:
    """Write a version's official facts as JSON lines, to be imported elsewhere."""
    store = _store()
    try:
        rows = export_json_lines(store.procedures(version or store.live()), file)
    except CatalogueRejected as error:
        _refuse(error, as_json=as_json)
    if as_json:
        _print_json({"file": str(file), "procedures": rows})
    else:
        typer.echo(f"{rows} procedures written to {file}")


@catalogue_app.command()
def stats(as_json: AsJson = False) -> None:
    """List the versions on this kiosk and what the live one holds."""
    store = _store()
    reader = store.open_live()
    info, fields, versions = reader.info(), reader.fields(), store.versions()
    reader.close()
    if as_json:
        served = [{"field": name, "procedures": count} for name, count in fields]
        _print_json({"live": info, "versions": versions, "ward_fields": served})
        return
    table = Table("Version", "State", "Procedures", "Facts of", "Accepted by", "Accepted at")
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
