"""Ranking candidates: which procedure is meant, why, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from offline_cache.search_query import Understood
from offline_cache.search_rules import SHIPPED, SearchRules
from offline_cache.search_views import STRONG_INTENTS, Candidate, View
from offline_cache.search_vocabulary import Vocabulary

_AGAIN, _CERTIFY = "again", "certify"
_BEST = 12  # places a person may look at
_BARE_WORDS = 4  # an object alone has no more


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score.

    For the best few, `matched` and `covered` are the shares of the query and of its best name that agree.
    """

    row_id: int
    code: str
    score: float
    matched: float = 0.0
    covered: float = 0.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score taken apart: the name that fitted best, and (part, points) that add up."""

    name: str
    parts: tuple[tuple[str, float], ...]


class Ranking:
    """Scores candidates for one understood query."""

    def __init__(self, understood: Understood, vocabulary: Vocabulary, rules: SearchRules = SHIPPED) -> None:
        self._understood, self._vocabulary, self._rules = understood, vocabulary, rules
        self._asked = frozenset(understood.weights)
        self._total = max(understood.total, 1e-9)
        self._pairs: Mapping[tuple[str, str], float] = {}
        self._together = 0.0
        self._marked_total = sum(vocabulary.marked_idfs.get(word, 0.0) for word in understood.marked)
        self._marked_pairs: frozenset[tuple[str, str]] = frozenset()
        self._best_bm25 = 1.0
        self._is_bare = not understood.intents and len(understood.order) <= _BARE_WORDS

    def rank(self, candidates: Sequence[tuple[Candidate, float]]) -> list[Ranked]:
        """Return `candidates` (each with its bm25, larger is better) best first."""
        self._look_at(candidates)
        ranked = []
        for candidate, bm25 in candidates:
            points = max((self._view_score(view, candidate.doing) for view in candidate.views), default=0.0)
            points += sum(self._beside(candidate, bm25))
            ranked.append(Ranked(candidate.row_id, candidate.code, points))
        ranked.sort(key=lambda found: (-found.score, found.code))
        by_id = {candidate.row_id: candidate for candidate, _ in candidates}
        return [self._with_shares(found, by_id[found.row_id]) for found in ranked[:_BEST]] + ranked[_BEST:]

    def _with_shares(self, found: Ranked, candidate: Candidate) -> Ranked:
        view = self._best_view(candidate)
        matched, covered = self._shares(view, view.words & self._asked)
        return replace(found, matched=matched, covered=covered)

    def _best_view(self, candidate: Candidate) -> View:
        return max(candidate.views, key=lambda view: self._view_score(view, candidate.doing))

    def _shares(self, view: View, common: frozenset[str]) -> tuple[float, float]:
        """Return the share of the query's weight the name holds, and the share of the name asked for."""
        matched = min(1.0, sum(map(self._understood.weights.__getitem__, common)) / self._total)
        return matched, sum(map(self._vocabulary.idfs.__getitem__, common)) / view.weight

    def explain(self, candidate: Candidate, bm25: float) -> Scored:
        """Return the parts of the score of a candidate of the last `rank`."""
        view = self._best_view(candidate)
        named = ("accents", "accented pairs", "bm25", "prior")
        beside = zip(named, self._beside(candidate, bm25), strict=True)
        return Scored(view.text, (*self._view_parts(view, candidate.doing), *beside))

    def _look_at(self, candidates: Sequence[tuple[Candidate, float]]) -> None:
        """Keep the pairs that any candidate holds: what nobody calls so is no phrase."""
        understood = self._understood
        pairs, marked_pairs = set(understood.pairs), set(understood.marked_pairs)
        known = frozenset().union(
            *(view.pairs & pairs for candidate, _ in candidates for view in candidate.views)
        )
        self._pairs = {pair: sum(map(self._vocabulary.idf, pair)) for pair in known}
        self._together = sum(self._pairs.values())
        self._marked_pairs = frozenset().union(
            *(candidate.marked_pairs & marked_pairs for candidate, _ in candidates)
        )
        self._best_bm25 = max((bm25 for _, bm25 in candidates), default=0.0) or 1.0

    def _view_score(self, view: View, doing: frozenset[str]) -> float:
        common = view.words & self._asked
        return sum(points for _, points in self._view_parts(view, doing)) if common else 0.0

    def _view_parts(self, view: View, doing: frozenset[str]) -> tuple[tuple[str, float], ...]:
        rules, understood = self._rules, self._understood
        common = view.words & self._asked
        matched, covered = self._shares(view, common)
        together = covered
        if self._pairs:
            held = self._pairs.keys() & view.pairs
            together = sum(map(self._pairs.__getitem__, held)) / self._together
        factor = rules.whole_name if view.is_tail else 1.0
        begins = bool(understood.typed) and view.text.startswith(understood.typed)
        return (
            ("matched", factor * rules.matched * matched),
            ("covered", factor * rules.covered * covered * matched**0.5),
            ("pairs", factor * rules.pairs * together),
            ("intents", self._intent_points(view.intents | doing)),
            ("begins so", rules.completion * begins * covered),
        )

    def _intent_points(self, held: frozenset[str]) -> float:
        rules, asked = self._rules, self._understood.intents
        points = 0.0
        if asked:
            both = len(asked & held)
            points = rules.intent_asked * both / len(asked) - rules.intent_missing * (len(asked) - both)
            points -= rules.certify_missing * (_CERTIFY in asked and _CERTIFY not in held)
        unasked = held - asked
        if unasked & STRONG_INTENTS:
            points -= rules.intent_unasked + rules.again_unasked * (_AGAIN in unasked)
            points -= rules.unasked_of_bare * self._is_bare
        return points

    def _beside(self, candidate: Candidate, bm25: float) -> tuple[float, float, float, float]:
        """Return what the procedure gets beside its best name: accents, accented pairs, bm25, prior."""
        rules, understood = self._rules, self._understood
        weights = self._vocabulary.marked_idfs
        accents = pairs = 0.0
        if self._marked_total:
            found = understood.marked & candidate.marked
            accents = rules.accents * sum(weights.get(word, 0.0) for word in found) / self._marked_total
        if self._marked_pairs:
            held = len(self._marked_pairs & candidate.marked_pairs)
            pairs = rules.accented_pairs * held / len(self._marked_pairs)
        return accents, pairs, rules.bm25 * bm25 / self._best_bm25, candidate.prior
