"""What a question, feedback or fault report is about; a known fault needs no typing at all."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import MessageKind
from ui.context import ScreenContext
from ui.message_words import draft_of, kind_title, topic_question, topic_title, topics
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_ICONS = {MessageKind.QUESTION: "forum", MessageKind.FEEDBACK: "feedback", MessageKind.FAULT: "build"}


@QmlElement
@QmlUncreatable("Made by the way")
class MessageTopicViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `kind`, a MessageKind by its value."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._kind = MessageKind(context.text_about("kind"))
        self.paint()

    def words(self) -> PageWords:
        return PageWords(
            title=kind_title(self._kind), line=topic_question(self._kind), icon=_ICONS[self._kind]
        )

    def make_rows(self) -> list[Row]:
        return topics(self._kind)

    @Slot(str)
    def open(self, key: str) -> None:
        """A topic was chosen."""
        draft = draft_of(self.services.visit, self._kind)
        draft["topic"] = key
        if self._kind is MessageKind.FAULT and key != "other":
            draft["text"] = topic_title(self._kind, key)
            self.way.go("message_review", kind=self._kind.value)
        else:
            self.way.go("message_text", kind=self._kind.value)
