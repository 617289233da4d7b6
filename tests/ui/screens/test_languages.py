"""A table beside the others is a language: offered on the bar, in its letters, with room for longer words."""

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from kiosk.domain.access_modes import AccessModes, TextSize
from tests.ui.screens.audit import faults
from tests.ui.screens.stops import STOPS, visit
from tests.unit.ui.screen_texts import TABLE
from ui import engine, fonts_loading

SYLLABLE = "가"
# Beyond these nobody comes with another language than Vietnamese and English: they are read by staff.
FOR_STAFF = ("staff_", "tech_")


def longer(english):
    """A text about a fifth longer than the English one, as French and German are."""
    return " ".join(
        word if "%" in word else word + word[-1] * (len(word) // 4) for word in english.split(" ")
    )


def table_of(folder, code, made_of):
    """Write and compile a table of `code` whose texts are made from the English ones."""
    tree = ET.parse(TABLE)  # noqa: S314  our own file
    tree.getroot().set("language", code)
    for shown in tree.getroot().iter("translation"):
        shown.text = made_of(shown.text or "")
    path = folder / f"kiosk_{code}.ts"
    tree.write(path, encoding="utf-8", xml_declaration=True)
    tool = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


@pytest.fixture
def tables(tmp_path, monkeypatch):
    """A folder of tables that the kiosk takes for its own, with the English one in it."""
    folder = tmp_path / "translations"
    folder.mkdir()
    table_of(folder, "en", str)
    monkeypatch.setattr(engine, "TRANSLATIONS", folder)
    return folder


@pytest.mark.parametrize(("code", "name"), [("ko", "한국어"), ("zh", "中文"), ("ja", "日本語")])
def test_a_new_table_is_offered_on_the_bar_by_its_own_name_and_shown(tables, open_kiosk, code, name):
    table_of(tables, code, lambda english: SYLLABLE * 3 if english == "Help" else english)
    citizen = open_kiosk()
    citizen.begin()
    bar = []
    for _ in range(3):
        bar.append(str(citizen.find("bar-language").property("text")))
        citizen.touch("bar-language")
        bar.append(str(citizen.find("bar-help").property("text")))

    assert bar == [name, SYLLABLE * 3, "English", "Help", "Tiếng Việt", "Gọi giúp"]


@pytest.mark.parametrize("code", ["ko", "zh", "ja"])
def test_a_language_ends_with_the_visit_and_is_spoken_as_itself(tables, open_kiosk, code):
    table_of(tables, code, str)
    citizen = open_kiosk()
    citizen.begin()
    citizen.touch("bar-language")
    citizen.touch("bar-speech")
    citizen.until(lambda: bool(citizen.speaker.said), "the page to be read")
    spoken = {said.language for said in citizen.speaker.said}
    citizen.kiosk.way.end_visit()
    citizen.settle()

    assert spoken == {code}
    assert citizen.kiosk.translations.language() == "vi"


def test_a_typeface_beside_ours_gives_the_letters_ours_lacks(qapp, tmp_path, monkeypatch):
    cut_of(tmp_path / "NotoSansKiosk-Regular.ttf")
    for path in fonts_loading.FONT_FOLDER.glob("*.ttf"):
        (tmp_path / path.name).symlink_to(path)
    monkeypatch.setattr(fonts_loading, "FONT_FOLDER", tmp_path)
    try:
        loaded = fonts_loading.load_fonts()
        inked = ink_of(SYLLABLE)
        wide = QFontMetricsF(sized()).horizontalAdvance(SYLLABLE)
    finally:
        QFont.removeSubstitutions(fonts_loading.FAMILY)

    assert "NotoSansKiosk-Regular.ttf" in loaded
    assert wide == pytest.approx(64, abs=0.5)
    assert inked > 0.5 * 64 * 64


@pytest.mark.long
@pytest.mark.parametrize("shape", ["portrait", "landscape", "wide"])
@pytest.mark.parametrize("text", ["standard", "largest"])
def test_words_a_fifth_longer_are_not_cut(tables, open_kiosk, shape, text):
    table_of(tables, "fr", longer)
    citizen = open_kiosk(shape=shape)
    found = {}
    for name in (name for name in STOPS if not name.startswith(FOR_STAFF)):
        visit(citizen, name)
        citizen.kiosk.set_language("fr")
        citizen.kiosk.shell.set_modes(AccessModes(text=TextSize(text)))
        citizen.settle()
        cut = [one for one in faults(citizen, shape=shape, text_mode=text) if "cut" in one or "wider" in one]
        if cut:
            found[name] = cut

    assert found == {}


def sized():
    font = QFont(fonts_loading.FAMILY)
    font.setPixelSize(64)
    return font


def ink_of(words):
    """Return how many dots are dark in a picture of `words`."""
    picture = QImage(200, 120, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    painter.setFont(sized())
    painter.drawText(20, 90, words)
    painter.end()
    return sum(value < 128 for value in bytes(picture.constBits()))


def cut_of(path):
    """Write a typeface of one letter, a full square, that no other typeface here has."""
    pen = TTGlyphPen(None)
    for index, point in enumerate([(0, -100), (0, 800), (1000, 800), (1000, -100)]):
        pen.moveTo(point) if index == 0 else pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(SYLLABLE): "square"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "square": square})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "square": (1000, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Noto Sans Kiosk", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.save(path)
