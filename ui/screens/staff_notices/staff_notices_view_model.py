"""P3: notices, opening hours and closed counters, each with the day it ends."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.dates import short_date
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffNoticesViewModel(RowsPageViewModel):  # type: ignore[operator]
    """A notice is taken away by two touches; a counter and the hours lead to pages of their own."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._hall = self.services.staff.hall
        self._asked = ""
        self._kept: bool | None = None
        self._gone = False
        self.paint()

    def arrive(self) -> None:
        self.paint()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        note, line, kind = "", "", "info"
        if self._asked:
            note = translated("StaffNotices", "Bỏ thông báo này?")
            line, kind = translated("StaffNotices", "Chạm lần nữa để bỏ."), "warning"
        elif self._kept is False:
            note = translated("StaffNotices", "Chưa ghi được. Xem lại ổ đĩa.")
            kind = "error"
        return PageWords(
            title=translated("StaffNotices", "Thông báo và giờ làm"),
            icon="campaign",
            pigment="rose",
            note=note,
            note_line=line,
            note_kind=kind,
            primary=translated("StaffNotices", "Thêm thông báo"),
            primary_icon="add",
        )

    def make_rows(self) -> list[Row]:
        return [*self._notices(), self._hours(), *self._counters()]

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched."""
        kind, _, about = key.partition(":")
        if kind == "notice":
            self._take_away(key, int(about))
        elif kind == "hours":
            if self._hall.notes().hours is not None:
                self._hall.usual_hours(self._told)
            else:
                self.way.go("staff_write", kind="hours")
        elif kind == "counter":
            self._turn_counter(about)

    @Slot()
    def primary(self) -> None:
        """Write a notice."""
        self._asked = ""
        self.way.go("staff_write", kind="notice")

    def _take_away(self, key: str, number: int) -> None:
        if self._asked != key:
            self._asked = key
            self.paint()
            return
        self._asked = ""
        self._hall.remove_notice(self._hall.notes().notices[number], self._told)

    def _turn_counter(self, name: str) -> None:
        self._asked = ""
        if self._hall.notes().closing(name, self.services.clock.now().date()) is not None:
            self._hall.close_counter(name, days=0, told=self._told)
        else:
            self.way.go("staff_until", kind="counter", counter=name)

    def _told(self, kept: bool) -> None:
        self._kept = kept
        if not self._gone:
            self.paint()

    def _notices(self) -> list[Row]:
        until = translated("StaffNotices", "Đến hết %1. Chạm để bỏ.")
        return [
            Row(
                key=f"notice:{number}",
                title=notice.text,
                line=until.replace("%1", short_date(notice.valid_to)),
                icon="campaign",
                pigment="rose",
            )
            for number, notice in enumerate(self._hall.notes().notices)
        ]

    def _hours(self) -> Row:
        own = self._hall.notes().hours
        line = self._hall.hall().opening_hours or translated("StaffNotices", "Chưa ghi giờ làm việc")
        title = translated("StaffNotices", "Giờ làm việc")
        if own is not None:
            until = translated("StaffNotices", "Giờ làm đến hết %1")
            title = until.replace("%1", short_date(own.valid_to))
        return Row(
            key="hours",
            title=title,
            line=line,
            icon="schedule",
            note=translated("StaffNotices", "Về giờ thường") if own else translated("StaffNotices", "Sửa"),
        )

    def _counters(self) -> list[Row]:
        today = self.services.clock.now().date()
        rows = []
        for counter in self._hall.hall().counters:
            closed = self._hall.notes().closing(counter.name, today)
            line = translated("StaffNotices", "Đang mở")
            if closed is not None:
                words = translated("StaffNotices", "Đóng đến hết %1")
                line = words.replace("%1", short_date(closed.valid_to))
            rows.append(
                Row(
                    key=f"counter:{counter.name}",
                    title=counter.name,
                    line=line,
                    icon="door_front" if closed is None else "do_not_disturb_on",
                    pigment="jade" if closed is None else "amber",
                    note=translated("StaffNotices", "Đóng")
                    if closed is None
                    else translated("StaffNotices", "Mở lại"),
                )
            )
        return rows
