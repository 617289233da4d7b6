"""Building a catalogue version: one SQLite file with everything in it, finished before anyone can see it."""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.catalogue import Detail, LifeEvent, Procedure
from kiosk.domain.freshness import forgotten_on, withdrawal_notice
from kiosk.domain.overlays import Overlay, by_code, is_hidden, with_overlays
from kiosk.domain.text_folding import tokens
from offline_cache.search_index import SCHEMA as SEARCH_SCHEMA
from offline_cache.search_index import display_name, write_search_tables

FORMAT = 6  # of the tables below and of the search tables; a kiosk builds anew what it cannot read
_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE life_event(id TEXT PRIMARY KEY, place INTEGER NOT NULL, record BLOB NOT NULL) STRICT;
CREATE TABLE procedure(
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, field TEXT NOT NULL, detail TEXT NOT NULL,
    ward_served INTEGER NOT NULL, core INTEGER NOT NULL, popularity INTEGER NOT NULL, icon TEXT NOT NULL,
    title_vi TEXT NOT NULL, line_vi TEXT NOT NULL, title_en TEXT NOT NULL, line_en TEXT NOT NULL,
    official TEXT NOT NULL) STRICT;
CREATE INDEX procedure_field ON procedure(field) WHERE ward_served;
CREATE TABLE event_procedure(
    event TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (event, id)) STRICT, WITHOUT ROWID;
CREATE TABLE record(id INTEGER PRIMARY KEY, body BLOB NOT NULL, imported BLOB, shown BLOB NOT NULL) STRICT;
CREATE TABLE hidden(code TEXT PRIMARY KEY, body BLOB NOT NULL, imported BLOB) STRICT;
"""
_COMPRESSION = 3  # of zlib: 6 halves the speed of an import for 4 % of size


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionContent:
    """What a version is built from.

    `facts` are the imported procedures, `starter` ours with plain texts, `synonyms` (phrase, meaning) pairs,
    `everyday_names` (code, names) of any procedure, `overlays` the staff's that are in force; `source` says
    where the facts came from. `forgotten` are codes withdrawn so long ago that nobody finds them any more: a
    clock gone wrong must not lose their facts. `ingredients` stands for all but the facts (see
    `CatalogueIngredients`): when it differs, the version is to be built anew.
    """

    facts: tuple[Procedure, ...] = ()
    starter: tuple[Procedure, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()
    everyday_names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    overlays: tuple[Overlay, ...] = ()
    forgotten: tuple[str, ...] = ()
    source: str = "starter"
    ingredients: str = ""


def joined(facts: Procedure, ours: Procedure) -> Procedure:
    """Return the imported `facts` with our texts, aliases, icon and place beside them.

    A line of the national list never empties what our file knows in full.
    """
    base = ours if facts.detail is Detail.LIST and ours.detail is Detail.FULL else facts
    return replace(
        base,
        withdrawn_at=facts.withdrawn_at,
        replaced_by=facts.replaced_by,
        ward_served=True,
        core=ours.core,
        popularity=ours.popularity,
        icon=ours.icon,
        life_events=ours.life_events,
        aliases=ours.aliases,
        form_id=ours.form_id,
        texts=ours.texts,
        questions=ours.questions,
    )


def joined_procedures(content: VersionContent) -> tuple[Procedure, ...]:
    """Return the procedures with our texts and the staff's overlays, hidden ones too, by code."""
    ours = {procedure.code: procedure for procedure in content.starter}
    shown = dict(ours)
    for facts in content.facts:
        own = ours.get(facts.code)
        shown[facts.code] = joined(facts, own) if own else facts
    for code, names in content.everyday_names:
        if code in shown:
            shown[code] = also_called(shown[code], names)
    about = by_code(content.overlays)
    return tuple(with_overlays(shown[code], about.get(code, ())) for code in sorted(shown))


def also_called(procedure: Procedure, names: Iterable[str]) -> Procedure:
    """Return `procedure` with `names` behind its own everyday names, each once however it is written."""
    by_words: dict[tuple[str, ...], str] = {}
    for name in (*procedure.aliases, *names):
        by_words.setdefault(tokens(name), name)
    return replace(procedure, aliases=tuple(by_words.values()))


def version_name(content: VersionContent) -> str:
    """Return `<newest date>-<10 hex digits of the content>`: the same content always has the same name."""
    body = msgspec.json.encode(
        (
            FORMAT,
            content.ingredients,
            content.facts,
            content.starter,
            content.life_events,
            content.synonyms,
            content.everyday_names,
            content.overlays,
            content.forgotten,
        )
    )
    newest = max(
        (p.taken_at for p in (*content.facts, *content.starter) if p.taken_at), default=date(1970, 1, 1)
    )
    return f"{newest.isoformat()}-{hashlib.sha256(body).hexdigest()[:10]}"


def build_version(
    path: Path, content: VersionContent, *, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> str:
    """Write the version file to `path` (which must not exist), durably; return the version's name.

    `progress` is called with (procedures written, procedures in all). Raises OSError and sqlite3.Error.
    """
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF; PRAGMA page_size=8192;")
        name = write_version(connection, content, progress=progress)
    finally:
        connection.close()
    _flush(path)
    return name


def write_version(
    connection: sqlite3.Connection, content: VersionContent, *, progress: Callable[[int, int], None]
) -> str:
    """Fill an empty database with a version; return its name. Raises sqlite3.Error."""
    name = version_name(content)
    about, forgotten = by_code(content.overlays), frozenset(content.forgotten)
    everything = joined_procedures(content)
    procedures = [
        procedure
        for procedure in everything
        if procedure.code not in forgotten and not is_hidden(about.get(procedure.code, ()))
    ]
    imported = {procedure.code: procedure for procedure in content.facts}
    connection.executescript(_SCHEMA + SEARCH_SCHEMA)
    with connection:
        _write_meta(connection, name, content, procedures)
        for row_id, procedure in enumerate(procedures, start=1):
            _write_procedure(connection, row_id, procedure, imported.get(procedure.code))
            if row_id % 200 == 0:
                progress(row_id, len(procedures))
        shown = {procedure.code for procedure in procedures}
        connection.executemany(
            "INSERT INTO hidden VALUES (?, ?, ?)",
            [(p.code, *_packed(p, imported.get(p.code))) for p in everything if p.code not in shown],
        )
        write_search_tables(connection, procedures, content.synonyms)
    connection.executescript("ANALYZE;")
    progress(len(procedures), len(procedures))
    return name


def _write_meta(
    connection: sqlite3.Connection, name: str, content: VersionContent, procedures: Sequence[Procedure]
) -> None:
    taken_at = max((p.taken_at for p in procedures if p.taken_at), default=date(1970, 1, 1))
    with_detail = sum(procedure.detail is Detail.FULL for procedure in procedures)
    right_from, right_before = _right_days(content)
    rows = {
        "format": str(FORMAT),
        "version": name,
        "taken_at": taken_at.isoformat(),
        "procedures": str(len(procedures)),
        "with_detail": str(with_detail),
        "imported": str(len(content.facts)),
        "source": content.source,
        "ingredients": content.ingredients,
        "right_from": right_from.isoformat(),
        "right_before": right_before.isoformat(),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())
    connection.executemany(
        "INSERT INTO life_event VALUES (?, ?, ?)",
        [
            (event.event_id, place, msgspec.json.encode(event))
            for place, event in enumerate(content.life_events)
        ],
    )


def _right_days(content: VersionContent) -> tuple[date, date]:
    """Return the day from which and the day before which other withdrawn procedures are to be shown."""
    days = [(facts.code in content.forgotten, forgotten_on(facts)) for facts in content.facts]
    gone = [day for is_gone, day in days if is_gone and day]
    shown = [day for is_gone, day in days if not is_gone and day]
    return max(gone, default=date.min), min(shown, default=date.max)


def _write_procedure(
    connection: sqlite3.Connection, row_id: int, procedure: Procedure, imported: Procedure | None
) -> None:
    rows = []
    for language in ("vi", "en"):
        text = procedure.text(language)
        title, line = (text.name, text.summary) if text else (display_name(procedure.name), procedure.field)
        rows += [title, withdrawal_notice(procedure, language) or line]
    # One withdrawn, and what offices do among themselves, is found by its words, and listed nowhere.
    is_listed = procedure.withdrawn_at is None and not procedure.is_between_offices
    connection.execute(
        "INSERT INTO procedure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row_id,
            procedure.code,
            procedure.field,
            procedure.detail.value,
            procedure.ward_served and is_listed,
            procedure.core and is_listed,
            procedure.popularity if is_listed else 0,
            procedure.icon,
            *rows,
            display_name(procedure.name) if procedure.texts else "",
        ),
    )
    connection.executemany(
        "INSERT INTO event_procedure VALUES (?, ?)",
        [(event, row_id) for event in dict.fromkeys(procedure.life_events) if is_listed],
    )
    connection.execute(
        "INSERT INTO record VALUES (?, ?, ?, ?)",
        (row_id, *_packed(procedure, imported), shown_hash(procedure)),
    )


def _packed(procedure: Procedure, imported: Procedure | None) -> tuple[bytes, bytes | None]:
    """Return what is shown and what was imported: None where nothing was, b"" where both are the same."""
    kept = None if imported is None else b"" if imported == procedure else pack(imported)
    return pack(procedure), kept


def shown_hash(procedure: Procedure) -> bytes:
    """Return 8 bytes that differ when anything shown does; the day the facts were taken is not compared."""
    return hashlib.blake2b(msgspec.json.encode(replace(procedure, taken_at=None)), digest_size=8).digest()


def pack(procedure: Procedure) -> bytes:
    """Return a procedure as compressed JSON."""
    return zlib.compress(msgspec.json.encode(procedure), _COMPRESSION)


_PROCEDURE = msgspec.json.Decoder(Procedure)


def unpack(body: bytes) -> Procedure:
    """Return the procedure of `pack`. Raises msgspec.ValidationError and zlib.error for other bytes."""
    return _PROCEDURE.decode(zlib.decompress(body))


def _flush(path: Path) -> None:
    """Make the file and its name durable."""
    for target in (path, path.parent):
        handle = os.open(target, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
