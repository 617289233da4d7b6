"""Questions many have, with the city's answers; the way to ask one, and to read one's own answer."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.board_page import BoardPageViewModel
from ui.dates import short_date
from ui.portal_words import heard_words, in_language
from ui.rows import Row
from ui.rows_page import PageWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class AnswersViewModel(BoardPageViewModel):  # type: ignore[operator]
    """Read from what is kept here: the network is not needed."""

    def words(self) -> PageWords:
        return PageWords(
            title=translated("Answers", "Hỏi và đáp"),
            line=heard_words(self.services.news.board()),
            icon="forum",
            pigment="violet",
            empty=translated("Answers", "Chưa có câu trả lời chung"),
            empty_line=translated("Answers", "Ông/bà hỏi ở đây, cán bộ sẽ trả lời."),
            primary=translated("Answers", "Hỏi một câu"),
            primary_icon="edit_note",
            secondary=translated("Answers", "Xem trả lời"),
            secondary_icon="pin",
        )

    def make_rows(self) -> list[Row]:
        language = self.services.language()
        said = translated("Answers", "Trả lời ngày %1")
        return [
            Row(
                key=answer.item_id,
                title=in_language(answer.question, answer.question_en, language),
                line=in_language(answer.answer, answer.answer_en, language),
                note=said.replace("%1", short_date(answer.valid_from)),
                icon="forum",
                marked=True,
            )
            for answer in self.services.news.board().answers
        ]

    @Slot()
    def primary(self) -> None:
        """Ask a question."""
        self.way.go("message_topic", kind="question")

    @Slot()
    def secondary(self) -> None:
        """Read the answer to one's own question."""
        self.way.go("answer_code")
