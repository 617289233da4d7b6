"""P3: until when a notice, other hours or a closed counter holds."""

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.hall_notes import NoteRefused
from ui.context import ScreenContext
from ui.dates import short_date
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_DAYS = (1, 2, 3, 7, 14, 30)


@QmlElement
@QmlUncreatable("Made by the way")
class StaffUntilViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `kind` with `text` (notice, hours) or `counter`."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._about = context.about
        self._kind = context.text_about("kind")
        self._trouble = ""
        self._gone = False
        self.paint()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        what = str(self._about.get("text") or self._about.get("counter") or "")
        full = translated("StaffUntil", "Đã có tám thông báo. Bỏ bớt trước.")
        disk = translated("StaffUntil", "Chưa ghi được. Xem lại ổ đĩa.")
        return PageWords(
            title=translated("StaffUntil", "Đến hết ngày nào?"),
            line=what,
            icon="event_available",
            note={"many": full, "disk": disk}.get(self._trouble, ""),
            note_kind="error",
        )

    def make_rows(self) -> list[Row]:
        today = self.services.clock.now().date()
        rows = []
        for days in _DAYS:
            words = translated("StaffUntil", "Trong %1 ngày").replace("%1", str(days))
            rows.append(
                Row(
                    key=str(days),
                    title=translated("StaffUntil", "Chỉ hôm nay") if days == 1 else words,
                    line=short_date(today + timedelta(days=days - 1)),
                    icon="today" if days == 1 else "calendar_month",
                )
            )
        return rows

    @Slot(str)
    def open(self, key: str) -> None:
        """So many days."""
        hall, days = self.services.staff.hall, int(key)
        try:
            if self._kind == "counter":
                hall.close_counter(str(self._about["counter"]), days=days, told=self._told)
            elif self._kind == "hours":
                hall.set_hours(str(self._about["text"]), days=days, told=self._told)
            else:
                hall.add_notice(str(self._about["text"]), days=days, told=self._told)
        except NoteRefused as error:
            self._trouble = error.reason
            self.paint()

    def _told(self, kept: bool) -> None:
        if self._gone:
            return
        if kept:
            self.way.back_to("staff_notices")
        else:
            self._trouble = "disk"
            self.paint()
