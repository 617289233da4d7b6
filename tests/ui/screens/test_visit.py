"""A visit from the first touch to the wipe: time, language, faults, and that nobody's answers stay behind."""

import sys

import pytest
from PySide6.QtCore import QTimer

from kiosk.commands.run import watch_for_faults
from kiosk.domain.print_jobs import PrintState
from tests.ui.screens.staff_stops import STAFF_STOPS
from tests.ui.screens.stops import STOPS, visit

CODE = "1.001193"
FRAMELESS = {"attract", "attract_news", "out_of_order"}


@pytest.fixture
def reading(citizen):
    """Somebody reading about birth registration, who has entered nothing."""
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)
    return citizen


@pytest.fixture
def declaring(citizen):
    """Somebody at the second question who has entered a name."""
    citizen.begin()
    citizen.open("form_question", code=CODE, index=0)
    citizen.type("an<submit>")
    return citizen


def test_after_90_seconds_without_a_touch_the_kiosk_asks(reading):
    reading.wait_s(89)
    before = reading.screen_name()
    reading.wait_s(2)

    assert (before, reading.screen_name()) == ("procedure", "still_here")
    reading.see("Ông/bà còn ở đây không?")


def test_the_question_is_heard_once_as_a_tone_and_each_time_it_is_asked(reading):
    reading.wait_s(80)
    before = reading.chime.rung
    reading.wait_s(11)
    reading.wait_s(20)
    asked = reading.chime.rung
    reading.touch("stay")
    reading.wait_s(91)

    assert (before, asked, reading.chime.rung) == (0, 1, 2)


def test_a_machine_without_sound_asks_all_the_same(reading):
    reading.chime.broken = True
    reading.wait_s(91)

    reading.see("Ông/bà còn ở đây không?")


def test_the_question_is_read_aloud_to_who_listens_and_waits_while_it_is_said(reading):
    reading.touch("bar-speech")
    reading.until(lambda: "Cần mang gì" in reading.speaker.words(), "the page to be heard")
    reading.settle()
    reading.speaker.said.clear()
    reading.wait_s(181)  # twice the time for who listens

    assert reading.screen_name() == "still_here"
    reading.until(lambda: "Ông/bà còn ở đây không?" in reading.speaker.words(), "the question to be heard")
    assert reading.chime.rung == 1
    reading.kiosk.aloud._waiting += 1
    reading.wait_s(600)
    assert reading.screen_name() == "still_here"
    reading.kiosk.aloud._waiting -= 1


def test_a_key_now_and_then_is_enough_to_go_on_typing(citizen):
    citizen.begin()
    citizen.open("form_question", code=CODE, index=0)
    for letter in "minh":
        citizen.type(letter)
        citizen.wait_s(170)

    assert citizen.screen_name() == "form_question"
    citizen.see("Minh")


def test_who_entered_something_has_180_seconds(declaring):
    declaring.wait_s(179)
    before = declaring.screen_name()
    declaring.wait_s(2)

    assert (before, declaring.screen_name()) == ("form_question", "still_here")


def test_a_touch_begins_the_waiting_anew(reading):
    reading.wait_s(80)
    reading.touch("papersDown")
    reading.wait_s(80)

    assert reading.screen_name() == "procedure"


def test_i_am_still_here_returns_to_the_same_place_with_its_answers(declaring):
    place = declaring.about()
    declaring.wait_s(181)
    declaring.touch("stay")

    assert declaring.about() == place
    declaring.touch("bar-back")
    assert declaring.find("input").property("text") == "An"


def test_one_may_stay_as_often_as_one_likes(reading):
    for _ in range(12):
        reading.wait_s(91)
        reading.touch("stay")

    assert reading.screen_name() == "procedure"


def test_silence_after_the_question_wipes(declaring):
    declaring.wait_s(181)
    declaring.wait_s(42)
    before = declaring.screen_name()
    declaring.wait_s(3)

    assert (before, declaring.screen_name()) == ("still_here", "attract")
    assert not declaring.kiosk.visit.answers


def test_the_question_shows_nothing_of_what_was_entered(declaring):
    declaring.wait_s(181)

    assert not declaring.reads("An")


def test_time_stands_still_while_paper_comes_out(reading):
    from dataclasses import replace

    jobs = []
    reading.kiosk.printing.watch_jobs(jobs.append)
    reading.touch("print")
    reading.see("Phiếu đã ra")
    printed = jobs[-1]
    reading.kiosk.printing._tell(replace(printed, state=PrintState.SENDING))

    reading.wait_s(600)
    while_printing = reading.screen_name()
    reading.kiosk.printing._tell(printed)
    reading.wait_s(91)

    assert (while_printing, reading.screen_name()) == ("print_sheet", "still_here")


def test_end_wipes_and_the_next_one_finds_everything_as_at_the_start(declaring):
    declaring.touch("bar-text")
    declaring.touch("bar-language")
    declaring.touch("bar-end")

    assert declaring.screen_name() == "attract"
    assert not declaring.kiosk.visit.answers
    assert (declaring.kiosk.shell.textMode, declaring.kiosk.translations.language()) == ("standard", "vi")


def test_the_attract_screen_is_never_asked_whether_it_is_still_here(citizen):
    citizen.wait_s(3600)

    assert citizen.screen_name() == "attract"


# The staff's bar offers no other language: they have the one the machine begins in.
@pytest.mark.parametrize("stop", [name for name in STOPS if name not in FRAMELESS | set(STAFF_STOPS)])
def test_the_language_changes_and_the_place_stays(citizen, stop):
    visit(citizen, stop)
    place = citizen.about()

    citizen.touch("bar-language")
    there = (citizen.about(), citizen.kiosk.translations.language())
    citizen.touch("bar-language")

    assert there == (place, "en")
    assert (citizen.about(), citizen.kiosk.translations.language()) == (place, "vi")


def test_a_list_turned_to_its_second_page_stays_there_in_the_other_language(citizen):
    citizen.open("event_list", field="Hộ tịch")
    citizen.touch("pager-down")
    before = {item.objectName() for item in citizen.controls() if item.objectName().startswith("row-")}

    citizen.touch("bar-language")

    after = {item.objectName() for item in citizen.controls() if item.objectName().startswith("row-")}
    assert after == before


def test_a_language_switch_keeps_what_was_typed(citizen):
    citizen.open("form_question", code=CODE, index=0)
    citizen.type("an b")

    citizen.touch("bar-language")

    assert citizen.find("input").property("text") == "An B"


def test_help_leads_back_to_the_place(reading):
    place = reading.about()

    reading.touch("bar-help")
    reading.touch("goOn")

    assert reading.about() == place


def test_a_fault_of_ours_sends_people_to_a_person_and_the_kiosk_comes_back(reading, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch_for_faults(reading.kiosk)

    def fault():
        raise ZeroDivisionError("a fault of ours")

    QTimer.singleShot(0, fault)
    reading.until(lambda: reading.screen_name() == "out_of_order", "the way to a person")
    reading.see("Máy đang tạm nghỉ")
    reading.wait_s(31)

    assert reading.screen_name() == "attract"
    reading.begin()


def test_a_hall_that_said_nothing_of_itself_shows_honest_words(open_kiosk):
    citizen = open_kiosk(settings={})
    citizen.begin()
    citizen.see("Phường, xã chưa đặt tên")
    assert "Giờ làm việc" not in citizen.texts()

    citizen.touch("hub")
    citizen.touch("row-hall_info")
    citizen.see("Chưa có giờ làm việc")
    citizen.touch("bar-help")
    citizen.see("Mời ông/bà hỏi cán bộ trong sảnh.")


def test_a_procedure_that_is_gone_says_so_and_offers_no_paper(citizen):
    citizen.open("procedure", code="9.999999")

    citizen.see("Việc này không còn trong máy")
    assert not citizen.shows("print")
    assert citizen.shows("bar-back")


def test_a_field_without_procedures_says_so_and_leads_to_search(citizen):
    citizen.open("event_list", field="Không có")

    citizen.see("Chưa có việc nào ở mục này")
    citizen.touch("search")
    assert citizen.screen_name() == "search"
