"""Searching one open version: candidates from FTS5, then ranking; nothing is read before it is needed."""

import sqlite3
from dataclasses import dataclass
from functools import cached_property

from offline_cache.search_query import Synonyms, Understood, Vocabulary, shipped_words, understand
from offline_cache.search_ranking import SURE_FROM, Candidate, Ranked, certainty, make_views, prior_of, rank

MAX_CANDIDATES = 150
_RARE_ROWS = 2500  # FTS5 scores every row it matches: words go in, rarest first, until this many rows are due
_RARE_SHARE = 5  # … or a fifth of a catalogue much larger than any known
_CANDIDATES = """
SELECT rowid, -bm25(found, 10.0, 8.0, 0.6) AS score FROM found WHERE found MATCH ? ORDER BY score DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Ranked procedures and whether the best is probably what was meant, with the figure behind that."""

    ranked: tuple[Ranked, ...]
    confident: bool
    matched: bool = True
    certainty: float = 0.0


class SearchEngine:
    """Finds procedures in the search tables of an open version file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._candidates: dict[int, Candidate] = {}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        counts = dict(self._connection.execute("SELECT word, procedures FROM word"))
        (procedures,) = self._connection.execute("SELECT count(*) FROM search_view").fetchone()
        marked = dict(self._connection.execute("SELECT word, procedures FROM marked_word"))
        return Vocabulary(counts, procedures, marked)

    @cached_property
    def _synonyms(self) -> Synonyms:
        rows = self._connection.execute("SELECT phrase, means FROM synonym")
        return {tuple(phrase.split()): means.split() for phrase, means in rows}

    def understand(self, query: str) -> Understood:
        """Return what the engine makes of `query`."""
        return understand(query, self._vocabulary, self._synonyms, stop=shipped_words())

    def search(self, query: str) -> Found:
        """Return the procedures for `query`, best first; never raises for odd input."""
        understood = self.understand(query)
        if understood.codes:
            exact = self._by_code(understood.codes)
            if exact:
                return Found(exact, confident=True)
        if not understood.weights:
            return Found(self._popular(), confident=False, matched=False)
        candidates = self._load(self._match(understood))
        ranked = rank(understood, candidates, self._vocabulary)
        if not ranked:
            return Found((), confident=False)
        best = self._candidates[ranked[0].row_id]
        sure = certainty(understood, best, ranked[0].score, self._vocabulary)
        return Found(tuple(ranked), confident=sure >= SURE_FROM, certainty=sure)

    def _match(self, understood: Understood) -> list[tuple[int, float]]:
        counts = self._vocabulary.counts
        chosen: list[str] = []
        rows = 0
        for word in sorted(understood.weights, key=lambda known: (counts[known], known)):
            rows += counts[word]
            if chosen and rows > max(_RARE_ROWS, self._vocabulary.procedures // _RARE_SHARE):
                break
            chosen.append(word)
        expression = " OR ".join(f'"{word}"' for word in chosen)
        return self._connection.execute(_CANDIDATES, (expression, MAX_CANDIDATES)).fetchall()

    def _load(self, matches: list[tuple[int, float]]) -> list[tuple[Candidate, float]]:
        missing = [row_id for row_id, _ in matches if row_id not in self._candidates]
        if missing:
            marks = ",".join("?" * len(missing))
            rows = self._connection.execute(
                "SELECT v.id, p.code, v.title, v.aliases, v.marked, p.ward_served, p.core, p.popularity"  # noqa: S608
                f" FROM search_view v JOIN procedure p USING (id) WHERE v.id IN ({marks})",
                missing,
            )
            for row_id, code, title, aliases, marked, ward_served, core, popularity in rows:
                self._candidates[row_id] = Candidate(
                    row_id,
                    code,
                    make_views(title, aliases.split("\n"), self._vocabulary),
                    frozenset(marked.split()),
                    prior_of(ward_served=bool(ward_served), core=bool(core), popularity=popularity),
                    popularity,
                )
        return [(self._candidates[row_id], bm25) for row_id, bm25 in matches]

    def _by_code(self, codes: tuple[str, ...]) -> tuple[Ranked, ...]:
        marks = ",".join("?" * len(codes))
        rows = dict(
            self._connection.execute(f"SELECT code, id FROM procedure WHERE code IN ({marks})", codes)  # noqa: S608
        )
        return tuple(Ranked(rows[code], code, 100.0) for code in dict.fromkeys(codes) if code in rows)

    def _popular(self) -> tuple[Ranked, ...]:
        rows = self._connection.execute(
            "SELECT id, code, popularity FROM procedure WHERE popularity > 0"
            " ORDER BY popularity DESC, code LIMIT 60"
        )
        return tuple(Ranked(row_id, code, popularity / 100) for row_id, code, popularity in rows)
