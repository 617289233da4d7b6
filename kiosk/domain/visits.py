"""A citizen's visit: how long the machine waits, and when it wipes.

Times follow the plan of EN 301 549 / WCAG 2.2.1 ("no data entered" 90 + 30 s, "personal data entered"
180 + 45 s); extensions are unlimited, the clock stands still while paper comes out.
"""

from dataclasses import dataclass
from enum import Enum


class VisitPhase(Enum):
    """What the machine does with the time since the last touch."""

    IN_USE = "in_use"
    ASK = "ask"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleLimits:
    """Seconds of silence before the question "still here?", and from the question to the wipe."""

    ask_after_s: int = 90
    wipe_after_s: int = 30
    personal_ask_after_s: int = 180
    personal_wipe_after_s: int = 45
    done_wipe_after_s: int = 30

    def __post_init__(self) -> None:
        """Refuse limits under the accessibility floor: at least 20 s to react to the question."""
        if min(self.wipe_after_s, self.personal_wipe_after_s) < 20:  # noqa: PLR2004  WCAG 2.2.1
            raise ValueError("a person needs at least 20 s to react to the idle question")


def visit_phase(idle_s: float, *, personal: bool, limits: IdleLimits) -> VisitPhase:
    """Return the phase after `idle_s` seconds without touch; `personal` once personal data was entered."""
    ask = limits.personal_ask_after_s if personal else limits.ask_after_s
    wipe = limits.personal_wipe_after_s if personal else limits.wipe_after_s
    if idle_s >= ask + wipe:
        return VisitPhase.OVER
    return VisitPhase.ASK if idle_s >= ask else VisitPhase.IN_USE
