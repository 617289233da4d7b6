"""The tasks of the tap table (interface.md §7c): how a person does each, and how many touches it may take."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.screens.citizen import Citizen, keys_of, scene_rect

CODE = "1.001193"
FOUR_QUESTIONS = "1.013978"
TABLE = Path(__file__).parents[3] / "docs" / "taps.md"


class Counted:
    """A citizen whose touches are counted; `touched_y` holds how far down each was, in pixels."""

    def __init__(self, citizen: Citizen) -> None:
        self.citizen = citizen
        self.count = 0
        self.touched_y: list[float] = []

    def touch(self, name: str) -> None:
        """Touch a control, and count it."""
        self.citizen.until(lambda: self.citizen.shows(name), f"{name} on the glass")
        item = self.citizen.find(name)
        assert item is not None
        self.touched_y.append(scene_rect(item).center().y())
        self.citizen.touch(name)
        self.count += 1

    def type(self, words: str) -> None:
        """Type, each key a touch."""
        for key in keys_of(words):
            self.touch("key-" + key)

    def press(self, key: Qt.Key) -> None:
        """Press a key of the keypad, count it, and listen until a control is named."""
        QTest.keyClick(self.citizen.kiosk.view, key)
        self.citizen.settle()
        self.count += 1
        self.citizen.until(lambda: self._holds_keys() not in {"", "screen"}, "a control to be named")

    def press_until_at(self, name: str) -> None:
        """Go down with the keypad until the control of this name has the keys."""
        while self._holds_keys() != name:
            self.press(Qt.Key.Key_Down)
            assert self.count <= 60, f"{name} is not reached with the keypad"

    def _holds_keys(self) -> str:
        item = self.citizen.kiosk.view.activeFocusItem()
        return item.objectName() if item is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One row of the table: from the home screen to what the person came for, in at most `bound` touches."""

    name: str
    title: str
    bound: int
    do: Callable[[Counted], None]
    at_start: Callable[[Citizen], None] = lambda _citizen: None


def _by_tile(one: Counted) -> None:
    one.touch("tile-sinh-con")
    one.touch("row-" + CODE)
    one.citizen.see("Cần mang gì")


def _by_search(one: Counted) -> None:
    one.touch("search")
    one.type("khais")
    one.touch("row-" + CODE)
    one.citizen.see("Cần mang gì")


def _at_procedure(citizen: Citizen, code: str = CODE) -> None:
    citizen.open("procedure", code=code)


def _print(one: Counted) -> None:
    one.touch("print")
    one.citizen.see("Phiếu đã ra")


def _take_away(one: Counted) -> None:
    one.touch("takeAway")
    assert one.citizen.codes()


def _own_papers(one: Counted) -> None:
    one.touch("askCase")
    for _ in range(4):
        assert one.citizen.screen_name() == "checklist_question"
        one.touch("answer-yes")
    one.citizen.see("Giấy tờ của riêng ông/bà")


def _switch_language(one: Counted) -> None:
    place = one.citizen.about()
    one.touch("bar-language")
    one.citizen.see("What to bring")
    assert one.citizen.about() == place


def _listens_with_the_glass_black(citizen: Citizen) -> None:
    citizen.kiosk.shell.set_modes(replace(citizen.kiosk.shell.modes, speech=True, curtain=True))
    citizen.settle()
    assert citizen.kiosk.shell.curtain


def _by_keys(one: Counted) -> None:
    one.press_until_at("tile-sinh-con")
    one.press(Qt.Key.Key_Return)
    one.press_until_at("row-" + CODE)
    one.press(Qt.Key.Key_Return)
    assert one.citizen.screen_name() == "procedure"
    one.press_until_at("print")
    one.press(Qt.Key.Key_Return)
    one.citizen.see("Phiếu đã ra")


def _call_help(one: Counted) -> None:
    one.touch("bar-help")
    assert one.citizen.screen_name() == "call_help"


TASKS = (
    Task(name="T1", title="Find what papers a birth registration needs, by tile", bound=2, do=_by_tile),
    Task(name="T2", title="The same by search, typed without marks", bound=7, do=_by_search),
    Task(name="T4a", title="Print the checklist", bound=2, do=_print, at_start=_at_procedure),
    Task(name="T4b", title="Get the checklist's QR code", bound=2, do=_take_away, at_start=_at_procedure),
    Task(
        name="T5",
        title="The own checklist, four questions",
        bound=7,
        do=_own_papers,
        at_start=lambda citizen: _at_procedure(citizen, FOUR_QUESTIONS),
    ),
    Task(
        name="T7",
        title="Switch the language, keep the place",
        bound=1,
        do=_switch_language,
        at_start=_at_procedure,
    ),
    Task(
        name="T8",
        title="T1 and T4 by keypad and ears, the glass black",
        bound=25,
        do=_by_keys,
        at_start=_listens_with_the_glass_black,
    ),
    Task(name="T9", title="T1 with the controls low", bound=2, do=_by_tile),
    Task(name="T10", title="Call for help", bound=1, do=_call_help),
)


def told(name: str) -> tuple[int, int]:
    """Return the bound and the count the document says for a task. Raises KeyError where it says none."""
    rows = re.findall(r"^\| (T\d+[ab]?) \|.*\| ≤ (\d+) \| (\d+) \|", TABLE.read_text("utf-8"), re.MULTILINE)
    return {row[0]: (int(row[1]), int(row[2])) for row in rows}[name]
