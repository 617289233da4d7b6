"""A call for help from the glass: when, and what was really done about it. Nothing of the person."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Signal(Enum):
    """How one way of calling went.

    `SENT` went out with nobody to confirm it; `CONFIRMED` was taken by the other side, or heard here.
    """

    NONE = "none"
    WORKING = "working"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCall:
    """One call. `bell` rings at the machine, `line` tells the hall's own network; NONE: not set up here."""

    call_id: int
    called_at: datetime
    bell: Signal
    line: Signal
    is_answered: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way any more."""
        return Signal.WORKING not in {self.bell, self.line}

    @property
    def went_out(self) -> bool:
        """Whether anybody away from the glass can know of it."""
        return bool({self.bell, self.line} & {Signal.SENT, Signal.CONFIRMED})
