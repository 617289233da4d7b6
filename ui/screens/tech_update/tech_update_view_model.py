"""T4, new software: from the network or a stick, verified here, installed by root's helper."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.updates import SOFTWARE, problem_words
from kiosk.ports.sticks import Stick
from kiosk.services.update_desk import Taken
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechUpdateViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Says what was verified and which command installs it; never that it is installed."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._desk = self.services.staff.updates
        self._sticks: tuple[Stick, ...] = ()
        self._taken: Taken | None = None
        self._fetching = self._gone = False
        self.paint()

    def arrive(self) -> None:
        self._desk.sticks(self._know)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        note, line, kind = self._told()
        return PageWords(
            title=translated("TechUpdate", "Cập nhật phần mềm"),
            line=translated("TechUpdate", "Đang dùng bản %1").replace("%1", self._desk.version),
            icon="system_update_alt",
            pigment="stone",
            note=note,
            note_line=line,
            note_kind=kind,
            primary=translated("TechUpdate", "Tìm lại thẻ USB"),
            primary_icon="refresh",
        )

    def make_rows(self) -> list[Row]:
        signed = translated("TechUpdate", "Bản thành phố đã ký")
        rows = []
        if self._desk.address:
            network = translated("TechUpdate", "Lấy từ mạng")
            rows.append(Row(key="network", title=network, line=signed, icon="wifi", pigment="teal"))
        named = translated("TechUpdate", "Thẻ USB %1")
        rows += [
            Row(
                key=str(stick.signed),
                title=named.replace("%1", stick.name),
                line=signed,
                icon="usb",
                pigment="jade",
            )
            for stick in self._sticks
        ]
        return [] if self._fetching else rows

    @Slot(str)
    def open(self, key: str) -> None:
        """Fetch from the network or a stick."""
        if not self._fetching:
            self._fetching, self._taken = True, None
            self._desk.take(self._desk.address if key == "network" else key, self._came)
            self.paint()

    @Slot()
    def primary(self) -> None:
        """Look for sticks again."""
        self._desk.sticks(self._know)

    def _know(self, sticks: tuple[Stick, ...]) -> None:
        if not self._gone:
            self._sticks = sticks
            self.paint()

    def _came(self, taken: Taken) -> None:
        if not self._gone:
            self._fetching, self._taken = False, taken
            self.paint()

    def _told(self) -> tuple[str, str, str]:
        """Return title, line and kind of the banner."""
        if self._fetching:
            return translated("TechUpdate", "Đang lấy và kiểm chữ ký"), "", "info"
        if self._taken is None:
            if self._sticks or self._desk.address:
                return "", "", "info"
            line = translated("TechUpdate", "Cắm thẻ có thư mục kiosk-update.")
            return translated("TechUpdate", "Chưa thấy thẻ USB"), line, "info"
        if self._taken.problem is not None:
            language = "en" if self.services.language() == "en" else "vi"
            refused = translated("TechUpdate", "Không lấy bản này")
            return refused, problem_words(self._taken.problem, language), "error"
        software = [name for name in self._taken.new if name.startswith(SOFTWARE)]
        if software:
            words = translated("TechUpdate", "Đã kiểm chữ ký: %1").replace("%1", ", ".join(software))
            line = translated("TechUpdate", "Chưa cài. Người quản trị chạy kiosk-release install.")
            return words, line, "success"
        return translated("TechUpdate", "Không có phần mềm mới"), "", "success"
