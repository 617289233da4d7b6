"""Whole phrases that go on from what was typed, and the procedures they name.

Two letters find nothing useful among thousands of official names (a "b" is a theatre of war there). What
people call the procedures of a hall does: wanted phrases that begin so, then those with a word that does.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.catalogue import Procedure
from offline_cache.search_vocabulary import search_tokens

SCHEMA = """
CREATE TABLE phrase(
    id INTEGER PRIMARY KEY, procedure INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
    wanted INTEGER NOT NULL) STRICT;
CREATE TABLE phrase_start(
    folded TEXT NOT NULL, place INTEGER NOT NULL, phrase INTEGER NOT NULL,
    PRIMARY KEY (folded, place, phrase)) STRICT, WITHOUT ROWID;
"""
_FIND = """
SELECT DISTINCT p.procedure, p.text FROM phrase_start s JOIN phrase p ON p.id = s.phrase
WHERE s.folded >= ? AND s.folded < ? AND p.language IN (?, '')
ORDER BY min(s.place, 1), p.wanted DESC, length(p.text), p.text LIMIT ?
"""
_LONGEST = 60  # letters: longer phrases are no help in a row of suggestions
_STARTS = 4  # words a phrase can be entered at
_CORE, _WARD, _PLAIN_NAME = 30, 20, 5
_AFTER_ANY_LETTER = "\x7f"


@dataclass(frozen=True, slots=True)
class Completion:
    """A phrase as people write it, and the row id of the procedure it names."""

    procedure: int
    text: str


def write_completions(connection: sqlite3.Connection, procedures: Sequence[Procedure]) -> None:
    """Fill the tables with what this hall serves; row ids are places in `procedures`, from 1."""
    number = 0
    for row_id, procedure in enumerate(procedures, start=1):
        if not procedure.ward_served or procedure.withdrawn_at is not None or procedure.is_between_offices:
            continue
        for language, text, wanted in _phrases(procedure):
            number += 1
            connection.execute(
                "INSERT INTO phrase VALUES (?, ?, ?, ?, ?)", (number, row_id, language, text, wanted)
            )
            typed = search_tokens(text)
            connection.executemany(
                "INSERT OR IGNORE INTO phrase_start VALUES (?, ?, ?)",
                [(" ".join(typed[place:]), place, number) for place in range(min(_STARTS, len(typed)))],
            )


def _phrases(procedure: Procedure) -> Iterator[tuple[str, str, int]]:
    """Yield (language, phrase, how much it is wanted), each phrase once."""
    wanted = procedure.popularity + _CORE * procedure.core + _WARD
    names = [(text.language, text.name, wanted + _PLAIN_NAME) for text in procedure.texts]
    names += [("vi", alias, wanted) for alias in procedure.aliases]
    seen = set()
    for language, name, points in names:
        key = search_tokens(name)
        if key and key not in seen and len(name) <= _LONGEST:
            seen.add(key)
            yield language, name, points


def completions(
    connection: sqlite3.Connection, typed: str, language: str, limit: int
) -> tuple[Completion, ...]:
    """Return phrases that begin with `typed` (search spelling), most wanted first, then inner starts."""
    if not typed.strip() or limit <= 0:
        return ()
    rows = connection.execute(_FIND, (typed, typed + _AFTER_ANY_LETTER, language, limit))
    return tuple(Completion(procedure, text) for procedure, text in rows)
