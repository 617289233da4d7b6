"""An officer's answer, for who holds the code."""

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import PrivateAnswer
from ui.context import ScreenContext
from ui.dates import short_date
from ui.reading import paragraphs
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class AnswerShownViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `answer`. In memory while it is read."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._answer = cast("PrivateAnswer", context.about["answer"])
        self.paint()

    def words(self) -> PageWords:
        answered = translated("AnswerShown", "Cán bộ trả lời ngày %1")
        learnt = translated("AnswerShown", "Máy nhận lúc %1, ngày %2")
        as_of = self._answer.as_of
        return PageWords(
            title=translated("AnswerShown", "Trả lời cho ông/bà"),
            line=answered.replace("%1", short_date(self._answer.answered_at.date())),
            icon="forum",
            pigment="violet",
            foot=learnt.replace("%1", f"{as_of:%H:%M}").replace("%2", short_date(as_of.date())),
            primary=translated("AnswerShown", "Đã đọc xong"),
            secondary=translated("AnswerShown", "Hỏi thêm"),
            secondary_icon="edit_note",
        )

    def make_rows(self) -> list[Row]:
        return [
            Row(key=str(number), title="", line=piece, icon="")
            for number, piece in enumerate(paragraphs(self._answer.answer))
        ]

    @Slot()
    def secondary(self) -> None:
        """Ask another question."""
        self.way.go("message_topic", kind="question")
