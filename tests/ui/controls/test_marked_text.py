"""Marked words by their ink: heavier, with a line below, wrapped like the text they stand in for."""

import pytest

from tests.ui.controls.stage import Stage

QML = """
MarkedWords {
    objectName: "marked"
    width: 800
    height: implicitHeight
    pixelSize: 40
    text: "Đăng ký khai sinh"
    color: "black"
}
"""


@pytest.fixture
def marked(qapp):
    stage = Stage()
    stage.show(QML)
    yield lambda **facts: given(stage, facts)
    stage.close()


def given(stage, facts):
    """The item with other properties, as drawn."""
    item = stage.item("marked")
    for name, value in facts.items():
        item.setProperty(name, value)
    stage.settle()
    return item


def ink(item):
    picture = item.window().grabWindow()
    rows, columns = range(int(item.height())), range(int(item.width()))
    return sum(picture.pixelColor(x, y).lightness() < 128 for y in rows for x in columns)


def test_marked_words_have_more_ink_than_the_same_words_unmarked(marked):
    plain = ink(marked())

    assert ink(marked(marks="8 9")) > plain * 1.1


def test_the_line_below_is_drawn_whole_also_under_the_last_line_of_tight_lines(marked):
    item = marked(marks="8 9", lineFactor=0.9)
    picture = item.window().grabWindow()
    rows = [
        y for y in range(int(item.height())) if picture.pixelColor(int(item.width() / 4), y).lightness() < 128
    ]

    assert rows[-1] - rows[-2] == 1
    assert rows[-1] >= item.height() - 3


def test_a_narrow_place_gives_more_lines_and_more_height(marked):
    height, lines = marked().implicitHeight(), marked().property("lineCount")
    narrow = marked(width=200)

    assert (lines, narrow.property("lineCount")) == (1, 2)
    assert narrow.implicitHeight() == pytest.approx(2 * height, abs=2)


def test_markup_in_the_words_stays_words(marked):
    letter = ink(marked(text="i"))

    assert ink(marked(text="<b>i</b>")) > 3 * letter
