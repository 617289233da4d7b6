"""No form can be kept now: said before anything is typed, with what goes on as ever."""

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
class FormClosedViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `code`. Why it is closed is for staff: a citizen needs to know what to do instead."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._code = context.text_about("code")
        self.paint()

    def words(self) -> PageWords:
        return PageWords(
            title=translated("FormClosed", "Máy tạm chưa nhận khai trước"),
            line=translated("FormClosed", "Ông/bà không mất gì. Việc vẫn làm được tại quầy."),
            icon="edit_note",
            pigment="amber",
            primary=translated("FormClosed", "Hỏi cán bộ"),
            primary_icon="support_agent",
            secondary=translated("FormClosed", "Xem giấy tờ"),
            secondary_icon="description",
        )

    def make_rows(self) -> list[Row]:
        told = (
            (translated("FormClosed", "Cán bộ tại quầy vẫn nhận hồ sơ của ông/bà."), "storefront"),
            (translated("FormClosed", "Mang đủ giấy tờ, cán bộ ghi giúp tờ khai."), "description"),
            (translated("FormClosed", "Máy vẫn in giấy tờ cần mang và tra hồ sơ."), "print"),
        )
        return [
            Row(key=str(number), title="", line=text, icon=icon) for number, (text, icon) in enumerate(told)
        ]

    @Slot()
    def primary(self) -> None:
        """Ask a person."""
        self.way.go("call_help")

    @Slot()
    def secondary(self) -> None:
        """See what to bring."""
        self.way.instead("procedure", code=self._code)
