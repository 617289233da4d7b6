"""Reading a catalogue version: the CatalogueReader over one immutable SQLite file."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import quote

import msgspec

from kiosk.domain.catalogue import CatalogueInfo, Detail, LifeEvent, Procedure, ProcedureRow, SearchAnswer
from kiosk.domain.text_folding import fold, nfc
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_version import FORMAT, VersionContent, unpack, write_version
from offline_cache.search_answers import grouped, is_toss_up, rows_of
from offline_cache.search_engine import SearchEngine

_ROW = {
    "vi": "p.code, p.title_vi, p.line_vi, p.icon, p.detail, p.ward_served, p.official",
    "en": "p.code, p.title_en, p.line_en, p.icon, p.detail, p.ward_served, p.official",
}
_COMPLETIONS = 6
_MOST_ROWS_KEPT = 2000  # a language
# What reading a file with flipped bits may end in.
_DAMAGE = (sqlite3.Error, UnicodeDecodeError, KeyError, ValueError, zlib.error, msgspec.DecodeError)
_MOST_WANTED = "ORDER BY p.popularity DESC, p.core DESC, p.title_vi, p.code"


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a damaged file into CatalogueRejected."""
    try:
        yield
    except _DAMAGE as error:
        raise CatalogueRejected(path.name, line=0, field="version", value="", reason=str(error)) from error


class SqliteCatalogue:
    """An open version file. One thread at a time; raises CatalogueRejected when the file is no version."""

    def __init__(
        self, path: Path, *, trouble: str = "", connection: sqlite3.Connection | None = None
    ) -> None:
        self.path = path
        with _refusing(path):
            self._connection = connection or _connect(path)
        self._read_meta(trouble)

    def _read_meta(self, trouble: str) -> None:
        try:
            with _refusing(self.path):
                self._meta: dict[str, str] = dict(self._connection.execute("SELECT key, value FROM meta"))
                self._info = _info(self._meta, trouble)
        except CatalogueRejected:
            self.close()
            raise
        if self._meta.get("format") != str(FORMAT):
            found = self._meta.get("format", "")
            self.close()
            raise CatalogueRejected(
                self.path.name, line=0, field="format", value=found, reason=f"is not {FORMAT}"
            )
        self._engine = SearchEngine(self._connection)
        self._kept_rows: dict[str, dict[int, ProcedureRow]] = {}

    @property
    def meta(self) -> dict[str, str]:
        """Name, date, counts and origin of the version, as text."""
        return dict(self._meta)

    @property
    def engine(self) -> SearchEngine:
        """The search engine over this file."""
        return self._engine

    def info(self) -> CatalogueInfo:
        """Return version, date and counts."""
        return self._info

    def life_events(self) -> tuple[LifeEvent, ...]:
        """Return the tiles of the home screen, in order."""
        rows = self._connection.execute("SELECT record FROM life_event ORDER BY place")
        return tuple(msgspec.json.decode(record, type=LifeEvent) for (record,) in rows)

    def rows_of_event(self, event_id: str, language: str) -> tuple[ProcedureRow, ...]:
        """Return the procedures of a life event, most wanted first; () for an unknown one."""
        rows = self._connection.execute(
            f"SELECT {_columns(language)} FROM event_procedure e JOIN procedure p USING (id)"  # noqa: S608
            f" WHERE e.event = ? {_MOST_WANTED}",
            (event_id,),
        )
        return tuple(map(_row, rows))

    def fields(self) -> tuple[tuple[str, int], ...]:
        """Return the fields of ward-served procedures with their counts, alphabetically."""
        rows = self._connection.execute(
            "SELECT field, count(*) FROM procedure WHERE ward_served AND field <> '' GROUP BY field"
        ).fetchall()
        return tuple(sorted(rows, key=lambda row: (fold(row[0]), row[0])))

    def rows_of_field(self, field: str, language: str) -> tuple[ProcedureRow, ...]:
        """Return the ward-served procedures of a field, most wanted first."""
        rows = self._connection.execute(
            f"SELECT {_columns(language)} FROM procedure p"  # noqa: S608
            f" WHERE p.field = ? AND p.ward_served {_MOST_WANTED}",
            (nfc(field),),
        )
        return tuple(map(_row, rows))

    def procedure(self, code: str) -> Procedure | None:
        """Return the procedure with this national code, or None."""
        row = self._connection.execute(
            "SELECT r.body FROM procedure p JOIN record r USING (id) WHERE p.code = ?", (code,)
        ).fetchone()
        return unpack(row[0]) if row else None

    def search(self, query: str, *, language: str, limit: int = 60) -> SearchAnswer:
        """Find procedures by people's words: with or without accents, half-typed, misspelt."""
        found = self._engine.search(query)
        candidates = self._engine.candidates
        groups = grouped(found.ranked, candidates)
        shown = groups[: max(0, limit)]
        rows = self._rows([one.row_id for group in shown for one in (group.first, *group.twins)], language)
        begun = self._engine.completions(found.understood, language, _COMPLETIONS)
        return SearchAnswer(
            query=query,
            rows=rows_of(shown, rows, found.understood),
            confident=found.confident,
            total=len(groups),
            matched=found.matched,
            which_one=is_toss_up(found, groups, candidates),
            completions=tuple(one.text for one in begun),
        )

    def _rows(self, wanted: Sequence[int], language: str) -> Mapping[int, ProcedureRow]:
        """Return the rows with these ids; those shown lately are not read again."""
        kept = self._kept_rows.setdefault(language, {})
        if len(kept) > _MOST_ROWS_KEPT:
            kept.clear()
        missing = [row_id for row_id in wanted if row_id not in kept]
        if missing:
            marks = ",".join("?" * len(missing))
            rows = self._connection.execute(
                f"SELECT p.id, {_columns(language)} FROM procedure p WHERE p.id IN ({marks})",  # noqa: S608
                missing,
            )
            kept.update((row[0], _row(row[1:])) for row in rows)
        return kept

    def all_procedures(self) -> Iterator[Procedure]:
        """Yield every procedure as shown, by code. Raises CatalogueRejected for damaged records."""
        yield from self._records("SELECT body FROM record r JOIN procedure p USING (id) ORDER BY p.code")

    def all_hidden(self) -> Iterator[Procedure]:
        """Yield every procedure this version does not show, by code. Raises CatalogueRejected."""
        yield from self._records("SELECT body FROM hidden ORDER BY code")

    def imported_facts(self) -> Iterator[Procedure]:
        """Yield the official facts this version was built from, without our own, by code."""
        with _refusing(self.path):
            yield from _imported(self._connection)

    def hidden(self, code: str) -> Procedure | None:
        """Return a procedure that staff hide, or None."""
        row = self._connection.execute("SELECT body FROM hidden WHERE code = ?", (code,)).fetchone()
        return unpack(row[0]) if row else None

    def codes(self) -> frozenset[str]:
        """Return the code of every procedure, hidden ones too."""
        rows = self._connection.execute("SELECT code FROM procedure UNION SELECT code FROM hidden")
        return frozenset(code for (code,) in rows)

    def imported_of(self, codes: Iterable[str]) -> Iterator[Procedure]:
        """Yield the official facts of `codes` that are imported here. Raises CatalogueRejected."""
        statement = (
            "SELECT iif(length(r.imported), r.imported, r.body) FROM record r JOIN procedure p USING (id)"
            " WHERE p.code = :code AND r.imported IS NOT NULL"
            " UNION ALL SELECT iif(length(imported), imported, body) FROM hidden"
            " WHERE code = :code AND imported IS NOT NULL"
        )
        with _refusing(self.path):
            for code in codes:
                for (body,) in self._connection.execute(statement, {"code": code}).fetchall():
                    yield unpack(body)

    def shown_hashes(self) -> dict[str, bytes]:
        """Return 8 bytes for each code that differ when anything shown of it does."""
        rows = self._connection.execute("SELECT p.code, r.shown FROM procedure p JOIN record r USING (id)")
        return dict(rows.fetchall())

    def some(self, codes: Iterable[str]) -> Iterator[Procedure]:
        """Yield the procedures of `codes` that are here, in that order. Raises CatalogueRejected."""
        with _refusing(self.path):
            for code in codes:
                found = self.procedure(code)
                if found is not None:
                    yield found

    def check(self) -> str:
        """Read every page and record; return what is wrong, "" where nothing is."""
        try:
            (state,) = self._connection.execute("PRAGMA integrity_check").fetchone()
            count = sum(1 for _ in self.all_procedures())
        except (*_DAMAGE, CatalogueRejected) as error:
            return str(error)
        if state != "ok":
            return str(state)
        return (
            ""
            if count == self.info().procedures
            else f"holds {count} procedures, not {self.info().procedures}"
        )

    def _records(self, statement: str) -> Iterator[Procedure]:
        with _refusing(self.path):
            for (body,) in self._connection.execute(statement):
                yield unpack(body)

    def close(self) -> None:
        """Release the file."""
        self._connection.close()


def catalogue_in_memory(content: VersionContent, *, trouble: str) -> SqliteCatalogue:
    """Return a version built in memory, for a kiosk whose disk keeps nothing; `trouble` says why."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    write_version(connection, content, progress=lambda _done, _all: None)
    return SqliteCatalogue(Path("memory"), trouble=trouble, connection=connection)


def read_meta(path: Path) -> dict[str, str]:
    """Return name, origin and ingredients of a version file of any format. Raises CatalogueRejected."""
    with _refusing(path), closing(_connect(path)) as connection:
        return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def read_facts(path: Path) -> tuple[Procedure, ...]:
    """Return the official facts of a version file, also one that an older program built, by code.

    Raises CatalogueRejected for a damaged file.
    """
    with _refusing(path), closing(_connect(path)) as connection:
        return tuple(_imported(connection))


def _imported(connection: sqlite3.Connection) -> Iterator[Procedure]:
    shown = (
        "SELECT p.code AS code, iif(length(r.imported), r.imported, r.body) FROM record r"
        " JOIN procedure p USING (id) WHERE r.imported IS NOT NULL"
    )
    # before format 3 nothing could be hidden
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'hidden'").fetchone()
    hidden = (
        " UNION ALL SELECT code, iif(length(imported), imported, body) FROM hidden WHERE imported IS NOT NULL"
        if known
        else ""
    )
    for _, body in connection.execute(f"{shown}{hidden} ORDER BY code"):
        yield unpack(body)


def _connect(path: Path) -> sqlite3.Connection:
    # immutable: the file never changes under this name, so no locks and no journal are looked for
    address = f"file:{quote(str(path))}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _info(meta: dict[str, str], trouble: str) -> CatalogueInfo:
    return CatalogueInfo(
        version=meta["version"],
        taken_at=date.fromisoformat(meta["taken_at"]),
        procedures=int(meta["procedures"]),
        with_detail=int(meta["with_detail"]),
        trouble=trouble,
    )


def _columns(language: str) -> str:
    return _ROW.get(language, _ROW["vi"])


def _row(columns: tuple[str, str, str, str, str, int, str]) -> ProcedureRow:
    code, title, line, icon, detail, ward_served, official = columns
    return ProcedureRow(
        code=code,
        title=title,
        line=line,
        icon=icon,
        detail=Detail(detail),
        ward_served=bool(ward_served),
        official="" if official == title else official,
    )
