"""Too many numbers were tried: a rest, said kindly, and who helps meanwhile."""

import math

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
class PleaseWaitViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `wait_s`, the seconds until the next try."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._minutes = max(1, math.ceil(int(str(context.about["wait_s"])) / 60))
        self.paint()

    def words(self) -> PageWords:
        wait = translated("PleaseWait", "Mời ông/bà thử lại sau %1 phút.")
        return PageWords(
            title=translated("PleaseWait", "Máy nghỉ tra cứu một lát"),
            line=wait.replace("%1", str(self._minutes)),
            icon="hourglass_top",
            pigment="amber",
            primary=translated("PleaseWait", "Hỏi cán bộ"),
            primary_icon="support_agent",
            secondary=translated("PleaseWait", "Về trang đầu"),
            secondary_icon="home",
        )

    def make_rows(self) -> list[Row]:
        reasons = (
            translated("PleaseWait", "Nhiều số và mã chưa khớp vừa được nhập."),
            translated("PleaseWait", "Máy nghỉ để giữ kín hồ sơ của mọi người."),
            translated("PleaseWait", "Cán bộ tại quầy tra giúp ông/bà ngay được."),
        )
        return [Row(key=str(number), title="", line=text, icon="info") for number, text in enumerate(reasons)]

    @Slot()
    def primary(self) -> None:
        """Ask a person instead."""
        self.way.go("call_help")

    @Slot()
    def secondary(self) -> None:
        """Do something else."""
        self.way.home()
