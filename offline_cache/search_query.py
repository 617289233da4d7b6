"""Understanding what a person typed: words, repairs, stop words, senses, synonyms; weighted folded words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kiosk.domain.text_folding import Word, procedure_codes, words
from offline_cache.search_repairs import repaired
from offline_cache.search_rules import SHIPPED, SearchRules
from offline_cache.search_vocabulary import (
    SearchWords,
    Vocabulary,
    search_form,
    search_tokens,
    shipped_words,
)

__all__ = ["Synonyms", "Understood", "Vocabulary", "search_tokens", "shipped_words", "understand"]

MAX_QUERY_WORDS = 48
MAX_QUERY_LETTERS = 400
_SHORT_TYPO = 3  # letters: shorter unknown words have too many neighbours
_UNKNOWN_SHARE = 0.6  # of its idf counts against an answer where a word means nothing here
_CLOSE_BY = 3  # words on from one telling word to the next that is still its neighbour
_LOST_OR_DEAD = "mat"
_DIED = ("khai", "tu", "tran", "chet", "mat")
_DYING = "tu"  # the one word of these that every official name has


@dataclass(frozen=True, slots=True)
class Synonym:
    """An everyday phrase as written, its meaning in official words, and what that is about doing."""

    written: tuple[str, ...]
    words: tuple[str, ...]
    intents: frozenset[str] = frozenset()


Synonyms = Mapping[tuple[str, ...], Sequence[Synonym]]


def make_synonyms(pairs: Iterable[tuple[str, str]], stop: SearchWords) -> Synonyms:
    """Return (phrase, meaning) pairs ready to be looked up."""
    synonyms: dict[tuple[str, ...], list[Synonym]] = {}
    seen: dict[str, Word | None] = {}
    for phrase, means in pairs:
        said, meaning = words(phrase, seen), words(means, seen)
        written = tuple(word.marked or word.plain for word in said)
        meant = Synonym(written, _in_search_spelling(meaning), stop.intents.of(meaning))
        synonyms.setdefault(_in_search_spelling(said), []).append(meant)
    return synonyms


def _in_search_spelling(text: Iterable[Word]) -> tuple[str, ...]:
    return tuple(search_form(word.plain) for word in text)


@dataclass(frozen=True, slots=True)
class Understood:
    """A query ready to be matched.

    `weights` maps folded words to their weight (idf included); `order` is the meaningful words as typed;
    `pairs` are words typed side by side, but for empty words, with which `written` holds them; `marked` and
    `marked_pairs` are words and pairs with accents; `total` is the weight a perfect answer would match;
    `codes` are procedure codes written out; `typed` the whole query folded, for completions; `intents` what
    one wants done; `elsewhere` tells that no hall does it.
    """

    weights: Mapping[str, float]
    order: tuple[str, ...]
    marked: frozenset[str]
    total: float
    codes: tuple[str, ...]
    typed: str
    alternatives: Mapping[str, str] = field(default_factory=dict)
    pairs: frozenset[tuple[str, str]] = frozenset()
    written: Mapping[tuple[str, str], str] = field(default_factory=dict)
    marked_pairs: frozenset[tuple[str, str]] = frozenset()
    intents: frozenset[str] = frozenset()
    elsewhere: bool = False


@dataclass(slots=True)
class _Bag:
    """The weighted words as they are gathered."""

    vocabulary: Vocabulary
    rules: SearchRules
    acts: frozenset[str]
    weights: dict[str, float] = field(default_factory=dict)
    alternatives: dict[str, str] = field(default_factory=dict)

    def weight(self, word: str) -> float:
        return self.vocabulary.idf(word) * (self.rules.act_factor if word in self.acts else 1.0)

    def add(self, word: str, share: float) -> None:
        self.weights[word] = max(self.weights.get(word, 0.0), share * self.weight(word))

    def add_typed(self, word: str, share: float, *, is_last: bool) -> float:
        """Add `word`, or what it may have been meant to be; return what it counts for in a perfect answer."""
        if word in self.vocabulary.counts:
            self.add(word, share)
            return share * self.weight(word)
        meant = self.vocabulary.completions(word) if is_last else []
        if self.rules.typos and len(word) >= _SHORT_TYPO:
            meant = meant + self.vocabulary.neighbours(word)
        if not meant:
            return share * _UNKNOWN_SHARE * self.vocabulary.idf(word)
        for other in meant:
            closeness = self.rules.prefix_share if other.startswith(word) else self.rules.typo_share
            known = share * closeness * self.vocabulary.idf(other)
            self.weights[other] = max(self.weights.get(other, 0.0), known)
            self.alternatives[other] = word
        return share * self.rules.typo_share * max(map(self.vocabulary.idf, meant))


def understand(
    query: str,
    vocabulary: Vocabulary,
    synonyms: Synonyms,
    *,
    stop: SearchWords,
    rules: SearchRules = SHIPPED,
) -> Understood:
    """Return `query` as weighted words. Never fails: at worst there are no words."""
    text = query[:MAX_QUERY_LETTERS]
    typed = repaired(words(text)[:MAX_QUERY_WORDS], vocabulary, rules)[:MAX_QUERY_WORDS]
    plain = [search_form(word.plain) for word in typed]
    kept = _kept_places(typed, plain, stop) if rules.stop_words else list(range(len(typed)))
    died = _dying_places(typed, plain, stop) if rules.senses else frozenset[int]()
    denied = _denied_places(text, plain, kept, stop) if rules.negation < 1 else frozenset[int]()
    bag = _Bag(vocabulary, rules, stop.acts)
    total = 0.0
    for place in kept:
        if place in died:
            total += _add_dying(bag)
            continue
        share = rules.negation if place in denied else 1.0
        total += bag.add_typed(plain[place], share, is_last=place == kept[-1])
    intents = _intents(typed, denied, died, stop)
    if rules.synonyms:
        for start, phrase, meant in _expansions(typed, plain, synonyms, stop):
            if died.isdisjoint(range(start, start + len(phrase))):
                _add_synonym(bag, phrase, meant)
                intents |= meant.intents
    marked = [word.marked or word.plain for word in typed]
    order = tuple(plain[place] for place in kept)
    return Understood(
        weights=bag.weights,
        order=order,
        marked=frozenset(typed[place].marked for place in kept if typed[place].marked),
        total=total,
        codes=procedure_codes(text),
        typed=" ".join(plain),
        alternatives=bag.alternatives,
        pairs=frozenset(pairwise(order)),
        written={
            (plain[one], plain[other]): " ".join(plain[one : other + 1])
            for one, other in pairwise(kept)
            if 1 < other - one <= _CLOSE_BY
        },
        marked_pairs=frozenset(pairwise(marked)) if any(word.marked for word in typed) else frozenset(),
        intents=intents,
        elsewhere=bool(stop.elsewhere.of(typed)),
    )


def _kept_places(typed: Sequence[Word], plain: Sequence[str], stop: SearchWords) -> list[int]:
    is_marked = any(word.marked for word in typed)
    kept: list[int] = []
    place = 0
    while place < len(typed):
        length = _stop_phrase_length(plain, place, stop)
        if length:
            place += length
            continue
        beside = plain[place - 1] if place else "", plain[place + 1] if place + 1 < len(plain) else ""
        if not _is_stop_word(typed[place], beside, stop, is_marked=is_marked):
            kept.append(place)
        place += 1
    return kept


def _stop_phrase_length(plain: Sequence[str], place: int, stop: SearchWords) -> int:
    for length in range(min(stop.longest_phrase, len(plain) - place), 1, -1):
        if tuple(plain[place : place + length]) in stop.phrases:
            return length
    return 0


def _is_stop_word(word: Word, beside: tuple[str, str], stop: SearchWords, *, is_marked: bool) -> bool:
    if is_marked:
        return (word.marked or word.plain) in stop.marked
    plain = search_form(word.plain)
    is_content = beside[0] in stop.kept_after.get(plain, ()) or beside[1] in stop.kept_before.get(plain, ())
    return plain in stop.bare and not is_content


def _dying_places(typed: Sequence[Word], plain: Sequence[str], stop: SearchWords) -> frozenset[int]:
    """Return where "mất" is said of a person: a person before it, no thing behind it."""
    written = [word.marked or word.plain for word in typed]
    found = set()
    for place, word in enumerate(plain):
        if word != _LOST_OR_DEAD or (place + 1 < len(written) and written[place + 1] in stop.things):
            continue
        before = place - 1
        while before >= 0 and written[before] in stop.between and written[before] not in stop.people:
            before -= 1
        was_just = place > 0 and written[place - 1] in stop.just and bool(stop.people & set(written[:place]))
        if was_just or (before >= 0 and written[before] in stop.people):
            found.add(place)
    return frozenset(found)


def _add_dying(bag: _Bag) -> float:
    """Add what official names call dying, for "mất"; return what it counts for in a perfect answer."""
    for word in _DIED:
        if word in bag.vocabulary.counts:
            bag.add(word, bag.rules.synonym_share)
    return bag.rules.synonym_share * bag.weight(_DYING)


def _denied_places(text: str, plain: Sequence[str], kept: Sequence[int], stop: SearchWords) -> frozenset[int]:
    """Return the kept words said not to be wanted: behind "không phải", up to the end of the clause."""
    found: set[int] = set()
    ends = _clause_ends(text)
    for place in range(len(plain) - 1):
        if any(tuple(plain[place : place + len(denial)]) == denial for denial in stop.denials):
            end = next((end for end in ends if end > place), len(plain))
            found.update(other for other in kept if place + 1 < other < end)
    return frozenset(found) if len(found) < len(kept) else frozenset()


def _clause_ends(text: str) -> list[int]:
    """Return how many words stand before each comma, full stop, semicolon or question mark."""
    count = 0
    ends = []
    for clause in text.replace(".", ",").replace(";", ",").replace("?", ",").split(","):
        count += len(words(clause))
        ends.append(count)
    return ends


def _intents(
    typed: Sequence[Word], denied: frozenset[int], died: frozenset[int], stop: SearchWords
) -> frozenset[str]:
    found = {
        intent for start, _, intent in stop.intents.places(typed) if start not in denied and start not in died
    }
    return frozenset(found | {"died"} - {"again"} if died else found)


def _expansions(
    typed: Sequence[Word], plain: Sequence[str], synonyms: Synonyms, stop: SearchWords
) -> Iterable[tuple[int, tuple[str, ...], Synonym]]:
    """Yield the longest phrase at each word, as written where accents were typed: "để" is not "đẻ"."""
    longest = max(map(len, synonyms), default=0)
    for start in range(len(plain)):
        for length in range(min(longest, len(plain) - start), 0, -1):
            phrase = tuple(plain[start : start + length])
            said = typed[start : start + length]
            meant = next((one for one in synonyms.get(phrase, ()) if _fits(said, one, stop)), None)
            if meant is not None:
                yield start, phrase, meant
                break


def _fits(said: Sequence[Word], synonym: Synonym, stop: SearchWords) -> bool:
    """Tell whether the accents agree; without any, a phrase of empty words does not count."""
    if any(word.marked for word in said):
        pairs = zip(said, synonym.written, strict=True)
        return all(not word.marked or word.marked == written for word, written in pairs)
    plain = tuple(word.plain for word in said)
    return synonym.written == plain or not stop.bare.issuperset(plain)


def _add_synonym(bag: _Bag, phrase: tuple[str, ...], meant: Synonym) -> None:
    for word in meant.words:
        if word in bag.vocabulary.counts and word not in phrase:
            bag.add(word, bag.rules.synonym_share)
