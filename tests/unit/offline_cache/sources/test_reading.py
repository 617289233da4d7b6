"""Files are bounded before they are believed: pipes, devices, giants, and text nobody can see."""

import gzip
import os

import pytest

from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources import source_of
from offline_cache.sources.reading import (
    MAX_FILE_BYTES,
    TextProblem,
    clean_code,
    clean_text,
    none_if_nothing,
    read_bytes,
)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)

    with pytest.raises(CatalogueRejected, match="not an ordinary file"):
        source_of(path)


def test_a_device_that_never_ends_is_refused(tmp_path):
    path = tmp_path / "zero"
    path.symlink_to("/dev/zero")

    with pytest.raises(CatalogueRejected, match="not an ordinary file"):
        source_of(path)


def test_a_line_of_a_gigabyte_is_refused_after_the_first_64_mib(tmp_path):
    path = tmp_path / "giant.jsonl"
    with path.open("wb") as file:
        file.write(b'{"code": "1.001193", "name": "')
        file.truncate(1024**3)

    with pytest.raises(CatalogueRejected, match=f"larger than {MAX_FILE_BYTES}") as refusal:
        list(source_of(path).read(path, None))

    assert refusal.value.value == str(1024**3)


def test_many_packed_members_are_bounded_together(tmp_path):
    path = tmp_path / "members.gz"
    member = gzip.compress(os.urandom(1024**2), 0)
    path.write_bytes(member * 65)

    with pytest.raises(CatalogueRejected, match="larger than"):
        read_bytes(path)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sinh\u00adviên", "Sinhviên"),
        ("a\u2028b\u0085c", "a b c"),
        ("ký\u202e tự", "ký tự"),
        ("Z\u0336\u0337\u0338\u0339a", "Z\u0336\u0337a"),
        ("tail\U000e0041\U000e0042", "tail"),
        ("Hướng dẫn&nbsp;mới &#8211; x", "Hướng dẫn mới – x"),
        ("a <o:p>b</o:p> <x onclick=y>c", "a b c"),
        ("<!-- ẩn --> thấy <style>p{}</style>", "thấy"),
        ("x <script>", "x"),
        ("R&D < 5 > 3 <5 tuổi>", "R&D < 5 > 3 <5 tuổi>"),
    ],
)
def test_only_what_can_be_seen_is_kept(text, shown):
    assert clean_text(text, field="x") == shown


def test_blocks_of_markup_end_lines_where_lines_are_kept():
    assert clean_text("<p>một</p><p>hai<br>ba</p>", field="x", lines=True).split() == ["một", "hai", "ba"]
    assert "\n" in clean_text("<p>một</p><p>hai</p>", field="x", lines=True)


@pytest.mark.parametrize(
    "text",
    [
        "<script>" * 30_000,
        "<a " * 80_000,
        "<a x=" * 50_000,
        "<!--" * 60_000,
        "&amp;" * 50_000,
        "<a " + "=" * 250_000,
    ],
)
def test_markup_without_end_is_read_once_through(text):
    # The suite's time limit is the assertion: reading again from every sign would take hours.
    with_end = text + "x"

    assert isinstance(clean_text(with_end, field="x"), str)


@pytest.mark.parametrize(
    "text", ["Không", "không có.", "Không quy định", "KHÔNG CÓ THÔNG TIN", "---", "- Không"]
)
def test_the_ways_to_write_nothing_are_nothing(text):
    assert none_if_nothing(text) == ""


@pytest.mark.parametrize("text", ["Không thu phí", "Có", "Không quá 5 ngày"])
def test_other_words_are_kept(text):
    assert none_if_nothing(text) == text


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (" 1.001193 ", "1.001193"),
        ("1.012753.000.00.00.H41", "1.012753"),
        ("1.013978.H41", "1.013978"),
        ("1.0133611", "1.0133611"),
    ],
)
def test_a_code_is_text_without_its_suffix(raw, code):
    assert clean_code(raw) == code


@pytest.mark.parametrize(
    "raw", ["1.01004", "1.001193.H4", "01.001193", "1.001193x", "٢.٠٠٠٠٠١", "1.001193\n.H41x"]
)
def test_anything_else_is_no_code(raw):
    with pytest.raises(TextProblem, match="national code"):
        clean_code(raw)
