"""The clock's battery is flat: 1970, or years ahead; the kiosk goes on, and says only what holds."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.reliability.test_damaged_outbox import declare
from tests.ui.screens.stops import BIRTH, CODE
from tests.ui.screens.test_form import dossiers

HALL = ZoneInfo("Asia/Ho_Chi_Minh")
WRONG = {
    "1970": datetime(1970, 1, 1, 7, 0, tzinfo=HALL),
    "2035": datetime(2035, 6, 1, 9, 0, tzinfo=HALL),
}


@pytest.mark.parametrize("year", WRONG)
def test_people_find_read_and_print_whatever_the_clock_says(open_kiosk, year):
    citizen = open_kiosk()
    citizen.clock.set_wall(WRONG[year])
    citizen.wait_s(61)
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)
    citizen.touch("print")

    citizen.see("Phiếu đã ra")
    assert len(citizen.paper()) == 1


@pytest.mark.parametrize("year", WRONG)
def test_the_idle_clock_does_not_follow_a_jump_of_the_wall_clock(citizen, year):
    citizen.begin()
    citizen.clock.set_wall(WRONG[year])
    citizen.wait_s(5)
    before = citizen.screen_name()
    citizen.wait_s(91)

    assert (before, citizen.screen_name()) == ("home", "still_here")


def test_a_clock_that_jumps_back_repeats_no_number_and_takes_no_form_it_cannot_date(citizen):
    citizen.begin()
    first = declare(citizen)
    citizen.clock.set_wall(WRONG["1970"])
    citizen.kiosk.way.end_visit()
    citizen.settle()
    citizen.begin()

    citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    citizen.open("check_answers", code=CODE)

    assert not citizen.find("send").isEnabled() or citizen.reads("Sửa")
    assert dossiers(citizen) == 1
    citizen.clock.set_wall(WRONG["2035"])
    assert declare(citizen) != first
