"""The city's settings below the ward's own: which keys the city may set, and how the two are laid together.

The signed target `settings.toml` is kept as `settings.city.toml` once its signature and values were checked
(`config.city_files`). What the ward's own file says about a key always wins.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

CITY_NAME = "settings.city.toml"
CITY_SECTIONS = frozenset({"visit", "intake", "paper"})
"""Whole sections the city may set: rules of a visit, how far procedures go, how much paper."""
CITY_KEYS = frozenset(
    {("hall", "opening_hours"), ("hall", "hotlines"), ("hall", "notices"), ("kiosk", "language")}
)
"""Single keys the city may set. Devices, addresses, names and the mode belong to the machine and its hall."""

Table = dict[str, object]


def may_set(section: str, name: str) -> bool:
    """Return whether the city may set a key."""
    return section in CITY_SECTIONS or (section, name) in CITY_KEYS


def allowed_only(table: Mapping[str, object]) -> tuple[Table, tuple[str, ...]]:
    """Return what of `table` the city may set, and the names (`section.name`) of the rest."""
    allowed: Table = {}
    left: list[str] = []
    for section, values in table.items():
        if not isinstance(values, Mapping):
            left.append(section)
            continue
        kept = {name: value for name, value in values.items() if may_set(section, name)}
        left += [f"{section}.{name}" for name in values if name not in kept]
        if kept:
            allowed[section] = kept
    return allowed, tuple(left)


def over_city(table: Table, own: Mapping[str, object], home: Path) -> Table:
    """Return `table` with the city's values for keys that `own`, the ward's file, does not set.

    A city's file that cannot be read counts as none: it was checked before it was kept.
    """
    laid = dict(table)
    for section, values in _city(home).items():
        said, mine = laid.get(section, {}), own.get(section, {})
        if not isinstance(said, Mapping) or not isinstance(mine, Mapping) or not isinstance(values, Mapping):
            continue
        laid[section] = {**said, **{name: value for name, value in values.items() if name not in mine}}
    return laid


def _city(home: Path) -> Table:
    try:
        content = (home / CITY_NAME).read_text("utf-8")
        return allowed_only(tomllib.loads(content))[0]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
