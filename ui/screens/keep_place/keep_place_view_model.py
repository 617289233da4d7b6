"""Looking for papers: four digits keep the answers in memory for a quarter of an hour."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.services.keep_place import KeptAnswers
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class KeepPlaceViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `code`. Keeps as it opens; going back or "Kết thúc và xoá" takes the place back."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._code = context.text_about("code")
        self._form_id = self.services.forms[self._code].form_id
        self._kept_code = self._keep()
        self.services.visit.kept_code = self._kept_code
        self.paint()

    def leave(self) -> None:
        """Back without leaving the machine: the answers are here, no copy waits."""
        if self.services.visit.kept_code == self._kept_code != "":
            self.services.places.forget(self._kept_code)
            self.services.visit.kept_code = ""
        self._kept_code = ""
        self.paint()

    def _keep(self) -> str:
        visit = self.services.visit
        if self.services.places.full:
            return ""
        kept = KeptAnswers(
            self._code, dict(visit.of_form(self._form_id)), set(visit.agreed_of(self._form_id))
        )
        return self.services.places.keep(kept)

    def words(self) -> PageWords:
        if not self._kept_code:
            return PageWords(
                title=translated("KeepPlace", "Máy hết chỗ giữ lúc này"),
                line=translated("KeepPlace", "Mời ông/bà khai tiếp, hoặc hỏi cán bộ."),
                icon="timer",
                pigment="stone",
                primary=translated("KeepPlace", "Khai tiếp"),
                primary_icon="arrow_forward",
            )
        spaced = " ".join(self._kept_code)
        return PageWords(
            title=translated("KeepPlace", "Mã giữ chỗ: %1").replace("%1", spaced),
            line=translated("KeepPlace", "Mã chỉ dùng một lần, trong 15 phút."),
            icon="timer",
            pigment="jade",
            primary=translated("KeepPlace", "Đi tìm giấy tờ"),
            primary_icon="timer",
            secondary=translated("KeepPlace", "Khai tiếp"),
            secondary_icon="edit",
        )

    def make_rows(self) -> list[Row]:
        if not self._kept_code:
            return []
        steps = (
            (translated("KeepPlace", "Nhớ bốn chữ số trên, đừng cho ai biết."), "key"),
            (translated("KeepPlace", "Về máy này, chạm Việc khác, rồi Nhập mã."), "pin"),
            (translated("KeepPlace", "Quá 15 phút, máy xoá hết điều đã khai."), "timer"),
        )
        return [
            Row(key=str(number), title=step, icon=icon) for number, (step, icon) in enumerate(steps, start=1)
        ]

    @Slot()
    def primary(self) -> None:
        """Leave the machine to the next person: the answers wait, the visit is over."""
        if not self._kept_code:
            self.way.back()
            return
        self.services.visit.kept_code = ""
        self.way.end_visit()

    @Slot()
    def secondary(self) -> None:
        """Go on at once."""
        self.way.back()
