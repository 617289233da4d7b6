"""The search tables of a version: folded texts for candidates (FTS5), views for ranking, words for repair."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from kiosk.domain.catalogue import Procedure
from kiosk.domain.text_folding import words
from offline_cache.search_query import search_tokens

SCHEMA = """
CREATE VIRTUAL TABLE found USING fts5(title, alias, extra, content='', tokenize='ascii');
CREATE TABLE search_view(
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, aliases TEXT NOT NULL, marked TEXT NOT NULL) STRICT;
CREATE TABLE word(word TEXT PRIMARY KEY, procedures INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE marked_word(word TEXT PRIMARY KEY, procedures INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE synonym(phrase TEXT NOT NULL, means TEXT NOT NULL) STRICT;
"""
_LEADING = re.compile(r"^\s*thủ tục\s+(hành chính\s+)?", re.IGNORECASE)


def display_name(name: str) -> str:
    """Return an official name without "Thủ tục " in front and "." behind, beginning with a capital."""
    bare = _LEADING.sub("", name).rstrip(" .;")
    return bare[:1].upper() + bare[1:] if bare else name


def everyday_names(procedure: Procedure) -> tuple[str, ...]:
    """Return the short names a procedure is known by: our plain names and the aliases."""
    names = [text.name for text in procedure.texts] + list(procedure.aliases)
    return tuple(dict.fromkeys(name for name in names if name))


def write_search_tables(
    connection: sqlite3.Connection,
    procedures: Sequence[Procedure],
    synonyms: Iterable[tuple[str, str]],
) -> None:
    """Fill the search tables; row ids are places in `procedures`, from 1."""
    counts: Counter[str] = Counter()
    marked_counts: Counter[str] = Counter()
    for row_id, procedure in enumerate(procedures, start=1):
        title = search_tokens(display_name(procedure.name))
        aliases = [search_tokens(name) for name in everyday_names(procedure)]
        extra = search_tokens(" ".join((procedure.field, *procedure.agencies[:2])))
        marked = {word.marked for word in words(procedure.name) if word.marked}
        for name in everyday_names(procedure):
            marked.update(word.marked for word in words(name) if word.marked)
        connection.execute(
            "INSERT INTO found(rowid, title, alias, extra) VALUES (?, ?, ?, ?)",
            (row_id, " ".join(title), " ".join(word for alias in aliases for word in alias), " ".join(extra)),
        )
        connection.execute(
            "INSERT INTO search_view VALUES (?, ?, ?, ?)",
            (row_id, " ".join(title), "\n".join(map(" ".join, aliases)), " ".join(sorted(marked))),
        )
        marked_counts.update(marked)
        counts.update({*title, *(word for alias in aliases for word in alias)})
        for word in extra:
            counts.setdefault(word, 1)
    connection.executemany("INSERT INTO word VALUES (?, ?)", counts.items())
    connection.executemany("INSERT INTO marked_word VALUES (?, ?)", marked_counts.items())
    connection.executemany(
        "INSERT INTO synonym VALUES (?, ?)",
        [(" ".join(search_tokens(phrase)), " ".join(search_tokens(means))) for phrase, means in synonyms],
    )
    connection.execute("INSERT INTO found(found) VALUES ('optimize')")
