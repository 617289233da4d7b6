"""How many touches each task takes on the real screens: within its bound, and as docs/taps.md says."""

from dataclasses import replace

import pytest

from tests.ui.screens.taps import CODE, TASKS, Counted, told
from tests.ui.screens.test_form import MOTHER_ID

QUESTIONS = 8


@pytest.mark.parametrize("task", [task for task in TASKS if task.name != "T9"], ids=lambda task: task.name)
def test_a_task_takes_as_many_touches_as_the_table_says(citizen, task):
    citizen.begin()
    task.at_start(citizen)
    one = Counted(citizen)

    task.do(one)

    assert one.count <= task.bound
    assert told(task.name) == (task.bound, one.count)


def test_with_the_controls_low_the_same_touches_do_and_none_is_above_1220_mm(open_kiosk):
    seated = open_kiosk(settings={"screen": {"lower_edge_mm": 744}})
    seated.begin()
    modes = seated.kiosk.shell.modes
    seated.kiosk.shell.set_modes(replace(modes, low_reach=True))
    seated.settle()
    task = next(task for task in TASKS if task.name == "T9")
    one = Counted(seated)

    task.do(one)

    height_px = seated.kiosk.view.height()
    mm_of_px = 476 / height_px  # a 21.5 in panel stands 476 mm high
    assert told("T9") == (task.bound, one.count)
    assert all(744 + (height_px - y) * mm_of_px <= 1220 for y in one.touched_y)
    assert all((height_px - y) * mm_of_px <= 300 for y in one.touched_y)


def test_a_form_of_eight_answers_asks_one_question_a_screen(citizen):
    citizen.begin()
    citizen.open("procedure", code=CODE)
    one = Counted(citizen)
    seen = []

    def answered(*, words="", digits="", touches=()):
        seen.append(citizen.about())
        citizen.type(words)
        citizen.dial(digits)
        for name in touches:
            one.touch(name)

    one.touch("preRegister")
    one.touch("begin")
    answered(words="an", touches=["key-submit"])
    answered(touches=["choice-female"])
    answered(digits="21112026", touches=["next"])
    answered(words="ha noi", touches=["key-submit"])
    answered(words="tran thi ha", touches=["key-submit"])
    answered(digits=MOTHER_ID, touches=["next"])
    answered(touches=["skipTyping"])
    answered(touches=["skip"])
    one.touch("primary")
    one.touch("send")
    citizen.see("Phiếu đã ra")

    assert len(set(seen)) == QUESTIONS
    assert all(screen == "form_question" for screen, _ in seen)
    # Two to begin, one to leave each question, one for the consents, one to send; the slip comes by itself.
    assert told("T6") == (2 + QUESTIONS + 2, one.count)
