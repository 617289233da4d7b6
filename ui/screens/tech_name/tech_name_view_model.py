"""T1, what the machine is called on its sheets."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep
from ui.context import ScreenContext
from ui.setup_way import went_through
from ui.view_model import translated
from ui.write_page import WritePageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LONGEST = 40


@QmlElement
@QmlUncreatable("Made by the way")
class TechNameViewModel(WritePageViewModel):  # type: ignore[operator]
    """A few letters, written into the settings."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        staff, self._way = context.services.staff, context.way
        self._machine, self._setup = staff.machine, staff.technicians.setup

    def kept(self, value: str) -> str:
        return value[:_LONGEST]

    @Slot()
    def next(self) -> None:
        """Keep the name."""
        if self._value.strip():
            self._machine.set("kiosk.name", self._value.strip(), self._told)
        else:
            self.refuse(translated("TechName", "Nhập tên máy trước."))

    def _told(self, refusal: str) -> None:
        if self._gone:
            return
        if refusal:
            self.refuse(refusal)
        else:
            went_through(self._setup, self._way, SetupStep.NAME, value=self._value.strip())

    def asked(self) -> str:
        return translated("TechName", "Máy này tên gì?")

    def explained(self) -> str:
        return translated("TechName", "In trên phiếu sau chữ Máy, như: số 1.")
