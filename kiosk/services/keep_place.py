"""A place kept for 15 minutes: a person looks for papers, their answers wait in memory behind four digits.

Nothing of it touches a disk: a restart forgets it, and so do time, the right code and "Kết thúc và xoá".
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain.attempts import AttemptLimits
from kiosk.domain.consents import Purpose
from kiosk.domain.tracking import TooManyTries
from kiosk.ports.clock import Clock
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.services.attempt_guard import AttemptGuard

KEPT_S = 15 * 60
CODE_DIGITS = 4
MOST_PLACES = 20
# Twenty places in ten thousand codes: five wrong ones in five minutes find one in a hundred tries at most.
LIMITS = AttemptLimits(per_number=5, per_number_window_s=300.0, all_numbers=5, all_numbers_window_s=300.0)
_LOOK_EVERY_MS = 5_000


@dataclass(slots=True)
class KeptAnswers:
    """What waits: a procedure's form half filled in. `wipe` empties it where it lies."""

    procedure_code: str
    answers: dict[str, str] = field(default_factory=dict)
    agreed: set[Purpose] = field(default_factory=set)

    def wipe(self) -> None:
        """Forget the person."""
        self.answers.clear()
        self.agreed.clear()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchPlace:
    """No place under this code: a wrong code, or its time is over; alike on purpose."""


@dataclass(frozen=True, slots=True)
class _Place:
    kept: KeptAnswers
    until_s: float


class KeepPlace:
    """Qt thread; memory only. The code is new each time and opens once."""

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        *,
        pick: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        self._clock, self._scheduler, self._pick = clock, scheduler, pick
        self._guard = AttemptGuard(clock, LIMITS)
        self._places: dict[str, _Place] = {}
        self._timer: Timer | None = None

    @property
    def any(self) -> bool:
        """Whether a place is kept for anybody now."""
        self._drop_old()
        return bool(self._places)

    @property
    def full(self) -> bool:
        """Whether no more places can be kept now."""
        self._drop_old()
        return len(self._places) >= MOST_PLACES

    def keep(self, kept: KeptAnswers) -> str:
        """Keep answers for 15 minutes; returns the code. Raises LookupError where all places are taken."""
        if self.full:
            raise LookupError("every place is taken")
        code = self._new_code()
        self._places[code] = _Place(kept, self._clock.monotonic_s() + KEPT_S)
        if self._timer is None:
            self._timer = self._scheduler.every(_LOOK_EVERY_MS, self._drop_old)
        return code

    def take(self, code: str) -> KeptAnswers | NoSuchPlace | TooManyTries:
        """Give the answers back to who holds the code; the place is free again then."""
        self._drop_old()
        wait_s = self._guard.wait_s(code)
        if wait_s:
            return TooManyTries(wait_s=wait_s)
        place = self._places.pop(code, None)
        if place is None:
            self._guard.note_wrong(code)
            return NoSuchPlace()
        self._rest()
        return place.kept

    def forget(self, code: str) -> None:
        """Wipe a place before its time: its person said so. Unknown codes are nothing."""
        place = self._places.pop(code, None)
        if place is not None:
            place.kept.wipe()
            self._rest()

    def close(self) -> None:
        """Wipe every place: the kiosk ends."""
        for code in list(self._places):
            self.forget(code)

    def _new_code(self) -> str:
        while True:
            code = f"{self._pick(10**CODE_DIGITS):0{CODE_DIGITS}}"
            if code not in self._places:
                return code

    def _drop_old(self) -> None:
        now_s = self._clock.monotonic_s()
        for code in [code for code, place in self._places.items() if now_s >= place.until_s]:
            self.forget(code)

    def _rest(self) -> None:
        if not self._places and self._timer is not None:
            self._timer.stop()
            self._timer = None
