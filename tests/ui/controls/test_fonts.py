import unicodedata

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont

from kiosk.domain.vietnamese_composition import MARKED_LETTERS, TONE_MARKS, VOWELS
from ui import fonts_loading
from ui.fonts_loading import FAMILY, FontMissing, load_fonts

WEIGHTS = (400, 500, 600, 700)
SAMPLE = "Nguyễn Thị Ấm 0123456789"


def font(weight, px=64):
    chosen = QFont(FAMILY)
    chosen.setPixelSize(px)
    chosen.setWeight(QFont.Weight(weight))
    return chosen


def drawn(text, chosen, *, line_height):
    """Draw each line of text where it would stand, `line_height` pixels apart, on a picture of its own."""
    lines = text.split("\n")
    pictures = []
    for number, line in enumerate(lines):
        picture = QImage(700, round(line_height * (len(lines) + 2)), QImage.Format.Format_Grayscale8)
        picture.fill(255)
        painter = QPainter(picture)
        painter.setFont(chosen)
        painter.drawText(QPoint(10, round(line_height * (number + 1.5))), line)
        painter.end()
        pictures.append(picture)
    return pictures


def rows_of(picture):
    data, width, stride = bytes(picture.constBits()), picture.width(), picture.bytesPerLine()
    return [data[y * stride : y * stride + width] for y in range(picture.height())]


def ink(picture):
    return sum(255 * len(row) - sum(row) for row in rows_of(picture))


def ink_rows(picture):
    dark = [y for y, row in enumerate(rows_of(picture)) if min(row) < 128]
    return dark[0], dark[-1]


@pytest.fixture(autouse=True)
def _fonts(qapp):
    load_fonts()


def test_four_cuts_of_one_family_are_shipped(qapp):
    assert load_fonts() == (
        "NotoSans-Bold.ttf",
        "NotoSans-Medium.ttf",
        "NotoSans-Regular.ttf",
        "NotoSans-SemiBold.ttf",
    )


@pytest.mark.parametrize("weight", WEIGHTS)
def test_each_weight_is_the_family_and_weight_asked_for(weight):
    info = QFontInfo(font(weight))

    assert (info.family(), info.weight()) == (FAMILY, weight)


def test_each_heavier_weight_is_wider_and_has_more_ink():
    widths = [QFontMetricsF(font(weight)).horizontalAdvance(SAMPLE) for weight in WEIGHTS]
    inks = [ink(drawn(SAMPLE, font(weight, 32), line_height=44)[0]) for weight in WEIGHTS]

    assert widths == sorted(set(widths))
    assert inks == sorted(set(inks))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_vietnamese_letter_and_sign_has_a_glyph_of_its_own(weight):
    toned = {unicodedata.normalize("NFC", vowel + mark) for vowel in VOWELS for mark in TONE_MARKS.values()}
    letters = toned | set(MARKED_LETTERS) | set("abcdefghijklmnopqrstuvwxyz")
    text = (
        "".join(sorted(letters | {letter.upper() for letter in letters})) + "0123456789.,:;!?()/-–—…“”‘’·₫×−"
    )
    raw = QRawFont.fromFont(font(weight))

    assert [letter for letter in text if not raw.supportsCharacter(ord(letter))] == []
    assert 0 not in raw.glyphIndexesForString(text)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_digits_are_all_equally_wide(weight):
    metrics = QFontMetricsF(font(weight))

    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("factor", [0.94, 1.0, 1.08])
@pytest.mark.parametrize("weight", [400, 600, 700])
def test_stacked_marks_do_not_run_into_the_line_above(weight, factor):
    chosen = font(weight, 60)
    line_height = QFontMetricsF(chosen).height() * factor

    above, below = drawn("QUỴ ẬỰ\nỄẴỮ", chosen, line_height=line_height)

    assert ink_rows(above)[1] < ink_rows(below)[0]


def test_the_natural_line_is_that_of_the_type_table():
    metrics = QFontMetricsF(font(400, 100))

    assert metrics.height() / 100 == pytest.approx(1.362, abs=0.02)
    assert metrics.capHeight() / 100 == pytest.approx(0.714, abs=0.01)


def test_a_missing_font_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts_loading, "FONT_FOLDER", tmp_path)
    with pytest.raises(FontMissing, match="no font files"):
        load_fonts()

    (tmp_path / "Broken.ttf").write_bytes(b"no font")
    with pytest.raises(FontMissing, match=r"Broken\.ttf is not a usable cut"):
        load_fonts()
