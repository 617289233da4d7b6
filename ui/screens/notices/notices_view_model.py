"""Announcements and legal notices with the days they hold, urgent ones first."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.portal_data import Announcement
from ui.board_page import BoardPageViewModel
from ui.dates import short_date
from ui.portal_words import dates_words, heard_words, in_language
from ui.rows import Row
from ui.rows_page import PageWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_ICONS = {"law": "gavel", "service": "info"}


@QmlElement
@QmlUncreatable("Made by the way")
class NoticesViewModel(BoardPageViewModel):  # type: ignore[operator]
    """What is urgent in the city, what this hall says of itself, then the rest."""

    def words(self) -> PageWords:
        board = self.services.news.board()
        return PageWords(
            title=translated("Notices", "Thông báo"),
            line=heard_words(board),
            icon="campaign",
            pigment="rose",
            empty=translated("Notices", "Hôm nay chưa có thông báo"),
            empty_line=translated("Notices", "Mời ông/bà hỏi cán bộ trong sảnh."),
            primary=translated("Notices", "Đã đọc xong"),
        )

    def make_rows(self) -> list[Row]:
        board, language = self.services.news.board(), self.services.language()
        hall = [
            Row(key=f"hall-{number}", title=text, icon="apartment", marked=True)
            for number, text in enumerate(self.services.hall.notices)
        ]
        urgent = [_notice(item, language) for item in board.announcements if item.urgent]
        others = [_notice(item, language) for item in board.announcements if not item.urgent]
        return [*urgent, *hall, *others]


def _notice(item: Announcement, language: str) -> Row:
    body = in_language(item.body, item.body_en if item.title_en else "", language)
    return Row(
        key=item.item_id,
        title=in_language(item.title, item.title_en, language),
        line=body,
        note="\n".join(line for line in (_document(item), dates_words(item)) if line),
        icon="priority_high" if item.urgent else _ICONS.get(item.kind, "campaign"),
        marked=True,
    )


def _document(item: Announcement) -> str:
    if not item.document_no:
        return ""
    if item.document_date is None:
        return translated("Notices", "Văn bản %1").replace("%1", item.document_no)
    words = translated("Notices", "Văn bản %1, ngày %2")
    return words.replace("%1", item.document_no).replace("%2", short_date(item.document_date))
