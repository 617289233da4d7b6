"""T1, the keypad: each of its keys is pressed once, and is known from then on."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep
from ui.context import ScreenContext
from ui.keypad_keys import USUAL
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.setup_way import went_through
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_ORDER = tuple(USUAL)
_ICONS = {
    "up": "arrow_upward",
    "down": "arrow_downward",
    "left": "arrow_back",
    "right": "arrow_forward",
    "choose": "check_circle",
    "help": "support_agent",
    "repeat": "replay",
    "speech": "volume_up",
}


@QmlElement
@QmlUncreatable("Made by the way")
class TechKeypadViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Asks for one key after the other; a key that is used already is refused, and may be left out."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._keys, self._room = self.services.keys, self.services.staff
        self._asked: str | None = None
        self._fault: tuple[str, str] | None = None
        self._gone = False
        self.paint()

    def leave(self) -> None:
        self._gone = True
        self._keys.learn(None)

    def words(self) -> PageWords:
        title, line, kind = self._told()
        learned = sum(bool(self._keys.name_of(what)) for what in _ORDER)
        begin, anew = translated("TechKeypad", "Học phím"), translated("TechKeypad", "Học lại từ đầu")
        return PageWords(
            title=translated("TechKeypad", "Bàn phím nổi"),
            line=translated("TechKeypad", "Bấm từng phím trên bàn phím của máy."),
            icon="dialpad",
            pigment="stone",
            note=title,
            note_line=line,
            note_kind=kind,
            primary=translated("TechKeypad", "Xong"),
            primary_icon="check",
            secondary=translated("TechKeypad", "Bỏ phím này") if self._asked else anew if learned else begin,
            secondary_icon="keyboard",
        )

    def make_rows(self) -> list[Row]:
        usual = translated("TechKeypad", "Phím thường dùng")
        return [
            Row(
                key=what,
                title=_names()[what](),
                line=self._keys.name_of(what) or usual,
                icon=_ICONS[what],
                pigment=self._pigment(what),
            )
            for what in _ORDER
        ]

    def _pigment(self, what: str) -> str:
        if what == self._asked:
            return "amber"
        return "jade" if self._keys.name_of(what) else "stone"

    @Slot(str)
    def open(self, key: str) -> None:
        """Ask for this one key."""
        self._ask(key)

    @Slot()
    def primary(self) -> None:
        """The keypad is known."""
        learned = sum(bool(self._keys.name_of(what)) for what in _ORDER)
        value = str(learned) if learned else ""
        went_through(self._room.technicians.setup, self.way, SetupStep.KEYPAD, value=value)

    @Slot()
    def secondary(self) -> None:
        """Begin with the first key, or leave the one asked for as it is."""
        self._ask(_ORDER[0] if self._asked is None else self._after(self._asked))

    def _ask(self, what: str | None) -> None:
        self._asked, self._fault = what, None
        self._keys.learn(self._pressed if what is not None else None)
        self.paint()

    @staticmethod
    def _after(what: str) -> str | None:
        following = _ORDER.index(what) + 1
        return _ORDER[following] if following < len(_ORDER) else None

    def _pressed(self, name: str) -> None:
        what = self._asked
        if what is None:
            return
        if not name:
            line = translated("TechKeypad", "Chọn phím khác.")
            self._fault = (translated("TechKeypad", "Phím này không có tên"), line)
        elif any(self._keys.name_of(other) == name for other in _ORDER if other != what):
            line = translated("TechKeypad", "Bấm phím khác, hoặc bỏ phím này.")
            self._fault = (translated("TechKeypad", "Phím này đã dùng rồi"), line)
        else:
            self._keys.learn(None)
            self._room.machine.set(f"keypad.{what}", name, lambda refusal: self._kept(what, name, refusal))
            return
        self.paint()

    def _kept(self, what: str, name: str, refusal: str) -> None:
        if not refusal:
            self._keys.set(what, name)
        if self._gone:
            return
        if refusal:
            self._ask(None)
            self._fault = (translated("TechKeypad", "Chưa ghi được cài đặt"), refusal)
            self.paint()
        else:
            self._ask(self._after(what))

    def _told(self) -> tuple[str, str, str]:
        if self._fault is not None:
            return *self._fault, "warning"
        if self._asked is None:
            return "", "", "info"
        words = translated("TechKeypad", "Bấm phím: %1").replace("%1", _names()[self._asked]())
        return words, "", "info"


def _names() -> dict[str, Callable[[], str]]:
    return {
        "up": lambda: translated("TechKeypad", "Lên"),
        "down": lambda: translated("TechKeypad", "Xuống"),
        "left": lambda: translated("TechKeypad", "Trái"),
        "right": lambda: translated("TechKeypad", "Phải"),
        "choose": lambda: translated("TechKeypad", "Chọn, phím tròn"),
        "help": lambda: translated("TechKeypad", "Gọi giúp, phím hình thoi"),
        "repeat": lambda: translated("TechKeypad", "Đọc lại"),
        "speech": lambda: translated("TechKeypad", "Bật, tắt đọc"),
    }
