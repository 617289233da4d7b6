"""What stands behind a procedure's page, by touch: sections, cases, the official page, notices."""

from itertools import pairwise

import pytest

from kiosk.domain.catalogue import Detail, OfficialPaper
from tests.fakes.catalogue import a_procedure
from tests.fakes.long_record import long_record
from tests.ui.screens.audit import faults
from tests.ui.screens.catalogue_stops import CODE, LINKED, hold, show, withdrawn

SHAPES = ("portrait", "landscape", "wide")
LAST_WORD = "hết"


def read_to_the_end(citizen):
    """Turn every page of the list shown; return all texts seen, page by page."""
    pages = [citizen.texts()]
    down = next(name for name in ("pager-down", "pageDown") if citizen.shows(name))
    while citizen.find(down).isEnabled():
        citizen.touch(down)
        pages.append(citizen.texts())
    return pages


@pytest.mark.parametrize("shape", SHAPES)
def test_steps_and_legal_basis_are_one_touch_from_the_page(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.open("procedure", code=CODE)

    citizen.touch("steps")
    citizen.see("Bước 1")
    citizen.touch("finish")
    citizen.touch("legal")

    citizen.see("Theo Quyết định 163/QĐ-BTP ngày 16/01/2026.")


def test_the_rest_is_a_menu_and_every_line_of_it_leads_to_its_page(citizen):
    citizen.open("procedure", code=CODE)
    citizen.touch("more")
    model = citizen.kiosk.way.current.view_model
    keys = [row.key for row in model.rows.rows if row.key != "pupils"]

    opened = []
    for key in keys:
        model.open(key)
        citizen.settle()
        opened.append(citizen.screen_name())
        citizen.touch("finish")

    assert keys[0] == "steps"
    assert keys[-1] == "link"
    assert set(opened) == {"procedure_section", "official_link"}
    assert citizen.screen_name() == "procedure_more"


def test_the_official_page_is_a_code_with_its_address_beside_it(citizen):
    citizen.open("official_link", code=CODE)

    address = citizen.find("address").property("text")

    assert address.startswith("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/")
    assert citizen.codes() == [address]
    citizen.see("Quét mã bằng điện thoại để mở trang này.")


def test_an_address_elsewhere_never_becomes_a_code(citizen):
    show(citizen, a_procedure(url="https://example.com/thu-tuc"), "official_link")

    assert citizen.codes() == []
    citizen.see("Máy không có địa chỉ của trang này")


def test_a_case_is_chosen_and_shows_its_own_papers(citizen):
    papers = (
        OfficialPaper(name="Giấy của tôn giáo", originals=1, case="(1) Đối với công trình tôn giáo:"),
        OfficialPaper(name="Giấy của nhà ở", originals=1, case="(2) Đối với nhà ở riêng lẻ:"),
    )
    hold(citizen, a_procedure(papers=papers))
    citizen.open("procedure", code="1.001193")

    citizen.touch("askCase")
    citizen.see("Ông/bà thuộc trường hợp nào?")
    citizen.touch("case-1")

    citizen.see("Giấy của nhà ở")
    assert not citizen.reads("Giấy của tôn giáo")


def test_a_linked_procedure_is_explained_on_its_page(citizen):
    citizen.open("procedure", code=LINKED)

    citizen.see("Nộp một lần, làm 3 việc")
    assert citizen.reads("Đăng ký thường trú")


def test_a_withdrawn_procedure_warns_and_leads_to_the_one_that_took_its_place(citizen):
    show(citizen, withdrawn())

    citizen.see("Việc này đã bãi bỏ từ ngày 01/07/2026")
    assert not any(map(citizen.shows, ("preRegister", "print", "takeAway")))
    assert citizen.shows("callHelp")
    citizen.touch("replacement")

    assert citizen.about() == ("procedure", (("code", CODE),))


def test_a_withdrawn_procedure_can_no_longer_be_filled_in(citizen):
    hold(citizen, withdrawn())
    citizen.open("procedure", code=CODE)

    citizen.kiosk.way.current.view_model.preRegister()

    assert citizen.screen_name() == "procedure"


def test_the_page_tells_decision_day_and_age_of_what_it_says(citizen):
    citizen.open("procedure", code=CODE)

    citizen.see("Theo Quyết định 163/QĐ-BTP ngày 16/01/2026. Dữ liệu ngày 18/07/2026.")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("screen", ["procedure", "procedure_cases"])
def test_the_longest_record_is_read_to_its_end_with_the_buttons_alone(open_kiosk, shape, screen):
    citizen = open_kiosk(shape=shape)
    show(citizen, long_record(papers=long_record().papers[:12]), screen)

    pages = read_to_the_end(citizen)

    assert faults(citizen, shape=shape, text_mode="standard") == []
    assert len(pages) > 1


def test_a_paper_of_7000_letters_shows_only_whole_lines_and_all_of_them(citizen):
    procedure = long_record()
    show(citizen, procedure, "procedure_section", section="papers")
    model = citizen.kiosk.way.current.view_model.rows.rows
    words = next(paper.name for paper in procedure.papers if len(paper.name) > 7000)

    assert any(row.line.endswith(LAST_WORD) for row in model if row.key.startswith("paper-92"))
    assert "".join(row.line for row in model if row.key.startswith("paper-92")).replace(" ", "") == (
        words.replace(" ", "")
    )


def test_a_row_taller_than_its_page_moves_by_whole_lines(open_kiosk):
    citizen = open_kiosk(shape="landscape")
    paper = OfficialPaper(name="Giấy " + "dài " * 400 + LAST_WORD, originals=1)
    show(citizen, a_procedure(papers=(paper,)))
    text = next(item for item in citizen.items() if LAST_WORD in str(item.property("text")))
    line, room = text.height() / text.property("lineCount"), citizen.find("cards").property("room")

    offsets = [0.0]
    while citizen.find("cards").property("first") == 0:
        citizen.touch("pageDown")
        offsets.append(citizen.find("cards").property("inside"))

    steps = [later - sooner for sooner, later in pairwise(offsets) if later > sooner]
    assert len(steps) > 1
    assert max(steps) <= room
    assert all(abs(step / line - round(step / line)) < 0.1 for step in steps[1:])


def test_of_a_procedure_known_by_name_only_nothing_is_printed_and_a_person_is_one_touch_away(citizen):
    show(citizen, a_procedure(detail=Detail.LIST, agencies=()))

    citizen.see("Máy chỉ biết tên việc này. Mời ông/bà hỏi cán bộ.")
    assert not any(map(citizen.shows, ("print", "takeAway", "steps", "legal")))
    citizen.touch("callHelp")

    assert citizen.screen_name() == "call_help"
