import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from tests.ui.controls.stage import Heard

BUTTON = """
    KButton { objectName: "go"; x: 40; y: 40; width: 400; text: "In phiếu"; iconName: "print" }
    KButton { objectName: "other"; x: 40; y: 300; width: 400; text: "Xong" }
"""


@pytest.fixture
def stage(open_stage):
    stage = open_stage()
    stage.show(BUTTON)
    return stage


@pytest.fixture
def clicks(stage):
    return Heard(stage.item("go"), "clicked()")


def test_a_button_acts_when_the_finger_is_lifted_and_not_before(stage, clicks):
    at = stage.centre(stage.item("go"))

    stage.press(at)
    before = clicks.times
    stage.release(at)

    assert (before, clicks.times) == (0, 1)


def test_a_finger_that_slides_off_the_button_does_nothing(stage, clicks):
    button = stage.item("go")

    stage.press(stage.centre(button))
    stage.move(QPoint(900, 900))
    looks_released = stage.wait(lambda: not button.property("down"))
    stage.release(QPoint(900, 900))

    assert looks_released
    assert clicks.times == 0


def test_a_finger_that_slides_off_and_back_still_acts(stage, clicks):
    at = stage.centre(stage.item("go"))

    stage.press(at)
    stage.move(QPoint(900, 900))
    stage.move(at)
    stage.release(at)

    assert clicks.times == 1


def test_a_pressed_button_shows_it_at_once(stage):
    button = stage.item("go")

    stage.press(stage.centre(button))

    assert button.property("down")
    stage.release(stage.centre(button))
    assert not button.property("down")


def test_a_double_strike_counts_once(stage, clicks):
    stage.tap(stage.item("go"))
    stage.tap(stage.item("go"))

    assert clicks.times == 1


def test_a_second_button_answers_at_once(stage):
    others = Heard(stage.item("other"), "clicked()")

    stage.tap(stage.item("go"))
    stage.tap(stage.item("other"))

    assert others.times == 1


def test_after_the_double_strike_time_the_same_button_answers_again(stage, clicks):
    stage.item("go").setProperty("strikeMs", 1)

    def tapped_twice():
        stage.tap(stage.item("go"))
        return clicks.times >= 2

    assert stage.wait(tapped_twice)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_act_on_the_focused_button_when_released(stage, clicks, key):
    stage.item("go").forceActiveFocus()

    QTest.keyPress(stage.view, key)
    before = clicks.times
    QTest.keyRelease(stage.view, key)

    assert (before, clicks.times) == (0, 1)


def test_a_key_held_down_acts_once(stage, clicks):
    stage.item("go").forceActiveFocus()

    for kind, again in (("press", False), ("press", True), ("press", True), ("release", False)):
        event = QKeyEvent(
            QEvent.Type.KeyPress if kind == "press" else QEvent.Type.KeyRelease,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "",
            again,
        )
        QCoreApplication.sendEvent(stage.view, event)

    assert clicks.times == 1


def test_the_arrows_of_a_keypad_move_from_control_to_control(stage):
    stage.item("go").forceActiveFocus()

    QTest.keyClick(stage.view, Qt.Key.Key_Down)
    after_down = stage.item("other").hasActiveFocus()
    QTest.keyClick(stage.view, Qt.Key.Key_Up)

    assert after_down
    assert stage.item("go").hasActiveFocus()


def test_a_finger_leaves_no_focus_ring_behind(stage):
    stage.tap(stage.item("go"))

    assert not stage.item("go").hasActiveFocus()


@pytest.mark.parametrize(
    "state",
    ['reason: "sửa 1 dòng trước"', "busy: true", "enabled: false"],
    ids=["reason", "busy", "disabled"],
)
def test_a_button_that_cannot_be_used_ignores_touch_and_keys(open_stage, state):
    stage = open_stage()
    stage.show(f'KButton {{ objectName: "go"; width: 600; text: "Gửi"; {state} }}')
    clicks = Heard(stage.item("go"), "clicked()")

    stage.tap(stage.item("go"))
    stage.item("go").forceActiveFocus()
    QTest.keyClick(stage.view, Qt.Key.Key_Return)

    assert clicks.times == 0


def test_the_busy_words_come_only_after_a_moment_so_that_quick_work_does_not_flicker(open_stage):
    stage = open_stage()
    stage.show('KButton { objectName: "go"; width: 600; text: "In"; busyText: "Đang in…"; busy: true }')
    button = stage.item("go")

    at_first = button.property("words")

    assert at_first == "In"
    assert stage.wait(lambda: button.property("words") == "Đang in…")


def test_holding_the_emblem_for_five_seconds_opens_the_way_for_staff(open_stage):
    stage = open_stage()
    stage.show('HeaderBar { objectName: "header"; hall: "Phường Mẫu" }')
    stage.theme.setProperty("emblemHoldS", 0.05)
    held = Heard(stage.item("header"), "emblemHeld()")

    stage.press(stage.centre(stage.item("emblem")))

    assert stage.wait(lambda: held.times == 1)


def test_a_tap_on_the_emblem_opens_nothing(open_stage):
    stage = open_stage()
    stage.show('HeaderBar { objectName: "header"; hall: "Phường Mẫu" }')
    held = Heard(stage.item("header"), "emblemHeld()")

    stage.tap(stage.item("emblem"))

    assert held.times == 0
