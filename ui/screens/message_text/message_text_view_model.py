"""The words of a question, feedback or fault report, typed on our own keyboard."""

from typing import cast

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import TEXT_MIN, MessageKind
from kiosk.domain.vietnamese_composition import Tone, add_letter, add_mark, apply_tone, backspace
from ui.context import ScreenContext
from ui.message_words import LONGEST_TEXT, draft_of, text_question
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class MessageTextViewModel(ViewModel):  # type: ignore[operator]
    """`about`: `kind`, and `editing` when it came from the review."""

    textsChanged = Signal()
    valueChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._kind = MessageKind(context.text_about("kind"))
        self._editing = bool(context.about.get("editing", False))
        self._value = self._draft().get("text", "")
        self._short = False

    def leave(self) -> None:
        self._value = ""

    def retranslate(self) -> None:
        super().retranslate()
        self.valueChanged.emit()

    def _draft(self) -> dict[str, str]:
        return draft_of(self._services.visit, self._kind)

    def _typed(self, value: str) -> None:
        self._value = (value[:1].upper() + value[1:])[:LONGEST_TEXT]
        self._short = False
        self._draft()["text"] = self._value
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
        """Go on, once there are a few words."""
        self._short = len(self._value.strip()) < TEXT_MIN
        self.valueChanged.emit()
        if self._short:
            return
        if self._editing:
            self._way.back()
        elif self._kind is MessageKind.FAULT:
            self._way.go("message_review", kind=self._kind.value)
        else:
            self._way.go("message_contact", kind=self._kind.value)

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return text_question(self._kind)

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        return translated("MessageText", "Đừng ghi tên hay số căn cước.")

    @Property(str, notify=valueChanged)
    def value(self) -> str:
        return self._value

    @Property(str, notify=valueChanged)
    def fault(self) -> str:
        if self._short:
            return translated("MessageText", "Ông/bà viết thêm vài chữ.")
        if len(self._value) >= LONGEST_TEXT:
            return translated("MessageText", "Đã hết chỗ viết. Ông/bà gửi hai lần nhé.")
        return ""
