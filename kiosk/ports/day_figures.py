"""Counting what a day brought; DATABASE lane only."""

from datetime import date
from typing import Protocol

from kiosk.domain.counter_sheets import DayFigures


class DayCounts(Protocol):
    """Counts rows, never people."""

    def of_day(self, day: date, *, from_ms: int, to_ms: int) -> DayFigures:
        """Return the figures of rows made from `from_ms` up to, not including, `to_ms` (epoch ms)."""
        ...
