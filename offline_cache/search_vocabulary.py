"""The words of one catalogue, and the words that carry no wish in any: what a typed word may stand for."""

import math
import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kiosk.domain.text_folding import marked_form, tokens
from offline_cache.search_intents import IntentPhrases, read_intents

_MAX_ALTERNATIVES = 4
_MAX_COMPLETIONS = 8
_AFTER_ANY_LETTER = "\x7f"
_BEGINNINGS = (
    ("ngh", "ng"),
    ("gh", "g"),
    ("tr", "ch"),
    ("gi", "d"),
    ("r", "d"),
    ("x", "s"),
    ("n", "l"),
    ("k", "c"),
)
_ENDINGS = (("ng", "n"), ("c", "t"), ("y", "i"))
_I_AND_Y = re.compile(r"(qu|[bcdghklmnstv]{1,2})y")
_WORDS_FILE = Path(__file__).resolve().parent / "search_words.toml"


def search_form(word: str) -> str:
    """Return the folded `word` in one spelling of final i and y: kí, ký -> ki; quí, quý -> qui."""
    return word[:-1] + "i" if word.endswith("y") and _I_AND_Y.fullmatch(word) else word


def sound(word: str) -> str:
    """Return the folded `word` as it may be heard: tr as ch, x as s, gi and r as d, final ng as n, c as t."""
    for written, heard in _BEGINNINGS:
        if word.startswith(written) and not (written == "n" and word[1:2] in {"g", "h"}):
            word = heard + word[len(written) :]
            break
    for written, heard in _ENDINGS:
        if word.endswith(written):
            return word[: -len(written)] + heard
    return word


def search_tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in search spelling."""
    return tuple(search_form(token) for token in tokens(text))


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Stop words, stop phrases, act words and intents, in search spelling.

    `people`, `things`, `between` and `just` tell the senses of "mất" apart; `denials` begin what
    is not wanted; `elsewhere` are matters no hall handles.
    """

    marked: frozenset[str]
    bare: frozenset[str]
    kept_before: Mapping[str, frozenset[str]]
    kept_after: Mapping[str, frozenset[str]]
    phrases: frozenset[tuple[str, ...]]
    longest_phrase: int
    acts: frozenset[str]
    intents: IntentPhrases
    people: frozenset[str]
    between: frozenset[str]
    just: frozenset[str]
    things: frozenset[str]
    denials: frozenset[tuple[str, ...]]
    elsewhere: IntentPhrases


@lru_cache(maxsize=1)
def shipped_words() -> SearchWords:
    """Return the words of `search_words.toml`."""
    raw = tomllib.loads(_WORDS_FILE.read_text(encoding="utf-8"))
    phrases = frozenset(search_tokens(phrase) for phrase in raw["phrases"])
    senses = raw["senses"]
    return SearchWords(
        marked=frozenset(marked_form(word) or word for word in raw["marked"]),
        bare=frozenset(map(search_form, raw["bare"])),
        kept_before=_neighbours(raw["keep_bare_before"]),
        kept_after=_neighbours(raw["keep_bare_after"]),
        phrases=phrases,
        longest_phrase=max(map(len, phrases)),
        acts=frozenset(map(search_form, raw["acts"])),
        intents=read_intents(raw["intents"]),
        people=frozenset(marked_form(word) or word for word in senses["people"]),
        between=frozenset(marked_form(word) or word for word in senses["between"]),
        just=frozenset(marked_form(word) or word for word in senses["just"]),
        things=frozenset(marked_form(word) or word for word in senses["things"]),
        denials=frozenset(search_tokens(phrase) for phrase in senses["denials"]),
        elsewhere=read_intents(raw["elsewhere"]),
    )


def _neighbours(table: Mapping[str, Sequence[str]]) -> Mapping[str, frozenset[str]]:
    return {search_form(word): frozenset(map(search_form, others)) for word, others in table.items()}


class Vocabulary:
    """The words of a catalogue with the number of procedures each occurs in."""

    def __init__(
        self, counts: Mapping[str, int], procedures: int, marked: Mapping[str, int] | None = None
    ) -> None:
        self.counts = counts
        self.procedures = max(procedures, 1)
        self._unknown = math.log(1 + self.procedures)
        self._by_length: dict[int, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        self._alphabetical: Sequence[str] = ()
        self.marked_idfs = {
            word: math.log(1 + self.procedures / count) for word, count in (marked or {}).items()
        }
        self.idfs = {word: math.log(1 + self.procedures / count) for word, count in counts.items()}

    def idf(self, word: str) -> float:
        """Return how telling `word` is: log(1 + procedures / procedures with it)."""
        return self.idfs.get(word, self._unknown)

    def neighbours(self, word: str) -> list[str]:
        """Return up to 4 known words: those that sound like `word`, then those at Damerau distance 1."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not self._by_length:
            for known in self.counts:
                self._by_length.setdefault(len(known), []).append(known)
                self._by_sound.setdefault(sound(known), []).append(known)
        near = [
            known for size in range(len(word) - 1, len(word) + 2) for known in self._by_length.get(size, ())
        ]
        alike = self._by_sound.get(sound(word), ())
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=1, limit=40)
        ranked = sorted(
            {*alike, *(match[0] for match in found)},
            key=lambda known: (known not in alike, known[0] != word[0], -self.counts[known], known),
        )
        return ranked[:_MAX_ALTERNATIVES]

    def completions(self, prefix: str) -> list[str]:
        """Return up to 8 known words that begin with `prefix`, commonest first."""
        if not self._alphabetical:
            self._alphabetical = sorted(self.counts)
        begin = bisect_left(self._alphabetical, prefix)
        end = bisect_left(self._alphabetical, prefix + _AFTER_ANY_LETTER)
        found = [known for known in self._alphabetical[begin:end] if known != prefix]
        return sorted(found, key=lambda known: -self.counts[known])[:_MAX_COMPLETIONS]
