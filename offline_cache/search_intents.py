"""What a text is about doing: issuing again, extending, ending, certifying … read from its phrases.

The same object has a procedure for each of these, so a name that does something else than asked is the wrong
one. Phrases are compared with their accents where a text has any ("mất" is not "mặt", "lại" is not "lãi").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.text_folding import Word, words

_NO_INTENT = "none"  # phrases that only look like an intent: "trả lại", "ở lại"


@dataclass(frozen=True, slots=True)
class IntentPhrases:
    """Phrases by their folded words; each with its words as written and the intent it means.

    `longest_from` holds, by a phrase's first word, how many words the longest of them has: most words of a
    text begin none, and a whole catalogue is read for its intents at every import.
    """

    by_words: Mapping[tuple[str, ...], Sequence[tuple[tuple[str, ...], str]]]
    longest_from: Mapping[str, int]

    def of(self, text: Sequence[Word]) -> frozenset[str]:
        """Return the intents `text` names; longer phrases win over the shorter ones in them."""
        return frozenset(intent for _, _, intent in self.places(text))

    def places(self, text: Sequence[Word]) -> list[tuple[int, int, str]]:
        """Return (first word, words, intent) of each phrase found, in order."""
        is_marked = any(word.marked for word in text)
        found: list[tuple[int, int, str]] = []
        place = 0
        while place < len(text):
            length, intent = self._longest_at(text, place, is_marked=is_marked)
            if intent and intent != _NO_INTENT:
                found.append((place, length, intent))
            place += max(1, length)
        return found

    def _longest_at(self, text: Sequence[Word], place: int, *, is_marked: bool) -> tuple[int, str]:
        longest = self.longest_from.get(text[place].plain, 0)
        for length in range(min(longest, len(text) - place), 0, -1):
            part = text[place : place + length]
            for written, intent in self.by_words.get(tuple(word.plain for word in part), ()):
                if not is_marked or written == tuple(word.marked or word.plain for word in part):
                    return length, intent
        return 0, ""


def read_intents(table: Mapping[str, Sequence[str]]) -> IntentPhrases:
    """Return the phrases of `table` (intent -> phrases as written in Vietnamese)."""
    by_words: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    seen: dict[str, Word | None] = {}
    for intent, phrases in table.items():
        for phrase in phrases:
            parts = words(phrase, seen)
            key = tuple(word.plain for word in parts)
            by_words.setdefault(key, []).append((tuple(word.marked or word.plain for word in parts), intent))
    longest_from: dict[str, int] = {}
    for key in by_words:
        longest_from[key[0]] = max(len(key), longest_from.get(key[0], 0))
    return IntentPhrases(by_words=by_words, longest_from=longest_from)
