"""Ranking candidates: which procedure is meant, why, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from offline_cache.search_query import Understood
from offline_cache.search_rules import SHIPPED, SearchRules
from offline_cache.search_views import STRONG_INTENTS, Candidate, View
from offline_cache.search_vocabulary import Vocabulary

_AGAIN, _CERTIFY, _DIED = "again", "certify", "died"
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
        self._begins = f" {understood.typed}" if understood.typed else "\n"
        self._pairs: Sequence[tuple[str, float]] = ()
        self._together = 0.0
        self._meant: dict[str, list[str]] = {}
        for other, typed in understood.alternatives.items():
            if other.startswith(typed):
                continue  # a word half typed has too many ends for a look at each
            self._meant.setdefault(typed, []).append(other)
        weights = vocabulary.marked_idfs
        self._marked = [(f" {word} ", weights[word]) for word in understood.marked if word in weights]
        self._marked_total = sum(weight for _, weight in self._marked)
        self._marked_pairs: Sequence[str] = ()
        self._best_bm25 = 1.0
        self._is_bare = not understood.intents and len(understood.order) <= _BARE_WORDS

    def rank(self, candidates: Sequence[tuple[Candidate, float]]) -> list[Ranked]:
        """Return `candidates` (each with its bm25, larger is better) best first."""
        self._look_at(candidates)
        best_views: dict[int, View] = {}
        ranked = []
        for candidate, bm25 in candidates:
            points, view = self._best_view(candidate)
            best_views[candidate.row_id] = view
            ranked.append(
                Ranked(candidate.row_id, candidate.code, points + sum(self._beside(candidate, bm25)))
            )
        ranked.sort(key=lambda found: (-found.score, found.code))
        return [self._with_shares(found, best_views[found.row_id]) for found in ranked[:_BEST]] + ranked[
            _BEST:
        ]

    def explain(self, candidate: Candidate, bm25: float) -> Scored:
        """Return the parts of the score of a candidate of the last `rank`."""
        _, view = self._best_view(candidate)
        shares = self._shares(view, view.words & self._asked)
        named = ("accents", "accented pairs", "bm25", "prior")
        beside = zip(named, self._beside(candidate, bm25), strict=True)
        parts = ("matched", "covered", "pairs", "intents", "begins so")
        view_parts = zip(parts, self._view_parts(view, candidate.doing, *shares), strict=True)
        return Scored(view.text.strip(), (*view_parts, *beside))

    def _look_at(self, candidates: Sequence[tuple[Candidate, float]]) -> None:
        """Keep the pairs that any candidate holds: what nobody calls so is no phrase."""
        texts = "\n".join(candidate.text for candidate, _ in candidates)
        pairs = [self._spellings_in(texts, *pair) for pair in self._understood.pairs]
        self._pairs = [spelt for spellings in pairs for spelt in spellings]
        self._together = sum(max((weight for _, weight in spellings), default=0.0) for spellings in pairs)
        marked = "\n".join(candidate.marked for candidate, _ in candidates)
        marked_pairs = (f" {first} {second} " for first, second in self._understood.marked_pairs)
        self._marked_pairs = [pair for pair in marked_pairs if pair in marked]
        self._best_bm25 = max((bm25 for _, bm25 in candidates), default=0.0) or 1.0

    def _spellings_in(self, texts: str, first: str, second: str) -> list[tuple[str, float]]:
        """Return `first` beside `second` as `texts` hold them, repaired where unknown, with weights."""
        idf = self._vocabulary.idf
        found = []
        for one in self._meant.get(first, (first,)):
            for other in self._meant.get(second, (second,)):
                pair = f" {one} {other} "
                if pair in texts:
                    found.append((pair, idf(one) + idf(other)))
        whole = self._understood.written.get((first, second))
        if whole and f" {whole} " in texts:
            found.append((f" {whole} ", idf(first) + idf(second)))
        return found

    def _with_shares(self, found: Ranked, view: View) -> Ranked:
        matched, covered = self._shares(view, view.words & self._asked)
        return replace(found, matched=matched, covered=covered)

    def _best_view(self, candidate: Candidate) -> tuple[float, View]:
        """Return the points of the name that fits best, and the name.

        What a name can still get beside its words is known beforehand: most names are put away for that.
        """
        rules, asked = self._rules, self._asked
        beside = rules.pairs + rules.intent_asked + rules.completion
        best, best_view = 0.0, candidate.views[0]
        for view in candidate.views:
            common = view.words & asked
            if not common:
                continue
            matched, covered = self._shares(view, common)
            if rules.matched * matched + rules.covered * covered * matched**0.5 + beside <= best:
                continue
            points = sum(self._view_parts(view, candidate.doing, matched, covered))
            if points > best:
                best, best_view = points, view
        return best, best_view

    def _shares(self, view: View, common: frozenset[str]) -> tuple[float, float]:
        """Return the share of the query's weight the name holds, and the share of the name asked for."""
        matched = min(1.0, sum(map(self._understood.weights.__getitem__, common)) / self._total)
        return matched, sum(map(self._vocabulary.idfs.__getitem__, common)) / view.weight

    def _view_parts(
        self, view: View, doing: frozenset[str], matched: float, covered: float
    ) -> tuple[float, float, float, float, float]:
        """Return the points for: words matched, name covered, pairs, intents, beginning so."""
        rules, text = self._rules, view.text
        together = covered
        if self._pairs:
            held = sum(weight for pair, weight in self._pairs if pair in text)
            together = min(1.0, held / self._together)
        factor = rules.whole_name if view.is_tail else 1.0
        return (
            factor * rules.matched * matched,
            factor * rules.covered * covered * matched**0.5,
            factor * rules.pairs * together,
            self._intent_points(view.intents | doing),
            rules.completion * covered if self._goes_on(view) else 0.0,
        )

    def _goes_on(self, view: View) -> bool:
        """Whether the name begins with what was typed and does not go on to quite another thing."""
        return view.text.startswith(self._begins) and not (
            (view.intents - self._understood.intents) & STRONG_INTENTS
        )

    def _intent_points(self, held: frozenset[str]) -> float:
        rules, asked = self._rules, self._understood.intents
        points = 0.0
        if asked:
            both = len(asked & held)
            points = rules.intent_asked * both / len(asked) - rules.intent_missing * (len(asked) - both)
            points -= rules.certify_missing * (_CERTIFY in asked and _CERTIFY not in held)
        unasked = (held - asked) & STRONG_INTENTS
        if unasked:
            points -= rules.intent_unasked + rules.again_unasked * (_AGAIN in unasked)
            points -= rules.unasked_of_bare * self._is_bare
            points -= rules.again_of_dead * (_AGAIN in unasked and _DIED in asked)
        return points

    def _beside(self, candidate: Candidate, bm25: float) -> tuple[float, float, float, float]:
        """Return what the procedure gets beside its best name: accents, accented pairs, bm25, prior."""
        rules, marked = self._rules, candidate.marked
        accents = pairs = 0.0
        if self._marked:
            found = sum(weight for word, weight in self._marked if word in marked)
            accents = rules.accents * found / self._marked_total
        if self._marked_pairs:
            held = sum(pair in marked for pair in self._marked_pairs)
            pairs = rules.accented_pairs * held / len(self._marked_pairs)
        return accents, pairs, rules.bm25 * bm25 / self._best_bm25, candidate.prior
