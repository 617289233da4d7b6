"""Who changed the live catalogue, when, and by how much."""

from dataclasses import dataclass
from enum import Enum


class CatalogueAction(Enum):
    """What made another version live."""

    APPLIED = "applied"
    ROLLED_BACK = "rolled_back"
    RENEWED = "renewed"
    """The same official facts, built again: our own texts, the staff's notes or the program changed."""
    FELL_BACK = "fell_back"
    """The live version was damaged and put aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEvent:
    """One change of the live version.

    `seq` counts from 1 without a gap. `at` is ISO 8601 with the hall's offset. `before` and `after` are
    versions' names; the counts say how many procedures `after` has added, changed and removed. `note` says
    why, where nobody decided it.
    """

    seq: int
    at: str
    action: CatalogueAction
    by: str
    before: str
    after: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueHistory:
    """All changes, oldest first; `damage` names the first line that does not fit, "" where all do."""

    events: tuple[CatalogueEvent, ...] = ()
    damage: str = ""
