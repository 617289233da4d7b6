"""Setting a machine up: the steps in their order, and how far somebody has come.

Source: interface 7a, T1. The way the glass stands comes second: everything after it is drawn that way.
"""

from dataclasses import dataclass, replace
from enum import Enum


class SetupStep(Enum):
    """What is set or tried. The value stands in files: never another meaning for an old one."""

    LANGUAGE = "language"
    TURN = "turn"
    CARD = "card"
    HEIGHT = "height"
    TOUCH = "touch"
    SOUND = "sound"
    KEYPAD = "keypad"
    PRINTER = "printer"
    PROOF = "proof"
    SCANNER = "scanner"
    NETWORK = "network"
    ENROLMENT = "enrolment"
    NAME = "name"


class StepState(Enum):
    """How a step stands. SKIPPED: somebody chose to go on without it."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecord:
    """A step that somebody went through. `value` is what came of it, such as "2.0" mm; never personal."""

    step: SetupStep
    state: StepState
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupProgress:
    """How far the set-up has come; a step without a record is open."""

    records: tuple[StepRecord, ...] = ()

    def state(self, step: SetupStep) -> StepState:
        """Return how a step stands."""
        found = self._record(step)
        return found.state if found is not None else StepState.OPEN

    def value(self, step: SetupStep) -> str:
        """Return what came of a step, "" before it."""
        found = self._record(step)
        return found.value if found is not None else ""

    @property
    def begun(self) -> bool:
        """Return whether anything was done or left out."""
        return bool(self.records)

    @property
    def next_step(self) -> SetupStep | None:
        """Return the first open step, None where every one was gone through."""
        return next((step for step in SetupStep if self.state(step) is StepState.OPEN), None)

    def open_after(self, step: SetupStep) -> SetupStep | None:
        """Return the next open step after this one, else the first open one, None where none is."""
        later = tuple(SetupStep)[number_of(step) :]
        return next((one for one in later if self.state(one) is StepState.OPEN), self.next_step)

    def with_record(self, record: StepRecord) -> "SetupProgress":
        """Return the progress with this step gone through; a step that is skipped keeps what it had done."""
        kept = self._record(record.step)
        if kept is not None and kept.state is StepState.DONE and record.state is StepState.SKIPPED:
            return self
        others = tuple(one for one in self.records if one.step is not record.step)
        return replace(self, records=(*others, record))

    def count(self, state: StepState) -> int:
        """Return how many steps stand so."""
        return sum(self.state(step) is state for step in SetupStep)

    def _record(self, step: SetupStep) -> StepRecord | None:
        return next((one for one in self.records if one.step is step), None)


def number_of(step: SetupStep) -> int:
    """Return a step's number, from 1."""
    return tuple(SetupStep).index(step) + 1
