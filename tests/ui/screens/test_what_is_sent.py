"""What a page says of sending comes from the portal's acknowledgement, and from nothing else."""

import pytest

from kiosk.domain.messages import new_answer_code
from kiosk.services.synchronise import Line
from tests.ui.conftest import MARKED_HALL
from tests.ui.screens.stops import BIRTH, CODE
from tests.ui.screens.words_left import ask


@pytest.fixture
def online(reference_portal, open_kiosk):
    citizen = open_kiosk(settings=MARKED_HALL | {"portal": {"url": reference_portal.url}})
    citizen.until(lambda: citizen.kiosk.exchange.state().line is Line.ONLINE, "the portal")
    citizen.begin()
    return citizen


def test_a_question_is_called_received_once_the_portal_acknowledged_it(online):
    ask(online)
    online.touch("primary")
    online.see("Máy đã giữ câu hỏi")

    online.wait_s(3)

    online.see("Cổng đã nhận. Ông/bà không phải làm lại.")
    assert not online.reads("sẽ tự gửi")


def test_a_slip_is_called_received_once_the_portal_acknowledged_it(online):
    online.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    online.open("check_answers", code=CODE)
    online.see("Máy khoá kín, không mở lại được.")
    online.touch("send")
    online.wait_s(3)

    online.see("Cổng đã nhận phiếu khai. Ông/bà không phải làm lại.")


def test_a_message_the_portal_refuses_sends_the_person_to_the_staff(online, reference_portal):
    reference_portal.faults.plan("413", where="^PUT .*/messages/")
    ask(online)
    online.touch("primary")
    online.wait_s(3)

    online.see("Máy chưa gửi được. Mời ông/bà báo cán bộ.")


def test_a_portal_in_trouble_is_not_called_a_missing_network(online, reference_portal):
    reference_portal.faults.plan("500", where="/answers/lookup")
    online.open("answer_code")
    online.kiosk.way.current.view_model.fill(new_answer_code())
    online.touch("next")

    online.see("Máy chưa hỏi được Cổng. Ông/bà thử lại sau.")


def test_only_where_a_scanner_is_people_are_told_to_scan(open_kiosk):
    for kind, is_offered in (("none", False), ("keyboard", True)):
        citizen = open_kiosk(settings=MARKED_HALL | {"scanner": {"kind": kind}})
        citizen.begin()
        for screen in ("track", "answer_code"):
            citizen.open(screen)
            assert citizen.reads("Quét mã") is is_offered, (kind, screen)
        citizen.leave()
