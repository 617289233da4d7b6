"""Glass that hangs turned: the frame is turned on it, and a touch lands where the finger is."""

import pytest
from PySide6.QtGui import QTransform

from tests.ui.conftest import MARKED_HALL
from tests.ui.screens.staff_stops import enter

TURNS = (90, 180, 270)


def turned(open_kiosk, degrees, shape="portrait"):
    return open_kiosk(shape=shape, settings={**MARKED_HALL, "screen": {"rotation": degrees}})


@pytest.mark.parametrize("degrees", TURNS)
def test_every_control_is_touched_where_it_is_seen(open_kiosk, degrees):
    citizen = turned(open_kiosk, degrees)
    citizen.begin()
    for name in ("bar-text", "bar-language", "bar-help"):
        citizen.touch(name)

    assert citizen.screen_name() == "call_help"
    assert citizen.kiosk.translations.language() == "en"


@pytest.mark.parametrize("degrees", TURNS)
def test_the_picture_is_the_upright_one_turned(open_kiosk, degrees):
    upright = turned(open_kiosk, 0)
    upright.begin()
    other = turned(open_kiosk, degrees)
    other.begin()
    back = other.picture().transformed(QTransform().rotate(-degrees))

    assert back.size() == upright.picture().size()
    assert other.reads("Phường Mẫu")
    assert other.codes() == upright.codes()


def test_the_window_lies_where_the_frame_stands(open_kiosk):
    view = turned(open_kiosk, 90).kiosk.view

    assert (view.width(), view.height()) == (1920, 1080)


def test_the_touch_test_measures_in_the_turned_frame(open_kiosk):
    citizen = turned(open_kiosk, 270)
    enter(citizen)
    citizen.kiosk.way.start("tech_setup")
    citizen.open("tech_touch")
    for _ in range(9):
        citizen.strike("cross")
        citizen.settle()

    citizen.see("Tốt, lệch nhiều nhất 0,")


def test_the_word_that_stands_upright_is_the_turn_to_write(open_kiosk):
    citizen = turned(open_kiosk, 90)
    enter(citizen)
    citizen.kiosk.way.start("tech_setup")
    citizen.open("tech_turn")
    citizen.touch("upright-270")
    citizen.until(lambda: citizen.kiosk.staff.machine.written, "the turn to be written")

    assert citizen.kiosk.staff.machine.written == {"screen.rotation": "0"}
