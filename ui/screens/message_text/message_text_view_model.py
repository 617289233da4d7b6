"""The words of a question, feedback or fault report, typed on our own keyboard."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.access_modes import Keys
from kiosk.domain.messages import TEXT_MIN, MessageKind
from kiosk.domain.word_suggestions import Suggested
from ui.context import ScreenContext
from ui.keyboard_page import KeyboardPageViewModel
from ui.message_words import LONGEST_TEXT, draft_of, text_question
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class MessageTextViewModel(KeyboardPageViewModel):  # type: ignore[operator]
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
        self.offer_words()

    def leave(self) -> None:
        self._value = ""

    def retranslate(self) -> None:
        super().retranslate()
        self.offer_words()
        self.valueChanged.emit()

    def _draft(self) -> dict[str, str]:
        return draft_of(self._services.visit, self._kind)

    def types_telex(self) -> bool:
        return self._services.modes().keys is Keys.TELEX

    def typed_text(self) -> str:
        return self._value

    def words_offered(self) -> tuple[str, ...]:
        """Vietnamese words: whoever writes in another language is left alone."""
        if self._services.shown_language() != "vi":
            return ()
        return self._services.words.offered(self._value, Suggested.WORDS)

    def _typed(self, value: str) -> None:
        self._value = (value[:1].upper() + value[1:])[:LONGEST_TEXT]
        self._short = False
        self._draft()["text"] = self._value
        self.offer_words()
        self.valueChanged.emit()

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
