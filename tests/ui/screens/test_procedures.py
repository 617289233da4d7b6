"""Every procedure of the starter catalogue and the longest names of the national list, on every shape."""

import gzip
import json

import pytest

from kiosk.domain.access_modes import AccessModes, TextSize
from kiosk.domain.catalogue import Detail, OfficialPaper, Procedure
from offline_cache.sources import source_of
from tests.fakes.catalogue import a_procedure
from tests.ui.screens.audit import faults
from tests.ui.screens.catalogue_stops import hold, show
from tests.ui.screens.citizen import scene_rect, walk

SHAPES = ("portrait", "landscape", "wide")
# The wide glass has the most room; walking every procedure takes half a minute a shape.
WIDE_FOR_LONG = ("portrait", "landscape", pytest.param("wide", marks=pytest.mark.long))
LONGEST_NAME = 1100
WORDS = (
    "Cấp giấy chứng nhận đủ điều kiện hoạt động đối với cơ sở giáo dục nghề nghiệp có vốn đầu tư nước ngoài; "
)


def long_procedure(name):
    papers = (
        OfficialPaper(name="Đơn đề nghị theo mẫu, " + WORDS * 4, originals=1),
        OfficialPaper(name="Ảnh", copies=2),
    )
    return a_procedure(code="1.999999", name=name, papers=papers, ward_served=False, agencies=(WORDS * 2,))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_name_of_1100_letters_fits_and_can_be_read_to_its_end(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    name = (WORDS * 12)[:LONGEST_NAME].strip().rstrip(";, ") + " hết"

    show(citizen, long_procedure(name))

    assert faults(citizen, shape=shape, text_mode="standard") == []
    assert citizen.shows("print")


@pytest.mark.parametrize("shape", WIDE_FOR_LONG)
def test_every_procedure_we_wrote_fits(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    wrong = {}
    for code in codes(citizen):
        citizen.open("procedure", code=code)
        if found := faults(citizen, shape=shape, text_mode="standard"):
            wrong[code] = found
        citizen.kiosk.way.back()
        citizen.settle()

    assert wrong == {}


def codes(citizen):
    found = []
    citizen.kiosk.find._ask(
        lambda reader: [row.code for name, _ in reader.fields() for row in reader.rows_of_field(name, "vi")],
        found.extend,
        None,
    )
    citizen.until(lambda: bool(found), "the codes")
    return found


def test_the_longest_names_of_the_national_list_fit(open_kiosk, shared_data):
    with gzip.open(shared_data / "procedures.jsonl.gz", "rt", encoding="utf-8") as file:
        names = sorted((name_in(json.loads(line)) for line in file), key=len)[-5:]
    citizen = open_kiosk(shape="landscape")
    wrong = {}
    for name in names:
        show(citizen, a_procedure(name=name, detail=Detail.LIST, ward_served=False))
        if found := faults(citizen, shape="landscape", text_mode="standard"):
            wrong[name[:40]] = found

    assert wrong == {}


@pytest.mark.parametrize(
    ("shape", "at_once", "pages"), [("portrait", 3, 3), ("landscape", 2, 5), ("wide", 2, 6)]
)
def test_with_large_letters_a_page_shows_several_of_the_seven_papers(open_kiosk, shape, at_once, pages):
    citizen = open_kiosk(shape=shape)
    citizen.open("procedure", code="1.001193")
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGE))
    citizen.settle()
    cards = citizen.find("cards")
    shown = [(cards.property("first"), cards.property("last"))]
    while cards.property("moreBelow"):
        citizen.touch("pager-down" if shape == "portrait" else "pageDown")
        citizen.settle()
        shown.append((cards.property("first"), cards.property("last")))

    assert shown[0] == (0, at_once - 1)
    assert len(shown) <= pages


@pytest.mark.parametrize("shape", SHAPES)
def test_words_on_the_buttons_stand_clear_of_their_lower_edge_with_large_letters(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.open("procedure", code="1.001193")
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGE))
    citizen.settle()
    clear_px = 2 * citizen.kiosk.shell.pxPerMm
    near = {}
    for name in ("preRegister", "askCase", "print", "takeAway"):
        button = citizen.find(name)
        face = scene_rect(button)
        for text in (item for item in walk(button) if item.inherits("QQuickText") and item.property("text")):
            words = scene_rect(text)
            if face.bottom() - words.bottom() < clear_px or words.top() - face.top() < clear_px:
                near[name] = (words.top() - face.top(), face.bottom() - words.bottom())

    assert near == {}


# The longest name, most papers, cases, longest steps, conditions, paper, most ways to file.
LONGEST_REAL = {"1.013980", "2.002011", "1.013225", "2.002225", "2.001538", "1.002759", "3.000242"}
PAGES = (
    ("procedure", {}),
    ("procedure_more", {}),
    ("procedure_cases", {}),
    ("procedure_section", {"section": "papers"}),
    ("procedure_section", {"section": "ways"}),
    ("procedure_section", {"section": "who"}),
    ("procedure_section", {"section": "steps"}),
    ("procedure_section", {"section": "cases", "case": 1}),
)


@pytest.mark.parametrize("shape", WIDE_FOR_LONG)
def test_the_longest_real_records_fit_on_every_page_about_them(open_kiosk, shared_data, shape):
    path = shared_data / "procedures.jsonl.gz"
    records = [
        one
        for one in source_of(path).read(path, None)
        if isinstance(one, Procedure) and one.code in LONGEST_REAL
    ]
    citizen = open_kiosk(shape=shape)
    wrong = {}
    for procedure in records:
        hold(citizen, procedure)
        for screen, about in PAGES:
            citizen.open(screen, code=procedure.code, **about)
            if found := faults(citizen, shape=shape, text_mode="standard"):
                wrong[procedure.code, screen, *about.values()] = found
        citizen.kiosk.way.home()
        citizen.settle()

    assert len(records) == len(LONGEST_REAL)
    assert wrong == {}


def name_in(record):
    return str(record.get("name") or record.get("ten") or record.get("title") or "")
