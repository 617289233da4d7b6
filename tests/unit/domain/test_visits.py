import pytest

from kiosk.domain.visits import IdleLimits, VisitPhase, visit_phase

LIMITS = IdleLimits()


@pytest.mark.parametrize(
    ("idle_s", "personal", "phase"),
    [
        (0, False, VisitPhase.IN_USE),
        (89.9, False, VisitPhase.IN_USE),
        (90, False, VisitPhase.ASK),
        (119.9, False, VisitPhase.ASK),
        (120, False, VisitPhase.OVER),
        (90, True, VisitPhase.IN_USE),
        (179.9, True, VisitPhase.IN_USE),
        (180, True, VisitPhase.ASK),
        (224.9, True, VisitPhase.ASK),
        (225, True, VisitPhase.OVER),
    ],
)
def test_the_machine_asks_then_wipes_and_waits_longer_for_who_entered_something(idle_s, personal, phase):
    assert visit_phase(idle_s, personal=personal, limits=LIMITS) is phase


@pytest.mark.parametrize("limits", [{"wipe_after_s": 19}, {"personal_wipe_after_s": 5}])
def test_nobody_gets_less_than_20_seconds_to_react(limits):
    with pytest.raises(ValueError, match="20 s"):
        IdleLimits(**limits)
