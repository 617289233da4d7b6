"""Who may enter: the persons of this machine, and the way to add another one."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import Role, StaffPerson
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.staff_words import refusal
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechPersonsViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Reads the book whenever it is shown."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._persons: tuple[StaffPerson, ...] = ()
        self._trouble: Exception | None = None
        self._gone = False
        self.paint()

    def arrive(self) -> None:
        self.services.staff.desk.persons(self._know, self._failed)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        fault = refusal(self._trouble) if self._trouble is not None else None
        return PageWords(
            title=translated("TechPersons", "Người dùng"),
            line=translated("TechPersons", "Mỗi người một mã tám số của mình."),
            icon="group",
            pigment="stone",
            note=fault.title if fault is not None else "",
            note_line=fault.line if fault is not None else "",
            note_kind="error",
            primary=translated("TechPersons", "Thêm cán bộ"),
            primary_icon="person_add",
            secondary=translated("TechPersons", "Thêm kỹ thuật"),
            secondary_icon="build",
        )

    def make_rows(self) -> list[Row]:
        technician = translated("TechPersons", "Kỹ thuật")
        staff = translated("TechPersons", "Cán bộ")
        you = translated("TechPersons", "đang vào")
        rows = []
        for person in self._persons:
            line = technician if person.is_technician else staff
            here = person.name == self.services.staff.desk.name
            rows.append(
                Row(
                    key=person.name,
                    title=person.name,
                    line=f"{line}, {you}" if here else line,
                    icon="build" if person.is_technician else "person",
                    pigment="stone" if person.is_technician else "sky",
                )
            )
        return rows

    @Slot(str)
    def open(self, key: str) -> None:
        """A person was touched."""
        self.way.go("tech_person", name=key)

    @Slot()
    def primary(self) -> None:
        """Add a member of staff."""
        self.way.go("tech_person_name", role=Role.STAFF.value)

    @Slot()
    def secondary(self) -> None:
        """Add a technician."""
        self.way.go("tech_person_name", role=Role.TECHNICIAN.value)

    def _know(self, persons: tuple[StaffPerson, ...]) -> None:
        if not self._gone:
            self._persons, self._trouble = persons, None
            self.paint()

    def _failed(self, error: Exception) -> None:
        refusal(error)
        if not self._gone:
            self._trouble = error
            self.paint()
