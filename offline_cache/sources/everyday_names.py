"""Everyday names of procedures, ours or imported: what people say, by code, one TOML file a field group.

A file of the folder `everyday_names` holds entries sorted by code:

    [[procedure]]
    code = "1.004746"
    names = ["mất giấy kết hôn", "làm lại giấy kết hôn"]

Two procedures called the same would hide each other, so a name (compared without accents) stands once in all
files; twins that really are called the same say `shared = true`. A name is a phrase with Vietnamese marks, at
most 60 letters, that names no quận or huyện and holds no long number.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from kiosk.domain.text_folding import nfc, tokens
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources.reading import TextProblem, clean_code, clean_text
from offline_cache.sources.starter import FOLDER, load_file, refusal

SUBFOLDER = "everyday_names"
MAX_LETTERS = 60
MAX_NAMES = 12
_ABOLISHED = re.compile(r"\b(?:quận|huyện)\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{9}")


class _Entry(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    code: str
    names: list[str]
    shared: bool = False


class _File(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    procedure: list[_Entry] = []


class _Owner(NamedTuple):
    code: str
    file: str
    shared: bool


def read_everyday_names(folder: Path = FOLDER) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (code, everyday names) of all files below the starter folder `folder`, by code.

    () where there are none. Raises CatalogueRejected naming file, line, field and value of the first mistake.
    """
    found: dict[str, tuple[str, ...]] = {}
    homes: dict[str, str] = {}
    owners: dict[tuple[str, ...], _Owner] = {}
    for path in sorted((folder / SUBFOLDER).glob("*.toml")):
        found.update(_read(path, homes, owners))
    return tuple(sorted(found.items()))


def _read(
    path: Path, homes: dict[str, str], owners: dict[tuple[str, ...], _Owner]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the entries of one file; remember in `homes` and `owners` which codes and names are taken."""
    source, file = load_file(path, _File)
    before = ""
    for number, entry in enumerate(file.procedure):
        place = f"procedure[{number}]"
        reason = _code_problem(entry.code, before, homes)
        if reason:
            raise refusal(path, source, f"{place}.code", entry.code, reason)
        before = entry.code
        homes[entry.code] = path.name
        if not 1 <= len(entry.names) <= MAX_NAMES:
            shown = str(len(entry.names))
            raise refusal(path, source, f"{place}.names", shown, f"not 1 to {MAX_NAMES} names")
        for name in entry.names:
            reason = _name_problem(name) or _taken(name, entry, owners)
            if reason:
                raise _at_name(refusal(path, source, f"{place}.names", name, reason), source)
            owners[tokens(name)] = _Owner(entry.code, path.name, entry.shared)
        yield entry.code, tuple(entry.names)


def _code_problem(code: str, before: str, homes: dict[str, str]) -> str:
    try:
        clean = clean_code(code)
    except TextProblem as problem:
        return problem.reason
    if clean != code:
        return f"is written {clean}"
    if code in homes:
        return f"stands in {homes[code]} already"
    return f"stands behind {before}; entries are sorted by code" if code < before else ""


def _name_problem(name: str) -> str:
    """Return why `name` cannot be an everyday name, "" where it can."""
    try:
        clean = clean_text(name, field="names")
    except TextProblem as problem:
        return problem.reason
    if clean != name or not tokens(name):
        return "is empty, or holds blanks or signs that cannot be seen, or letters that are not composed"
    if len(name) > MAX_LETTERS:
        return f"has {len(name)} letters, more than {MAX_LETTERS}"
    if nfc(name).isascii():
        return "has no Vietnamese mark at all"
    if _ABOLISHED.search(name):
        return "names a level of government abolished on 1 July 2025"
    return "holds a number of nine digits or more" if _LONG_NUMBER.search(name) else ""


def _taken(name: str, entry: _Entry, owners: dict[tuple[str, ...], _Owner]) -> str:
    owner = owners.get(tokens(name))
    if owner is None:
        return ""
    if owner.code == entry.code:
        return "stands twice in this entry"
    if owner.shared and entry.shared:
        return ""
    return f"is what {owner.code} is called in {owner.file}; only entries with shared = true share a name"


def _at_name(said: CatalogueRejected, source: str) -> CatalogueRejected:
    """Return a refusal of a name with the line of the name itself, where the list stands on many lines."""
    lines = source.splitlines()
    for number in range(max(said.line, 1), len(lines) + 1):
        if f'"{said.value}"' in lines[number - 1]:
            return CatalogueRejected(
                said.file, line=number, field=said.field, value=said.value, reason=said.reason
            )
    return said
