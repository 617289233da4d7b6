"""A change of language reaches every text that Python makes: QML asks again only when it is told."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.unit.ui.screen_texts import REPOSITORY, UI

# What a getter calls when its answer depends on the language.
SPEAKS = frozenset(
    {
        "translated",
        "language",
        "long_date",
        "sheet_title",
        "sheet_line",
        "time_fact",
        "fee_fact",
        "place_fact",
        "source_line",
        "fault_text",
        "display_answer",
        "text",
    }
)
# `ViewModel.retranslate` emits this one for every view model that declares it.
ALWAYS_TOLD = "textsChanged"


def test_every_property_that_speaks_is_told_of_the_language() -> None:
    deaf = [line for path in sorted(UI.rglob("*.py")) for line in _deaf_properties(path)]

    assert not deaf, "emit its signal in retranslate():\n" + "\n".join(deaf)


def test_the_check_notices_a_property_nobody_tells(tmp_path: Path) -> None:
    path = tmp_path / "x_view_model.py"
    path.write_text(
        "class X:\n"
        "    def retranslate(self):\n        self.aChanged.emit()\n"
        "    @Property(str, notify=aChanged)\n    def a(self):\n        return translated('X', 'a')\n"
        "    @Property(str, notify=bChanged)\n    def b(self):\n        return self._words()\n"
        "    @Property(str, constant=True)\n    def c(self):\n        return translated('X', 'c')\n"
        "    def _words(self):\n        return translated('X', 'b')\n",
        "utf-8",
    )

    assert [line.split()[-1] for line in _deaf_properties(path)] == ["b:bChanged", "c:constant"]


def _deaf_properties(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        functions = {item.name: item for item in node.body if isinstance(item, ast.FunctionDef)}
        told = {ALWAYS_TOLD}
        if "retranslate" in functions:
            told |= {name.removeprefix("emit:") for name in _used(functions["retranslate"], functions)}
        for function in functions.values():
            signal = _notify_signal(function)
            if signal is not None and signal not in told and SPEAKS & _used(function, functions):
                place = path.relative_to(REPOSITORY) if path.is_relative_to(REPOSITORY) else path.name
                yield f"{place} {node.name} {function.name}:{signal}"


def _notify_signal(function: ast.FunctionDef) -> str | None:
    """Return the notify signal of a Qt property, "constant" where it has none, None for another function."""
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "Property":
            named = [key.value for key in decorator.keywords if key.arg == "notify"]
            return named[0].id if named and isinstance(named[0], ast.Name) else "constant"
    return None


def _used(
    function: ast.FunctionDef, functions: dict[str, ast.FunctionDef], seen: frozenset[str] = frozenset()
) -> set[str]:
    """Return what a function calls or hands on, through its class's other functions; emits as `emit:x`."""
    used: set[str] = set()
    for node in ast.walk(function):
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        if isinstance(node, ast.Attribute) and name == "emit" and isinstance(node.value, ast.Attribute):
            used.add(f"emit:{node.value.attr}")
        used.add(name)
        if isinstance(node, ast.Attribute) and name in functions and name not in seen:
            used |= _used(functions[name], functions, seen | {name, function.name})
    return used
