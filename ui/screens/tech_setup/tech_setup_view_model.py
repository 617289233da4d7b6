"""T1, setting a machine up: the steps in their order, each with what is set now."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechSetupViewModel(RowsPageViewModel):  # type: ignore[operator]
    """What is written here holds from the next start; the touch test and the printers work at once."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._machine = self.services.staff.machine
        self._refusal = ""
        self._gone = False
        self.paint()

    def arrive(self) -> None:
        self.paint()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        written = self._machine.written
        restart = translated("TechSetup", "Khởi động lại máy để dùng cài đặt mới.")
        refused = translated("TechSetup", "Chưa ghi được cài đặt")
        return PageWords(
            title=translated("TechSetup", "Lắp đặt máy"),
            icon="build",
            pigment="stone",
            note=refused if self._refusal else restart if written else "",
            note_line=self._refusal,
            note_kind="error" if self._refusal else "info",
            primary=translated("TechSetup", "Tự kiểm tra và kết thúc"),
            primary_icon="fact_check",
        )

    def make_rows(self) -> list[Row]:
        room, done = self.services.staff, self._machine.written
        language = done.get("kiosk.language", room.start_language)
        density = float(done.get("screen.px_per_mm", str(room.px_per_mm)))
        height = done.get("screen.lower_edge_mm", f"{room.lower_edge_mm:.0f}")
        measured = translated("TechSetup", "%1 điểm ảnh một mm").replace("%1", f"{density:.3f}")
        tested = self._machine.touch_off_mm
        off = translated("TechSetup", "Lệch nhiều nhất %1 mm")
        return [
            _row("language", translated("TechSetup", "Ngôn ngữ lúc đầu"), _languages(language), "translate"),
            _row(
                "card",
                translated("TechSetup", "Đo màn hình bằng thẻ"),
                measured if density else _not_yet(),
                "credit_card",
            ),
            _row(
                "height",
                translated("TechSetup", "Mép dưới cách sàn"),
                f"{height} mm" if float(height) else _not_yet(),
                "square_foot",
            ),
            _row(
                "touch",
                translated("TechSetup", "Thử chín điểm chạm"),
                off.replace("%1", f"{tested:.1f}") if tested is not None else _not_yet(),
                "touch_app",
            ),
            _row(
                "name",
                translated("TechSetup", "Tên máy"),
                done.get("kiosk.name", self.services.kiosk_name),
                "badge",
            ),
            _row("printer", translated("TechSetup", "Máy in và trang thử"), room.printer_name, "print"),
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A step was touched."""
        if key == "language":
            now = self._machine.written.get("kiosk.language", self.services.staff.start_language)
            self._machine.set("kiosk.language", "en" if now == "vi" else "vi", self._told)
        elif key == "printer":
            self.way.start("tech_printers")
        else:
            self.way.go(f"tech_{key}")

    @Slot()
    def primary(self) -> None:
        """The look at the whole machine is the end of setting up."""
        self.way.start("tech_check")

    def _told(self, refusal: str) -> None:
        self._refusal = refusal
        if not self._gone:
            self.paint()


def _row(key: str, title: str, line: str, icon: str) -> Row:
    return Row(key=key, title=title, line=line, icon=icon, pigment="stone")


def _languages(language: str) -> str:
    return "English" if language == "en" else "Tiếng Việt"


def _not_yet() -> str:
    return translated("TechSetup", "Chưa làm")
