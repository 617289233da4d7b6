"""`kiosk search`: find procedures on the command line, one query or a file of them.

Exit codes: 0 done (also when nothing was found) · 1 the catalogue or the file was refused · 2 wrong usage.
"""

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, NoReturn

import msgspec
import typer

from config.locations import kiosk_home
from config.system_clock import SystemClock
from kiosk.domain.catalogue import ProcedureRow, SearchAnswer
from kiosk.ports.catalogue import CatalogueReader, CatalogueRejected
from offline_cache.catalogue_store import CatalogueStore
from offline_cache.search_engine import SearchEngine

RANKED = 10


class _Query(msgspec.Struct):
    id: str | int
    query: str


def search_command(
    query: Annotated[list[str] | None, typer.Argument(help="What a citizen would type.")] = None,
    batch: Annotated[Path | None, typer.Option(help='JSON lines {"id": …, "query": …}.')] = None,
    catalogue: Annotated[
        str, typer.Option(help="A version's name or an importable file; the live one else.")
    ] = "",
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many results.")] = RANKED,
    language: Annotated[str, typer.Option(help="vi or en.")] = "vi",
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON lines instead of text.")] = False,
    explain: Annotated[bool, typer.Option(help="Show what was understood and the scores.")] = False,
) -> None:
    """Find procedures by people's words, as the kiosk does."""
    if batch is None and not query:
        typer.echo("Say what to look for, or give --batch FILE.", err=True)
        raise typer.Exit(2)
    try:
        with closing(open_catalogue(catalogue)) as reader:
            if batch is not None:
                for line in _batch(reader, batch, limit):
                    typer.echo(line)
            else:
                text = " ".join(query or ())
                _one(reader, text, limit=limit, language=language, as_json=as_json)
                if explain:
                    _explain(reader, text, limit)
    except CatalogueRejected as error:
        _refuse(error, as_json=as_json)


def _refuse(error: CatalogueRejected, *, as_json: bool) -> NoReturn:
    typer.echo(
        json.dumps({"error": str(error)}, ensure_ascii=False) if as_json else f"Refused: {error}", err=True
    )
    raise typer.Exit(1)


def open_catalogue(name_or_file: str) -> CatalogueReader:
    """Return the live version, the version of that name, or one built from that file.

    What is built from a file is kept in the home's cache folder under its SHA-256. Raises CatalogueRejected.
    """
    home = kiosk_home()
    store = CatalogueStore(home / "catalogue", today=lambda: SystemClock().now().date())
    if not name_or_file:
        return store.open_current(at=SystemClock().now().isoformat(timespec="seconds"))
    path = Path(name_or_file)
    if not path.is_file():
        return store.open_version(name_or_file)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    built = CatalogueStore(home / "cache" / "catalogues" / digest)
    return built.open_version(built.version_of_file(path))


def _one(reader: CatalogueReader, text: str, *, limit: int, language: str, as_json: bool) -> None:
    started = time.perf_counter()
    answer = reader.search(text, language=language, limit=limit)
    spent_ms = (time.perf_counter() - started) * 1000
    if as_json:
        typer.echo(_line({"query": text}, answer, spent_ms, limit, with_rows=True))
        return
    if not answer.rows:
        typer.echo("Nothing found. Try fewer words, or ask the staff.")
    elif not answer.confident:
        typer.echo("Not sure what was meant; the nearest:")
    elif answer.which_one:
        typer.echo("Which one is meant?")
    for row in answer.rows:
        _show_row(row, "")
        for twin in row.twins:
            _show_row(twin, "    ")
    if answer.completions:
        typer.echo("Goes on: " + " · ".join(answer.completions))


def _show_row(row: ProcedureRow, indent: str) -> None:
    typer.echo(f"{indent}{row.code}  {row.title}" + ("  [ward]" if row.ward_served else ""))


def _explain(reader: CatalogueReader, text: str, limit: int) -> None:
    engine = getattr(reader, "engine", None)
    if not isinstance(engine, SearchEngine):
        return
    explained = engine.explain(text, limit)
    understood = explained.understood
    typer.echo("What was understood", err=True)
    for word, weight in sorted(understood.weights.items(), key=lambda pair: -pair[1]):
        meant = understood.alternatives.get(word)
        typer.echo(f"  {word:<12} {weight:5.2f}" + (f"  for {meant}" if meant else ""), err=True)
    if understood.intents:
        typer.echo(f"  wants: {', '.join(sorted(understood.intents))}", err=True)
    typer.echo("Why they stand where they do", err=True)
    for ranked, scored in explained.scored:
        typer.echo(f"  {ranked.code}  {ranked.score:6.2f}  {scored.name}", err=True)
        typer.echo(f"      {_sum(scored.parts)}", err=True)
    if explained.certainty:
        sure = sum(points for _, points in explained.certainty)
        typer.echo(f"How sure that is: {sure:.2f} (sure from 0)\n      {_sum(explained.certainty)}", err=True)


def _sum(parts: Sequence[tuple[str, float]]) -> str:
    return " ".join(f"{name} {points:+.2f}" for name, points in parts if points)


def _batch(reader: CatalogueReader, batch: Path, limit: int) -> Iterator[str]:
    reader.search(
        "khai sinh", language="vi"
    )  # words are loaded at the first search: not part of a query's time
    for asked in _queries(batch):
        started = time.perf_counter()
        answer = reader.search(asked.query, language="vi", limit=limit)
        yield _line({"id": asked.id}, answer, (time.perf_counter() - started) * 1000, limit)


def _queries(batch: Path) -> Iterator[_Query]:
    try:
        content = batch.read_bytes()
    except OSError as error:
        raise CatalogueRejected(batch.name, line=0, field="file", value="", reason=str(error)) from error
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=_Query)
            except msgspec.DecodeError as error:
                shown = line[:100].decode(errors="replace")
                raise CatalogueRejected(
                    batch.name, line=number, field="query", value=shown, reason=str(error)
                ) from error


def _line(
    start: dict[str, str | int], answer: SearchAnswer, spent_ms: float, limit: int, *, with_rows: bool = False
) -> str:
    shown = [found for group in answer.rows for found in (group, *group.twins)][:limit]
    row: dict[str, object] = {
        **start,
        "ranked": [found.code for found in shown],
        "confident": answer.confident,
        "ms": round(spent_ms, 3),
    }
    if with_rows:
        row["which_one"] = answer.which_one
        row["titles"] = [found.title for found in shown]
    return json.dumps(row, ensure_ascii=False)
