"""The pre-registration by touch: typing, faults, checking, sending, the number and the slip."""

import pytest

from kiosk.domain.consents import Purpose
from kiosk.ports.outbox import StorageFull

CODE = "1.001193"
MOTHER_ID = "001190000004"


@pytest.fixture
def at_form(citizen):
    """At the first question of the birth form, come by touch."""
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)
    citizen.touch("preRegister")
    citizen.touch("begin")
    return citizen


def answer_all(citizen):
    """Answer every question by touch; the optional ones are skipped."""
    citizen.type("nguy<ê>n<nga> minh an<submit>")
    citizen.touch("choice-female")
    citizen.dial("21112026")
    citizen.touch("next")
    citizen.type("b<ê>nh<nang> vi<ê>n<nang> mau<submit>")
    citizen.type("tran thi ha<submit>")
    citizen.dial(MOTHER_ID)
    citizen.touch("next")
    citizen.touch("skipTyping")
    citizen.touch("skip")
    citizen.touch("primary")


@pytest.fixture
def at_check(at_form):
    answer_all(at_form)
    assert at_form.screen_name() == "check_answers"
    return at_form


def dossiers(citizen):
    """How many dossiers the outbox holds, read in its lane."""
    from kiosk.ports.tasks import Lane

    told = []
    citizen.kiosk.tasks.submit(Lane.DATABASE, citizen.kiosk.files.outbox.lines, done=told.append)
    citizen.until(lambda: bool(told), "the outbox")
    return len(told[0])


def test_a_form_filled_by_touch_shows_every_answer_to_check(at_check):
    at_check.see("Nguyễn Minh An")
    at_check.see("Con gái")
    at_check.see("21/11/2026")
    assert not at_check.reads("sửa")


def test_a_missing_answer_is_worded_and_the_page_stays(at_form):
    at_form.touch("key-submit")

    assert at_form.shows("fault")
    assert at_form.screen_name() == "form_question"


def test_a_fault_keeps_what_was_typed_and_goes_once_it_is_mended(at_form):
    at_form.type("an<submit>")
    at_form.touch("choice-female")
    at_form.dial("31022026")
    at_form.touch("next")

    assert at_form.shows("fault")
    assert [at_form.find("date").property(part) for part in ("day", "month", "year")] == ["31", "02", "2026"]
    at_form.touch("date-day")
    at_form.dial("21")
    assert not at_form.shows("fault")


def test_an_identity_number_too_short_is_worded_with_what_is_missing(at_form):
    at_form.open("form_question", code=CODE, index=5)
    at_form.dial("00119")
    at_form.touch("next")

    fault = at_form.kiosk.way.current.view_model.fault
    at_form.see(fault)
    assert "12" in fault
    assert at_form.find("input").property("text") == "0011 9"


def test_back_returns_to_the_question_with_its_answer(at_form):
    at_form.type("an")
    at_form.type("<submit>")
    at_form.touch("bar-back")

    assert at_form.find("input").property("text") == "An"


def test_a_line_mended_from_the_check_page_comes_back_to_it(at_check):
    at_check.touch("edit-Họ tên bé")
    at_check.touch("key-backspace")
    at_check.touch("key-submit")

    assert at_check.screen_name() == "check_answers"
    at_check.see("Nguyễn Minh A")


def test_while_a_line_is_wrong_nothing_can_be_sent(at_form):
    at_form.open("check_answers", code=CODE)

    at_form.strike("send")
    at_form.settle()

    assert at_form.screen_name() == "check_answers"
    assert dossiers(at_form) == 0
    at_form.touch("editFault")
    assert at_form.screen_name() == "form_question"


def test_two_fast_touches_on_send_make_one_dossier_and_one_slip(at_check):
    at_check.strike("send")
    if at_check.shows("send"):
        at_check.strike("send")
    at_check.settle()

    at_check.see("Đã khai trước xong")
    at_check.see("Phiếu đã ra")
    assert dossiers(at_check) == 1
    assert len(at_check.paper()) == 1


def test_back_and_send_again_while_it_is_being_kept_is_still_one_dossier(at_check):
    at_check.strike("send")
    if at_check.screen_name() == "check_answers":
        at_check.strike("bar-back")
    if at_check.shows("skip"):
        at_check.strike("skip")
    if at_check.shows("send"):
        at_check.strike("send")
    at_check.settle()

    assert dossiers(at_check) == 1


def test_the_slip_page_shows_the_number_in_two_lines_and_its_code(at_check):
    at_check.touch("send")

    first, second = (at_check.find(name).property("text") for name in ("numberFirst", "numberSecond"))
    digits = "".join(letter for letter in first + second if letter.isdigit())
    assert len(digits) == 11
    (code,) = set(at_check.codes())  # the page's own and the one on the paper in the picture
    assert digits in code


def test_the_slip_comes_out_while_its_page_shows(at_check):
    at_check.touch("send")

    at_check.see("Phiếu đã ra")
    (sheet,) = at_check.paper()
    assert sheet.name.startswith("slip-")


def test_a_full_disk_keeps_the_answers_and_says_so(at_check, monkeypatch):
    def full(_token, _prepare):
        raise StorageFull("full")

    monkeypatch.setattr(at_check.kiosk.files.dossiers, "confirm", full)
    at_check.touch("send")

    at_check.see("Máy chưa giữ được phiếu khai")
    at_check.see("Nguyễn Minh An")
    assert at_check.kiosk.visit.personal


def test_after_a_full_disk_the_same_answers_can_be_sent_once_there_is_room(at_check):
    with pytest.MonkeyPatch.context() as patch:

        def full(_token, _prepare):
            raise StorageFull("full")

        patch.setattr(at_check.kiosk.files.dossiers, "confirm", full)
        at_check.touch("send")
    at_check.touch("send")

    at_check.see("Đã khai trước xong")
    assert dossiers(at_check) == 1


def test_a_visit_ended_while_it_is_being_kept_shows_no_number_to_the_next(at_check):
    at_check.strike("send")
    if at_check.screen_name() == "check_answers":
        at_check.strike("bar-end")
        at_check.settle()
        assert at_check.screen_name() == "attract"


def test_a_machine_that_only_guides_offers_no_form(open_kiosk):
    citizen = open_kiosk(settings={"kiosk": {"mode": "guide"}})
    citizen.open("procedure", code=CODE)

    assert not citizen.shows("preRegister")
    assert citizen.shows("print")


DEATH = "1.000656"


def test_who_knows_the_year_of_birth_alone_goes_on_with_it(citizen):
    citizen.begin()
    citizen.open("form_question", code=DEATH, index=1)
    citizen.see("Chỉ biết năm thì chạm ô Năm.")

    citizen.touch("date-year")
    citizen.dial("1945")
    citizen.see("Năm 1945")
    citizen.touch("next")

    assert citizen.kiosk.visit.of_form("khai-tu")["deceased_born"] == "1945"
    citizen.open("check_answers", code=DEATH)
    citizen.see("Năm 1945")


def test_a_full_box_says_so_and_loses_no_letter_in_silence(citizen):
    citizen.begin()
    citizen.open("form_question", code=DEATH, index=4)
    page = citizen.kiosk.way.current.view_model
    for _ in range(150):
        page.letter("a")
    assert not citizen.reads("Ô này đã đầy.")

    citizen.touch("key-b")

    citizen.see("Ô này đã đầy. Máy không nhận thêm.")
    assert len(page.value) == 150


def test_who_gave_a_name_and_a_number_finds_both_on_the_pages_of_the_post(citizen):
    citizen.begin()
    answers = citizen.kiosk.visit.of_form("khai-tu")
    answers.update(declarant_name="Trần Thị Hà", phone="0912345678")
    citizen.kiosk.visit.agreed_of("khai-tu").add(Purpose.POST)
    citizen.open("form_question", code=DEATH, index=10)
    citizen.see("Trần Thị Hà")
    citizen.touch("key-submit")
    citizen.see("0912345678")
    citizen.touch("next")

    assert (answers["delivery_name"], answers["delivery_phone"]) == ("Trần Thị Hà", "0912345678")
