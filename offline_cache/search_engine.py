"""Searching one open version: candidates from FTS5, then ranking; nothing is read before it is needed."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from offline_cache.search_certainty import certainty_parts
from offline_cache.search_completions import Completion, completions
from offline_cache.search_query import Synonyms, Understood, make_synonyms, understand
from offline_cache.search_ranking import Ranked, Ranking, Scored
from offline_cache.search_rules import SHIPPED, SearchRules
from offline_cache.search_views import Candidate, CandidateRow, make_candidate
from offline_cache.search_vocabulary import Vocabulary, search_tokens, shipped_words

MAX_CANDIDATES = 60  # 150 find nothing more among the first ten, and take twice the time to rank
_RARE_ROWS = 2000  # FTS5 scores every row it matches: words go in, rarest first, until this many rows are due
_RARE_SHARE = 5  # … or a fifth of a catalogue much larger than any known
_MAX_PHRASES = 6
_FEW_WORDS, _A_WORD, _A_LONE_WORD = 2, 3, 4  # words, letters, letters
_MOST_BEGUN = 60
_MOST_KEPT = 4000  # candidates of 4 KB: beyond, those longest unused go
_CANDIDATES = """
SELECT rowid, -bm25(found, 10.0, 8.0, 0.6) AS score FROM found WHERE found MATCH ? ORDER BY score DESC LIMIT ?
"""

_CANDIDATE_FIELDS = tuple(field.name for field in fields(CandidateRow))


@dataclass(frozen=True, slots=True)
class Found:
    """Ranked procedures and whether the best is probably what was meant, with the figure behind that.

    `begun` tells that so little was typed that these only begin so; `matched` that any word fitted anything.
    """

    understood: Understood
    ranked: tuple[Ranked, ...]
    confident: bool
    matched: bool = True
    certainty: float = 0.0
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """A query as understood, the best procedures with their points, and the parts of the certainty."""

    understood: Understood
    scored: tuple[tuple[Ranked, Scored], ...]
    certainty: tuple[tuple[str, float], ...]


def is_half_typed(understood: Understood, vocabulary: Vocabulary) -> bool:
    """Tell whether so little was typed that only phrases that begin so can be meant."""
    typed = understood.typed.split()
    if not typed or len(typed) > _FEW_WORDS or understood.codes:
        return False
    shortest = _A_WORD if len(typed) > 1 else _A_LONE_WORD
    return len(typed[-1]) < shortest or typed[-1] not in vocabulary.counts


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

    @property
    def candidates(self) -> Mapping[int, Candidate]:
        """The procedures looked at so far, by row id."""
        return self._candidates

    def understand(self, query: str) -> Understood:
        """Return what the engine makes of `query`."""
        return understand(query, self._vocabulary, self._synonyms, stop=shipped_words(), rules=self._rules)

    def search(self, query: str) -> Found:
        """Return the procedures for `query`, best first; never raises for odd input."""
        understood = self.understand(query)
        if understood.codes:
            exact = self._by_code(understood.codes)
            if exact:
                return Found(understood, exact, confident=True)
        if tuple(understood.typed.split()) not in self._synonyms and is_half_typed(
            understood, self._vocabulary
        ):
            begun = self._begun(understood)
            if begun:
                others = self._others(understood, begun)
                return Found(understood, (*begun, *others), confident=True, begun=True)
        if not understood.weights:
            return Found(understood, self._popular(), confident=False, matched=False)
        ranking, candidates = self._ranking(understood)
        ranked = ranking.rank(candidates)
        if not ranked:
            return Found(understood, (), confident=False)
        sure = sum(points for _, points in self._certainty(understood, ranked[0]))
        return Found(understood, tuple(ranked), confident=sure >= 0, certainty=sure)

    def completions(self, understood: Understood, language: str, limit: int) -> tuple[Completion, ...]:
        """Return phrases that go on from what was typed: from all of it, else its first telling word."""
        typed = understood.typed
        found = completions(self._connection, typed, language, limit)
        if not found and understood.order:
            rest = typed[typed.find(understood.order[0]) :]
            found = completions(self._connection, rest, language, limit)
        return tuple(one for one in found if " ".join(search_tokens(one.text)) != understood.typed)

    def explain(self, query: str, limit: int) -> Explained:
        """Return why the best `limit` procedures of `query` stand where they do."""
        understood = self.understand(query)
        if not understood.weights:
            return Explained(understood, (), ())
        ranking, candidates = self._ranking(understood)
        ranked = ranking.rank(candidates)
        by_id = {candidate.row_id: (candidate, bm25) for candidate, bm25 in candidates}
        scored = tuple((found, ranking.explain(*by_id[found.row_id])) for found in ranked[:limit])
        return Explained(understood, scored, self._certainty(understood, ranked[0]) if ranked else ())

    def _ranking(self, understood: Understood) -> tuple[Ranking, list[tuple[Candidate, float]]]:
        ranking = Ranking(understood, self._vocabulary, self._rules)
        return ranking, self._load(self._match(understood))

    def _certainty(self, understood: Understood, best: Ranked) -> tuple[tuple[str, float], ...]:
        candidate = self._candidates[best.row_id]
        return certainty_parts(understood, candidate, best.score, self._vocabulary, self._rules)

    def _begun(self, understood: Understood) -> tuple[Ranked, ...]:
        """Return the procedures whose everyday names begin with what was typed, most wanted first."""
        found = completions(self._connection, understood.typed, "vi", _MOST_BEGUN)
        row_ids = list(dict.fromkeys(one.procedure for one in found))
        loaded = self._load([(row_id, 0.0) for row_id in row_ids])
        return tuple(
            Ranked(candidate.row_id, candidate.code, float(len(loaded) - place))
            for place, (candidate, _) in enumerate(loaded)
        )

    def _others(self, understood: Understood, begun: tuple[Ranked, ...]) -> tuple[Ranked, ...]:
        """Return what the words find beside `begun`, where the last one may be a whole word: "so do"."""
        last = understood.typed.split()[-1]
        if len(last) < _A_WORD - 1 or last not in understood.weights:
            return ()
        shown = {found.row_id for found in begun}
        ranking, candidates = self._ranking(understood)
        return tuple(found for found in ranking.rank(candidates) if found.row_id not in shown)

    def _match(self, understood: Understood) -> list[tuple[int, float]]:
        counts = self._vocabulary.counts
        chosen: list[str] = []
        rows = 0
        repairs = understood.alternatives
        for word in sorted(understood.weights, key=lambda known: (known in repairs, counts[known], known)):
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
        if len(self._candidates) > _MOST_KEPT:
            for row_id in list(self._candidates)[: _MOST_KEPT // 2]:
                del self._candidates[row_id]
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
