"""The open numbers: what waits here, the oldest question without answer, what was ready on time."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.services.open_numbers import OwnNumbers
from ui.board_page import BoardPageViewModel
from ui.dates import short_date
from ui.portal_words import heard_words
from ui.rows import Row
from ui.rows_page import PageWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class OpenNumbersViewModel(BoardPageViewModel):  # type: ignore[operator]
    """A number nobody has counted is said to be unknown, never 0."""

    # As the page begins; the board may paint it at once.
    _own: OwnNumbers | None = None
    _left = False

    def arrive(self) -> None:
        self.services.open_numbers.ask(self._counted)

    def leave(self) -> None:
        super().leave()
        self._left = True

    def _counted(self, own: OwnNumbers | None) -> None:
        self._own = own
        if not self._left:
            self.paint()

    def words(self) -> PageWords:
        return PageWords(
            title=translated("OpenNumbers", "Số liệu mở"),
            line=heard_words(self.services.news.board()),
            icon="bar_chart",
            primary=translated("OpenNumbers", "Đã xem xong"),
        )

    def make_rows(self) -> list[Row]:
        return [self._waiting(), self._unanswered(), self._on_time()]

    def _waiting(self) -> Row:
        label = translated("OpenNumbers", "Đang chờ gửi từ máy này")
        if self._own is None:
            return Row(key="waiting", note=label, title=_uncounted(), icon="cloud_upload")
        if self._own.oldest_at is None:
            nothing = translated("OpenNumbers", "Không có phiếu hay lời nhắn nào chờ.")
            return Row(key="waiting", note=label, title=nothing, icon="cloud_done", pigment="jade")
        amount = translated("OpenNumbers", "%1 phiếu và lời nhắn").replace("%1", str(self._own.waiting))
        since = translated("OpenNumbers", "Lâu nhất từ %1, ngày %2")
        oldest = self._own.oldest_at
        return Row(
            key="waiting",
            note=label,
            title=amount,
            line=since.replace("%1", f"{oldest:%H:%M}").replace("%2", short_date(oldest.date())),
            icon="cloud_upload",
        )

    def _unanswered(self) -> Row:
        figures = self.services.news.board().figures
        days = figures.oldest_unanswered_days if figures is not None else None
        words = translated("OpenNumbers", "Đã chờ %1 ngày").replace("%1", str(days))
        return Row(
            key="unanswered",
            note=translated("OpenNumbers", "Câu hỏi chờ trả lời lâu nhất"),
            title=_uncounted() if days is None else words,
            line=self._counted_words() if days is not None else "",
            icon="forum",
            pigment="violet",
        )

    def _on_time(self) -> Row:
        figures = self.services.news.board().figures
        percent = figures.on_time_percent if figures is not None else None
        shown = f"{percent:.1f}".rstrip("0").rstrip(".").replace(".", ",") if percent is not None else ""
        return Row(
            key="on-time",
            note=translated("OpenNumbers", "Hồ sơ trả đúng hẹn"),
            title=translated("OpenNumbers", "%1 trong 100 hồ sơ").replace("%1", shown)
            if shown
            else _uncounted(),
            line=self._counted_words() if shown else "",
            icon="event_available",
            pigment="jade",
        )

    def _counted_words(self) -> str:
        figures = self.services.news.board().figures
        if figures is None:
            return ""
        words = translated("OpenNumbers", "Tính từ %1 đến %2")
        return words.replace("%1", short_date(figures.counted_from)).replace(
            "%2", short_date(figures.counted_to)
        )


def _uncounted() -> str:
    return translated("OpenNumbers", "Chưa có số liệu này.")
