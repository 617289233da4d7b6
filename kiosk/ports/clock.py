"""Time, asked for in one place so that tests and untrusted clocks have a say."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time for people, monotonic time for waiting. Order never comes from the wall clock."""

    def now(self) -> datetime:
        """Return the local time of the hall, timezone-aware (Asia/Ho_Chi_Minh)."""
        ...

    def monotonic_s(self) -> float:
        """Return seconds that never jump back."""
        ...
