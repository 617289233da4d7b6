"""Another person, first their name."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import NAME_MAX, NameRefused, Role, checked_name
from ui.context import ScreenContext
from ui.keyboard_page import KeyboardPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechPersonNameViewModel(KeyboardPageViewModel):  # type: ignore[operator]
    """`about`: the `role` the person gets."""

    textsChanged = Signal()
    valueChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._way, self._role = context.way, Role(context.text_about("role"))
        self._value, self._faulty = "", False

    def retranslate(self) -> None:
        super().retranslate()
        self.valueChanged.emit()

    def typed_text(self) -> str:
        return self._value

    def _typed(self, value: str) -> None:
        words = (word[:1].upper() + word[1:] for word in value.split(" "))
        self._value, self._faulty = " ".join(words)[:NAME_MAX], False
        self.valueChanged.emit()

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

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        if self._role is Role.TECHNICIAN:
            return translated("TechPersonName", "Kỹ thuật viên mới tên gì?")
        return translated("TechPersonName", "Cán bộ mới tên gì?")

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        return translated("TechPersonName", "Tên hiện khi vào, và trong nhật ký.")

    @Property(str, notify=valueChanged)
    def value(self) -> str:
        return self._value

    @Property(str, notify=valueChanged)
    def fault(self) -> str:
        return translated("TechPersonName", "Nhập họ và tên trước.") if self._faulty else ""
