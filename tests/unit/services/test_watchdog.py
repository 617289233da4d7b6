"""A hung lane ends the signs of life; one that only takes long does not."""

import pytest
from structlog.testing import capture_logs

from kiosk.ports.tasks import Lane
from kiosk.services.watchdog import LIMITS_S, Watchdog
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.tasks import StepRunner


class Watched:
    def __init__(self):
        self.signs = 0
        self.clock = FakeClock()
        self.scheduler = FakeScheduler(self.clock)
        self.tasks = StepRunner()
        self.dog = Watchdog(self.tasks, self.scheduler, self.clock, alive=self._sign)
        self.dog.start(5)

    def _sign(self):
        self.signs += 1

    def signs_within(self, seconds, *, answering):
        before = self.signs
        for _ in range(int(seconds / 5)):
            if answering:
                self.tasks.run_all()
            self.scheduler.advance(5)
        return self.signs - before


@pytest.fixture
def watched():
    return Watched()


def test_while_every_lane_answers_a_sign_of_life_goes_out_every_time(watched):
    assert watched.signs_within(60, answering=True) == 12


def test_a_lane_that_hangs_ends_the_signs_of_life(watched):
    watched.signs_within(30, answering=False)

    assert watched.signs_within(60, answering=False) == 0


def test_a_lane_that_answers_late_brings_the_signs_back(watched):
    watched.signs_within(60, answering=False)

    assert watched.signs_within(30, answering=True) > 0


def test_every_lane_that_must_answer_has_a_limit():
    # The scanner's lane waits on its line for as long as nobody shows a card.
    assert set(LIMITS_S) == set(Lane) - {Lane.SCANNER}


def test_a_lane_is_asked_again_only_once_it_has_answered(watched):
    watched.signs_within(60, answering=False)
    waiting = 0
    while watched.tasks.waiting:
        watched.tasks.step()
        waiting += 1

    assert waiting == len(LIMITS_S)


def test_which_lane_hangs_is_told_once(watched):
    with capture_logs() as told:
        watched.signs_within(120, answering=False)

    hung = [entry["lane"] for entry in told if entry["event"] == "watchdog.lane_hangs"]
    assert len(hung) == len(set(hung))
    assert {"catalogue", "database"} <= set(hung)
