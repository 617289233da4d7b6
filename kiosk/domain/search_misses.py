"""Queries nothing was found for: what may be remembered of them, so that staff can add everyday names.

A search box is no form, yet people type their names and numbers into it: those are never kept.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kiosk.domain.text_folding import fold, nfc

MAX_LETTERS = 60
MIN_LETTERS = 3
_LONG_NUMBER_DIGITS = 4
_DIGIT = re.compile(r"\d")
# Family names: those that hardly ever begin a need, and those that do unless written with their marks.
_FAMILY = frozenset(("nguyen", "tran", "pham", "hoang", "huynh", "trinh"))
_MARKED_FAMILY = frozenset(
    ("lê", "vũ", "võ", "bùi", "đỗ", "ngô", "dương", "phan", "đinh", "trương", "đoàn", "lưu", "đặng", "mai")
)
_ALL_FAMILY = _FAMILY | {
    fold(name) for name in (*_MARKED_FAMILY, "hồ", "lý", "cao", "hà", "lương", "tạ", "đào")
}
_MIDDLE = frozenset(("thi", "van"))
_NAME_WORDS = range(2, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A folded query nothing was found for: how often, and on which day last."""

    query: str
    times: int
    last_day: date


def remembered(query: str) -> str:
    """Return what is kept of `query`: folded, at most 60 letters, "" where nothing may be kept.

    Left out are words with four or more digits; a query that reads like a person's name or like an address
    of mail is not kept at all.
    """
    if "@" in query:
        return ""
    spoken = re.findall(r"[^\W_]+", nfc(query).lower())
    words = [word for word in map(fold, spoken) if len(_DIGIT.findall(word)) < _LONG_NUMBER_DIGITS]
    if _reads_like_a_name(words, spoken[0] if spoken else "") or _spells_a_number(words):
        return ""
    kept = ""
    for word in words:
        longer = f"{kept} {word}".lstrip()
        if len(longer) > MAX_LETTERS:
            break
        kept = longer
    return kept if sum(letter.isalpha() for letter in kept) >= MIN_LETTERS else ""


def _reads_like_a_name(words: list[str], first: str) -> bool:
    """Better a need too few than a person too many: staff miss little, a name must not be kept."""
    begins = bool(words) and (words[0] in _FAMILY or first in _MARKED_FAMILY)
    if begins and len(words) in _NAME_WORDS:
        return True
    return any(before in _ALL_FAMILY and after in _MIDDLE for before, after in pairwise(words))


def _spells_a_number(words: list[str]) -> bool:
    """Tell a telephone or identity number typed in groups: "0912 34 56", "09 12 345"."""
    digits = sum(len(word) for word in words if word.isdigit())
    return digits > _LONG_NUMBER_DIGITS + 1
