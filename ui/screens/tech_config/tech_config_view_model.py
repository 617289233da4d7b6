"""T3, the settings as one signed file: written to a stick, or looked through and taken from one."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.services.configuration_desk import ConfigurationFound
from kiosk.services.write_to_stick import Written
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.stick_words import Told, copying, told
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_FILE = "file:"


@QmlElement
@QmlUncreatable("Made by the way")
class TechConfigViewModel(RowsPageViewModel):  # type: ignore[operator]
    """What is taken is looked through on the next page; going back is asked once more."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._desk = self.services.staff.technicians.configuration
        self._files: tuple[Path, ...] = ()
        self._may_go_back = self._sure = self._gone = False
        self._said: Told | None = None
        self.paint()

    def arrive(self) -> None:
        if self._desk.taken:
            self._desk.taken = False
            title = translated("TechConfig", "Đã dùng cài đặt mới")
            self._said = (title, translated("TechConfig", "Khởi động lại máy để dùng."), "success")
        self._look()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        title, line, kind = self._said or ("", "", "info")
        return PageWords(
            title=translated("TechConfig", "Cài đặt cho nhiều máy"),
            line=translated("TechConfig", "Một tệp có chữ ký, chép bằng thẻ USB."),
            icon="instant_mix",
            pigment="stone",
            note=title,
            note_line=line,
            note_kind=kind,
            primary=translated("TechConfig", "Ghi ra thẻ USB"),
            primary_icon="upload_file",
            secondary=translated("TechConfig", "Tìm lại thẻ USB"),
            secondary_icon="usb",
        )

    def make_rows(self) -> list[Row]:
        city = translated("TechConfig", "Cài đặt thành phố đã ký")
        rows = [
            Row(
                key=f"{_FILE}{path}",
                title=path.stem if path.suffix != ".toml" else city,
                line=translated("TechConfig", "Xem sẽ đổi những gì"),
                icon="description" if path.suffix != ".toml" else "assured_workload",
                pigment="jade",
            )
            for path in self._files
        ]
        if self._may_go_back:
            sure = translated("TechConfig", "Chắc chắn, về cài đặt trước")
            rows.append(
                Row(
                    key="back",
                    title=sure if self._sure else translated("TechConfig", "Về cài đặt trước"),
                    line=translated("TechConfig", "Như trước lần nhận gần nhất"),
                    icon="undo",
                    pigment="amber" if self._sure else "stone",
                )
            )
        if not rows:
            rows.append(
                Row(
                    key="none",
                    title=translated("TechConfig", "Chưa thấy tệp cài đặt nào"),
                    line=translated("TechConfig", "Cắm thẻ có tệp .kiosk-settings."),
                    icon="usb",
                    pigment="stone",
                )
            )
        return rows

    @Slot(str)
    def open(self, key: str) -> None:
        """Look through a file, or go back: that is asked once more."""
        if key.startswith(_FILE):
            self._desk.read(Path(key.removeprefix(_FILE)), self._read, self._refused)
        elif key == "none":
            self._look()
        elif not self._sure:
            self._sure = True
            self.paint()
        else:
            self._desk.go_back(self._went_back, self._refused)

    @Slot()
    def primary(self) -> None:
        """Write this machine's settings to a stick."""
        self._said = copying()
        self.work(busy=True)
        self.paint()
        self._desk.write(self._written, self._refused)

    @Slot()
    def secondary(self) -> None:
        """Look for sticks again."""
        self._said = None
        self._look()

    def _look(self) -> None:
        self._desk.look(self._know, self._refused)

    def _know(self, files: tuple[Path, ...], may_go_back: bool) -> None:
        if not self._gone:
            self._files, self._may_go_back, self._sure = files, may_go_back, False
            self.paint()

    def _read(self, _found: ConfigurationFound) -> None:
        if not self._gone:
            self.way.go("tech_config_diff")

    def _written(self, written: Written) -> None:
        if not self._gone:
            self._said = told(written)
            self.work(busy=False)
            self._look()

    def _went_back(self) -> None:
        if not self._gone:
            title = translated("TechConfig", "Đã về cài đặt trước")
            self._said = (title, translated("TechConfig", "Khởi động lại máy để dùng."), "success")
            self._look()

    def _refused(self, why: str) -> None:
        if not self._gone:
            self._said = (translated("TechConfig", "Không dùng được tệp này"), why, "error")
            self._sure = False
            self.work(busy=False)
            self.paint()
