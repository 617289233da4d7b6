"""P6: what people left beside dossiers: kind, topic and whether the city has it. The words are sealed."""

from datetime import UTC, datetime

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.outbox import OutboxLine, OutboxState
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffFeedbackViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Newest first; only the city's officers can open what was written."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._lines: tuple[OutboxLine, ...] | None = ()
        self._gone = False
        self.paint()
        self.services.staff.outbox.messages(self._know)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        unread = self._lines is None
        return PageWords(
            title=translated("StaffFeedback", "Góp ý và câu hỏi"),
            line=translated("StaffFeedback", "Lời góp ý đã niêm phong, đọc trên cổng thành phố."),
            icon="forum",
            pigment="violet",
            empty=translated("StaffFeedback", "Chưa đọc được hộp thư")
            if unread
            else translated("StaffFeedback", "Chưa có góp ý nào"),
            empty_line=translated("StaffFeedback", "Gọi kỹ thuật xem ổ đĩa.") if unread else "",
        )

    def make_rows(self) -> list[Row]:
        return [self._row(line) for line in self._lines or ()]

    def _know(self, lines: tuple[OutboxLine, ...] | None) -> None:
        if not self._gone:
            self._lines = lines
            self.paint()

    def _row(self, line: OutboxLine) -> Row:
        zone = self.services.clock.now().tzinfo
        made = datetime.fromtimestamp(line.created_ms / 1000, tz=UTC).astimezone(zone)
        kinds = {
            "question": (translated("StaffFeedback", "Câu hỏi"), "help"),
            "feedback": (translated("StaffFeedback", "Góp ý"), "feedback"),
            "rating": (translated("StaffFeedback", "Đánh giá"), "star"),
            "fault": (translated("StaffFeedback", "Báo lỗi máy"), "build"),
            "vote": (translated("StaffFeedback", "Trả lời thăm dò"), "how_to_vote"),
        }
        title, icon = kinds.get(line.kind, (line.kind, "forum"))
        return Row(
            key=line.dossier_id,
            title=title,
            line=f"{made:%d/%m/%Y, %H:%M}",
            icon=icon,
            note=_state_words(line.state),
        )


def _state_words(state: OutboxState) -> str:
    if state is OutboxState.ACKED:
        return translated("StaffFeedback", "Thành phố đã nhận")
    if state in {OutboxState.READY, OutboxState.SENDING}:
        return translated("StaffFeedback", "Đang chờ gửi")
    return translated("StaffFeedback", "Cần cán bộ xem")
