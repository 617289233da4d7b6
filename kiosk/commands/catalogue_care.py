"""`kiosk catalogue history|renew|misses|overlays`: who changed it, what staff add, what nobody found.

Exit codes: 0 done · 1 refused, nothing changed · 2 wrong usage.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated, Any, NoReturn

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from config.locations import kiosk_home
from config.system_clock import HALL_ZONE, SystemClock
from kiosk.commands.outbox import opened_outbox
from kiosk.domain.overlays import Overlay, OverlayDraft, OverlayKey, OverlayRefused
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.outbox import StorageError
from kiosk.services.edit_overlays import EditOverlays
from offline_cache.catalogue_store import KIOSK, CatalogueStore
from offline_cache.limited_import import LimitedCatalogueStore

EXIT_REFUSED = 1
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object instead of text.")]
By = Annotated[str, typer.Option("--by", help="Name of the member of staff.")]
_DAY = ["%Y-%m-%d"]

overlays_app = typer.Typer(help="What staff add to procedures.", no_args_is_help=True)


def store_here(today: Callable[[], date] | None = None) -> CatalogueStore:
    """Return the catalogue of this machine; its imports run in a process with limits."""
    clock = SystemClock()
    return LimitedCatalogueStore(kiosk_home() / "catalogue", today=today or (lambda: clock.now().date()))


def print_json(value: Any) -> None:
    """Write one JSON object."""
    typer.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


@contextmanager
def refusing(*, as_json: bool) -> Iterator[None]:
    """Say what was refused and exit with 1; nothing was changed."""
    try:
        yield
    except CatalogueRejected as error:
        fields = {"file": error.file, "line": error.line, "field": error.field, "value": error.value}
        _refuse(str(error), fields | {"reason": error.reason}, as_json=as_json)
    except OverlayRefused as error:
        fields = {"field": error.field, "value": error.value}
        _refuse(str(error), fields | {"reason": error.reason}, as_json=as_json)
    except StorageError as error:
        _refuse(str(error), {"field": "disk", "reason": str(error)}, as_json=as_json)


def _refuse(message: str, error: dict[str, Any], *, as_json: bool) -> NoReturn:
    if as_json:
        typer.echo(json.dumps({"error": error}, ensure_ascii=False))
    else:
        typer.echo(f"Refused: {message}\nNothing was changed.", err=True)
    raise typer.Exit(EXIT_REFUSED)


def history_command(as_json: AsJson = False) -> None:
    """Show who changed the live catalogue, when, and by how much; newest last."""
    with refusing(as_json=as_json):
        found = store_here().history()
    if as_json:
        print_json(found)
        return
    if not found.events:
        typer.echo("No catalogue was applied yet; the shipped one is live.")
    for event in found.events:
        done, before = (
            event.action.value.replace("_", " "),
            f" instead of {event.before}" if event.before else "",
        )
        typer.echo(f"{event.seq}. {_hall_time(event.at)}  {done} by {event.by}: {event.after}{before}")
        counts = f"added {event.added} · changed {event.changed} · removed {event.removed}"
        typer.echo(f"   {counts}" + (f" · {event.note}" if event.note else ""))
    if found.damage:
        typer.echo(f"history.jsonl was changed or damaged: {found.damage}", err=True)


def renew_command(
    by: By = KIOSK,
    note: Annotated[str, typer.Option(help="Why, for the history.")] = "",
    today: Annotated[datetime | None, typer.Option(formats=_DAY, help="The hall's day.")] = None,
    as_json: AsJson = False,
) -> None:
    """Build the live catalogue anew where our texts, staff overlays or the program have overtaken it."""
    day = today.date() if today else None
    at = SystemClock().now().isoformat(timespec="seconds")
    store = store_here(None if day is None else lambda: day)
    try:
        done = store.renew(at=at, by=by, note=note)
    except (CatalogueRejected, StorageError) as error:
        if as_json:
            print_json({"renewed": None, "error": str(error)})
        else:
            typer.echo(f"Not renewed, the catalogue in use stays: {error}", err=True)
        raise typer.Exit(EXIT_REFUSED) from None
    if as_json:
        print_json({"renewed": done})
    elif done is None:
        typer.echo("The live catalogue is up to date.")
    else:
        typer.echo(f"Live now: {done.after} ({done.action.value}, {done.changed} procedures changed)")


def misses_command(
    limit: Annotated[int, typer.Option(min=1, max=5000, help="The most frequent so many.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Show what people looked for and did not find, most frequent first."""
    with refusing(as_json=as_json), opened_outbox(as_json=as_json) as files:
        found = files.misses.misses()[:limit]
    if as_json:
        print_json({"misses": found})
        return
    if not found:
        typer.echo("Nothing was looked for in vain.")
        return
    table = Table("Looked for", "Times", "Last on")
    for miss in found:
        table.add_row(miss.query, str(miss.times), f"{miss.last_day:%d/%m/%Y}")
    Console().print(table)
    typer.echo('Make one an everyday name: kiosk catalogue name "QUERY" CODE --by "Your name"')


def name_command(
    query: Annotated[str, typer.Argument(help="What people say, best with its accents.")],
    code: Annotated[str, typer.Argument(help="The procedure they mean.")],
    by: By,
    as_json: AsJson = False,
) -> None:
    """Make what people say an everyday name of a procedure."""
    with _editing(as_json=as_json) as edit:
        made = edit.name_from_miss(query, code=code, by=by)
    _done(f'"{made.value}" now finds {made.code}', made, as_json=as_json)


@overlays_app.command("list")
def list_command(as_json: AsJson = False) -> None:
    """List what staff added, and what has no procedure any more."""
    with _editing(as_json=as_json) as edit:
        found = edit.list()
    if as_json:
        print_json(found)
        return
    if not found.overlays:
        typer.echo("Staff added nothing yet.")
        return
    alone = {overlay.overlay_id for overlay in found.orphans}
    for overlay in found.overlays:
        note = "   not in the catalogue now" if overlay.overlay_id in alone else ""
        typer.echo(f"{overlay.overlay_id}. {overlay.code} {overlay.key.value}: {overlay.value}{note}")
        typer.echo(f"   by {overlay.by}, {_hall_time(overlay.at)}{_days(overlay)}")


@overlays_app.command("add")
def add_command(
    code: Annotated[str, typer.Argument(help="The procedure's national code.")],
    key: Annotated[OverlayKey, typer.Argument(help="What is added.")],
    value: Annotated[str, typer.Argument(help="A fee in đồng or words; a text; yes; 0 to 100.")],
    by: By,
    valid_from: Annotated[datetime | None, typer.Option("--from", formats=_DAY, help="First day.")] = None,
    valid_to: Annotated[datetime | None, typer.Option("--to", formats=_DAY, help="Last day.")] = None,
    replaces: Annotated[int, typer.Option(min=0, help="The number of the overlay it replaces.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Add a fee, counter, opening_note, note, everyday_name, popularity, or hide with `hidden yes`."""
    draft = OverlayDraft(
        code=code,
        key=key,
        value=value,
        by=by,
        valid_from=valid_from.date() if valid_from else None,
        valid_to=valid_to.date() if valid_to else None,
    )
    with _editing(as_json=as_json) as edit:
        made = edit.add(draft, replaces=replaces)
    _done(f"Kept as number {made.overlay_id}", made, as_json=as_json)


@overlays_app.command("remove")
def remove_command(
    number: Annotated[int, typer.Argument(min=1, help="The number `overlays list` shows.")],
    by: By,
    as_json: AsJson = False,
) -> None:
    """Take an overlay away; that it was there is kept."""
    with _editing(as_json=as_json) as edit:
        gone = edit.remove(number, by=by)
    _done(f"Removed: {gone.code} {gone.key.value} {gone.value}", gone, as_json=as_json)


@contextmanager
def _editing(*, as_json: bool) -> Iterator[EditOverlays]:
    """Open the outbox for one edit; afterwards build a version with it, and say where that has to wait."""
    clock, store = SystemClock(), store_here()
    edits: list[tuple[str, str]] = []
    with refusing(as_json=as_json), opened_outbox(as_json=as_json) as files:
        try:
            yield EditOverlays(
                files.overlays, files.misses, store, clock, changed=lambda by, note: edits.append((by, note))
            )
        except KeyError as error:
            _refuse(f"no overlay {error}", {"field": "number", "value": str(error)}, as_json=as_json)
    for by, note in edits:
        try:
            store.renew(at=clock.now().isoformat(timespec="seconds"), by=by, note=note)
        except (StorageError, CatalogueRejected) as error:
            typer.echo(f"Kept, but the catalogue could not be built with it yet: {error}", err=True)


def _done(message: str, overlay: Overlay, *, as_json: bool) -> None:
    if as_json:
        print_json({"overlay": overlay})
    else:
        typer.echo(f"{message}. The next visit sees it.")


def _days(overlay: Overlay) -> str:
    begins = f", from {overlay.valid_from:%d/%m/%Y}" if overlay.valid_from else ""
    ends = f", until {overlay.valid_to:%d/%m/%Y}" if overlay.valid_to else ""
    return begins + ends


def _hall_time(at: str) -> str:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{moment.astimezone(HALL_ZONE):%d/%m/%Y %H:%M}"
