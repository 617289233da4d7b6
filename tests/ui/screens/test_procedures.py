"""Every procedure of the starter catalogue and the longest names of the national list, on every shape."""

import gzip
import json

import pytest

from kiosk.domain.catalogue import Detail, OfficialPaper
from tests.fakes.catalogue import a_procedure
from tests.ui.screens.audit import faults

SHAPES = ("portrait", "landscape", "wide")
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


def show(citizen, procedure):
    """Put a procedure of our own on the page, as if the catalogue held it."""
    citizen.kiosk.find.procedure = lambda _code, done, failed=None: done(procedure)
    citizen.open("procedure", code=procedure.code)
    del citizen.kiosk.find.procedure


@pytest.mark.parametrize("shape", SHAPES)
def test_a_name_of_1100_letters_fits_and_can_be_read_to_its_end(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    name = (WORDS * 12)[:LONGEST_NAME].strip().rstrip(";, ") + " hết"

    show(citizen, long_procedure(name))

    assert faults(citizen, shape=shape, text_mode="standard") == []
    assert citizen.shows("print")


@pytest.mark.parametrize("shape", SHAPES)
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


def name_in(record):
    return str(record.get("name") or record.get("ten") or record.get("title") or "")
