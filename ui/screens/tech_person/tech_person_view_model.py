"""One person: another PIN, or no entry any more."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import StaffPerson
from ui.context import ScreenContext
from ui.pad_page import PadFault
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.staff_words import refusal
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechPersonViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: the person's `name`. Who has entered cannot shut the door on themselves."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._name = context.text_about("name")
        self._sure = self._gone = False
        self._fault: PadFault | None = None
        self.paint()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        own = translated("TechPerson", "Người đang vào không tự bỏ mình được.")
        return PageWords(
            title=self._name,
            line=own if self._is_here() else "",
            icon="person_edit",
            pigment="stone",
            note=self._fault.title if self._fault is not None else "",
            note_line=self._fault.line if self._fault is not None else "",
            note_kind="warning",
        )

    def make_rows(self) -> list[Row]:
        rows = [
            Row(
                key="pin",
                title=translated("TechPerson", "Đặt mã mới"),
                line=translated("TechPerson", "Người ấy tự gõ mã. Hết phải chờ."),
                icon="pin",
                pigment="stone",
            )
        ]
        if not self._is_here():
            sure = translated("TechPerson", "Chắc chắn, không cho vào nữa")
            rows.append(
                Row(
                    key="remove",
                    title=sure if self._sure else translated("TechPerson", "Không cho vào nữa"),
                    line=translated("TechPerson", "Nhật ký về người ấy vẫn giữ nguyên."),
                    icon="person_off",
                    pigment="amber" if self._sure else "stone",
                )
            )
        return rows

    @Slot(str)
    def open(self, key: str) -> None:
        """Another PIN, or no entry: that is asked once more."""
        if key == "pin":
            self.way.go("tech_person_pin", name=self._name)
        elif not self._sure:
            self._sure = True
            self.paint()
        else:
            self._sure = False
            self.services.staff.technicians.persons.remove(self._name, self._removed, self._failed)

    def _is_here(self) -> bool:
        return self._name == self.services.staff.desk.name

    def _removed(self, _person: StaffPerson) -> None:
        if not self._gone:
            self.way.back_to("tech_persons")

    def _failed(self, error: Exception) -> None:
        fault = refusal(error)
        if not self._gone:
            self._fault = fault
            self.paint()
