"""Each rule of the audits finds the fault it is there for: small pages with one each, in the real frame."""

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from tests.ui.screens import signs
from tests.ui.screens.audit import broken_words, faults
from tests.ui.screens.eyes import contrast_faults, focus_faults, name_faults, reach_faults
from tests.ui.screens.signs import letter_faults, motion_faults, motion_in, sign_faults, trap_faults

HEAD = "import QtQuick\nimport Kiosk.Controls\nRectangle { width: 1080; height: 1200; color: Theme.page\n"
TWO = (
    'KButton { objectName: "first"; x: 40; y: 400; width: 500; text: "Xem" }'
    'KButton { objectName: "second"; x: 40; y: 700; width: 500; text: "Xong" }'
)
KEY_EATER = TWO + (
    'KButton { objectName: "trap"; x: 40; y: 1000; width: 500; text: "Bẫy"; '
    "function focusOther(forward: bool) {} }"
)


def layout(citizen):
    return faults(citizen, shape="portrait", text_mode="standard")


PLANTED = {
    "a text too small": ('KText { text: "Nhỏ"; font.pixelSize: 12 }', layout, "text too small"),
    "a text cut short": (
        'KText { width: 200; text: "Bản sao có chứng thực"; elide: Text.ElideRight; wrapMode: Text.NoWrap }',
        layout,
        "text cut short",
    ),
    "a text wider than its room": (
        'KText { width: 60; text: "Chứng thực"; wrapMode: Text.NoWrap }',
        layout,
        "text wider than its room",
    ),
    "a text higher than its room": (
        'KText { width: 200; height: 30; text: "Bản sao có chứng thực" }',
        layout,
        "text higher than its room",
    ),
    "a text cut by its list": (
        'Item { width: 300; height: 20; clip: true; KText { text: "Chứng thực" } }',
        layout,
        "text cut by its list or panel",
    ),
    "a text outside the window": ('KText { x: 1000; text: "Chứng thực" }', layout, "text outside the window"),
    "a text outside its card": (
        'Rectangle { width: 100; height: 60; KText { text: "Chứng thực chữ ký" } }',
        layout,
        "text outside its card",
    ),
    "a text with marks in it": ('KText { text: "Xem"; textFormat: Text.AutoText }', layout, "not plain text"),
    "a list without rows": (
        'ListView { width: 300; height: 0; clip: true; model: 3; delegate: KText { text: "Mục" } }',
        layout,
        "shows none of them",
    ),
    "a small target": (
        'KButton { x: 40; y: 400; width: 60; height: 60; spokenName: "Xem" }',
        layout,
        "target too small",
    ),
    "targets too near": (
        'KButton { x: 40; y: 400; width: 300; text: "Xem" } KButton { x: 345; y: 400; text: "In" }',
        layout,
        "mm apart",
    ),
    "a control without a name": (
        'KButton { x: 40; y: 400; width: 300; spokenName: "" }',
        layout,
        "control without a name for speech",
    ),
    "texts on each other": (
        'KText { text: "Xem giấy tờ" } KText { text: "In giấy tờ" }',
        layout,
        "texts on top of each other",
    ),
    "a text under a control": (
        'KText { x: 60; y: 420; text: "Xem" } KButton { x: 40; y: 400; width: 500; text: "In giấy tờ" }',
        layout,
        "text under a control",
    ),
    "a broken word": ('KText { width: 60; text: "Nghiêng nghiêng" }', broken_words, "a word broken"),
    "pale letters": ('KText { text: "Mờ"; color: "#9A9A9A" }', contrast_faults, "pale"),
    "no ring": (TWO.replace("x: 40", "showsRing: false; x: 40", 1), focus_faults, "no focus ring: first"),
    "keys that go up": (
        TWO.replace("y: 400", "y: 1000"),
        focus_faults,
        "the keys go up from first to second",
    ),
    "keys that pass a control by": (
        TWO + 'KButton { objectName: "passed"; y: 1000; width: 500; text: "Thôi"; activeFocusOnTab: false }',
        focus_faults,
        "keys do not reach passed",
    ),
    "a trap for keys": (KEY_EATER, trap_faults, "a trap for keys: trap"),
    "no role": (
        TWO.replace("x: 40", "accessibleRole: Accessible.Graphic; x: 40", 1),
        name_faults,
        "no role in the accessible tree: first",
    ),
    "no name in the tree": (
        TWO.replace("x: 40", 'Accessible.name: ""; x: 40', 1),
        name_faults,
        "no name in the accessible tree: first",
    ),
    "out of reach": ('KButton { x: 40; y: -300; width: 500; text: "Xem" }', reach_faults, "mm above reach"),
    "a colour alone": (
        'Rectangle { objectName: "red"; x: 40; y: 600; width: 90; height: 90; color: Theme.error }',
        sign_faults,
        "the colour of error alone, no sign or word: red",
    ),
    "an outline's colour alone": (
        'Rectangle { objectName: "edge"; width: 90; height: 90; border { width: 4; color: Theme.warning } }',
        sign_faults,
        "the colour of warning alone, no sign or word: edge",
    ),
    "slanted letters": ('KText { text: "Nghiêng"; font.italic: true }', letter_faults, "slanted"),
    "justified lines": (
        'KText { width: 400; text: "Bản sao có chứng thực"; horizontalAlignment: Text.AlignJustify }',
        letter_faults,
        "justified",
    ),
    "capitals only": ('KText { text: "CHỨNG THỰC CHỮ KÝ" }', letter_faults, "in capitals only"),
    "another typeface": ('KText { text: "Xem"; font.family: "Serif" }', letter_faults, "in Serif"),
    "something that blinks": (
        'KText { text: "Xem"; NumberAnimation on opacity { to: 0; loops: -1; duration: 100 } }',
        motion_faults,
        "an animation that repeats",
    ),
    "a timer that beats": (
        "Timer { interval: 100000; repeat: true; running: true }",
        motion_faults,
        "a timer that beats",
    ),
    "a picture that moves": ("AnimatedImage { }", motion_faults, "a picture that moves by itself"),
    "something that keeps moving": (
        "Rectangle { NumberAnimation on x { to: 900; duration: 600000 } }",
        motion_faults,
        "an animation that does not come to rest",
    ),
}


@pytest.fixture
def plant(open_kiosk):
    """Show a small page in the frame, in place of the screen, on a machine that hangs high."""
    citizen = open_kiosk(settings={"screen": {"lower_edge_mm": 850}})
    citizen.begin()
    kept: list[QObject] = []

    def show(body):
        slot = next(item for item in citizen.items() if item.objectName() == "screen")
        for child in slot.childItems():
            child.setVisible(False)
        component = QQmlComponent(citizen.kiosk.view.engine())
        component.setData(f"{HEAD}{body}\n}}".encode(), QUrl("qrc:/planted.qml"))
        page = component.create()
        assert isinstance(page, QQuickItem), component.errorString()
        page.setParent(slot)
        page.setParentItem(slot)
        kept.append(component)
        return citizen

    yield show
    for thing in kept:
        thing.deleteLater()


@pytest.mark.parametrize("planted", PLANTED)
def test_the_audit_finds(plant, planted, monkeypatch):
    monkeypatch.setattr(signs, "REST_MS", 200)
    body, rule, told = PLANTED[planted]
    citizen = plant(body)

    assert [fault for fault in rule(citizen) if told in fault]


def test_the_audits_find_nothing_on_a_page_without_faults(plant):
    citizen = plant(
        TWO
        + 'KText { x: 40; y: 40; text: "Ông/bà cần gì?" } KButton { x: 40; y: 1000; width: 500; text: "Xem" }'
    )
    rules = (
        layout,
        broken_words,
        contrast_faults,
        focus_faults,
        name_faults,
        sign_faults,
        letter_faults,
        motion_faults,
        trap_faults,
    )

    assert [fault for rule in rules for fault in rule(citizen)] == []


@pytest.mark.parametrize(
    "source",
    [
        "Behavior on x { NumberAnimation { duration: 151 } }",
        "transitions: Transition { ColorAnimation { duration: 150 } }",
        "NumberAnimation on x { duration: Theme.moveMs; loops: 3 }",
        "SequentialAnimation { loops: Animation.Infinite }",
        "AnimatedImage { }",
        "Timer { repeat: true }",
    ],
)
def test_the_source_audit_finds_what_moves_too_long_or_again(source):
    assert list(motion_in(source))


def test_one_short_move_is_no_fault():
    assert (
        list(
            motion_in(
                "Behavior on y { NumberAnimation { duration: Theme.moveMs; easing.type: Easing.Linear } }"
            )
        )
        == []
    )
