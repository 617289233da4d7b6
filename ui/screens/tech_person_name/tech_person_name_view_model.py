"""Another person, first their name."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import NAME_MAX, NameRefused, Role, checked_name
from ui.context import ScreenContext
from ui.view_model import translated
from ui.write_page import WritePageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechPersonNameViewModel(WritePageViewModel):  # type: ignore[operator]
    """`about`: the `role` the person gets."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._way, self._role = context.way, Role(context.text_about("role"))
        self._faulty = False

    def kept(self, value: str) -> str:
        self._faulty = False
        return " ".join(word[:1].upper() + word[1:] for word in value.split(" "))[:NAME_MAX]

    @Slot()
    def next(self) -> None:
        """On to the PIN, once there is a name."""
        try:
            name = checked_name(self._value)
        except NameRefused:
            self._faulty = True
            self.valueChanged.emit()
            return
        self._way.go("tech_person_pin", name=name, role=self._role.value)

    def asked(self) -> str:
        if self._role is Role.TECHNICIAN:
            return translated("TechPersonName", "Kỹ thuật viên mới tên gì?")
        return translated("TechPersonName", "Cán bộ mới tên gì?")

    def explained(self) -> str:
        return translated("TechPersonName", "Tên hiện khi vào, và trong nhật ký.")

    def fault_words(self) -> str:
        return translated("TechPersonName", "Nhập họ và tên trước.") if self._faulty else ""
