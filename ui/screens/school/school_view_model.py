"""Pupils who guide their families: what to do here, step by step; nothing is typed, sent or kept."""

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
class SchoolViewModel(RowsPageViewModel):  # type: ignore[operator]
    """The lesson; its sheet is printed from the procedure that was found."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.paint()

    def words(self) -> PageWords:
        return PageWords(
            title=translated("School", "Học sinh tập làm"),
            line=translated("School", "Em chỉ tập xem. Máy không gửi gì đi."),
            icon="school",
            pigment="amber",
            primary=translated("School", "Tìm một việc để tập"),
            primary_icon="search",
        )

    def make_rows(self) -> list[Row]:
        steps = (
            translated("School", "Hỏi người nhà cần làm việc gì."),
            translated("School", "Tìm việc đó trên máy này."),
            translated("School", "Đọc to các giấy tờ cần mang."),
            translated("School", "Chạm Xem thêm, rồi in bài tập."),
            translated("School", "Ghi lại điều chưa rõ để hỏi cán bộ."),
        )
        return [
            Row(key=str(number), title=f"{number}. {step}", icon="") for number, step in enumerate(steps, 1)
        ]

    @Slot()
    def primary(self) -> None:
        """Find a procedure to practise with."""
        self.way.go("search")
