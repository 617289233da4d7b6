"""What every catalogue source promises: the same rows, the same refusals, whatever the kind of file."""

import gzip
import unicodedata
from contextlib import suppress
from datetime import date

import pytest

from kiosk.domain.catalogue import Procedure, RefusedRow
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_import import read_file
from offline_cache.sources import SOURCES, source_of
from offline_cache.sources.reading import MAX_ROWS
from offline_cache.sources.source import SkippedRow
from tests.fakes.source_files import SAMPLES

DAY = date(2026, 7, 18)
BIRTH, DEATH = ("1.001193", "Thủ tục đăng ký khai sinh"), ("1.000656", "Thủ tục đăng ký khai tử")
EVERY_KIND = pytest.mark.parametrize("kind", SAMPLES)


@pytest.fixture
def read(tmp_path):
    def rows(kind, *pairs):
        path = tmp_path / "file"
        path.write_bytes(SAMPLES[kind][1](pairs))
        return list(source_of(path).read(path, DAY))

    return rows


def quiet(_step, _done, _all):
    return


def test_every_source_has_a_sample():
    signed = {"tuf"}  # our JSON lines again, told apart by where they lie

    assert {source.kind for source in SOURCES} - signed == {kind for kind, _ in SAMPLES.values()}


@EVERY_KIND
def test_a_file_is_read_by_its_own_source_alone(kind, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(SAMPLES[kind][1]([BIRTH]))

    assert [s.kind for s in SOURCES if s.recognises(path, path.read_bytes()[:65536])] == [SAMPLES[kind][0]]


@EVERY_KIND
def test_code_name_and_day_arrive(kind, read):
    first, second = (row for row in read(kind, BIRTH, DEATH) if isinstance(row, Procedure))

    assert (first.code, first.name, first.taken_at) == (*BIRTH, DAY)
    assert (second.code, second.name) == DEATH


@EVERY_KIND
def test_a_packed_file_is_read_as_well(kind, tmp_path):
    path = tmp_path / "file.gz"
    path.write_bytes(gzip.compress(SAMPLES[kind][1]([BIRTH])))

    assert [procedure.code for procedure in read_file(path, taken_at=DAY, progress=quiet).facts] == [BIRTH[0]]


@EVERY_KIND
@pytest.mark.parametrize("code", ["1.00119", "9.9999999", "12345", "1,001193", "१.००११९३"])
def test_a_bad_code_is_refused_with_its_place_and_costs_no_other_row(kind, code, read):
    rows = read(kind, BIRTH, (code, "Tên"), DEATH)

    (refused,) = (row for row in rows if isinstance(row, RefusedRow))
    assert refused.file == "file"
    assert refused.line > 0
    assert refused.field
    assert code in refused.value
    assert "not a national code" in refused.reason
    assert [row.code for row in rows if isinstance(row, Procedure)] == [BIRTH[0], DEATH[0]]


@EVERY_KIND
def test_a_missing_name_is_refused(kind, read):
    (refused,) = (row for row in read(kind, BIRTH, ("1.000001", " ")) if isinstance(row, RefusedRow))

    assert "is empty" in refused.reason


@EVERY_KIND
def test_what_the_portal_marked_as_deleted_is_left_out_and_counted(kind, read):
    (skipped,) = (row for row in read(kind, BIRTH, ("1.000002-Xoa", "Tên")) if isinstance(row, SkippedRow))

    assert "-Xoa" in skipped.reason


@EVERY_KIND
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (unicodedata.normalize("NFD", "Đăng ký khai sinh"), "Đăng ký khai sinh"),
        ("Đăng\u00a0ký  khai\u200b sinh ", "Đăng ký khai sinh"),
        ("\uf0b7 Đăng ký \u202ekhai sinh\u2066", "Đăng ký khai sinh"),
        ("<p>Đăng ký <b>khai sinh</b></p>", "Đăng ký khai sinh"),
        ("Đăng ký<script>alert(1)</script> khai sinh", "Đăng ký khai sinh"),
        ("Đăng ký <img src=x onerror=alert(1)>khai sinh", "Đăng ký khai sinh"),
        ("Đăng ký &lt;script&gt;x&lt;/script&gt;khai &amp;amp; sinh", "Đăng ký khai & sinh"),
        ("Nhà < 50 m2 và > 3 tầng", "Nhà < 50 m2 và > 3 tầng"),
    ],
)
def test_names_are_composed_visible_and_free_of_markup(kind, written, shown, read):
    (row,) = read(kind, (BIRTH[0], written))[:1]

    assert row.name == shown


@EVERY_KIND
def test_a_text_beyond_the_limit_is_refused(kind, read):
    if kind == "official_list":
        pytest.skip("a cell holds 32,767 letters at most")
    long = ("1.000001", "x" * 300_000)
    if kind == "commune_list":
        with pytest.raises(CatalogueRejected, match="field larger"):
            read(kind, BIRTH, long)
    else:
        refused = read(kind, BIRTH, long)[1]
        assert isinstance(refused, RefusedRow)
        assert "longer than" in refused.reason


@EVERY_KIND
def test_more_rows_than_any_catalogue_has_are_refused(kind, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(SAMPLES[kind][1]((f"1.{n:06d}", "n") for n in range(MAX_ROWS + 11)))

    with pytest.raises(CatalogueRejected, match=f"more than {MAX_ROWS} rows"):
        list(source_of(path).read(path, DAY))


@EVERY_KIND
def test_a_file_cut_off_anywhere_is_read_or_refused(kind, tmp_path):
    whole = SAMPLES[kind][1]([BIRTH, DEATH])
    path = tmp_path / "file"
    for end in range(1, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:end])
        with suppress(CatalogueRejected):
            rows = list(source_of(path).read(path, DAY))
            assert all(isinstance(row, Procedure | RefusedRow) for row in rows)
