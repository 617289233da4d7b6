"""What every CatalogueReader promises: the real one over SQLite and the fake in memory."""

import pytest

from kiosk.domain.catalogue import Detail
from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version
from tests.fakes.catalogue import InMemoryCatalogue, a_life_event, a_procedure, plain_text

BIRTH = a_procedure(
    popularity=90,
    life_events=("birth",),
    aliases=("làm giấy khai sinh",),
    texts=(
        plain_text(summary="Cho con mới sinh"),
        plain_text("en", "Birth registration", summary="For a newborn"),
    ),
)
AGAIN = a_procedure("1.004884", "Thủ tục đăng ký lại khai sinh.", popularity=40, life_events=("birth",))
BUILD = a_procedure("1.013225", "Thủ tục cấp giấy phép xây dựng nhà ở riêng lẻ", field="Xây dựng", core=False)
CUSTOMS = a_procedure(
    "1.000005", "Thủ tục hải quan", field="Hải quan", ward_served=False, core=False, detail=Detail.LIST
)
PROCEDURES = (BIRTH, AGAIN, BUILD, CUSTOMS)
EVENTS = (a_life_event(), a_life_event("house", "Làm nhà", "Building a house"))


def sqlite_reader(folder):
    path = folder / "version.sqlite"
    build_version(path, VersionContent(starter=PROCEDURES, life_events=EVENTS))
    return SqliteCatalogue(path)


@pytest.fixture(params=["sqlite", "memory"])
def reader(request, tmp_path):
    opened = sqlite_reader(tmp_path) if request.param == "sqlite" else InMemoryCatalogue(PROCEDURES, EVENTS)
    yield opened
    opened.close()


def test_info_counts_procedures_and_names_the_day_of_the_facts(reader):
    info = reader.info()

    assert (info.procedures, info.with_detail) == (4, 3)
    assert info.taken_at.isoformat() == "2026-07-18"
    assert info.version


def test_life_events_come_in_their_order(reader):
    assert reader.life_events() == EVENTS


def test_procedures_of_an_event_come_most_wanted_first(reader):
    assert [row.code for row in reader.rows_of_event("birth", "vi")] == ["1.001193", "1.004884"]
    assert reader.rows_of_event("nothing", "vi") == ()


def test_fields_hold_only_what_the_ward_serves_alphabetically(reader):
    assert reader.fields() == (("Hộ tịch", 2), ("Xây dựng", 1))


def test_rows_of_a_field_leave_out_what_the_ward_does_not_serve(reader):
    assert [row.code for row in reader.rows_of_field("Hộ tịch", "vi")] == ["1.001193", "1.004884"]
    assert reader.rows_of_field("Hải quan", "vi") == ()


def test_a_field_written_with_decomposed_letters_is_the_same_field(reader):
    assert len(reader.rows_of_field("Ho\u0323\u0302 ti\u0323ch", "vi")) == 2


def test_a_row_shows_the_plain_text_in_the_language_asked_for(reader):
    row = reader.rows_of_event("birth", "en")[0]

    assert (row.title, row.line) == ("Birth registration", "For a newborn")


def test_a_row_without_plain_text_shows_the_official_name_and_the_field(reader):
    row = reader.rows_of_field("Xây dựng", "en")[0]

    assert row.title.lower() == "cấp giấy phép xây dựng nhà ở riêng lẻ"
    assert row.line == "Xây dựng"
    assert not row.title.startswith("Thủ tục")


def test_a_procedure_comes_back_as_it_was_given(reader):
    assert reader.procedure("1.001193") == BIRTH
    assert reader.procedure("9.000000") is None


@pytest.mark.parametrize("query", ["khai sinh", "làm giấy khai sinh", "dang ky khai sinh", "1.001193"])
def test_people_find_birth_registration_first(reader, query):
    answer = reader.search(query, language="vi")

    assert answer.query == query
    assert answer.rows[0].code == "1.001193"
    assert answer.confident


def test_a_limit_cuts_the_rows_and_not_the_total(reader):
    answer = reader.search("khai sinh", language="vi", limit=1)

    assert len(answer.rows) == 1
    assert answer.total >= 2


def test_nonsense_is_never_called_sure(reader):
    assert not reader.search("zzzz qqqq", language="vi").confident


@pytest.mark.parametrize(
    "query", ["", " ", '"', "a OR b", "* NEAR(", "\x00", "'; DROP TABLE", "x" * 5000, "1.99"]
)
def test_odd_input_never_fails(reader, query):
    reader.search(query, language="vi")
