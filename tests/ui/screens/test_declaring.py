"""What stands around a declaration: consents, the address by post, a card, a kept place, a pupil's visit."""

import json

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.domain.practice_sheet import PRACTICE_MARK
from kiosk.ports.tasks import Lane
from tests.portal.reference_portal.keys import read_keys
from tests.portal.reference_portal.opening import opened
from tests.ui.screens.stops import BIRTH, CODE, POSTED

CARD = "001190001234||Trần Thị Thu Hà|15081990|Nữ|Số 1 phố Mẫu, Hà Nội|01072021|001065000001|Ông Mẫu"
FORM = "khai-sinh"


def outbox(citizen):
    """The items that wait to be sent, read in their lane."""
    told = []
    citizen.kiosk.tasks.submit(Lane.DATABASE, citizen.kiosk.files.outbox.unsent, done=told.append)
    citizen.until(lambda: bool(told), "the outbox")
    return told[0]


def declared(citizen):
    """What the officer reads of the one dossier that waits."""
    (item,) = outbox(citizen)
    return json.loads(opened(item.body, read_keys()))


def answers_of(content):
    return {answer["name"]: answer["value"] for answer in content["answers"]}


@pytest.fixture
def at_choices(citizen):
    """Behind the last question of the birth form, a phone number given."""
    citizen.begin()
    citizen.kiosk.visit.of_form(FORM).update({**BIRTH, "phone": ""})
    citizen.open("form_question", code=CODE, index=7)
    citizen.dial("0912345678")
    citizen.touch("next")
    assert citizen.screen_name() == "form_choices"
    return citizen


def test_no_purpose_is_chosen_beforehand_and_refusing_all_loses_nothing(at_choices):
    assert not at_choices.reads("Đã chọn")
    at_choices.touch("primary")
    assert at_choices.screen_name() == "check_answers"
    at_choices.touch("send")
    at_choices.see("Đã khai trước xong")

    content = declared(at_choices)

    given = {one["purpose"]: one["given"] for one in content["consents"]}
    assert given == {"send": True, "contact": False, "post": False}
    assert all(one["version"] for one in content["consents"])
    assert content["delivery"] == "counter"
    assert answers_of(content)["child_name"] == BIRTH["child_name"]


def test_a_number_nobody_may_call_is_not_sent(at_choices):
    at_choices.touch("primary")
    at_choices.touch("send")
    at_choices.see("Đã khai trước xong")

    assert answers_of(declared(at_choices))["phone"] == ""


def test_a_number_goes_with_the_wish_to_be_called(at_choices):
    at_choices.touch("row-contact")
    at_choices.see("Đã chọn")
    at_choices.touch("primary")
    at_choices.touch("send")
    at_choices.see("Đã khai trước xong")

    assert answers_of(declared(at_choices))["phone"] == "0912345678"


def test_a_choice_is_taken_back_with_the_same_touch(at_choices):
    at_choices.touch("row-post")
    at_choices.touch("row-post")

    assert not at_choices.reads("Đã chọn")
    at_choices.touch("primary")
    assert at_choices.screen_name() == "check_answers"


def test_who_wants_the_result_by_post_is_asked_for_a_whole_address(at_choices):
    at_choices.touch("row-post")
    at_choices.touch("primary")
    at_choices.see("Ai nhận kết quả tại nhà?")
    at_choices.type("tran ha<submit>")
    at_choices.dial("0912345678")
    at_choices.touch("next")
    at_choices.type("ng<o> mau<submit>")
    at_choices.type("qu<â>n<nang> mau<submit>")
    assert "hai cấp" in at_choices.kiosk.way.current.view_model.fault
    at_choices.touch("key-clear")
    at_choices.type("ph<ư><ơ>ng<huyen> mau<submit>")
    at_choices.type("ha nam<submit>")
    assert "Ninh Bình" in at_choices.kiosk.way.current.view_model.fault
    at_choices.touch("key-clear")
    at_choices.type("ha noi<submit>")

    assert at_choices.screen_name() == "check_answers"
    at_choices.touch("send")
    at_choices.see("Đã khai trước xong")
    content = declared(at_choices)
    assert content["delivery"] == "post"
    assert answers_of(content)["delivery_province"] == "Hà Nội"
    assert answers_of(content)["delivery_ward"] == "Phường Mau"


def test_the_slip_says_that_the_result_comes_by_post_and_never_where_to(at_choices):
    visit = at_choices.kiosk.visit
    at_choices.touch("row-post")
    visit.of_form(FORM).update(POSTED)
    at_choices.touch("primary")
    at_choices.touch("send")
    at_choices.see("Đã khai trước xong")

    sheet = str(at_choices.kiosk.way.current.view_model._sheet)

    assert "Tại nhà, qua bưu điện" in sheet
    assert POSTED["delivery_line"] not in sheet
    assert "CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ" in sheet


def test_a_procedure_whose_record_knows_no_post_offers_none(citizen):
    citizen.begin()
    citizen.open("form_choices", code="2.000815")

    assert not citizen.shows("row-post")


# --- an identity card -------------------------------------------------------------------------------


def scan(citizen, text):
    citizen.kiosk.scans.take(text)
    citizen.settle()


def test_a_card_fills_in_the_person_asked_about_and_says_that_it_proves_nothing(citizen):
    citizen.begin()
    citizen.open("form_question", code=CODE, index=5)

    scan(citizen, CARD)

    assert citizen.find("input").property("text") == "0011 9000 1234"
    citizen.see("Cán bộ vẫn xem thẻ")
    kept = citizen.kiosk.visit.of_form(FORM)
    assert kept == {"mother_name": "Trần Thị Thu Hà", "mother_id": "001190001234"}
    assert "Ông Mẫu" not in str(kept)


def test_a_code_that_is_no_card_is_answered_with_what_to_do(citizen):
    citizen.begin()
    citizen.open("form_question", code=CODE, index=5)

    scan(citizen, "HNPK1:17012345680:0a1b2c3d")

    citizen.see("không phải thẻ căn cước")
    assert citizen.kiosk.visit.of_form(FORM) == {}


def test_a_rare_number_is_looked_at_again_and_may_stand(citizen):
    citizen.begin()
    citizen.open("form_question", code=CODE, index=5)
    citizen.dial("005190001234")
    citizen.touch("next")
    citizen.see("Ông/bà xem lại")
    assert citizen.screen_name() == "form_question"

    citizen.touch("next")

    assert citizen.kiosk.visit.of_form(FORM)["mother_id"] == "005190001234"


# --- a place kept -----------------------------------------------------------------------------------


@pytest.fixture
def kept_code(citizen):
    """A place kept by touch, its person gone to look for papers; the machine is free."""
    citizen.begin()
    citizen.kiosk.visit.of_form(FORM).update(child_name="Dấu Vết", child_sex="female")
    citizen.open("form_question", code=CODE, index=2)
    citizen.dial("21112026")
    citizen.open("keep_place", code=CODE)
    code = citizen.kiosk.visit.kept_code
    citizen.see(" ".join(code))
    citizen.touch("primary")
    assert citizen.screen_name() == "attract"
    return code


def held(citizen):
    return [place.kept.answers for place in citizen.kiosk.places._places.values()]


def test_who_comes_back_in_time_finds_the_next_question(citizen, kept_code):
    assert not citizen.kiosk.visit.personal
    citizen.begin()
    citizen.touch("hub")
    citizen.touch("row-return_place")
    citizen.dial(kept_code)
    citizen.touch("next")

    assert citizen.screen_name() == "form_question"
    assert citizen.about()[1] == (("code", CODE), ("index", "2"))
    assert citizen.kiosk.visit.of_form(FORM)["child_name"] == "Dấu Vết"
    assert held(citizen) == []


def test_the_next_person_sees_nothing_of_a_kept_place(citizen, kept_code):
    citizen.begin()
    citizen.touch("hub")

    assert not citizen.reads("Dấu Vết")
    assert not citizen.reads(" ".join(kept_code))
    citizen.touch("row-return_place")
    citizen.dial("0000" if kept_code != "0000" else "1111")
    citizen.touch("next")
    citizen.see("Không có chỗ nào giữ")
    assert not citizen.kiosk.visit.personal


def test_guessing_codes_is_stopped(citizen, kept_code):
    wrong = "0000" if kept_code != "0000" else "1111"
    citizen.begin()
    for _ in range(5):
        citizen.kiosk.places.take(wrong)
    citizen.open("return_place")
    citizen.dial(kept_code)
    citizen.touch("next")

    assert citizen.screen_name() == "please_wait"
    assert held(citizen) != []


def test_after_fifteen_minutes_nothing_waits(citizen, kept_code):
    citizen.wait_s(15 * 60 + 6)

    assert held(citizen) == []
    citizen.begin()
    citizen.touch("hub")
    assert not citizen.shows("row-return_place")


def test_end_and_wipe_takes_the_place_back_too(citizen):
    citizen.begin()
    citizen.kiosk.visit.of_form(FORM).update(child_name="Dấu Vết")
    citizen.open("keep_place", code=CODE)

    citizen.touch("bar-end")

    assert held(citizen) == []


def test_going_on_at_once_leaves_no_copy(citizen):
    citizen.begin()
    citizen.kiosk.visit.of_form(FORM).update(child_name="Dấu Vết")
    citizen.open("form_question", code=CODE, index=2)
    citizen.touch("keepPlace")
    citizen.touch("secondary")

    assert citizen.screen_name() == "form_question"
    assert held(citizen) == []
    assert citizen.kiosk.visit.of_form(FORM)["child_name"] == "Dấu Vết"


def test_a_kept_place_touches_no_disk(citizen, kept_code):
    marks = ("Dấu Vết".encode(), kept_code.encode())
    for path in citizen.home.rglob("*"):
        if path.is_file() and "catalogue" not in path.parts:
            assert marks[0] not in path.read_bytes(), path


# --- a pupil's visit --------------------------------------------------------------------------------


@pytest.fixture
def pupil(citizen):
    citizen.begin()
    citizen.touch("hub")
    citizen.open("school")
    citizen.touch("primary")
    assert citizen.screen_name() == "search"
    return citizen


def test_a_pupil_tries_everything_and_the_outbox_stays_empty(pupil):
    pupil.see(PRACTICE_MARK)
    pupil.kiosk.visit.of_form(FORM).update(BIRTH)
    pupil.open("check_answers", code=CODE)
    pupil.see(PRACTICE_MARK)
    pupil.touch("send")
    pupil.see("Em đã tập xong")
    pupil.see(PRACTICE_MARK)
    pupil.until(lambda: bool(pupil.paper()), "the lesson on paper")

    assert outbox(pupil) == ()


def test_no_page_that_sends_opens_in_a_pupils_visit(pupil):
    for screen, about in (
        ("message_topic", {"kind": "question"}),
        ("rate", {}),
        ("poll", {}),
        ("keep_place", {"code": CODE}),
        ("return_place", {}),
    ):
        pupil.open(screen, **about)
        assert pupil.screen_name() == "school"
        pupil.see("Em đang tập làm")


def test_every_sheet_of_a_pupil_is_marked_and_has_no_number(pupil):
    from ui.slips import checklist_sheet, practice_sheet

    services = pupil.kiosk.shell._services
    procedures = []
    services.find.procedure(CODE, procedures.append)
    pupil.until(lambda: bool(procedures), "the procedure")

    for sheet in (
        practice_sheet(services, procedures[0], document_id="practice-1"),
        checklist_sheet(services, procedures[0], document_id="checklist-1"),
    ):
        assert PRACTICE_MARK in str(sheet)
        assert "PK " not in str(sheet)
        assert BIRTH["child_name"] not in str(sheet)


def test_practising_ends_with_the_visit(pupil):
    pupil.touch("bar-end")
    pupil.begin()

    assert not pupil.kiosk.visit.practice
    assert not pupil.reads(PRACTICE_MARK)


def test_a_pupil_left_alone_ends_like_anybody(pupil):
    pupil.wait_s(181)
    pupil.wait_s(47)

    assert pupil.screen_name() == "attract"
    assert not pupil.kiosk.visit.practice


# --- the ladder -------------------------------------------------------------------------------------


def test_a_procedure_on_the_lowest_rung_is_only_guided(open_kiosk):
    citizen = open_kiosk(settings={"intake": {"guided": [CODE]}})
    citizen.begin()
    citizen.open("procedure", code=CODE)
    assert not citizen.shows("preRegister")

    citizen.open("procedure", code="1.000894")
    assert citizen.shows("preRegister")


def wedge(citizen, text):
    """Type as a scanner does that takes itself for a keyboard: in a burst, ended by Enter."""
    for sign in [*text, "\r"]:
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            QCoreApplication.sendEvent(citizen.kiosk.view, event)
    citizen.settle()


def test_a_scanner_that_types_like_a_keyboard_fills_in_the_card_too(open_kiosk):
    citizen = open_kiosk(settings={"scanner": {"kind": "keyboard"}})
    citizen.begin()
    citizen.open("form_question", code=CODE, index=5)
    citizen.see("quét mã trên thẻ căn cước")

    wedge(citizen, CARD)

    assert citizen.find("input").property("text") == "0011 9000 1234"
    assert citizen.kiosk.visit.of_form(FORM)["mother_name"] == "Trần Thị Thu Hà"


def test_a_scanner_that_drops_marks_gives_the_number_and_leaves_the_name_to_the_person(citizen):
    citizen.begin()
    citizen.open("form_question", code=CODE, index=5)

    wedge(citizen, "001190001234||Trn Th Thu H|15081990|N|S 1 ph Mu, H Ni|01072021")

    assert citizen.kiosk.visit.of_form(FORM) == {"mother_id": "001190001234"}
