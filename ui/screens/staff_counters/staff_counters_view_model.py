"""P4: which counter serves which fields."""

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
class StaffCountersViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Counters come from the settings; what they serve may be changed here."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.paint()

    def arrive(self) -> None:
        self.paint()

    def words(self) -> PageWords:
        return PageWords(
            title=translated("StaffCounters", "Quầy và lĩnh vực"),
            line=translated("StaffCounters", "Chạm vào quầy để đổi lĩnh vực."),
            icon="schema",
            pigment="teal",
            empty=translated("StaffCounters", "Chưa có quầy nào"),
            empty_line=translated("StaffCounters", "Kỹ thuật thêm quầy trong tệp cài đặt."),
        )

    def make_rows(self) -> list[Row]:
        nothing = translated("StaffCounters", "Chưa nhận lĩnh vực nào")
        return [
            Row(
                key=counter.name,
                title=counter.name,
                line=", ".join(counter.fields) or nothing,
                icon="door_front",
                pigment="teal",
            )
            for counter in self.services.staff.hall.hall().counters
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A counter was touched."""
        self.way.go("staff_counter", counter=key)
