"""Timers behind a port: the core never sleeps."""

from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A started timer."""

    def stop(self) -> None:
        """Stop; stopping twice is fine."""
        ...


class Scheduler(Protocol):
    """Calls back on the Qt thread."""

    def after(self, delay_ms: int, action: Callable[[], None]) -> Timer:
        """Call `action` once after `delay_ms` milliseconds."""
        ...

    def every(self, interval_ms: int, action: Callable[[], None]) -> Timer:
        """Call `action` each `interval_ms` milliseconds until stopped."""
        ...
