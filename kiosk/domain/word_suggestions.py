"""What our keyboard offers to go on with: whole words of shipped lists, never what anybody typed before.

Typing without marks finds words with them: "giay t" goes on as "giấy tờ". A typed mark must be in the word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.text_folding import fold, without_tone

MOST_OFFERED = 3
_LONGEST_TAIL = 4
_FEWEST_LETTERS = 2
_SENTENCE_ENDS = re.compile(r"[.,;:!?\n]")
_WORD = re.compile(r"\S+")


class Suggested(Enum):
    """What is offered while an answer is typed: nothing for names and numbers, else words or places."""

    NOTHING = ""
    WORDS = "words"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase with its words in lower case, and how common it is among the others (0 first)."""

    text: str
    words: tuple[str, ...]
    place: int


class WordList:
    """Phrases to go on with, the most common first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_letter: dict[str, list[_Phrase]] = {}
        for place, text in enumerate(dict.fromkeys(phrases)):
            phrase = _Phrase(text, tuple(text.lower().split()), place)
            self._by_letter.setdefault(fold(text[:1]), []).append(phrase)

    def offered(self, text: str, *, most: int = MOST_OFFERED) -> tuple[str, ...]:
        """Return at most `most` phrases that go on from the end of `text`, best first."""
        words = _last_words(text)
        found: dict[str, tuple[int, int]] = {}
        for count in range(min(len(words), _LONGEST_TAIL), 0, -1):
            tail = words[-count:]
            for phrase in self._by_letter.get(fold(tail[0][:1]), ()):
                if phrase.text not in found and _goes_on(tail, phrase, open_word=_is_open(text)):
                    found[phrase.text] = (-count, phrase.place)
        return tuple(sorted(found, key=lambda offered: found[offered])[:most])


def completed(text: str, phrase: str) -> str:
    """Return `text` with its last words, as far as they begin `phrase`, replaced by it, and a space."""
    words, whole = _last_words(text), _Phrase(phrase, tuple(phrase.lower().split()), 0)
    for count in range(min(len(words), _LONGEST_TAIL), 0, -1):
        if _goes_on(words[-count:], whole, open_word=_is_open(text)):
            start = [match.start() for match in _WORD.finditer(text)][-count]
            capital = words[-count][:1].isupper()
            return text[:start] + (phrase[:1].upper() + phrase[1:] if capital else phrase) + " "
    return f"{text.rstrip()} {phrase} ".lstrip()


def _last_words(text: str) -> tuple[str, ...]:
    return tuple(_SENTENCE_ENDS.split(text)[-1].split())


def _is_open(text: str) -> bool:
    """True while the last word may still grow."""
    return not text.endswith(" ")


def _goes_on(tail: tuple[str, ...], phrase: _Phrase, *, open_word: bool) -> bool:
    if len(phrase.words) < len(tail) or " ".join(tail).lower() == phrase.text.lower():
        return False
    *done, last = tail
    if not all(_is_word(typed, word) for typed, word in zip(done, phrase.words, strict=False)):
        return False
    word = phrase.words[len(tail) - 1]
    if not open_word:
        return len(phrase.words) > len(tail) and _is_word(last, word)
    return (len(tail) > 1 or len(last) >= _FEWEST_LETTERS) and _begins(last, word)


def _is_word(typed: str, word: str) -> bool:
    return len(typed) == len(word) and _begins(typed, word)


def _begins(typed: str, word: str) -> bool:
    """Tell whether `word` may come of `typed`: marks may be missing in it, never others than the word's."""
    return len(typed) <= len(word) and all(
        letter in {whole, without_tone(whole), fold(whole)}
        for letter, whole in zip(typed.lower(), word, strict=False)
    )
