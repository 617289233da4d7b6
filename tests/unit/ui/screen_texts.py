"""Finds the texts of the screens by itself, so that what the collector of Qt overlooks is noticed."""

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
UI = REPOSITORY / "ui"
TABLE = UI / "translations" / "kiosk_en.ts"
TABLES = sorted((UI / "translations").glob("kiosk_*.ts"))
_STRING = r'"((?:[^"\\]|\\.)*)"'
_LETTERS = re.compile(r"[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """A text as its place in the program names it, with where it stands and its English."""

    context: str
    source: str
    place: str = ""
    english: str = ""
    is_finished: bool = True


def table(path: Path = TABLE) -> tuple[Text, ...]:
    """Return the rows of a table, the English one where none is given."""
    root = ET.parse(path).getroot()  # noqa: S314  our own file
    rows = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            shown = message.find("translation")
            assert shown is not None
            rows.append(
                Text(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    english=shown.text or "",
                    is_finished="type" not in shown.attrib,
                )
            )
    return tuple(rows)


def screen_texts() -> Iterator[Text]:
    """Yield every text of QML and of view models; a text that is no literal is a fault of the program."""
    for path in sorted(UI.rglob("*.qml")):
        for match in re.finditer(rf"qsTr\(\s*(?:{_STRING})?", path.read_text("utf-8")):
            assert match[1], f"{_place(path, match.start())}: qsTr of something that is no literal"
            yield Text(path.stem, match[1], _place(path, match.start()))
    for path in sorted(UI.rglob("*.py")):
        yield from _python_texts(path)


def bare_vietnamese() -> Iterator[str]:
    """Yield places where a Vietnamese text would stay Vietnamese in every language."""
    for path in sorted(UI.rglob("*.qml")):
        text = re.sub(r"^\s*//.*$", _blank, path.read_text("utf-8"), flags=re.MULTILINE)
        for match in re.finditer(_STRING, re.sub(r"qsTr\(\s*" + _STRING, _blank, text)):
            if len(match[1]) > 2 and _LETTERS.search(match[1]):
                yield f"{_place(path, match.start())}: {match[1]}"
    for path in sorted(UI.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        known = {id(node) for node in _translated_literals(tree)} | {id(node) for node in _docstrings(tree)}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known
            if is_text and _LETTERS.search(node.value):
                yield f"{path.relative_to(REPOSITORY)}: {node.value}"


def _python_texts(path: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text("utf-8"))
    for call in _calls(tree):
        place = f"{path.relative_to(REPOSITORY)}:{call.lineno}"
        literals = [node.value for node in call.args if isinstance(node, ast.Constant)]
        if path.name == "view_model.py" and path.parent == UI:
            continue
        assert len(literals) == 2, f"{place}: translated(…) takes two literals"
        yield Text(str(literals[0]), str(literals[1]), place)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in {"translated", "translate", "tr"} and len(node.args) >= 2:
                yield node


def _translated_literals(tree: ast.AST) -> Iterator[ast.AST]:
    for call in _calls(tree):
        yield from call.args


def _docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _place(path: Path, offset: int) -> str:
    line = path.read_text("utf-8")[:offset].count("\n") + 1
    return f"{path.relative_to(REPOSITORY)}:{line}"
