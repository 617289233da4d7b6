"""T1, what the machine is called on its sheets."""

from typing import cast

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.vietnamese_composition import Tone, add_letter, add_mark, apply_tone, backspace
from ui.context import ScreenContext
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LONGEST = 40


@QmlElement
@QmlUncreatable("Made by the way")
class TechNameViewModel(ViewModel):  # type: ignore[operator]
    """A few letters, written into the settings."""

    textsChanged = Signal()
    valueChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._machine, self._way = context.services.staff.machine, context.way
        self._value, self._fault, self._gone = "", "", False

    def leave(self) -> None:
        self._gone = True

    def retranslate(self) -> None:
        super().retranslate()
        self.valueChanged.emit()

    def _typed(self, value: str) -> None:
        self._value, self._fault = value[:_LONGEST], ""
        self.valueChanged.emit()

    @Slot(str)
    def letter(self, letter: str) -> None:
        """A letter, digit or sign."""
        self._typed(add_letter(self._value, letter))

    @Slot(str)
    def mark(self, letter: str) -> None:
        """A key of the row ă â đ ê ô ơ ư."""
        self._typed(add_mark(self._value, letter))

    @Slot(str)
    def tone(self, tone: str) -> None:
        """A tone key."""
        self._typed(apply_tone(self._value, cast("Tone", tone)))

    @Slot()
    def space(self) -> None:
        """The space bar."""
        if self._value and not self._value.endswith(" "):
            self._typed(self._value + " ")

    @Slot()
    def backspace(self) -> None:
        """Take the last letter away."""
        self._typed(backspace(self._value))

    @Slot()
    def clear(self) -> None:
        """Begin again."""
        self._typed("")

    @Slot()
    def next(self) -> None:
        """Keep the name."""
        if self._value.strip():
            self._machine.set("kiosk.name", self._value.strip(), self._told)
        else:
            self._fault = translated("TechName", "Nhập tên máy trước.")
            self.valueChanged.emit()

    def _told(self, refusal: str) -> None:
        if self._gone:
            return
        if refusal:
            self._fault = refusal
            self.valueChanged.emit()
        else:
            self._way.back()

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return translated("TechName", "Máy này tên gì?")

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        return translated("TechName", "In trên phiếu sau chữ Máy, như: số 1.")

    @Property(str, notify=valueChanged)
    def value(self) -> str:
        return self._value

    @Property(str, notify=valueChanged)
    def fault(self) -> str:
        return self._fault
