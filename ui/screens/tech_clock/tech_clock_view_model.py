"""T1, the machine's own clock: by time servers, its zone, and by hand."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.machine_network import HALL_ZONE, ClockInUse
from kiosk.ports.machine_control import Refusal
from ui.context import ScreenContext
from ui.machine_words import refusal_words
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechClockViewModel(RowsPageViewModel):  # type: ignore[operator]
    """A touch on a row changes it, or leads to where it is typed."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff.technicians
        self._now: ClockInUse | None = None
        self._asked = self._gone = False
        self._refusal: Refusal | None = None
        self.paint()

    def arrive(self) -> None:
        self._room.system.clock(self._know)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        is_absent = self._asked and self._now is None
        refused = self._refusal
        return PageWords(
            title=translated("TechClock", "Đồng hồ của máy này"),
            line=translated("TechClock", "Giờ sai thì hồ sơ gửi không được."),
            icon="schedule",
            pigment="stone",
            note=translated("TechClock", "Đồng hồ chưa đổi") if refused is not None else "",
            note_line=refusal_words(refused) if refused is not None else "",
            note_kind="warning",
            empty=translated("TechClock", "Máy này không cho chỉnh giờ ở đây") if is_absent else "",
            empty_line=translated("TechClock", "Người quản trị gõ: timedatectl set-ntp true")
            if is_absent
            else "",
        )

    def make_rows(self) -> list[Row]:
        now = self._now
        if now is None:
            return []
        return [
            Row(
                key="follow",
                title=translated("TechClock", "Lấy giờ qua mạng"),
                line=_following(now),
                icon="sync",
                pigment="jade" if now.follows else "stone",
            ),
            Row(
                key="zone",
                title=translated("TechClock", "Múi giờ"),
                line=now.zone
                if now.zone == HALL_ZONE
                else translated("TechClock", "%1. Chạm để dùng giờ Việt Nam.").replace("%1", now.zone),
                icon="public",
                pigment="jade" if now.zone == HALL_ZONE else "rose",
            ),
            Row(
                key="hand",
                title=translated("TechClock", "Đặt giờ bằng tay"),
                line=f"{self.services.clock.now():%H:%M, %d/%m/%Y}",
                icon="edit",
                pigment="stone",
            ),
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched."""
        now = self._now
        if self._busy or now is None:
            return
        if key == "hand":
            self.way.go("tech_machine_value", key="moment")
        elif key == "follow" and (now.can_follow or now.follows):
            self._begin()
            self._room.system.follow(self._answered, on=not now.follows)
        elif key == "zone" and now.zone != HALL_ZONE:
            self._begin()
            self._room.system.use_zone(HALL_ZONE, self._answered)

    def _begin(self) -> None:
        self._refusal = None
        self.work(busy=True)
        self.paint()

    def _answered(self, refusal: Refusal | None) -> None:
        if self._gone:
            return
        self._refusal = refusal
        self.work(busy=False)
        self._room.system.clock(self._know)

    def _know(self, now: ClockInUse | None) -> None:
        if self._gone:
            return
        self._asked, self._now = True, now
        self.paint()


def _following(now: ClockInUse) -> str:
    if now.follows:
        matched = translated("TechClock", "Đang bật, giờ đã khớp")
        return matched if now.in_step else translated("TechClock", "Đang bật, chưa máy chủ nào trả lời")
    if now.can_follow:
        return translated("TechClock", "Đang tắt. Chạm để bật.")
    return translated("TechClock", "Máy chưa cài chương trình lấy giờ")
