"""P4, one counter: every field of the catalogue, with those it serves first."""

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
class StaffCounterViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: the `counter`. A touch gives it a field or takes it away; the order stays."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._name = context.text_about("counter")
        self._hall = self.services.staff.hall
        self._fields: tuple[str, ...] = ()
        self._kept = True
        self._gone = False
        self.paint()
        self.services.find.fields(self._know)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        return PageWords(
            title=self._name,
            line=translated("StaffCounter", "Chạm để thêm hoặc bỏ lĩnh vực."),
            icon="door_front",
            pigment="teal",
            note="" if self._kept else translated("StaffCounter", "Chưa ghi được. Xem lại ổ đĩa."),
            note_kind="error",
            primary=translated("StaffCounter", "Xong"),
        )

    def make_rows(self) -> list[Row]:
        here = self._served()
        others = {
            field: counter.name
            for counter in self._hall.hall().counters
            for field in counter.fields
            if counter.name != self._name
        }
        at = translated("StaffCounter", "Đang ở %1")
        return [
            Row(
                key=field,
                title=field,
                line="" if field not in others else at.replace("%1", others[field]),
                icon="check_circle" if field in here else "add",
                pigment="jade" if field in here else "stone",
                note=translated("StaffCounter", "Nhận tại đây") if field in here else "",
            )
            for field in self._fields
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A field was touched."""
        self._hall.turn_field(self._name, key, self._told)

    def _served(self) -> tuple[str, ...]:
        counters = self._hall.hall().counters
        return next((counter.fields for counter in counters if counter.name == self._name), ())

    def _know(self, fields: tuple[tuple[str, int], ...]) -> None:
        if not self._gone:
            here = self._served()
            names = {name for name, _count in fields} | set(here)
            self._fields = tuple(sorted(names, key=lambda name: (name not in here, name)))
            self.paint()

    def _told(self, kept: bool) -> None:
        self._kept = kept
        if not self._gone:
            self.paint()
