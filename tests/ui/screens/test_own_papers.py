"""From a procedure over its questions to the papers of one person's own case."""

import pytest
from PySide6.QtGui import QImage

from kiosk.domain.catalogue import Answer
from tests.ui.screens.audit import faults
from tests.ui.screens.citizen import read_codes

CODE = "1.001193"
ALWAYS = ["paper-0", "paper-1", "paper-2"]
SHAPES = ("portrait", "landscape", "wide")


@pytest.fixture
def at_birth(citizen):
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)
    return citizen


def answer(citizen, *answers):
    for one in answers:
        citizen.touch("answer-" + one)


def papers(citizen):
    return [row.key for row in citizen.kiosk.way.current.view_model.papers.rows]


def test_three_answers_lead_to_the_papers_of_this_case(at_birth):
    at_birth.touch("askCase")
    at_birth.see("Đăng ký khai sinh. Câu 1 trong 3")
    answer(at_birth, "yes", "no", "no")

    at_birth.see("Giấy tờ của riêng ông/bà")
    assert papers(at_birth) == ["0", "1", "2", "3"]
    assert not at_birth.reads("mang thai hộ")


def test_not_sure_keeps_the_paper_and_says_whom_to_ask(at_birth):
    at_birth.touch("askCase")
    answer(at_birth, "yes", "unsure", "no")

    assert at_birth.reads("Giấy của cơ sở y tế về mang thai hộ")
    assert at_birth.reads("Hỏi cán bộ xem có cần không.")


def test_back_returns_to_the_question_and_another_answer_counts(at_birth):
    at_birth.touch("askCase")
    answer(at_birth, "yes", "no", "no")
    at_birth.touch("bar-back")
    at_birth.see("Câu 3 trong 3")
    answer(at_birth, "yes")

    assert at_birth.reads("Biên bản về trẻ bị bỏ rơi")


def test_no_answer_is_chosen_beforehand_even_when_it_was_given_before(at_birth):
    at_birth.touch("askCase")
    answer(at_birth, "yes")
    at_birth.touch("bar-back")

    buttons = [at_birth.find("answer-" + one) for one in ("yes", "no", "unsure")]
    assert len({(button.height(), button.property("variant")) for button in buttons}) == 1


def test_an_answer_that_settles_the_rest_skips_the_other_questions(citizen):
    citizen.open("procedure", code="1.004222")
    citizen.touch("askCase")
    citizen.see("Câu 1 trong 3")
    answer(citizen, "yes")

    assert citizen.screen_name() == "checklist"
    assert papers(citizen) == ["0", "1"]


def test_answers_of_an_earlier_try_do_not_count_for_questions_now_skipped(citizen):
    citizen.open("procedure", code="1.004222")
    citizen.touch("askCase")
    answer(citizen, "no", "yes", "yes")
    assert papers(citizen) == ["0", "2", "3", "4"]
    for _ in range(3):
        citizen.touch("bar-back")
    answer(citizen, "yes")

    assert papers(citizen) == ["0", "1"]


def test_ticking_papers_counts_what_is_missing_until_nothing_is(at_birth):
    at_birth.touch("askCase")
    answer(at_birth, "yes", "no", "no")
    at_birth.see("Còn thiếu 3 giấy.")

    for paper in ALWAYS:
        at_birth.touch(paper)
    at_birth.see("Đã đủ giấy cần mang.")
    at_birth.touch("paper-1")
    at_birth.see("Còn thiếu 1 giấy.")


def test_ticks_are_still_there_after_looking_elsewhere_and_in_english(at_birth):
    at_birth.touch("askCase")
    answer(at_birth, "yes", "no", "no")
    at_birth.touch("paper-0")
    at_birth.touch("takeAway")
    at_birth.touch("bar-back")
    at_birth.kiosk.set_language("en")
    at_birth.settle()

    marked = [row.key for row in at_birth.kiosk.way.current.view_model.papers.rows if row.marked]
    assert marked == ["0"]
    assert at_birth.reads("Birth notice from the hospital")


def test_the_printed_list_is_the_own_list(at_birth):
    printed = []
    enqueue = at_birth.kiosk.printing.enqueue
    at_birth.kiosk.printing.enqueue = lambda document, **told: (
        printed.append(document),
        enqueue(document, **told),
    )
    at_birth.touch("askCase")
    answer(at_birth, "yes", "unsure", "no")
    at_birth.touch("print")

    at_birth.see("Phiếu đã ra")
    lines = [getattr(block, "text", "") for block in printed[0].blocks]
    assert "Theo câu trả lời của ông/bà." in lines
    assert "Giấy của cơ sở y tế về mang thai hộ" in lines
    assert "Biên bản về trẻ bị bỏ rơi" not in lines
    (sheet,) = at_birth.paper()
    assert read_codes(QImage(str(sheet)))


def test_the_code_to_take_away_holds_the_own_list_also_when_the_printer_is_out(at_birth):
    at_birth.kiosk.printer.sensors.paper_out = True
    at_birth.wait_s(11)
    at_birth.touch("askCase")
    answer(at_birth, "yes", "no", "no")
    at_birth.touch("print")
    assert at_birth.screen_name() == "printer_trouble"
    at_birth.touch("takeAway")

    lines = "\n".join(at_birth.codes()).split("\n")
    assert "- Tờ khai đăng ký khai sinh" in lines
    assert not any("bỏ rơi" in line or "mang thai" in line for line in lines)


def test_a_procedure_without_questions_offers_none(citizen):
    citizen.open("procedure", code="2.000815")

    assert not citizen.shows("askCase")
    assert citizen.shows("print")


def test_the_end_of_the_visit_forgets_answers_and_ticks(at_birth):
    at_birth.touch("askCase")
    answer(at_birth, "yes", "no", "no")
    at_birth.touch("paper-0")
    assert at_birth.kiosk.visit.personal
    at_birth.kiosk.way.end_visit()
    at_birth.settle()

    assert (at_birth.kiosk.visit.cases, at_birth.kiosk.visit.ticked) == ({}, {})
    assert not at_birth.kiosk.visit.personal


@pytest.mark.parametrize("shape", SHAPES)
def test_every_question_and_every_whole_list_fits(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    wrong = {}
    for procedure in with_questions(citizen):
        places = [("checklist_question", {"index": n}) for n in range(len(procedure.questions))]
        for screen, about in [*places, ("checklist", {})]:
            citizen.open(screen, code=procedure.code, **about)
            if found := faults(citizen, shape=shape, text_mode="standard"):
                wrong[procedure.code, screen, *about.values()] = found
            citizen.kiosk.way.back()
            citizen.settle()

    assert wrong == {}


def with_questions(citizen):
    found = []
    citizen.kiosk.find._ask(
        lambda reader: [one for one in reader.all_procedures() if one.questions], found.extend, None
    )
    citizen.until(lambda: bool(found), "the procedures")
    return found


def test_unsure_everywhere_shows_every_paper(citizen):
    for question in ("relative", "surrogacy", "abandoned"):
        citizen.kiosk.visit.case_of(CODE)[question] = Answer.UNSURE
    citizen.open("checklist", code=CODE)

    assert papers(citizen) == [str(number) for number in range(7)]
