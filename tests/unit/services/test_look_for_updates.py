import pytest
from structlog.testing import capture_logs

from kiosk.services.look_for_updates import EVERY_MS, FIRST_AFTER_MS, LookForUpdates
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.tasks import InlineRunner, StepRunner


class Repository:
    def __init__(self):
        self.looks, self.broken = 0, False

    def fetch(self):
        self.looks += 1
        if self.broken:
            raise OSError("no route")
        return "catalogue 7"


@pytest.fixture
def repository():
    return Repository()


@pytest.fixture
def scheduler():
    return FakeScheduler(FakeClock())


def test_it_looks_soon_after_the_start_and_then_four_times_a_day(repository, scheduler):
    look = LookForUpdates(InlineRunner(), scheduler, repository.fetch, chance=lambda: 0.0)
    look.start()
    scheduler.advance(FIRST_AFTER_MS / 1000)
    soon = repository.looks
    scheduler.advance(4 * EVERY_MS / 1000)

    assert (soon, repository.looks) == (1, 5)


def test_kiosks_that_start_together_do_not_ask_together(repository, scheduler):
    look = LookForUpdates(InlineRunner(), scheduler, repository.fetch, chance=lambda: 1.0)
    look.start()
    scheduler.advance(FIRST_AFTER_MS / 1000 + 1)
    together = repository.looks
    scheduler.advance(FIRST_AFTER_MS / 1000 * 0.2)

    assert (together, repository.looks) == (0, 1)


def test_one_look_at_a_time(repository, scheduler):
    tasks = StepRunner()
    look = LookForUpdates(tasks, scheduler, repository.fetch)
    look.look()
    look.look()
    tasks.run_all()

    assert repository.looks == 1


def test_a_failure_is_told_once_and_its_end_once(repository, scheduler):
    look = LookForUpdates(InlineRunner(), scheduler, repository.fetch)
    with capture_logs() as told:
        repository.broken = True
        look.look()
        look.look()
        repository.broken = False
        look.look()
    events = [entry["event"] for entry in told]

    assert events.count("updates.not_fetched") == 1
    assert events.count("updates.reached_again") == 1


def test_after_stop_nothing_is_asked(repository, scheduler):
    look = LookForUpdates(InlineRunner(), scheduler, repository.fetch)
    look.start()
    look.stop()
    scheduler.advance(EVERY_MS)

    assert repository.looks == 0
