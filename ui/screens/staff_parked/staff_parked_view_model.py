"""P1, what the city did not take: each row with its reason and what to do."""

from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.numbering import format_receipt
from kiosk.domain.outbox import OutboxLine
from kiosk.services.outbox_desk import Waiting
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffParkedViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Numbers and reasons, never content: that is sealed. All may be sent again at once."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._waiting: Waiting | None = None
        self._said = ""
        self._gone = False
        self.paint()

    def arrive(self) -> None:
        self.services.staff.outbox.look(self._know)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        rows = self._waiting.aside if self._waiting is not None else ()
        return PageWords(
            title=translated("StaffParked", "Phiếu cần cán bộ xem"),
            line=translated("StaffParked", "Phiếu vẫn giữ kín trong máy, chưa mất.") if rows else "",
            icon="error",
            pigment="rose",
            note=self._said,
            note_kind="success",
            empty=translated("StaffParked", "Không có phiếu nào bị giữ lại"),
            empty_line=translated("StaffParked", "Mọi phiếu đã gửi hoặc đang chờ mạng."),
            primary=translated("StaffParked", "Gửi lại tất cả")
            if rows
            else translated("StaffParked", "Đã xem"),
            primary_icon="refresh" if rows else "check",
            secondary=translated("StaffParked", "Quay lại") if rows else "",
            secondary_icon="arrow_back",
        )

    def make_rows(self) -> list[Row]:
        rows = self._waiting.aside if self._waiting is not None else ()
        return [self._row(line) for line in rows]

    @Slot()
    def primary(self) -> None:
        """Send all of them again, or go back where there is none."""
        if self._waiting is None or not self._waiting.aside:
            self.way.back()
            return
        self.work(busy=True)
        self.services.staff.outbox.send_again("", self._sent)

    @Slot()
    def secondary(self) -> None:
        """Back to today."""
        self.way.back()

    def _sent(self, count: int) -> None:
        if not self._gone:
            self._said = translated("StaffParked", "%1 phiếu sẽ gửi lại").replace("%1", str(count))
            self.work(busy=False)
            self.services.staff.outbox.look(self._know)

    def _know(self, waiting: Waiting | None) -> None:
        if not self._gone:
            self._waiting = waiting
            self.paint()

    def _row(self, line: OutboxLine) -> Row:
        zone = self.services.clock.now().tzinfo
        made = datetime.fromtimestamp(line.created_ms / 1000, tz=UTC).astimezone(zone)
        name = (
            format_receipt(line.receipt_no)
            if line.receipt_no
            else translated("StaffParked", "Góp ý hoặc câu hỏi")
        )
        reason, todo = reason_words(line.problem)
        return Row(
            key=line.dossier_id,
            title=name,
            line=f"{made:%d/%m/%Y, %H:%M}. {reason}",
            note=todo,
            icon="error",
        )


def reason_words(problem: str) -> tuple[str, str]:
    """Return why the city did not take a row, and what to do; an unknown reason is told as it came."""
    known = {
        "payload_hash_mismatch": (
            translated("StaffParked", "Nội dung đến nơi không còn nguyên."),
            translated("StaffParked", "Gửi lại. Vẫn lỗi thì gọi kỹ thuật."),
        ),
        "unknown_procedure": (
            translated("StaffParked", "Cổng chưa biết thủ tục này."),
            translated("StaffParked", "Nạp dữ liệu mới rồi gửi lại."),
        ),
        "too_large": (
            translated("StaffParked", "Phiếu lớn hơn mức cổng nhận."),
            translated("StaffParked", "Mời người dân khai tại quầy."),
        ),
    }
    if problem in known:
        return known[problem]
    said = translated("StaffParked", "Cổng trả lời: %1.").replace("%1", problem or "?")
    return said, translated("StaffParked", "Gửi lại. Vẫn lỗi thì báo thành phố.")
