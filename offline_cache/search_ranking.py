"""Ranking candidates: which procedure is meant, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from offline_cache.search_query import Understood, Vocabulary

HEAD_WORDS = 12
MATCHED, COVERED, PAIRS, ACCENTS, BM25 = 8.0, 7.0, 3.0, 2.5, 1.5
WARD, CORE, POPULAR = 0.6, 1.2, 0.6
WHOLE_NAME_FACTOR = 0.95  # the head of a name says more than its tail
AGAIN, AGAIN_UNASKED = "lai", 1.0  # issuing again is another procedure than issuing
COMPLETION = 3.0
DIRECT, COVERAGE, TYPO_SHARE = 4.0, 2.0, 0.5
SURE_FROM = 14.0  # keeps nine of ten good queries of the development half sure


@dataclass(frozen=True, slots=True)
class View:
    """One name of a procedure: its words, their set, word pairs and the idf of all of them."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    weight: float
    factor: float
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A procedure as the ranking sees it. `prior` is what speaks for it before anyone asks."""

    row_id: int
    code: str
    views: tuple[View, ...]
    marked: frozenset[str]
    prior: float
    popularity: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and the parts of it."""

    row_id: int
    code: str
    score: float


def prior_of(*, ward_served: bool, core: bool, popularity: int) -> float:
    """Return what speaks for a procedure before anyone asks: this hall serves it, and people want it."""
    return WARD * ward_served + CORE * core + POPULAR * popularity / 100


def make_views(title: str, aliases: Sequence[str], vocabulary: Vocabulary) -> tuple[View, ...]:
    """Return the views of a name and its everyday names, all in search spelling."""
    whole = title.split()
    views = [_view(whole[:HEAD_WORDS], vocabulary, 1.0)]
    if len(whole) > HEAD_WORDS:
        views.append(_view(whole, vocabulary, WHOLE_NAME_FACTOR))
    views.extend(_view(alias.split(), vocabulary, 1.0) for alias in aliases if alias)
    return tuple(views)


def _view(view_words: Sequence[str], vocabulary: Vocabulary, factor: float) -> View:
    distinct = frozenset(view_words)
    return View(
        words=distinct,
        pairs=frozenset(pairwise(view_words)),
        weight=sum(map(vocabulary.idf, distinct)) or 1.0,
        factor=factor,
        text=" ".join(view_words),
    )


def rank(
    understood: Understood,
    candidates: Sequence[tuple[Candidate, float]],
    vocabulary: Vocabulary,
) -> list[Ranked]:
    """Return `candidates` (each with its bm25, larger is better) best first."""
    best_bm25 = max((bm25 for _, bm25 in candidates), default=0.0) or 1.0
    asked = frozenset(understood.weights)
    pairs = {pair: sum(map(vocabulary.idf, pair)) for pair in pairwise(understood.order)}
    ranked = [
        Ranked(
            candidate.row_id,
            candidate.code,
            _score(understood, asked, pairs, candidate, bm25 / best_bm25, vocabulary),
        )
        for candidate, bm25 in candidates
    ]
    return sorted(ranked, key=lambda found: (-found.score, found.code))


def _score(
    understood: Understood,
    asked: frozenset[str],
    pairs: Mapping[tuple[str, str], float],
    candidate: Candidate,
    bm25: float,
    vocabulary: Vocabulary,
) -> float:
    weights, idfs = understood.weights, vocabulary.idfs
    total = max(understood.total, 1e-9)
    together = sum(pairs.values())
    best = 0.0
    weight_of, idf_of = weights.__getitem__, idfs.__getitem__
    for view in candidate.views:
        common = view.words & asked
        if not common:
            continue
        matched = min(1.0, sum(map(weight_of, common)) / total)
        covered = sum(map(idf_of, common)) / view.weight
        score = MATCHED * matched + COVERED * covered * matched**0.5
        if not pairs:
            score += PAIRS * covered
        elif len(common) > 1:
            score += PAIRS * sum(pairs[pair] for pair in pairs.keys() & view.pairs) / together
        score *= view.factor
        if AGAIN in view.words and AGAIN not in asked:
            score -= AGAIN_UNASKED
        if understood.typed and view.text.startswith(understood.typed):
            score += COMPLETION
        best = max(best, score)
    accents = _accents(understood.marked, candidate.marked, vocabulary)
    return best + ACCENTS * accents + BM25 * bm25 + candidate.prior


def _accents(asked: frozenset[str], held: frozenset[str], vocabulary: Vocabulary) -> float:
    """Return the share of accented words found as written: từ and tử, folded together, come apart."""
    weights = vocabulary.marked_idfs
    total = sum(weights.get(word, 0.0) for word in asked)
    return sum(weights[word] for word in asked & held) / total if total else 0.0


def certainty(understood: Understood, best: Candidate, score: float, vocabulary: Vocabulary) -> float:
    """Return how sure it is that `best` is meant; SURE_FROM and more reads as sure.

    The score counts, what speaks for a procedure unasked counts half, and on top count the share of the typed
    words (not synonyms) it holds and how much of one of its names they cover: a question about something else
    often meets single words of many procedures, seldom most of one name.
    """
    held = frozenset().union(*(view.words for view in best.views))
    asked = sum(map(vocabulary.idf, understood.order))
    direct = 0.0
    for word in understood.order:
        if word in held:
            direct += vocabulary.idf(word)
        elif any(understood.alternatives.get(other) == word for other in held):
            direct += TYPO_SHARE * vocabulary.idf(word)
    covered = max(
        sum(vocabulary.idf(word) for word in view.words & understood.weights.keys()) / view.weight
        for view in best.views
    )
    return score - best.prior / 2 + DIRECT * direct / max(asked, 1e-9) + COVERAGE * covered
