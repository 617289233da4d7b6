"""Ranges of first letters, so that a long list from A to Z is opened near the right place."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from kiosk.domain.text_folding import fold

FEWEST_NAMES = 14
RANGES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRange:
    """Names `first` to `last` (places from 0, both included) whose letters run as `label` says: "A–C"."""

    label: str
    first: int
    last: int


def letter_ranges(names: Sequence[str]) -> tuple[LetterRange, ...]:
    """Split sorted names into about six ranges of about equal size, never inside a letter.

    Letters are folded: Đ stands with D. () where the list is short enough without.
    """
    if len(names) < FEWEST_NAMES:
        return ()
    size = len(names) / RANGES
    ranges: list[LetterRange] = []
    first, start = 0, ""
    letters = [(letter, len(list(same))) for letter, same in groupby(names, key=_letter)]
    ends = list(accumulate(count for _, count in letters))
    for (letter, _), end, following in zip(letters, ends, [*ends[1:], None], strict=True):
        start = start or letter
        # A range ends where going on to the next letter would miss the size by more than stopping here.
        if following is None or following - first - size > size - (end - first):
            label = letter if letter == start else f"{start}–{letter}"
            ranges.append(LetterRange(label=label, first=first, last=end - 1))
            first, start = end, ""
    return tuple(ranges)


def _letter(name: str) -> str:
    return fold(name)[:1].upper()
