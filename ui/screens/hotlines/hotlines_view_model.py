"""Telephone numbers to call: the city's with the days they hold, else the hall's own."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.board_page import BoardPageViewModel
from ui.portal_words import dates_words, heard_words, in_language
from ui.rows import Row
from ui.rows_page import PageWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class HotlinesViewModel(BoardPageViewModel):  # type: ignore[operator]
    """The number in large letters, whose it is under it."""

    def words(self) -> PageWords:
        board = self.services.news.board()
        return PageWords(
            title=translated("Hotlines", "Đường dây nóng"),
            line=heard_words(board) if board.hotlines else "",
            icon="call",
            pigment="jade",
            empty=translated("Hotlines", "Chưa có số để gọi"),
            empty_line=translated("Hotlines", "Mời ông/bà hỏi cán bộ trong sảnh."),
            primary=translated("Hotlines", "Đã xem xong"),
        )

    def make_rows(self) -> list[Row]:
        board, language = self.services.news.board(), self.services.language()
        if not board.hotlines:
            return [
                Row(key=line.number, title=line.number, note=line.name, icon="call", pigment="jade")
                for line in self.services.hall.hotlines
            ]
        return [
            Row(
                key=line.item_id,
                title=line.number,
                note=in_language(line.name, line.name_en, language),
                line="\n".join(text for text in (line.hours, dates_words(line)) if text),
                icon="call",
                pigment="jade",
            )
            for line in board.hotlines
        ]
