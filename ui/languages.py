"""Languages a visit can be in: Vietnamese, and every language whose compiled table lies beside the others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale

SOURCE = "vi"
"""The language the texts are written in; it needs no table."""
_TABLE = re.compile(r"kiosk_([a-z]{2,3})\.qm")
# Qt names a country with some of them, or the script.
_OWN_NAMES = {"vi": "Tiếng Việt", "en": "English", "zh": "中文"}
_SHORT_NAMES = {"vi": "Việt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """`code` as in its table's name (ISO 639); `name` in its own words, `short` where one word fits."""

    code: str
    name: str
    short: str


def named(code: str) -> Language:
    """Return the language of `code` with its own name."""
    name = _OWN_NAMES.get(code) or QLocale(code).nativeLanguageName() or code
    return Language(code=code, name=name, short=_SHORT_NAMES.get(code, name))


def offered_languages(folder: Path) -> tuple[Language, ...]:
    """Return Vietnamese and every language with a compiled table in `folder`, by their own names."""
    found = (_TABLE.fullmatch(path.name) for path in folder.glob("kiosk_*.qm"))
    codes = {SOURCE, *(match[1] for match in found if match)}
    return tuple(sorted((named(code) for code in codes), key=lambda language: language.name.casefold()))


def next_language(offered: Sequence[Language], code: str) -> Language:
    """Return the language one touch leads to: the one after `code`, the first after the last."""
    codes = [language.code for language in offered]
    at = codes.index(code) if code in codes else codes.index(SOURCE)
    return offered[(at + 1) % len(offered)]


def data_language(code: str) -> str:
    """Return the language of what catalogue, forms and notices say: they are kept in `vi` and `en` only."""
    return code if code == SOURCE else "en"
