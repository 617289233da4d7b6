"""T1, what the machine is called on its sheets."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep
from ui.context import ScreenContext
from ui.keyboard_page import KeyboardPageViewModel
from ui.setup_way import went_through
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LONGEST = 40


@QmlElement
@QmlUncreatable("Made by the way")
class TechNameViewModel(KeyboardPageViewModel):  # type: ignore[operator]
    """A few letters, written into the settings."""

    textsChanged = Signal()
    valueChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        staff, self._way = context.services.staff, context.way
        self._machine, self._setup = staff.machine, staff.technicians.setup
        self._value, self._fault, self._gone = "", "", False

    def leave(self) -> None:
        self._gone = True

    def retranslate(self) -> None:
        super().retranslate()
        self.valueChanged.emit()

    def typed_text(self) -> str:
        return self._value

    def _typed(self, value: str) -> None:
        self._value, self._fault = value[:_LONGEST], ""
        self.valueChanged.emit()

    @Slot()
    def next(self) -> None:
        """Keep the name."""
        if self._value.strip():
            self._machine.set("kiosk.name", self._value.strip(), self._told)
        else:
            self._fault = translated("TechName", "Nhập tên máy trước.")
            self.valueChanged.emit()

    def _told(self, refusal: str) -> None:
        if self._gone:
            return
        if refusal:
            self._fault = refusal
            self.valueChanged.emit()
        else:
            went_through(self._setup, self._way, SetupStep.NAME, value=self._value.strip())

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return translated("TechName", "Máy này tên gì?")

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        return translated("TechName", "In trên phiếu sau chữ Máy, như: số 1.")

    @Property(str, notify=valueChanged)
    def value(self) -> str:
        return self._value

    @Property(str, notify=valueChanged)
    def fault(self) -> str:
        return self._fault
