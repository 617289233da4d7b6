"""The lists of words our keyboard offers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TypingWords:
    """Phrases, the most common first: `words` of a ward hall, and `places`."""

    words: tuple[str, ...]
    places: tuple[str, ...]
