import itertools
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage

from tests.ui.controls.stage import SHAPES, Heard, colours_in, name_of
from ui.image_providers import drawn
from ui.qr_item import qr_matrix

CELLS = [
    ("back", "Quay lại", "arrow_back"),
    ("end", "Kết thúc", "logout"),
    ("language", "English", "translate"),
    ("text", "Chữ to", "text_increase"),
    ("speech", "Nghe đọc", "volume_up"),
    ("low", "Hạ thấp", "move_down"),
    ("help", "Gọi giúp", "support_agent"),
]
BAR = (
    'BottomBar { objectName: "bar"; width: parent.width; y: parent.height - height; cells: ['
    + ", ".join(f'{{ id: "{key}", text: "{text}", icon: "{icon}" }}' for key, text, icon in CELLS)
    + "] }"
)
KEYBOARD = 'Keyboard { objectName: "keyboard"; width: parent.width; y: 100 }'
EVERYTHING = """
Column {
    width: parent.width
    spacing: Theme.gap4
    KButton { text: "In phiếu"; iconName: "print" }
    KButton { text: "Gọi giúp"; variant: "help" }
    KButton { text: "Lưu vào điện thoại"; iconName: "qr_code_2"; iconAbove: true; width: Theme.mm(75) }
    Tile { title: "Sinh con"; line: "Khai sinh, nhận con"; iconName: "child_care" }
    ListRow { width: parent.width; title: "Đăng ký khai sinh"; line: "Trẻ mới sinh" }
    CheckRow { width: parent.width; title: "Giấy chứng sinh"; line: "Bản gốc" }
    Pager { width: parent.width; to: 4; total: 13 }
    AnswerRow { width: parent.width; label: "Họ tên bé"; value: "Nguyễn Minh An" }
    DateBoxes { width: parent.width; day: "21"; activePart: "month" }
}
"""
TURNED = list(itertools.product(SHAPES, ("standard", "large", "largest")))


def size_mm(stage, node):
    rect = node.rect()
    return rect.width() / stage.px_per_mm, rect.height() / stage.px_per_mm


@pytest.mark.parametrize(("shape", "mode"), TURNED)
@pytest.mark.parametrize("body", [EVERYTHING, BAR, KEYBOARD], ids=["controls", "bar", "keyboard"])
def test_every_target_is_at_least_20_mm_and_has_a_name(open_stage, shape, mode, body):
    stage = open_stage(shape=shape, text_mode=mode)
    stage.show(body)

    controls = stage.controls()

    assert len(controls) >= 5
    assert [size_mm(stage, node) for node in controls if min(size_mm(stage, node)) < 19.9] == []
    assert [node.rect() for node in controls if not name_of(node)] == []


@pytest.mark.parametrize(("shape", "mode"), TURNED)
@pytest.mark.parametrize("body", [BAR, KEYBOARD], ids=["bar", "keyboard"])
def test_targets_stand_at_least_2_and_a_half_mm_apart_and_inside_the_screen(open_stage, shape, mode, body):
    stage = open_stage(shape=shape, text_mode=mode)
    page = stage.show(body)
    screen = QRect(0, 0, round(page.width()), round(page.height()))
    half_gap = int(2.4 / 2 * stage.px_per_mm)
    rects = [node.rect().translated(-stage.view.position()) for node in stage.controls()]

    assert [rect for rect in rects if not screen.contains(rect)] == []
    close = [
        (one, other)
        for one, other in itertools.combinations(rects, 2)
        if one.adjusted(-half_gap, -half_gap, half_gap, half_gap).intersects(
            other.adjusted(-half_gap, -half_gap, half_gap, half_gap)
        )
    ]
    assert close == []


@pytest.mark.parametrize(("shape", "mode"), TURNED)
@pytest.mark.parametrize("body", [BAR, KEYBOARD, EVERYTHING], ids=["bar", "keyboard", "controls"])
def test_no_word_is_wider_than_its_control(open_stage, shape, mode, body):
    stage = open_stage(shape=shape, text_mode=mode)
    stage.show(body)

    too_wide = []
    for item in stage.items():
        parent = item.parentItem()
        is_text = item.property("lineHeight") is not None and item.isVisible() and parent is not None
        while is_text and parent is not None and parent.property("strikeMs") is None:
            parent = parent.parentItem()
        if is_text and parent is not None and item.property("contentWidth") > parent.width():
            too_wide.append((item.property("text"), item.property("contentWidth"), parent.width()))

    assert too_wide == []


def test_the_bar_keeps_back_end_and_help_when_not_all_cells_fit(open_stage):
    stage = open_stage(text_mode="largest")
    stage.show(BAR)
    heard = Heard(stage.item("bar"), "cell(QString)")

    first = {item.objectName() for item in stage.items() if item.objectName().startswith("bar-")}
    stage.tap(stage.item("bar-more"))
    second = {item.objectName() for item in stage.items() if item.objectName().startswith("bar-")}

    assert first == {"bar-back", "bar-end", "bar-language", "bar-text", "bar-more", "bar-help"}
    assert second == {"bar-back", "bar-end", "bar-speech", "bar-low", "bar-more", "bar-help"}
    assert heard.times == 0


def test_cells_of_the_bar_stay_when_only_their_words_change(open_stage):
    # Cells made anew for each list outlive it for a moment, and Qt said now and then that they have no words.
    stage = open_stage()
    stage.show(BAR)
    bar = stage.item("bar")

    def shown(*names):
        bar.setProperty("cells", [{"id": name, "text": name, "icon": "print"} for name in names])
        stage.settle()
        return [stage.item(f"bar-{name}") for name in names]

    first = shown("a", "b", "c")
    second = shown("d", "e", "f")

    assert second == first
    assert shown("g") != first[:1]
    assert [item.property("text") for item in stage.items() if item.objectName().startswith("bar-")] == ["g"]


def test_a_cell_of_the_bar_says_its_id(open_stage):
    stage = open_stage()
    stage.show(BAR)
    heard = Heard(stage.item("bar"), "cell(QString)")

    stage.tap(stage.item("bar-help"))

    assert heard.said == [("help",)]


@pytest.mark.parametrize(
    ("key", "signal", "said"),
    [
        ("key-h", "letter(QString)", ("h",)),
        ("key-ơ", "mark(QString)", ("ơ",)),
        ("key-sac", "tone(QString)", ("sac",)),
        ("key-none", "tone(QString)", ("none",)),
        ("key-backspace", "backspace()", ()),
        ("key-clear", "clear()", ()),
        ("key-space", "space()", ()),
        ("key-submit", "submit()", ()),
    ],
)
def test_each_key_says_what_it_is(open_stage, key, signal, said):
    stage = open_stage()
    stage.show(KEYBOARD)
    heard = Heard(stage.item("keyboard"), signal)

    stage.tap(stage.item(key))

    assert heard.said == [said]


def test_the_keyboard_has_a_page_of_digits_and_signs(open_stage):
    stage = open_stage()
    stage.show(KEYBOARD)
    letters = Heard(stage.item("keyboard"), "letter(QString)")
    pages = Heard(stage.item("keyboard"), "numbers(bool)")

    stage.tap(stage.item("key-numbers"))
    stage.tap(stage.item("key-7"))
    stage.tap(stage.item("key-/"))

    assert pages.said == [(True,)]
    assert letters.said == [("7",), ("/",)]


def test_with_capitals_the_keys_show_and_say_capital_letters(open_stage):
    stage = open_stage()
    stage.show('Keyboard { objectName: "keyboard"; width: parent.width; capitals: true }')
    letters = Heard(stage.item("keyboard"), "letter(QString)")
    marks = Heard(stage.item("keyboard"), "mark(QString)")

    stage.tap(stage.item("key-H"))
    stage.tap(stage.item("key-Đ"))

    assert (letters.said, marks.said) == ([("H",)], [("Đ",)])


def test_the_number_pad_says_digits(open_stage):
    stage = open_stage()
    stage.show('NumberPad { objectName: "pad"; width: parent.width }')
    digits = Heard(stage.item("pad"), "digit(QString)")
    wiped = Heard(stage.item("pad"), "clear()")

    for key in ("pad-1", "pad-0", "pad-clear"):
        stage.tap(stage.item(key))

    assert (digits.said, wiped.times) == ([("1",), ("0",)], 1)


def test_a_part_of_the_date_says_which_it_is(open_stage):
    stage = open_stage()
    stage.show('DateBoxes { objectName: "date"; width: parent.width }')
    heard = Heard(stage.item("date"), "partTapped(QString)")

    stage.tap(stage.item("date-year"))

    assert heard.said == [("year",)]


def test_a_row_to_tick_says_its_new_state_in_words_too(open_stage):
    stage = open_stage()
    stage.show('CheckRow { objectName: "row"; width: parent.width; title: "Giấy chứng sinh" }')
    heard = Heard(stage.item("row"), "toggled(bool)")

    stage.tap(stage.item("row"))
    before = name_of(stage.controls()[0])
    stage.item("row").setProperty("checked", True)

    assert heard.said == [(True,)]
    assert before == "Giấy chứng sinh. Chưa có"
    assert name_of(stage.controls()[0]) == "Giấy chứng sinh. Đã có"


def test_the_spoken_name_of_a_blocked_button_tells_the_reason(open_stage):
    stage = open_stage()
    stage.show('KButton { width: 900; text: "Gửi và in phiếu"; reason: "sửa 1 dòng trước" }')

    assert name_of(stage.controls()[0]) == "Gửi và in phiếu: sửa 1 dòng trước"


def test_a_screen_reader_can_press_a_button(open_stage):
    stage = open_stage()
    stage.show('KButton { objectName: "go"; text: "In phiếu" }')
    heard = Heard(stage.item("go"), "clicked()")

    action = stage.controls()[0].actionInterface()
    action.doAction(action.pressAction())

    assert heard.times == 1


@pytest.mark.parametrize("contrast", ["light", "dark"])
def test_the_focus_ring_is_two_toned_and_outside_the_button(open_stage, contrast):
    stage = open_stage(contrast=contrast)
    stage.show(
        "Rectangle { anchors.fill: parent; color: Theme.page }"
        'KButton { objectName: "go"; x: 60; y: 60; width: 400; text: "In" }'
    )
    stage.item("go").forceActiveFocus()

    colours = colours_in(stage.picture(), QRect(48, 100, 12, 1))

    assert colours == {stage.theme.property(name).name() for name in ("focusOuter", "focusInner")}


def test_the_answer_row_offers_to_change_this_answer(open_stage):
    stage = open_stage()
    stage.show(
        'AnswerRow { objectName: "row"; width: parent.width; label: "Họ tên bé"; value: "Nguyễn Minh An" }'
    )
    heard = Heard(stage.item("row"), "edit()")

    stage.tap(stage.item("edit-Họ tên bé"))

    assert heard.times == 1
    assert name_of(stage.controls()[0]) == "Sửa: Họ tên bé"


def test_the_pager_is_there_only_when_not_all_fits(open_stage):
    stage = open_stage()
    stage.show('Pager { objectName: "pager"; width: parent.width; to: 4; total: 4 }')

    shown_when_all_fits = stage.item("pager").isVisible()
    stage.item("pager").setProperty("total", 13)

    assert not shown_when_all_fits
    assert stage.item("pager").isVisible()
    assert not stage.item("pager-up").isEnabled()


@pytest.mark.parametrize("contrast", ["light", "dark"])
def test_the_qr_code_is_black_on_white_and_can_be_read(open_stage, contrast):
    stage = open_stage(contrast=contrast)
    text = "Giấy chứng sinh; căn cước; https://example.vn/hs/456-80"
    stage.show(f'QrPanel {{ objectName: "qr"; payload: "{text}"; moduleSize: 8 }}')
    panel = stage.item("qr")
    area = QRect(0, 0, round(panel.width()), round(panel.height()))

    picture = stage.picture().copy(area).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(picture.constBits())).cast("B", (picture.height(), picture.bytesPerLine()))
    found = zxingcpp.read_barcodes(pixels)

    assert [code.text for code in found] == [text]
    assert colours_in(stage.picture(), area.adjusted(20, 20, -20, -20)) == {"#000000", "#ffffff"}


def test_a_text_too_long_for_a_code_shows_none_rather_than_half():
    assert qr_matrix("x" * 2331) != ()
    assert qr_matrix("x" * 2332) == ()
    assert qr_matrix("") == ()


def test_an_unknown_icon_is_drawn_as_a_paper(open_stage):
    stage = open_stage()
    stage.show('Row { Icon { name: "no_such_icon" } Icon { name: "description" } }')
    picture = stage.picture()
    size = stage.theme.property("iconInline")

    assert picture.copy(0, 0, size, size) == picture.copy(size, 0, size, size)


def test_an_icon_has_exactly_the_colour_asked_for(open_stage):
    stage = open_stage()
    stage.show('Icon { name: "star-fill"; color: "#7A1014"; size: 96 }')

    assert stage.picture().pixelColor(QPoint(48, 48)) == QColor("#7a1014")


def test_a_drawing_keeps_its_proportions_when_only_its_height_is_given(open_stage):
    stage = open_stage()
    stage.show('Art { objectName: "pavilion"; name: "pavilion"; drawnHeight: 515 }')

    assert (stage.item("pavilion").width(), stage.item("pavilion").height()) == (400, 515)


def test_a_drawing_is_not_stretched_but_stands_at_the_bottom(qapp):
    square = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
    )

    picture = drawn(square, QSize(20, 40))

    assert picture.pixelColor(10, 10).alpha() == 0
    assert picture.pixelColor(10, 30).alpha() == 255


@pytest.mark.parametrize("contrast", ["light", "dark", "lowglare"])
def test_the_gallery_of_states_can_be_looked_at(open_stage, tmp_path, contrast):
    stage = open_stage(contrast=contrast)
    stage.view.resize(1900, 1600)
    gallery = stage.show_file(Path(__file__).with_name("Gallery.qml"))
    busy = stage.item("primary-busy")
    stage.wait(lambda: bool(busy.property("busyShown")))

    picture = stage.picture()

    assert picture.save(str(tmp_path / f"components-states-{contrast}.png"))
    assert (picture.width(), picture.height()) == (1900, 1600)
    faces = {
        state: stage.item(f"secondary-{state}").property("faceColor").name()
        for state in ("rest", "pressed", "off")
    }
    assert len(set(faces.values())) >= 2
    assert gallery.property("color") == stage.theme.property("page")
