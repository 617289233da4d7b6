"""The official xlsx list: codes stay text, every refusal names its cell, and no sheet is a weapon."""

import io
import zipfile

import pytest

from kiosk.domain.catalogue import Detail, Procedure, RefusedRow
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_import import read_file
from offline_cache.sources import official_list, source_of
from tests.fakes.source_files import as_xlsx, as_zip

BIRTH = ("1.001193", "Thủ tục đăng ký khai sinh")


@pytest.fixture
def read(tmp_path):
    def rows(content):
        path = tmp_path / "danh-sach.xlsx"
        path.write_bytes(content)
        return list(source_of(path).read(path, None))

    return rows


def members_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_row_is_a_list_line_with_its_bodies_apart(read):
    (row,) = read(as_xlsx([BIRTH]))

    assert (row.detail, row.issuer, row.field) == (Detail.LIST, "Bộ Tư pháp", "Hộ tịch")
    assert row.agencies == ("Ủy ban nhân dân cấp xã", "Sở Tư pháp")
    assert row.ward_served


def test_a_code_keeps_the_zeros_at_its_end(read):
    (row,) = read(as_xlsx([("1.010040", "Tên")]))

    assert row.code == "1.010040"


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        ("A3", 1.01004, "loses the zeros"),
        ("A3", "=A2", "formula"),
        ("B3", '=HYPERLINK("https://evil.example","x")', "formula"),
        ("B3", 12, "not text"),
        ("C3", True, "not text"),
        ("E3", "=1+1", "formula"),
    ],
)
def test_a_cell_that_is_no_text_is_refused_by_its_address(read, cell, value, reason):
    refused, kept = read(as_xlsx([("1.000001", "Tên"), BIRTH], cells={cell: value}))

    assert isinstance(refused, RefusedRow)
    assert (refused.field, refused.line) == (cell, 3)
    assert reason in refused.reason
    assert refused.value.startswith(str(value)[:4])
    assert kept.code == BIRTH[0]


def test_a_bad_code_names_its_cell(read):
    (refused,) = read(as_xlsx([("1.1", "Tên")]))

    assert (refused.field, refused.value) == ("A3", "1.1")


def test_a_sheet_without_the_headings_is_refused_with_those_it_has(read):
    with pytest.raises(CatalogueRejected, match="Mã số") as refusal:
        read(as_xlsx([BIRTH], cells={"A2": "TEN_CO_QUAN"}))

    assert "TEN_CO_QUAN" in refusal.value.value


def test_cells_far_to_the_right_cost_nothing(read):
    (row,) = read(as_xlsx([BIRTH], cells={"XFD3": "x"}))

    assert row.code == BIRTH[0]


def test_a_row_a_million_further_down_is_refused_not_walked_to(read):
    with pytest.raises(CatalogueRejected, match="rows"):
        read(as_xlsx([BIRTH], cells={"A1048576": "1.000001"}))


def test_a_bomb_is_refused_before_it_unpacks(read):
    parts = members_of(as_xlsx([BIRTH])) | {"xl/media/image1.png": b"\x00" * 30_000_000}

    with pytest.raises(CatalogueRejected, match="times its size"):
        read(as_zip(parts))


def test_more_than_the_limit_is_refused_whatever_the_ratio(read):
    noise = bytes(range(256)) * 4096
    parts = members_of(as_xlsx([BIRTH])) | {f"xl/media/{n}": noise for n in range(70)}

    with pytest.raises(CatalogueRejected, match="bytes unpacked"):
        read(as_zip(parts))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "xl/..\\..\\x", "C:\\x", "xl/../../x"])
def test_a_name_that_leads_out_of_the_archive_is_refused(read, name):
    with pytest.raises(CatalogueRejected, match="leads out"):
        read(as_zip(members_of(as_xlsx([BIRTH])) | {name: b"x"}))


def test_entities_that_grow_are_refused(read):
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b"<sst><si><t>&b;</t></si></sst>"
    )
    parts = members_of(as_xlsx([BIRTH])) | {"xl/sharedStrings.xml": bomb}

    with pytest.raises(CatalogueRejected, match="document type"):
        read(as_zip(parts))


def test_a_part_of_nothing_but_tags_is_refused_before_it_is_read(read):
    texts = b"".join(b"<t/>%d" % (number % 999_983) for number in range(4_000_001))
    parts = members_of(as_xlsx([BIRTH])) | {"xl/sharedStrings.xml": texts}

    with pytest.raises(CatalogueRejected, match="tags"):
        read(as_zip(parts))


def test_too_many_parts_and_uncommon_packing_are_refused(read):
    parts = members_of(as_xlsx([BIRTH]))

    with pytest.raises(CatalogueRejected, match="parts"):
        read(as_zip(parts | {f"x/{n}": b"" for n in range(1001)}))
    with pytest.raises(CatalogueRejected, match="uncommon"):
        read(as_zip(parts, packing=zipfile.ZIP_LZMA))


def test_a_part_that_is_missing_or_no_xml_is_a_refusal(read):
    parts = members_of(as_xlsx([BIRTH]))

    for name in parts:
        for content in (None, b"", b"\x00\x01", b"<a/>", b"<a><b>"):
            damaged = {part: body for part, body in parts.items() if part != name}
            if content is not None:
                damaged[name] = content
            try:
                rows = read(as_zip(damaged))
            except CatalogueRejected:
                continue
            assert all(isinstance(row, Procedure | RefusedRow) for row in rows)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"word/document.xml": b"<x/>"}, "Word file"),
        ({"content.xml": b"<x/>", "mimetype": b"x"}, "LibreOffice"),
        ({"ban-do.csv": b"x"}, "an archive \\(ban-do.csv\\); unpack it"),
    ],
)
def test_other_archives_are_told_apart(read, members, reason):
    with pytest.raises(CatalogueRejected, match=reason):
        read(as_zip(members))


def test_the_real_lists_are_read_whole(shared_data):
    sizes = {}
    for path in sorted((shared_data / "portal-raw/files").glob("*.xlsx")):
        read = read_file(path, taken_at=None, progress=lambda _step, _done, _all: None)
        assert read.source is official_list.SOURCE
        assert not read.refused
        sizes[path.stem] = len(read.facts)

    assert sum(sizes.values()) == 2642
    assert sizes["danh-sach-tthc-BoTuPhap"] == 271
