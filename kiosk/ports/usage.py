"""Where counts of use are kept; DATABASE lane only."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from kiosk.domain.usage import UsageCount, UsageKind


class UsageStore(Protocol):
    """Adds up, day by day."""

    def add(self, counted: Iterable[tuple[UsageKind, str]], *, day: date) -> None:
        """Count each (kind, procedure code) once more on `day`; what is too old is dropped."""
        ...

    def counts(self, *, since: date) -> tuple[UsageCount, ...]:
        """Return the counts from `since` on, in the order of days."""
        ...
