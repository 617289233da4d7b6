"""A portal detail gives the whole record, and a list that is whole says what was withdrawn."""

import json
from datetime import UTC, date, datetime

import pytest

from kiosk.domain.catalogue import (
    AgencyLevel,
    Detail,
    DurationUnit,
    FeeType,
    OfficialFile,
    OnlineLevel,
    Procedure,
    RefusedRow,
    ReturnPlace,
    ReturnWay,
)
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_import import merged, read_file
from offline_cache.sources import source_of
from tests.fakes.source_files import as_portal_list, portal_detail

DAY = date(2026, 7, 18)
BIRTH, DEATH = ("1.001193", "Khai sinh"), ("1.000656", "Khai tử")


def quiet(_step, _done, _all):
    return


@pytest.fixture
def detail(tmp_path):
    def read(**changes):
        path = tmp_path / "detail.json"
        path.write_text(json.dumps(portal_detail(*BIRTH, **changes), indent=1), encoding="utf-8")
        (row,) = source_of(path).read(path, DAY)
        return row

    return read


def imported(tmp_path, content, known=()):
    path = tmp_path / "list.json"
    path.write_bytes(content)
    return {p.code: p for p in merged(known, read_file(path, taken_at=DAY, progress=quiet))}


def test_the_record_is_there_whole(detail):
    procedure = detail()

    assert procedure.detail is Detail.FULL
    assert procedure.levels == (AgencyLevel.WARD,)
    assert procedure.online_level is OnlineLevel.PARTIAL
    assert procedure.non_territorial is True
    assert procedure.agencies == ("Ủy ban Nhân dân xã, phường, thị trấn",)
    assert procedure.deciding_agencies == procedure.agencies
    assert procedure.coordinating_agencies == ("Công an cấp xã",)
    assert procedure.delegated_agencies == ()
    assert procedure.return_ways == (
        ReturnWay(filed_online=True, places=(ReturnPlace.AT_HOME, ReturnPlace.ONLINE)),
    )
    assert procedure.keywords == ("khai sinh", "giấy khai sinh")
    assert (procedure.decision_no, procedure.decision_date) == ("163/QĐ-BTP", date(2026, 1, 16))
    assert procedure.portal_updated == datetime(2026, 4, 15, 10, 11, 58, tzinfo=UTC)
    (case,) = procedure.cases
    assert (case.code, case.duration.value) == ("1.001193.01", 3.0)
    assert case.duration.unit is DurationUnit.WORKING_DAY
    (paper,) = procedure.papers
    assert paper.forms == (OfficialFile(name="tokhai.docx", file_id="019e0ca1-082c-70eb-9da9-0319f12a989e"),)
    assert procedure.methods[0].fee.type is FeeType.LE_PHI


@pytest.mark.parametrize(
    ("flags", "level"),
    [
        ({"isFullProcess": True}, OnlineLevel.FULL),
        ({"isFullProcess": None}, OnlineLevel.UNKNOWN),
        ({"isOfflineOnly": True}, OnlineLevel.NONE),
        ({"executionMethods": []}, OnlineLevel.UNKNOWN),
    ],
)
def test_how_far_it_goes_online_is_said_only_where_the_portal_says_it(detail, flags, level):
    assert detail(**flags).online_level is level


def test_a_form_is_a_name_and_never_a_way_to_somewhere(detail):
    file = {"id": "../../x", "fileName": "..\\..\\etc/passwd.docx"}
    groups = [{"profileComponents": [{"name": "Tờ khai", "originalQty": 1, "attachments": [file]}]}]

    (paper,) = detail(executionCases=groups).papers

    assert paper.forms == (OfficialFile(name="passwd.docx"),)


def test_an_unknown_way_of_filing_names_the_value(detail):
    refused = detail(executionMethods=[{"submissionMethod": "PIGEON"}])

    assert isinstance(refused, RefusedRow)
    assert (refused.field, refused.value) == ("submissionMethod", "PIGEON")


def test_a_value_of_another_kind_is_refused_with_its_place_and_itself(detail):
    refused = detail(executionCases=[{"profileComponents": [{"name": "x", "originalQty": "một"}]}])

    assert refused.field == "executionCases[0].profileComponents[0].originalQty"
    assert "một" in json.loads(refused.value)


def test_a_whole_list_withdraws_what_it_does_not_name_with_its_day(tmp_path):
    known = [Procedure(code=code, name=name, field="", detail=Detail.LIST) for code, name in (BIRTH, DEATH)]

    after = imported(tmp_path, as_portal_list([BIRTH]), known)

    assert after[DEATH[0]].withdrawn_at == DAY
    assert after[BIRTH[0]].withdrawn_at is None


def test_a_part_of_the_list_withdraws_nothing(tmp_path):
    known = [Procedure(code=DEATH[0], name=DEATH[1], field="", detail=Detail.LIST)]

    after = imported(tmp_path, as_portal_list([BIRTH], total=2), known)

    assert after[DEATH[0]].withdrawn_at is None


def test_the_same_page_twice_is_not_the_whole_list(tmp_path):
    known = [Procedure(code=DEATH[0], name=DEATH[1], field="", detail=Detail.LIST)]
    page = as_portal_list([BIRTH], total=2)

    after = imported(tmp_path, page + b"\n" + page, known)

    assert after[DEATH[0]].withdrawn_at is None


def test_two_pages_that_add_up_are_the_whole_list(tmp_path):
    known = [Procedure(code="1.000001", name="x", field="", detail=Detail.LIST)]
    pages = as_portal_list([BIRTH], total=2) + b"\n" + as_portal_list([DEATH], total=2)

    assert imported(tmp_path, pages, known)["1.000001"].withdrawn_at == DAY


def test_a_row_that_was_refused_for_its_name_is_still_named_by_the_list(tmp_path):
    known = [Procedure(code=DEATH[0], name=DEATH[1], field="", detail=Detail.LIST)]

    after = imported(tmp_path, as_portal_list([BIRTH, (DEATH[0], "")]), known)

    assert after[DEATH[0]].withdrawn_at is None


def test_rows_of_a_list_that_are_skipped_are_counted(tmp_path):
    path = tmp_path / "list.json"
    path.write_bytes(as_portal_list([BIRTH, DEATH], type="STANDARD_INTERNAL").replace(b"INTERNAL", b"", 1))
    path.write_bytes(path.read_bytes().replace(b'STANDARD_"', b'STANDARD"', 1))

    read = read_file(path, taken_at=DAY, progress=quiet)

    assert read.skipped == (("between offices, not for citizens", 1),)
    assert len(read.facts) == 1


def test_a_detail_the_portal_did_not_answer_ok_is_refused(tmp_path):
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"code": "ERROR", "data": portal_detail(*BIRTH)}))

    (row,) = source_of(path).read(path, DAY)

    assert isinstance(row, RefusedRow)
    assert (row.field, row.value) == ("code", "ERROR")


def test_an_array_of_records_is_read_as_well(tmp_path):
    path = tmp_path / "all.json"
    path.write_text(json.dumps([portal_detail(*BIRTH), portal_detail(*DEATH)], indent=2))

    assert [row.code for row in source_of(path).read(path, DAY)] == [BIRTH[0], DEATH[0]]


def test_a_refusal_in_an_array_says_which_record_it_was(tmp_path):
    path = tmp_path / "all.json"
    path.write_text(json.dumps([portal_detail(*BIRTH), portal_detail("1.1", "x")]))

    _, refused = source_of(path).read(path, DAY)

    assert (refused.line, refused.field, refused.value) == (1, "[1].code", "1.1")


def test_a_file_without_a_sound_row_is_refused_for_what_its_first_row_was(tmp_path):
    path = tmp_path / "detail.json"
    path.write_text(json.dumps(portal_detail("1.1", "x")))

    with pytest.raises(CatalogueRejected, match="no procedure could be taken") as refusal:
        read_file(path, taken_at=DAY, progress=quiet)

    assert (refusal.value.field, refusal.value.value, refusal.value.line) == ("code", "1.1", 1)
