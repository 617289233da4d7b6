import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tests.ui.controls.stage import SHAPES, UI_FOLDER

QML_FILES = sorted(UI_FOLDER.rglob("*.qml"))
CONTROLS = UI_FOLDER / "Kiosk" / "Controls"
CONTRASTS = ("light", "dark", "lowglare")

# (text or sign, ground, least ratio); 10 on plain grounds, 7 on tints (interface.md B1, B2).
PAIRS = [
    ("ink", "page", 10.0),
    ("ink", "paper", 10.0),
    ("ink", "sunk", 10.0),
    ("ink", "sky", 10.0),
    ("ink2", "page", 10.0),
    ("ink2", "paper", 10.0),
    ("primary", "page", 10.0),
    ("primary", "paper", 10.0),
    ("primary", "sky", 7.0),
    ("primary", "infoGround", 7.0),
    ("actionText", "actionFace", 10.0),
    ("actionText", "primaryDown", 10.0),
    ("identityText", "identity", 10.0),
    ("identityText2", "identity", 7.0),
    ("identityText2", "staffHeader", 7.0),
    ("identityText", "identityDeep", 10.0),
    ("success", "paper", 10.0),
    ("success", "successGround", 7.0),
    ("warning", "paper", 10.0),
    ("warning", "warningGround", 7.0),
    ("error", "paper", 10.0),
    ("error", "errorGround", 7.0),
    ("priority", "paper", 10.0),
    ("priority", "priorityGround", 7.0),
    ("helpText", "help", 7.0),
    ("line", "page", 4.5),
    ("focusOuter", "focusInner", 3.0),
]
PIGMENTS = ("rose", "plum", "sky", "jade", "amber", "teal", "violet", "stone")


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def ratio(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("contrast", CONTRASTS)
def test_every_pair_of_text_and_ground_has_its_contrast(open_stage, contrast):
    theme = open_stage(contrast=contrast).theme

    faults = [
        f"{text} on {ground}: {found:.2f} < {least}"
        for text, ground, least in PAIRS
        if (found := ratio(theme.property(text), theme.property(ground))) < least
    ]

    assert not faults


@pytest.mark.parametrize("contrast", CONTRASTS)
def test_every_pigment_is_readable_on_its_plate(open_stage, contrast):
    stage = open_stage(contrast=contrast)
    stage.show(
        "Row { Repeater { model: " + str(list(PIGMENTS)) + "; Plate { required property string modelData; "
        'objectName: "plate-" + modelData; iconName: "home"; pigment: modelData } } }'
    )

    for name in PIGMENTS:
        plate = stage.item(f"plate-{name}")
        icon = next(child for child in plate.childItems() if child.property("name") == "home")
        assert ratio(icon.property("color"), plate.property("color")) >= 7


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("page", "#faf6ee"),
        ("identity", "#7a1014"),
        ("primary", "#07376b"),
        ("help", "#ffe08a"),
        ("leaf", "#e6b450"),
    ],
)
def test_the_light_colours_are_those_of_the_design(open_stage, token, value):
    assert open_stage().theme.property(token) == QColor(value)


@pytest.mark.parametrize(
    ("shape", "mode", "role", "px"),
    [
        ("portrait", "standard", "cap", 27),
        ("portrait", "standard", "body", 32),
        ("portrait", "standard", "lead", 36),
        ("portrait", "standard", "row", 38),
        ("portrait", "standard", "btn", 41),
        ("portrait", "standard", "h1", 49),
        ("portrait", "standard", "disp", 60),
        ("portrait", "standard", "question", 68),
        ("portrait", "standard", "input", 49),
        ("portrait", "standard", "inputDate", 84),
        ("portrait", "standard", "receipt", 112),
        ("landscape", "standard", "cap", 27),
        ("landscape", "standard", "body", 31),
        ("landscape", "standard", "btn", 31),
        ("landscape", "standard", "h1", 35),
        ("wide", "standard", "cap", 27),
        ("wide", "standard", "btn", 32),
        ("wide", "standard", "h1", 49),
        ("portrait", "large", "cap", 49),
        ("landscape", "large", "cap", 40),
        ("portrait", "large", "btn", 56),
        ("portrait", "largest", "cap", 69),
        ("landscape", "largest", "cap", 68),
        ("portrait", "largest", "btn", 79),
        ("portrait", "largest", "h1", 90),
    ],
)
def test_millimetres_become_the_pixels_of_the_design(open_stage, shape, mode, role, px):
    assert open_stage(shape=shape, text_mode=mode).theme.property(role) == px


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("mode", "least_mm"), [("standard", 4.75), ("large", 7.2), ("largest", 12.1)])
def test_no_type_role_is_smaller_than_the_mode_allows(open_stage, shape, mode, least_mm):
    stage = open_stage(shape=shape, text_mode=mode)
    roles = ("cap", "body", "lead", "row", "btn", "h1", "disp", "question", "input", "inputDate", "receipt")

    small = [role for role in roles if stage.theme.property(role) * 0.714 / stage.px_per_mm < least_mm]

    assert not small


@pytest.mark.parametrize("path", QML_FILES, ids=lambda path: path.stem)
def test_touch_is_handled_only_by_the_controls(path):
    handlers = re.findall(
        r"\b(MouseArea|TapHandler|DragHandler|PinchHandler|PinchArea|PointHandler|MultiPointTouchArea|Flickable|"
        r"SwipeView|ScrollView|WheelHandler|HoverHandler)\s*\{",
        path.read_text(encoding="utf-8"),
    )
    allowed = {"Pressable.qml": ["TapHandler"], "HeaderBar.qml": ["TapHandler"]}
    # The emblem is the staff's way in wherever it stands; the touch test is about raw touches.
    elsewhere = {"Hero.qml", "LacquerColumn.qml", "TechTouchScreen.qml"}
    expected = allowed.get(path.name, []) if path.parent == CONTROLS else []
    if path.name in elsewhere:
        expected = ["TapHandler"]

    assert handlers == expected


@pytest.mark.parametrize("path", QML_FILES, ids=lambda path: path.stem)
def test_no_list_moves_under_the_finger(path):
    source = path.read_text(encoding="utf-8")

    assert len(re.findall(r"\b(?:ListView|GridView)\s*\{", source)) == len(
        re.findall(r"interactive: false", source)
    )


@pytest.mark.parametrize("path", QML_FILES, ids=lambda path: path.stem)
def test_every_text_is_plain_and_none_is_cut(path):
    source = path.read_text(encoding="utf-8")
    bare = re.findall(r"^\s*(?:Text|TextEdit|TextInput|Label)\s*\{", source, re.MULTILINE)

    assert len(bare) == (1 if path == CONTROLS / "KText.qml" else 0), "use KText"
    assert not re.findall(r"elide:\s*Text\.Elide(?!None)", source)
    assert "StyledText" not in source
    assert "RichText" not in source


@pytest.mark.parametrize("path", QML_FILES, ids=lambda path: path.stem)
def test_nothing_needs_a_graphics_card(path):
    source = path.read_text(encoding="utf-8")

    assert not re.findall(
        r"\b(ShaderEffect|Gradient|MultiEffect|layer\.\w+|DropShadow|ParticleSystem)\b", source
    )
    assert not re.findall(r"^\s*opacity:", source, re.MULTILINE)


@pytest.mark.parametrize("path", QML_FILES, ids=lambda path: path.stem)
def test_every_file_binds_its_components(path):
    source = path.read_text(encoding="utf-8")

    assert "pragma ComponentBehavior: Bound" in source
    assert len(source.splitlines()) < 400


def test_the_module_names_every_control_file():
    listed = set(re.findall(r"(\w+)\.qml$", (CONTROLS / "qmldir").read_text(encoding="utf-8"), re.MULTILINE))

    assert listed == {path.stem for path in CONTROLS.glob("*.qml")}


def test_the_kept_list_of_icons_is_what_is_shipped():
    listing = Path(UI_FOLDER.parent / "packaging" / "icons" / "icons.txt").read_text(encoding="utf-8")
    names = {line for line in listing.splitlines() if line and not line.startswith("#")}

    assert names == {path.stem for path in (UI_FOLDER / "icons").glob("*.svg")}
