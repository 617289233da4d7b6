"""P3: the words of a notice, or other opening hours."""

from typing import cast

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.hall_notes import TEXT_MAX, NoteRefused, checked_text
from kiosk.domain.vietnamese_composition import Tone, add_letter, add_mark, apply_tone, backspace
from ui.context import ScreenContext
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffWriteViewModel(ViewModel):  # type: ignore[operator]
    """`about`: `kind`, `notice` or `hours`; then the days it holds are asked."""

    textsChanged = Signal()
    valueChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._way, self._kind = context.way, context.text_about("kind")
        self._value, self._short = "", False

    def retranslate(self) -> None:
        super().retranslate()
        self.valueChanged.emit()

    def _typed(self, value: str) -> None:
        self._value, self._short = (value[:1].upper() + value[1:])[:TEXT_MAX], False
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
        """Ask how long it holds."""
        try:
            text = checked_text(self._value)
        except NoteRefused:
            self._short = True
            self.valueChanged.emit()
            return
        self._way.go("staff_until", kind=self._kind, text=text)

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        if self._kind == "hours":
            return translated("StaffWrite", "Giờ làm việc mới?")
        return translated("StaffWrite", "Thông báo gì cho mọi người?")

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        return translated("StaffWrite", "Một câu ngắn. Đừng ghi tên người dân.")

    @Property(str, notify=valueChanged)
    def value(self) -> str:
        return self._value

    @Property(str, notify=valueChanged)
    def fault(self) -> str:
        return translated("StaffWrite", "Viết thêm vài chữ.") if self._short else ""
