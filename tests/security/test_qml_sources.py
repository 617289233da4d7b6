"""QML is trusted code that shows untrusted words: what it may not even contain, in any file."""

import re

import pytest

from tests.conftest import REPOSITORY

FILES = sorted((REPOSITORY / "ui").rglob("*.qml"))
COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
FORBIDDEN = {
    "opens the network": r"XMLHttpRequest|WebSocket|\bfetch\s*\(|QtNetwork|QtWeb|https?:",
    "runs text as code": r"\beval\s*\(|createQmlObject|createComponent|new Function|Qt\.include|setTimeout",
    "leaves the program": r"openUrlExternally|Qt\.quit|Qt\.exit|QtQuick\.Dialogs|Qt\.labs|FileDialog",
    "reads or keeps files": r"LocalStorage|QtCore\.Settings|Settings\s*\{|StandardPaths|file:",
    "answers to a keyboard's shortcut": r"\bShortcut\s*\{|StandardKey",
    "plays what it is told to": r"QtMultimedia|SoundEffect|MediaPlayer",
    "makes letters into pictures and links": r"RichText|StyledText|AutoText|MarkdownText|onLinkActivated",
}
IMPORTS = {"QtQml.Models", "QtQuick", "QtQuick.Shapes", "QtQuick.Window", "QtQml", "QtQuick.Effects"}
OWN_IMPORTS = re.compile(r"^Kiosk\.\w+$")
TEXTS = re.compile(r"^\s*(Text|TextInput|TextEdit|TextArea|TextField|Label)\s*\{", re.MULTILINE)
SOURCE = re.compile(r"^\s*(?:readonly property url )?source:\s*(.+)$", re.MULTILINE)
# Fixed places of ours, or what our own providers draw from memory; never a word of the catalogue alone.
ALLOWED_SOURCES = re.compile(r'image://|"\.\./|Qt\.resolvedUrl\("|shell\.screenUrl|\.picture\b|""')


def read(path):
    return COMMENT.sub("", path.read_text("utf-8"))


def block(text, start):
    """Return what stands between the braces that open at or after `start`, without inner objects."""
    depth, begin = 0, text.index("{", start)
    for place in range(begin, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return text[begin:place]
    raise AssertionError("braces do not match")


@pytest.mark.parametrize("why", FORBIDDEN)
def test_no_qml_file(why):
    found = {
        str(path.relative_to(REPOSITORY)): hits
        for path in FILES
        if (
            hits := re.findall(
                FORBIDDEN[why], STRING.sub('""', read(path)) if why != "reads or keeps files" else read(path)
            )
        )
    }

    assert found == {}


def test_qml_imports_only_what_draws():
    imports = {name for path in FILES for name in re.findall(r"^import ([\w.]+)", read(path), re.MULTILINE)}

    assert {name for name in imports if not OWN_IMPORTS.match(name)} <= IMPORTS


def test_every_text_takes_its_letters_as_letters():
    careless = [
        f"{path.relative_to(REPOSITORY)}: {found[1]}"
        for path in FILES
        for found in TEXTS.finditer(read(path))
        if found[1] in {"Text", "TextEdit", "TextArea", "Label"}
        and "textFormat: " not in block(read(path), found.start())
    ]

    assert careless == []


def test_no_picture_or_page_is_loaded_from_an_address_in_the_data():
    strange = [
        f"{path.relative_to(REPOSITORY)}: {source}"
        for path in FILES
        for source in SOURCE.findall(read(path))
        if not ALLOWED_SOURCES.search(source)
    ]

    assert strange == []
