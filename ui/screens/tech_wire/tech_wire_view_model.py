"""T1, the machine's own network: an address by itself or fixed, and Wi-Fi, by list or by its QR code."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.machine_network import AccessPoint, NetworkInUse, read_wifi_ticket
from kiosk.ports.machine_control import Refusal
from ui.context import ScreenContext
from ui.machine_words import refusal_words
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_WIFI = "wifi:"


@QmlElement
@QmlUncreatable("Made by the way")
class TechWireViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Watches the scanner while it is shown: a router's code joins its Wi-Fi at once."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff.technicians
        self._now: NetworkInUse | None = None
        self._points: tuple[AccessPoint, ...] = ()
        self._asked = self._gone = False
        self._said: tuple[str, str, str] | None = None
        self._stop = self.services.scans.watch(self._scanned)
        self.paint()

    def arrive(self) -> None:
        self._room.system.network(self._know)

    def leave(self) -> None:
        self._gone = True
        self._stop()

    def words(self) -> PageWords:
        title, line, kind = self._said or ("", "", "info")
        is_absent = self._asked and self._now is None
        can_search = self._now is not None and self._now.has_wifi
        working = translated("TechWire", "Đang làm, mất đến một phút…")
        touch = translated("TechWire", "Chạm vào dòng để dùng cách đó.")
        return PageWords(
            title=translated("TechWire", "Mạng của máy này"),
            line="" if is_absent else working if self._busy else touch,
            icon="lan",
            pigment="stone",
            note=title,
            note_line=line,
            note_kind=kind,
            empty=translated("TechWire", "Máy này không cho đổi mạng ở đây") if is_absent else "",
            empty_line=translated("TechWire", "Người quản trị gõ trên máy: nmtui") if is_absent else "",
            foot=translated("TechWire", "Quét mã QR của Wi-Fi cũng được.") if can_search else "",
            primary=translated("TechWire", "Tìm Wi-Fi") if can_search else "",
            primary_icon="network_check",
        )

    def make_rows(self) -> list[Row]:
        now = self._now
        if now is None:
            return []
        in_use = translated("TechWire", "Đang dùng: %1").replace("%1", now.address)
        touch = translated("TechWire", "Chạm để dùng")
        by_itself = bool(now.address) and not now.is_fixed
        return [
            Row(
                key="itself",
                title=translated("TechWire", "Tự nhận địa chỉ"),
                line=in_use if by_itself else touch,
                icon="lan",
                pigment="jade" if by_itself else "stone",
            ),
            Row(
                key="fixed",
                title=translated("TechWire", "Địa chỉ cố định"),
                line=in_use if now.is_fixed else translated("TechWire", "Chạm để nhập"),
                icon="edit",
                pigment="jade" if now.is_fixed else "stone",
            ),
            *map(_of_point, self._points),
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched."""
        if self._busy:
            return
        if key == "fixed":
            self.way.go("tech_machine_value", key="address")
        elif key == "itself":
            self._begin()
            self._room.system.use_address(None, self._answered)
        else:
            self._join_listed(key.removeprefix(_WIFI))

    @Slot()
    def primary(self) -> None:
        """Look for Wi-Fi."""
        if self._busy:
            return
        self._begin()
        self._room.system.access_points(self._found, self._answered)

    def _join_listed(self, ssid: str) -> None:
        point = next(point for point in self._points if point.ssid == ssid)
        if point.is_secured and not point.in_use:
            self.way.go("tech_machine_value", key="password", ssid=ssid)
        elif not point.in_use:
            self._begin()
            self._room.system.join(ssid, "", self._answered)

    def _scanned(self, text: str) -> None:
        ticket = read_wifi_ticket(text)
        if self._busy or ticket is None:
            return
        self._begin()
        self._room.system.join(ticket.ssid, ticket.password, self._answered)

    def _begin(self) -> None:
        self._said = None
        self.work(busy=True)
        self.paint()

    def _found(self, points: tuple[AccessPoint, ...]) -> None:
        self._points = points
        none = translated("TechWire", "Không thấy Wi-Fi nào")
        near = translated("TechWire", "Đặt máy gần bộ phát, rồi tìm lại.")
        self._end(None if points else (none, near, "info"))

    def _answered(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            title = translated("TechWire", "Mạng chưa đổi")
            self._end((title, refusal_words(refusal), "warning"))
            return
        title = translated("TechWire", "Đã đổi mạng của máy")
        self._end((title, translated("TechWire", "Quay lại và thử mạng."), "info"))
        self._room.network.found = None
        self._room.system.network(self._know)

    def _end(self, said: tuple[str, str, str] | None) -> None:
        if self._gone:
            return
        self._said = said
        self.work(busy=False)
        self.paint()

    def _know(self, now: NetworkInUse | None) -> None:
        if self._gone:
            return
        self._asked, self._now = True, now
        self.paint()


def _of_point(point: AccessPoint) -> Row:
    locked = translated("TechWire", "Sóng %1 %, có mật khẩu")
    is_open = translated("TechWire", "Sóng %1 %, không mật khẩu")
    used = translated("TechWire", "Sóng %1 %, đang dùng")
    words = used if point.in_use else locked if point.is_secured else is_open
    return Row(
        key=_WIFI + point.ssid,
        title=point.ssid,
        line=words.replace("%1", str(point.signal)),
        icon="lock" if point.is_secured else "public",
        pigment="jade" if point.in_use else "stone",
    )
