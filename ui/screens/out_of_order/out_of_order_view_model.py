"""E4, the screen after a fault of ours: a person helps, the machine starts again by itself."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class OutOfOrderViewModel(ViewModel):  # type: ignore[operator]
    """Says when it is back and where else help is; never an error text."""

    textsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._hall = context.services.hall

    @Property(str, notify=textsChanged)
    def place(self) -> str:
        """The first counter and how to find it, or empty."""
        counter = next(iter(self._hall.counters), None)
        if counter is None:
            return ""
        return f"{counter.name}: {counter.directions}" if counter.directions else counter.name

    @Property(str, notify=textsChanged)
    def openingHours(self) -> str:
        """When people sit there, or empty."""
        return self._hall.opening_hours

    @Property(str, notify=textsChanged)
    def hotline(self) -> str:
        """The first telephone number of the hall, or empty."""
        line = next(iter(self._hall.hotlines), None)
        return f"{line.name}: {line.number}" if line is not None else ""
