"""What every catalogue source promises about files it reads, sound or hostile."""

import gzip
import json
import unicodedata

import pytest

from kiosk.domain.catalogue import Detail, DurationUnit, FeeKind, Procedure, RefusedRow
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_import import read_file
from offline_cache.sources import SOURCES, json_lines, portal_answers, source_of
from offline_cache.sources.reading import MAX_ROWS
from offline_cache.sources.source import SkippedRow


def quiet(_step, _done, _all):
    return


def line(**changes):
    row = {"code": "1.001193", "name": "Thủ tục đăng ký khai sinh", "field": "Hộ tịch"} | changes
    return json.dumps(row, ensure_ascii=False).encode()


def written(tmp_path, content, name="file.jsonl"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def rows_of(path):
    return list(json_lines.SOURCE.read(path, None))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.kind)
class TestEverySource:
    def test_has_a_kind_and_a_label(self, source):
        assert source.kind.isidentifier()
        assert source.label

    def test_does_not_take_what_is_no_catalogue(self, source, tmp_path):
        for head in (b"", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"<html>", b"hello", b"\x00" * 100, b"[]", b"{}"):
            assert not source.recognises(tmp_path / "file", head)


def test_kinds_are_unique():
    assert len({source.kind for source in SOURCES}) == len(SOURCES)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "xlsx"),
        (b"<!DOCTYPE html><title>Request Rejected</title>", "web page"),
        (b"SQLite format 3\x00", "database"),
        (b"hello", "none of the kinds"),
    ],
)
def test_files_of_other_kinds_are_refused_with_a_reason(tmp_path, content, reason):
    with pytest.raises(CatalogueRejected, match=reason):
        source_of(written(tmp_path, content))


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(CatalogueRejected, match="not-here"):
        source_of(tmp_path / "not-here.jsonl")


def test_a_gzip_bomb_is_refused_before_it_unpacks(tmp_path):
    bomb = gzip.compress(line() + b"\n" + b" " * 40_000_000)

    with pytest.raises(CatalogueRejected, match="times its size"):
        rows_of(written(tmp_path, bomb, "bomb.jsonl.gz"))


def test_a_cut_off_gzip_is_refused(tmp_path):
    whole = gzip.compress(b"\n".join(line(code=f"1.{n:06d}", name=str(n) * 50) for n in range(2000)))

    with pytest.raises(CatalogueRejected, match="cut off"):
        rows_of(written(tmp_path, whole[: len(whole) // 2], "cut.jsonl.gz"))


def test_too_many_rows_are_refused(tmp_path):
    content = b"\n".join(b'{"code":"1.%06d","name":"n"}' % number for number in range(MAX_ROWS + 1))

    with pytest.raises(CatalogueRejected, match="rows"):
        rows_of(written(tmp_path, content))


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (line(code="1.00119"), "code"),
        (line(code="9.9999999"), "code"),
        (line(code=1.001193), "code"),
        (line(name=""), "name"),
        (line(name="a\x00b"), "name"),
        (b'{"code": "1.001193", "name": "half \\ud800"}', "row"),
        (line(name="x" * 300_000), "name"),
        (line(methods=[{"channel": "pigeon"}]), "methods[0].channel"),
        (line(methods=[{"channel": "direct", "fee_vnd": -1}]), "methods.fee_vnd"),
        (line(documents=[{"name": "Giấy", "originals": -2}]), "documents.originals"),
        (b"not json", "row"),
        (b"[" * 100_000, "row"),
    ],
)
def test_a_bad_row_names_line_field_and_value_and_costs_no_other_row(tmp_path, bad, field):
    path = written(tmp_path, line(code="1.000001") + b"\n" + bad + b"\n" + line(code="1.000002") + b"\n")

    first, refused, last = rows_of(path)

    assert isinstance(refused, RefusedRow)
    assert (refused.file, refused.line, refused.field) == ("file.jsonl", 2, field)
    assert refused.reason
    assert len(refused.value) <= 200
    assert (first.code, last.code) == ("1.000001", "1.000002")


def test_a_code_read_twice_is_refused_the_second_time(tmp_path):
    assert [type(row) for row in rows_of(written(tmp_path, line() + b"\n" + line()))] == [
        Procedure,
        RefusedRow,
    ]


def test_a_provincial_suffix_is_taken_off_the_code(tmp_path):
    (row,) = rows_of(written(tmp_path, line(code="1.012753.000.00.00.H41")))

    assert row.code == "1.012753"


def test_text_is_composed_and_cleaned_and_its_markup_taken_off(tmp_path):
    name = unicodedata.normalize("NFD", "Đăng ký\u00a0 khai\u200b <b>sinh</b>\tlại")

    (row,) = rows_of(written(tmp_path, line(name=name)))

    assert row.name == "Đăng ký khai sinh lại"


def test_free_with_a_number_is_not_free_and_an_amount_without_one_is_not_known(tmp_path):
    methods = [
        {"channel": "direct", "fee_kind": "free", "fee_vnd": 8000},
        {"channel": "online", "fee_kind": "amount", "fee_vnd": None},
    ]

    (row,) = rows_of(written(tmp_path, line(methods=methods)))

    assert [method.fee.kind for method in row.methods] == [FeeKind.AMOUNT, FeeKind.UNKNOWN]


def test_an_address_that_is_not_https_is_dropped(tmp_path):
    (row,) = rows_of(written(tmp_path, line(url="javascript:alert(1)")))

    assert row.url == ""


def test_the_real_catalogue_is_read_whole(shared_data):
    read = read_file(shared_data / "procedures.jsonl.gz", taken_at=None, progress=quiet)

    assert len(read.facts) == 4822
    assert sum(procedure.detail is Detail.FULL for procedure in read.facts) == 2852
    assert not read.refused


def portal_answer(**changes):
    row = {"code": "1.001193", "codeNotation": "1.001193", "name": "Đăng ký khai sinh", "type": "STANDARD"}
    return row | changes


def portal_rows(tmp_path, *answers):
    content = "\n".join(json.dumps(answer, ensure_ascii=False) for answer in answers)
    return list(portal_answers.SOURCE.read(written(tmp_path, content.encode()), None))


def portal_fee(tmp_path, *, note="", **fee):
    method = {"submissionMethod": "DIRECT", "processingTime": 3, "processingTimeUnit": "WORKING_DAY"}
    answer = portal_answer(executionMethods=[method | {"fees": [fee], "description": note}])
    (row,) = portal_rows(tmp_path, answer)
    return row.methods[0].fee


@pytest.mark.parametrize(
    ("fee", "kind"),
    [
        ({"value": 0}, FeeKind.FREE),
        ({"value": 0, "description": "Theo Nghị quyết của HĐND"}, FeeKind.FREE_WITH_NOTE),
        ({"value": 0, "note": "Mức phí do Hội đồng nhân dân quy định"}, FeeKind.FREE_WITH_NOTE),
        ({"value": 0, "description": "Không quy định."}, FeeKind.FREE_WITH_NOTE),
        ({"value": 0, "description": "Chưa quy định"}, FeeKind.FREE_WITH_NOTE),
        ({"value": None}, FeeKind.UNKNOWN),
        ({"value": 8000}, FeeKind.AMOUNT),
        ({"value": 25, "currencyName": "USD"}, FeeKind.TEXT),
    ],
)
def test_a_fee_of_the_portal_says_no_more_than_is_known(tmp_path, fee, kind):
    assert portal_fee(tmp_path, **fee).kind is kind


def test_procedures_between_offices_and_of_other_provinces_are_skipped_with_a_reason(tmp_path):
    rows = portal_rows(
        tmp_path,
        portal_answer(type="STANDARD_INTERNAL"),
        portal_answer(type="SPECIFIC", departmentPromulgate="UBND Thành phố Huế"),
        portal_answer(type="SPECIFIC", departmentPromulgate="UBND Thành phố Hà Nội"),
    )

    assert [type(row) for row in rows] == [SkippedRow, SkippedRow, Procedure]


@pytest.mark.parametrize(("published", "unit"), [(5, DurationUnit.DAY), (1, None)])
def test_a_time_without_unit_takes_the_first_cases_where_both_agree_on_the_number(tmp_path, published, unit):
    method = {"submissionMethod": "DIRECT", "processingTime": published, "processingTimeUnit": "OTHER"}
    answer = portal_answer(executionMethods=[method], cases=[{"processingDay": {"qty": 5, "type": "DAY"}}])

    (row,) = portal_rows(tmp_path, answer)

    assert (row.methods[0].duration.value, row.methods[0].duration.unit) == (published, unit)


def test_an_answer_that_is_not_ok_is_refused(tmp_path):
    (row,) = portal_rows(tmp_path, {"code": "DENIED", "data": portal_answer()})

    assert isinstance(row, RefusedRow)


def test_the_portals_real_answers_are_all_understood(shared_data):
    details = read_file(shared_data / "portal-raw/formality-detail.jsonl.gz", taken_at=None, progress=quiet)
    rows = read_file(shared_data / "portal-raw/formality-list-rows.jsonl.gz", taken_at=None, progress=quiet)

    assert len(details.facts) + sum(count for _, count in details.skipped) == 290
    assert not details.refused
    assert len(rows.facts) == 4606
    free = [m for p in details.facts for m in p.methods if m.fee.kind is FeeKind.FREE]
    assert free
    assert all(not method.fee.text for method in free)
