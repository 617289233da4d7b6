"""Searching one open version: candidates from FTS5, then ranking; nothing is read before it is needed."""

import sqlite3
from dataclasses import dataclass, fields
from functools import cached_property

from offline_cache.search_certainty import certainty_parts
from offline_cache.search_query import Synonyms, Understood, make_synonyms, understand
from offline_cache.search_ranking import Ranked, Ranking
from offline_cache.search_rules import SHIPPED, SearchRules
from offline_cache.search_views import Candidate, CandidateRow, make_candidate
from offline_cache.search_vocabulary import Vocabulary, shipped_words

MAX_CANDIDATES = 150
_RARE_ROWS = 2500  # FTS5 scores every row it matches: words go in, rarest first, until this many rows are due
_RARE_SHARE = 5  # … or a fifth of a catalogue much larger than any known
_MAX_PHRASES = 6
_CANDIDATES = """
SELECT rowid, -bm25(found, 10.0, 8.0, 0.6) AS score FROM found WHERE found MATCH ? ORDER BY score DESC LIMIT ?
"""

_CANDIDATE_FIELDS = tuple(field.name for field in fields(CandidateRow))


@dataclass(frozen=True, slots=True)
class Found:
    """Ranked procedures and whether the best is probably what was meant, with the figure behind that."""

    ranked: tuple[Ranked, ...]
    confident: bool
    matched: bool = True
    certainty: float = 0.0


class SearchEngine:
    """Finds procedures in the search tables of an open version file."""

    def __init__(self, connection: sqlite3.Connection, rules: SearchRules = SHIPPED) -> None:
        self._connection, self._rules = connection, rules
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
        return make_synonyms(rows, shipped_words())

    def understand(self, query: str) -> Understood:
        """Return what the engine makes of `query`."""
        return understand(query, self._vocabulary, self._synonyms, stop=shipped_words(), rules=self._rules)

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
        ranked = Ranking(understood, self._vocabulary, self._rules).rank(candidates)
        if not ranked:
            return Found((), confident=False)
        best = self._candidates[ranked[0].row_id]
        parts = certainty_parts(understood, best, ranked[0].score, self._vocabulary, self._rules)
        sure = sum(points for _, points in parts)
        return Found(tuple(ranked), confident=sure >= 0, certainty=sure)

    def _match(self, understood: Understood) -> list[tuple[int, float]]:
        counts = self._vocabulary.counts
        chosen: list[str] = []
        rows = 0
        for word in sorted(understood.weights, key=lambda known: (counts[known], known)):
            rows += counts[word]
            if chosen and rows > max(_RARE_ROWS, self._vocabulary.procedures // _RARE_SHARE):
                break
            chosen.append(word)
        terms = [f'"{word}"' for word in chosen]
        if self._rules.phrases:
            terms += self._phrases(understood, frozenset(chosen))
        return self._connection.execute(_CANDIDATES, (" OR ".join(terms), MAX_CANDIDATES)).fetchall()

    def _phrases(self, understood: Understood, chosen: frozenset[str]) -> list[str]:
        """Return neighbours that are too common alone but may be rare together: "khai tử"."""
        counts = self._vocabulary.counts
        return [
            f'"{first} {second}"'
            for first, second in sorted(understood.pairs)
            if first in counts and second in counts and not chosen & {first, second}
        ][:_MAX_PHRASES]

    def _load(self, matches: list[tuple[int, float]]) -> list[tuple[Candidate, float]]:
        missing = [row_id for row_id, _ in matches if row_id not in self._candidates]
        if missing:
            marks = ",".join("?" * len(missing))
            rows = self._connection.execute(
                "SELECT v.id, p.code, v.title, v.aliases, v.marked, v.intents,"  # noqa: S608
                " p.ward_served, p.core, p.popularity, v.twins"
                f" FROM search_view v JOIN procedure p USING (id) WHERE v.id IN ({marks})",
                missing,
            )
            for row in rows:
                self._keep(CandidateRow(**dict(zip(_CANDIDATE_FIELDS, row, strict=True))))
        return [(self._candidates[row_id], bm25) for row_id, bm25 in matches]

    def _keep(self, row: CandidateRow) -> None:
        self._candidates[row.row_id] = make_candidate(row, self._vocabulary, self._rules)

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
