"""Records of the Word export: fees of several lines, numbered steps, "Không có thông tin" as nothing."""

import json
import unicodedata

import pytest

from kiosk.domain.catalogue import (
    AgencyLevel,
    Channel,
    Detail,
    Duration,
    DurationUnit,
    FeeKind,
    FeeType,
    OfficialFile,
    RefusedRow,
)
from offline_cache.catalogue_import import read_file
from offline_cache.sources import source_of
from tests.fakes.source_files import word_record

CODE, NAME = "1.013133", "Đăng ký nghĩa vụ quân sự"


@pytest.fixture
def read(tmp_path):
    def row(record):
        path = tmp_path / "export.json"
        path.write_text(json.dumps(record, ensure_ascii=False, indent=2), encoding="utf-8")
        (found,) = source_of(path).read(path, None)
        return found

    return row


def test_a_record_is_taken_whole(read):
    procedure = read(word_record(CODE, NAME))

    assert procedure.detail is Detail.FULL
    assert procedure.levels == (AgencyLevel.PROVINCE, AgencyLevel.WARD)
    assert procedure.ward_served
    assert procedure.deciding_agencies == ("Chủ tịch UBND cấp xã",)
    assert procedure.coordinating_agencies == ()
    assert procedure.conditions == ""
    assert procedure.applicants == ("Doanh nghiệp", "Tổ chức (không bao gồm doanh nghiệp, HTX)")
    (paper,) = procedure.papers
    assert (paper.originals, paper.copies) == (1, 2)
    assert paper.forms == (OfficialFile(name="5- MẪU SỐ 01.docx"),)
    (method,) = procedure.methods
    assert method.channel is Channel.DIRECT
    assert method.duration == Duration(value=7.0, unit=DurationUnit.DAY, text="07 Ngày")


def test_steps_part_only_where_the_numbers_count_up(read):
    assert read(word_record(CODE, NAME)).steps == (
        "Bước 1: Nộp hồ sơ.",
        "Bước 2: Nhận kết quả như đã nêu tại Bước 1.",
    )


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("Phí : 0 Đồng", [(FeeKind.FREE, 0, FeeType.PHI)]),
        ("Lệ phí : 8.000 Đồng", [(FeeKind.AMOUNT, 8000, FeeType.LE_PHI)]),
        (
            "Phí : 2.000.000 Đồng (trên đất liền)\nPhí : 5.000.000 Đồng (trên biển)",
            [(FeeKind.AMOUNT, 2_000_000, FeeType.PHI), (FeeKind.AMOUNT, 5_000_000, FeeType.PHI)],
        ),
        ("Phí : 0 Đồng (Do HĐND quy định)", [(FeeKind.FREE_WITH_NOTE, 0, FeeType.PHI)]),
        ("Phí : 50% mức thu", [(FeeKind.TEXT, None, FeeType.PHI)]),
        ("Phí : 10.000 Đồng - 20.000 Đồng", [(FeeKind.TEXT, None, FeeType.PHI)]),
        ("Phí : 45 USD", [(FeeKind.TEXT, None, FeeType.PHI)]),
        ("Theo thông tư", [(FeeKind.TEXT, None, FeeType.UNKNOWN)]),
        ("", [(FeeKind.UNKNOWN, None, FeeType.UNKNOWN)]),
    ],
)
def test_fees_are_amounts_only_where_nothing_is_left_to_guess(read, text, fees):
    procedure = read(word_record(CODE, NAME, phi_le_phi=text))

    found = [(m.fee.kind, m.fee.amount_vnd, m.fee.type) for m in procedure.methods]
    assert found == fees


def test_keys_in_another_spelling_of_the_same_letters_are_read(tmp_path):
    path = tmp_path / "export.json"
    path.write_text(unicodedata.normalize("NFD", json.dumps(word_record(CODE, NAME), ensure_ascii=False)))

    (procedure,) = source_of(path).read(path, None)

    assert procedure.name == NAME


def test_an_unknown_way_of_filing_is_refused(read):
    refused = read(word_record(CODE, NAME, hinh_thuc="Bồ câu"))

    assert isinstance(refused, RefusedRow)
    assert (refused.field, refused.value) == ("hinh_thuc", "Bồ câu")


def test_the_real_exports_are_read(shared_data):
    for code, papers in (("1.013129", 4), ("1.013133", 2)):
        path = shared_data / f"portal-raw/files/word-export-{code}.json"
        (procedure,) = read_file(path, taken_at=None, progress=lambda _step, _done, _all: None).facts
        assert procedure.code == code
        assert procedure.detail is Detail.FULL
        assert len(procedure.papers) == papers
