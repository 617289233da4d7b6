"""Which words of a name a query matched, for the eye: found by folding, without asking the index."""

import re

from kiosk.domain.text_folding import decode_telex, fold, nfc, tokens

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_PREFIX = 2


def highlights(query: str, title: str) -> tuple[tuple[int, int], ...]:
    """Return (start, length) in letters of `title` (NFC) for each of its words that `query` has.

    Marks and case do not count; the last word typed may be half a word. Neighbouring words are one part.
    """
    typed = tokens(nfc(query))
    wanted = {*typed, *(fold(decode_telex(word)) for word in typed)}
    half = typed[-1] if typed and not query.endswith(" ") and len(typed[-1]) >= _SHORTEST_PREFIX else None
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(title):
        plain = fold(word[0])
        if plain in wanted or (half is not None and plain.startswith(half)):
            _add(found, word.start(), word.end(), title)
    return tuple(found)


def _add(found: list[tuple[int, int]], start: int, end: int, title: str) -> None:
    if found and not title[sum(found[-1]) : start].strip():
        start = found.pop()[0]
    found.append((start, end - start))
