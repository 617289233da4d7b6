"""The door: whose PIN comes next."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import StaffPerson
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.staff_words import refusal
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffWhoViewModel(RowsPageViewModel):  # type: ignore[operator]
    """The persons of this machine. Where there are none yet, the first one is made."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._persons: tuple[StaffPerson, ...] | None = None
        self._trouble: Exception | None = None
        self._gone = False
        self.paint()
        self.services.staff.desk.persons(self._know, self._failed)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        if self._trouble is not None:
            fault = refusal(self._trouble)
            return PageWords(
                title=translated("StaffWho", "Chưa vào được"),
                icon="lock",
                empty=fault.title,
                empty_line=fault.line,
            )
        return PageWords(
            title=translated("StaffWho", "Mời chọn tên"),
            line=translated("StaffWho", "Sau đó nhập mã tám số của mình."),
            icon="badge",
            pigment="stone",
        )

    def make_rows(self) -> list[Row]:
        return [
            Row(
                key=str(number),
                title=person.name,
                line=translated("StaffWho", "Kỹ thuật")
                if person.is_technician
                else translated("StaffWho", "Cán bộ"),
                icon="build" if person.is_technician else "person",
                pigment="stone" if person.is_technician else "sky",
            )
            for number, person in enumerate(self._persons or ())
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A person was touched."""
        if self._persons:
            self.way.go("staff_pin", name=self._persons[int(key)].name)

    def _know(self, persons: tuple[StaffPerson, ...]) -> None:
        if self._gone:
            return
        if not persons:
            self.way.instead("staff_first")
            return
        self._persons = persons
        self.paint()

    def _failed(self, error: Exception) -> None:
        refusal(error)
        if not self._gone:
            self._trouble = error
            self.paint()
