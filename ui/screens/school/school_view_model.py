"""Pupils who learn to guide their families: a visit that tries everything and sends nothing."""

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
    """The lesson. Its button begins a pupil's visit, marked on every page and sheet until it ends."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.paint()

    def words(self) -> PageWords:
        practising = self.services.visit.practice
        return PageWords(
            title=translated("School", "Học sinh tập làm"),
            line=translated("School", "Em tập mọi việc. Máy không gửi gì đi."),
            icon="school",
            pigment="amber",
            primary=translated("School", "Tìm một việc để tập"),
            primary_icon="search",
            note=translated("School", "Em đang tập làm") if practising else "",
            note_line=translated("School", "Việc gửi đi thì không tập. Kết thúc để thôi tập."),
        )

    def make_rows(self) -> list[Row]:
        steps = (
            translated("School", "Hỏi người nhà cần làm việc gì."),
            translated("School", "Tìm việc đó trên máy này."),
            translated("School", "Đọc to các giấy tờ cần mang."),
            translated("School", "Tập khai với tên bịa, rồi in bài."),
            translated("School", "Ghi lại điều chưa rõ để hỏi cán bộ."),
        )
        return [Row(key=str(number), title=step) for number, step in enumerate(steps, 1)]

    @Slot()
    def primary(self) -> None:
        """Begin to practise: whatever was entered before is wiped, so that nothing real is mixed in."""
        if not self.services.visit.practice:
            self.services.visit.wipe()
            self.services.visit.practice = True
        self.way.go("search")
