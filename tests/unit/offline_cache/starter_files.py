"""The shipped starter files as plain tables, for the tests that look at their words and facts."""

import tomllib
from pathlib import Path
from typing import Any

STARTER = Path(__file__).resolve().parents[3] / "offline_cache" / "starter_catalogue"
NOT_PROCEDURES = {"life_events", "synonyms"}
Table = dict[str, Any]


def procedures() -> dict[str, Table]:
    """The procedures known in full."""
    return {code: table for code, table in _all().items() if "methods" in table}


def listed() -> dict[str, Table]:
    """The procedures known by the line of the national list only."""
    return {code: table for code, table in _all().items() if "methods" not in table}


def _all() -> dict[str, Table]:
    files = sorted(path for path in STARTER.glob("*.toml") if path.stem not in NOT_PROCEDURES)
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in files}


def life_events() -> list[Table]:
    events: list[Table] = tomllib.loads((STARTER / "life_events.toml").read_text(encoding="utf-8"))["events"]
    return events


def words(table: Table, language: str) -> dict[str, str]:
    """Every text a citizen reads of a procedure, by where it stands."""
    text = table[language]
    found = {key: value for key, value in text.items() if isinstance(value, str)}
    found |= {f"steps[{index}]": step for index, step in enumerate(text.get("steps", []))}
    for index, paper in enumerate(table.get("papers", [])):
        found |= {f"papers[{index}].{key}": value for key, value in paper[language].items()}
    return found
