"""S0, the screen of a kiosk nobody uses: what it is for, and that any touch starts."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ports.printing import PrinterCondition
from ui.context import ScreenContext
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class AttractViewModel(ViewModel):  # type: ignore[operator]
    """Says only what is known: "paper ready" needs a printer that said so."""

    textsChanged = Signal()
    printerChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._stop = self._services.printing.watch_condition(lambda _condition: self.printerChanged.emit())

    def leave(self) -> None:
        self._stop()

    @Slot()
    def start(self) -> None:
        """Any touch begins a visit."""
        self._way.home()

    @Property(str, notify=textsChanged)
    def ward(self) -> str:
        return self._services.hall.ward or translated("Attract", "Phường, xã chưa đặt tên")

    @Property(str, notify=textsChanged)
    def point(self) -> str:
        return self._services.hall.point

    @Property(str, constant=True)
    def badge(self) -> str:
        """Marks a machine in demo mode on every screen."""
        return "BẢN THỬ" if self._services.demo else ""

    @Property(str, notify=textsChanged)
    def openingHours(self) -> str:
        hours = self._services.hall.opening_hours
        return translated("Attract", "Quầy làm việc %1").replace("%1", hours) if hours else ""

    @Property(bool, notify=printerChanged)
    def printerReady(self) -> bool:
        return self._services.printing.condition() in {PrinterCondition.READY, PrinterCondition.PAPER_LOW}

    @Property(bool, constant=True)
    def takesDossiers(self) -> bool:
        return self._services.takes_dossiers
