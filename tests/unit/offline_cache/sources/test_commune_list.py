"""A commune's CSV: any common sign and spelling, suffixes off, and never a word over what is known."""

import unicodedata

import pytest

from kiosk.domain.catalogue import Detail, Procedure, RefusedRow
from kiosk.domain.text_folding import TONES
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_import import FileRead, merged, read_file
from offline_cache.sources import commune_list, source_of
from tests.fakes.source_files import as_commune_csv

BIRTH = ("1.001193", "Đăng ký khai sinh, cấp thẻ…")


@pytest.fixture
def read(tmp_path):
    def rows(content):
        path = tmp_path / "danh-sach.csv"
        path.write_bytes(content)
        return list(source_of(path).read(path, None))

    return rows


@pytest.mark.parametrize("sign", [",", ";", "|", "\t"])
def test_any_common_sign_parts_the_columns(read, sign):
    (row,) = read(as_commune_csv([BIRTH], sign=sign))

    assert (row.code, row.name, row.detail) == (*BIRTH, Detail.LIST)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_its_mark(read, encoding):
    (row,) = read(as_commune_csv([BIRTH], encoding=encoding))

    assert row.name == BIRTH[1]


def test_windows_1258_is_read_and_composed(read):
    (row,) = read(typed_for_1258(as_commune_csv([("1.001193", "Thủ tục đăng ký lại")]).decode()))

    assert (row.name, row.field) == ("Thủ tục đăng ký lại", "Hộ tịch")


def typed_for_1258(text):
    """That code page has ă, ơ, ê and the like; the tone follows as a sign of its own."""
    written = ""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in TONES.values())
        rest = "".join(mark for mark in marks if mark not in TONES.values())
        written += unicodedata.normalize("NFC", rest) + tone
    return written.encode("cp1258")


def test_a_province_suffix_is_taken_off_and_two_codes_must_agree(read):
    heading, line = as_commune_csv([("1.013978", "Tên")]).splitlines()
    good = line.replace(b".000.00.00.H41", b".H41")
    bad = line.replace(b'"1.013978"', b'"1.013979"')

    first, refused = read(b"\n".join([heading, good, bad]))

    assert first.code == "1.013978"
    assert "different codes" in refused.reason
    assert (refused.line, refused.field) == (3, "code")


def test_a_formula_is_refused_by_line_and_column(read):
    kept, refused = read(as_commune_csv([BIRTH, ("1.000001", '=cmd|"/c calc"!A1')]))

    assert isinstance(kept, Procedure)
    assert isinstance(refused, RefusedRow)
    assert (refused.line, refused.field) == (3, "name")
    assert "formula" in refused.reason


def test_a_list_with_a_column_nobody_knows_is_refused_by_its_heading(read):
    with pytest.raises(CatalogueRejected, match="remove the column") as refusal:
        read(b"priority,group,code,name,field\n1,A,1.001193,x,y\n")

    assert refusal.value.value == "priority"


def test_a_quotation_mark_that_never_ends_is_a_refusal(read):
    with pytest.raises(CatalogueRejected, match="save it as CSV again"):
        read(as_commune_csv([BIRTH]) + b'1.000001.H41,1.000001,"half')


def test_a_cell_over_two_lines_keeps_the_count_of_lines(read):
    rows = read(as_commune_csv([("1.000001", "hai\ndòng"), ("x", "Tên")]))

    assert rows[0].name == "hai dòng"
    assert rows[1].line == 4


def test_an_abridged_list_adds_what_is_missing_and_changes_nothing(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(as_commune_csv([("1.001193", "Khai sinh…"), ("1.000001", "Mới")]))
    known = Procedure(code="1.001193", name="Đăng ký khai sinh", field="", detail=Detail.FULL, steps=("a",))
    read: FileRead = read_file(path, taken_at=None, progress=lambda _step, _done, _all: None)

    new, birth = merged([known], read)

    assert (birth.name, birth.detail, birth.steps) == ("Đăng ký khai sinh", Detail.FULL, ("a",))
    assert not birth.ward_served
    assert (new.code, new.ward_served) == ("1.000001", True)


def test_the_real_list_is_read_whole_and_the_other_tables_refused(shared_data):
    folder = shared_data / "portal-raw/files"
    read = read_file(
        folder / "cat-ngan-commune-procedures.csv", taken_at=None, progress=lambda _step, _done, _all: None
    )

    assert read.source is commune_list.SOURCE
    assert (len(read.facts), read.refused) == (60, ())
    for path, reason in (
        (shared_data / "ward-core.csv", "priority"),
        (folder / "province-map-300-lines.psv", "table of codes"),
        (folder / "PTO.xls", "lose their zeros"),
        (shared_data / "portal-raw/provinces.json", "list of places"),
        (shared_data / "queries-dev.jsonl", "none of the kinds"),
        (shared_data / "portal-raw", "not an ordinary file"),
    ):
        with pytest.raises(CatalogueRejected, match=reason):
            read_file(path, taken_at=None, progress=lambda _step, _done, _all: None)
