"""The search tables of a version: folded texts for candidates (FTS5), views for ranking, words for repair."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from kiosk.domain.catalogue import Procedure
from kiosk.domain.text_folding import Word, words
from offline_cache.search_completions import SCHEMA as COMPLETIONS
from offline_cache.search_completions import write_completions
from offline_cache.search_twins import twin_groups
from offline_cache.search_views import HEAD_WORDS
from offline_cache.search_vocabulary import search_form, search_tokens, shipped_words

SCHEMA = (
    COMPLETIONS
    + """
CREATE VIRTUAL TABLE found USING fts5(title, alias, extra, content='', tokenize='ascii');
CREATE TABLE search_view(
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, aliases TEXT NOT NULL, marked TEXT NOT NULL,
    intents TEXT NOT NULL, twins INTEGER NOT NULL) STRICT;
CREATE TABLE word(word TEXT PRIMARY KEY, procedures INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE marked_word(word TEXT PRIMARY KEY, procedures INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE synonym(phrase TEXT NOT NULL, means TEXT NOT NULL) STRICT;
"""
)
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
    seen: dict[str, Word | None] = {}
    twins = twin_groups([procedure.name for procedure in procedures])
    for row_id, procedure in enumerate(procedures, start=1):
        names = [words(name, seen) for name in (display_name(procedure.name), *everyday_names(procedure))]
        title, *aliases = [" ".join(search_form(word.plain) for word in name) for name in names]
        extra = search_tokens(" ".join((procedure.field, *procedure.agencies[:2])))
        connection.execute(
            "INSERT INTO found(rowid, title, alias, extra) VALUES (?, ?, ?, ?)",
            (row_id, title, " ".join(aliases), " ".join(extra)),
        )
        written = "\n".join(" ".join(word.marked or word.plain for word in name) for name in names)
        connection.execute(
            "INSERT INTO search_view VALUES (?, ?, ?, ?, ?, ?)",
            (row_id, title, "\n".join(aliases), written, _intents(names), twins[row_id - 1]),
        )
        marked_counts.update({word.marked for name in names for word in name if word.marked})
        counts.update({word for name in (title, *aliases) for word in name.split()})
        for word in extra:
            counts.setdefault(word, 1)
    connection.executemany("INSERT INTO word VALUES (?, ?)", counts.items())
    connection.executemany("INSERT INTO marked_word VALUES (?, ?)", marked_counts.items())
    connection.executemany("INSERT INTO synonym VALUES (?, ?)", list(synonyms))
    write_completions(connection, procedures)
    connection.execute("INSERT INTO found(found) VALUES ('optimize')")


def _intents(names: Sequence[Sequence[Word]]) -> str:
    """Return the lines `make_views` reads: the head of the title, the whole title, then each alias."""
    phrases = shipped_words().intents
    title, *aliases = names
    return "\n".join(" ".join(sorted(phrases.of(part))) for part in (title[:HEAD_WORDS], title, *aliases))
