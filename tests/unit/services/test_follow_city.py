"""New files of the city are seen within a minute and shown when nobody is there."""

import pytest

from kiosk.building import build_city
from kiosk.services.follow_city import EVERY_MS, CityStamp, FollowCity
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.tasks import InlineRunner


class Hall:
    """A machine whose files, visitor and printer are set by hand."""

    def __init__(self, *, may_restart=True):
        self.settings, self.calendar = 1, 1
        self.is_idle = self.is_quiet = True
        self.restarts = self.read_anew = 0
        self.scheduler = FakeScheduler(FakeClock())
        self.city = FollowCity(
            InlineRunner(),
            self.scheduler,
            stamp=lambda: CityStamp(settings=self.settings, calendar=self.calendar),
            calendar_changed=self._calendar_changed,
            idle=lambda: self.is_idle,
            quiet=lambda answer: answer(self.is_quiet),
            restart=self._restarted if may_restart else None,
        )
        self.city.start()

    def _calendar_changed(self):
        self.read_anew += 1

    def _restarted(self):
        self.restarts += 1

    def a_minute_passes(self):
        self.scheduler.advance(EVERY_MS / 1000)


@pytest.fixture
def hall():
    return Hall()


def test_nothing_new_changes_nothing(hall):
    hall.a_minute_passes()
    hall.a_minute_passes()

    assert (hall.restarts, hall.read_anew) == (0, 0)


def test_a_new_calendar_is_read_at_once(hall):
    hall.calendar = 2
    hall.a_minute_passes()
    hall.a_minute_passes()

    assert (hall.restarts, hall.read_anew) == (0, 1)


def test_new_settings_wait_until_nobody_is_there_and_no_sheet_is_on_its_way(hall):
    hall.settings, hall.is_idle = 2, False
    hall.a_minute_passes()
    hall.is_idle, hall.is_quiet = True, False
    hall.a_minute_passes()
    before = hall.restarts
    hall.is_quiet = True
    hall.a_minute_passes()

    assert (before, hall.restarts) == (0, 1)


def test_where_nothing_starts_the_program_again_settings_wait_for_the_next_start():
    hall = Hall(may_restart=False)
    hall.settings = 2

    hall.a_minute_passes()

    assert hall.restarts == 0


def test_a_machine_that_closes_is_not_started_again(hall):
    hall.settings = 2
    hall.city.stop()

    hall.a_minute_passes()
    hall.city.look()

    assert hall.restarts == 0


class NoSheets:
    """A printer with nothing on its way."""

    def list_open(self, done, *, failed):
        done(())


def test_new_keys_of_the_portal_are_in_use_without_anybody_starting_the_kiosk(tmp_path):
    restarted = []
    scheduler = FakeScheduler(FakeClock())
    city = build_city(
        InlineRunner(),
        scheduler,
        NoSheets(),
        home=tmp_path,
        calendar_changed=pytest.fail,
        idle=lambda: True,
        restart=lambda: restarted.append(True),
    )
    city.start()
    (tmp_path / "enrolled").mkdir()
    (tmp_path / "enrolled" / "portal-keys.json").write_text("{}")

    scheduler.advance(EVERY_MS / 1000)

    assert restarted == [True]
    city.stop()
