"""What the doctor found, and how much it matters."""

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How much it matters."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report: what was looked at, what it means, what to type (empty where nothing)."""

    what: str
    state: State
    meaning: str
    todo: str = ""


def ok(what: str, meaning: str) -> Finding:
    """Return what is as it should be."""
    return Finding(what=what, state=State.OK, meaning=meaning)


def warning(what: str, meaning: str, todo: str) -> Finding:
    """Return what works but wants a look, and what to type."""
    return Finding(what=what, state=State.WARNING, meaning=meaning, todo=todo)


def problem(what: str, meaning: str, todo: str) -> Finding:
    """Return what does not work, and what to type."""
    return Finding(what=what, state=State.PROBLEM, meaning=meaning, todo=todo)
