"""The way of a pre-registration as five steps: which are done, which is now; nothing beyond the state.

Source of the states: the national status table, as in `kiosk.domain.tracking`.
"""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.dossiers import DossierState
from kiosk.domain.tracking import Tracked


class Step(Enum):
    """A step every dossier takes, in this order."""

    DECLARED = "declared"
    RECEIVED = "received"
    WORKED_ON = "worked_on"
    SETTLED = "settled"
    HANDED_OVER = "handed_over"


class Progress(Enum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """One step with how far it is."""

    step: Step
    progress: Progress


# How many steps are done in each state; the next one is now. States that end the way have no steps.
_DONE = {0: 1, 1: 1, 2: 2, 4: 2, 5: 2, 6: 2, 7: 2, 9: 3, 10: 5}


def steps_of(tracked: Tracked) -> tuple[StepState, ...]:
    """Return the five steps; none for a way that ends early, also by wish, or a state nobody here knows."""
    if tracked.withdrawal is not None and tracked.is_unaccepted:
        return ()
    if tracked.here is not None and tracked.here is not DossierState.SENT:
        done: int | None = 0
    else:
        done = _DONE.get(tracked.status.status)
    if done is None:
        return ()
    return tuple(StepState(step=step, progress=_progress(number, done)) for number, step in enumerate(Step))


def _progress(number: int, done: int) -> Progress:
    if number < done:
        return Progress.DONE
    return Progress.NOW if number == done else Progress.LATER
