"""P2, one procedure of the diff: every field that differs, old and new."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue_labels import field_label
from ui.catalogue_changes import Entry, entries_of
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffChangeViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: the entry's `number` in the diff that waits for approval."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        diff = self.services.staff.catalogue.work().diff
        entries = entries_of(diff) if diff is not None else ()
        number = int(context.text_about("number"))
        self._entry = entries[number] if number < len(entries) else Entry(code="", kind="added", name="")
        self.paint()

    def words(self) -> PageWords:
        return PageWords(
            title=self._entry.name,
            line=translated("StaffChange", "Mã thủ tục %1").replace("%1", self._entry.code),
            empty={
                "added": translated("StaffChange", "Thủ tục này mới thêm"),
                "removed": translated("StaffChange", "Thủ tục này không còn trong danh mục"),
            }.get(self._entry.kind, ""),
            empty_line=translated("StaffChange", "Không có mục nào để so sánh."),
            primary=translated("StaffChange", "Đã xem"),
        )

    def make_rows(self) -> list[Row]:
        language = self.services.language()
        nothing = translated("StaffChange", "chưa có")
        old, new = translated("StaffChange", "Cũ: %1"), translated("StaffChange", "Mới: %1")
        return [
            Row(
                key=str(number),
                title=field_label(change.field, language),
                line=old.replace("%1", change.before or nothing),
                note=new.replace("%1", change.after or nothing),
                icon="edit",
            )
            for number, change in enumerate(self._entry.changes)
        ]
