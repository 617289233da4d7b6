"""Understanding what a person typed: words, repairs, stop words, synonyms; a weighted bag of folded words."""

import math
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kiosk.domain.text_folding import Word, decode_telex, fold, procedure_codes, tokens, words
from kiosk.domain.text_folding import marked_form as _marked_form

ACT_FACTOR = 1.5
SYNONYM_WEIGHT = 0.55
TYPO_WEIGHT = 0.5
PREFIX_WEIGHT = 0.5
MAX_QUERY_WORDS = 48
MAX_QUERY_LETTERS = 400
_SHORT_TYPO = 3  # letters: shorter unknown words have too many neighbours
_MAX_ALTERNATIVES = 4
_MAX_COMPLETIONS = 8
_I_AND_Y = re.compile(r"(qu|[bcdghklmnstv]{1,2})y")
_WORDS_FILE = Path(__file__).resolve().parent / "search_words.toml"


def search_form(word: str) -> str:
    """Return the folded `word` in one spelling of final i and y: kí, ký -> ki; quí, quý -> qui."""
    return word[:-1] + "i" if word.endswith("y") and _I_AND_Y.fullmatch(word) else word


def search_tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in search spelling."""
    return tuple(search_form(token) for token in tokens(text))


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Stop words, stop phrases and act words, in search spelling."""

    marked: frozenset[str]
    bare: frozenset[str]
    kept_before: Mapping[str, frozenset[str]]
    phrases: frozenset[tuple[str, ...]]
    longest_phrase: int
    acts: frozenset[str]


@lru_cache(maxsize=1)
def shipped_words() -> SearchWords:
    """Return the words of `search_words.toml`."""
    raw = tomllib.loads(_WORDS_FILE.read_text(encoding="utf-8"))
    phrases = frozenset(search_tokens(phrase) for phrase in raw["phrases"])
    return SearchWords(
        marked=frozenset(_marked_form(word) or word for word in raw["marked"]),
        bare=frozenset(map(search_form, raw["bare"])),
        kept_before={
            search_form(word): frozenset(map(search_form, followers))
            for word, followers in raw["keep_bare_before"].items()
        },
        phrases=phrases,
        longest_phrase=max(map(len, phrases)),
        acts=frozenset(map(search_form, raw["acts"])),
    )


@dataclass(frozen=True, slots=True)
class Understood:
    """A query ready to be matched.

    `weights` maps folded words to their weight (idf included); `order` is the meaningful words as typed, for
    pairs; `marked` their accented forms; `total` is the weight a perfect answer would match; `codes` are
    procedure codes written out; `typed` the whole query folded, for completions.
    """

    weights: Mapping[str, float]
    order: tuple[str, ...]
    marked: frozenset[str]
    total: float
    codes: tuple[str, ...]
    typed: str
    alternatives: Mapping[str, str] = field(default_factory=dict)


class Vocabulary:
    """The words of a catalogue with the number of procedures each occurs in."""

    def __init__(
        self, counts: Mapping[str, int], procedures: int, marked: Mapping[str, int] | None = None
    ) -> None:
        self.counts = counts
        self.procedures = max(procedures, 1)
        self._unknown = math.log(1 + self.procedures)
        self._by_length: dict[int, list[str]] = {}
        self.marked_idfs = {
            word: math.log(1 + self.procedures / count) for word, count in (marked or {}).items()
        }
        self.idfs = {word: math.log(1 + self.procedures / count) for word, count in counts.items()}

    def idf(self, word: str) -> float:
        """Return how telling `word` is: log(1 + procedures / procedures with it)."""
        return self.idfs.get(word, self._unknown)

    def neighbours(self, word: str) -> list[str]:
        """Return up to 4 known words at Damerau distance 1 from `word`, commonest first."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not self._by_length:
            for known in self.counts:
                self._by_length.setdefault(len(known), []).append(known)
        near = [
            known for size in range(len(word) - 1, len(word) + 2) for known in self._by_length.get(size, ())
        ]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=1, limit=40)
        ranked = sorted(
            (match[0] for match in found), key=lambda known: (known[0] != word[0], -self.counts[known])
        )
        return ranked[:_MAX_ALTERNATIVES]

    def completions(self, prefix: str) -> list[str]:
        """Return up to 8 known words that begin with `prefix`, commonest first."""
        found = [known for known in self.counts if known.startswith(prefix) and known != prefix]
        return sorted(found, key=lambda known: -self.counts[known])[:_MAX_COMPLETIONS]


Synonyms = Mapping[tuple[str, ...], Sequence[str]]


def understand(query: str, vocabulary: Vocabulary, synonyms: Synonyms, *, stop: SearchWords) -> Understood:
    """Return `query` as weighted words. Never fails: at worst there are no words."""
    text = query[:MAX_QUERY_LETTERS]
    typed = [_repair_telex(word, vocabulary) for word in words(text)[:MAX_QUERY_WORDS]]
    kept = _without_stop_words(typed, stop)
    plain = [search_form(word.plain) for word in kept]
    weights: dict[str, float] = {}
    alternatives: dict[str, str] = {}
    total = 0.0
    for place, word in enumerate(plain):
        factor = ACT_FACTOR if word in stop.acts else 1.0
        total += _add_word(word, factor, weights, alternatives, vocabulary, is_last=place == len(plain) - 1)
    for phrase, expansion in _expansions([search_form(word.plain) for word in typed], synonyms):
        _add_synonym(phrase, expansion, weights, vocabulary, stop)
    return Understood(
        weights=weights,
        order=tuple(plain),
        marked=frozenset(word.marked for word in kept if word.marked),
        total=total,
        codes=procedure_codes(text),
        typed=" ".join(search_tokens(text)),
        alternatives=alternatives,
    )


def _repair_telex(word: Word, vocabulary: Vocabulary) -> Word:
    if word.marked or search_form(word.plain) in vocabulary.counts:
        return word
    decoded = decode_telex(word.plain)
    plain = fold(decoded)
    return Word(plain, _marked_form(decoded)) if search_form(plain) in vocabulary.counts else word


def _without_stop_words(typed: Sequence[Word], stop: SearchWords) -> list[Word]:
    plain = [search_form(word.plain) for word in typed]
    is_marked = any(word.marked for word in typed)
    kept: list[Word] = []
    place = 0
    while place < len(typed):
        length = _stop_phrase_length(plain, place, stop)
        if length:
            place += length
            continue
        following = plain[place + 1] if place + 1 < len(plain) else ""
        if not _is_stop_word(typed[place], following, stop, is_marked=is_marked):
            kept.append(typed[place])
        place += 1
    return kept


def _stop_phrase_length(plain: Sequence[str], place: int, stop: SearchWords) -> int:
    for length in range(min(stop.longest_phrase, len(plain) - place), 1, -1):
        if tuple(plain[place : place + length]) in stop.phrases:
            return length
    return 0


def _is_stop_word(word: Word, following: str, stop: SearchWords, *, is_marked: bool) -> bool:
    if is_marked:
        return (word.marked or word.plain) in stop.marked
    plain = search_form(word.plain)
    return plain in stop.bare and following not in stop.kept_before.get(plain, ())


def _add_word(
    word: str,
    factor: float,
    weights: dict[str, float],
    alternatives: dict[str, str],
    vocabulary: Vocabulary,
    *,
    is_last: bool,
) -> float:
    """Add `word`, or what it may have been meant to be; return what it counts for in a perfect answer."""
    if word in vocabulary.counts:
        weight = factor * vocabulary.idf(word)
        weights[word] = max(weights.get(word, 0.0), weight)
        return weight
    meant = vocabulary.completions(word) if is_last else []
    if len(word) >= _SHORT_TYPO:
        meant = meant + vocabulary.neighbours(word)
    if not meant:
        return 0.6 * vocabulary.idf(word)
    best = max(vocabulary.idf(other) for other in meant)
    for other in meant:
        share = PREFIX_WEIGHT if other.startswith(word) else TYPO_WEIGHT
        weights[other] = max(weights.get(other, 0.0), share * vocabulary.idf(other))
        alternatives[other] = word
    return TYPO_WEIGHT * best


def _expansions(plain: Sequence[str], synonyms: Synonyms) -> Iterable[tuple[tuple[str, ...], Sequence[str]]]:
    longest = max(map(len, synonyms), default=0)
    for start in range(len(plain)):
        for length in range(min(longest, len(plain) - start), 0, -1):
            phrase = tuple(plain[start : start + length])
            if phrase in synonyms:
                yield phrase, synonyms[phrase]
                break


def _add_synonym(
    phrase: tuple[str, ...],
    expansion: Sequence[str],
    weights: dict[str, float],
    vocabulary: Vocabulary,
    stop: SearchWords,
) -> None:
    for word in expansion:
        if word in vocabulary.counts and word not in phrase:
            factor = ACT_FACTOR if word in stop.acts else 1.0
            weights[word] = max(weights.get(word, 0.0), SYNONYM_WEIGHT * factor * vocabulary.idf(word))
