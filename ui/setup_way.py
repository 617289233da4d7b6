"""The way through the set-up: which screen belongs to which step, and what comes after it."""

from kiosk.domain.setup_steps import SetupStep, StepState
from kiosk.services.setup_desk import SetupDesk
from ui.navigation import Navigator

LIST_OF_STEPS, END = "tech_setup", "tech_done"
SCREENS: dict[SetupStep, str] = {
    SetupStep.LANGUAGE: "tech_language",
    SetupStep.TURN: "tech_turn",
    SetupStep.CARD: "tech_card",
    SetupStep.HEIGHT: "tech_height",
    SetupStep.TOUCH: "tech_touch",
    SetupStep.SOUND: "tech_sound",
    SetupStep.KEYPAD: "tech_keypad",
    SetupStep.PRINTER: "tech_printers",
    SetupStep.PROOF: "tech_proof",
    SetupStep.SCANNER: "tech_scan",
    SetupStep.NETWORK: "tech_network",
    SetupStep.ENROLMENT: "tech_enrol",
    SetupStep.NAME: "tech_name",
}
OPEN_ENDED = frozenset(
    {SetupStep.KEYPAD, SetupStep.PRINTER, SetupStep.PROOF, SetupStep.SCANNER, SetupStep.NETWORK}
)
"""Pages with several things to try: the technician says when it is enough."""


def step_of(screen: str) -> SetupStep | None:
    """Return the step a screen belongs to, None for every other screen."""
    return next((step for step, name in SCREENS.items() if name == screen), None)


def went_through(
    desk: SetupDesk, way: Navigator, step: SetupStep, *, state: StepState = StepState.DONE, value: str = ""
) -> None:
    """Mark a step and show the next open one; back to the list where none is open.

    A step looked at again after the end leads back, too.
    """
    is_over = desk.progress.next_step is None
    desk.mark(step, state, value)
    following = desk.progress.open_after(step)
    if is_over:
        way.back()
    elif following is None:
        way.instead(END)
    else:
        way.instead(SCREENS[following])


def leave_step(desk: SetupDesk, way: Navigator, screen: str, *, done: bool) -> None:
    """Go on from the step shown: it is `done`, or left out. What came of it stays."""
    step = step_of(screen)
    if step is not None:
        state = StepState.DONE if done else StepState.SKIPPED
        went_through(desk, way, step, state=state, value=desk.progress.value(step))
