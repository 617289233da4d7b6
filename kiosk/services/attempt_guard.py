"""Counts wrong tries of number and code, in memory: a restart needs a person at the plug."""

import math

from kiosk.domain.attempts import Attempt, AttemptLimits, still_counted, wait_before_next_s
from kiosk.ports.clock import Clock


class AttemptGuard:
    """Used on the Qt thread. Unknown numbers count like wrong codes, so that a wait tells nothing."""

    def __init__(self, clock: Clock, limits: AttemptLimits | None = None) -> None:
        self._clock, self._limits = clock, limits or AttemptLimits()
        self._wrong: tuple[Attempt, ...] = ()

    def wait_s(self, number: str) -> int:
        """Return whole seconds until `number` may be tried, 0 for now."""
        return math.ceil(wait_before_next_s(self._wrong, number, self._clock.monotonic_s(), self._limits))

    def note_wrong(self, number: str) -> None:
        """Count a wrong try."""
        now_s = self._clock.monotonic_s()
        self._wrong = (
            *still_counted(self._wrong, now_s, self._limits),
            Attempt(number=number, at_s=now_s),
        )
