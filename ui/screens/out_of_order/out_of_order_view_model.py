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
    """Says where else help is; never an error text."""

    textsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._hall = context.services.hall

    @Property(str, notify=textsChanged)
    def hotline(self) -> str:
        """The first telephone number of the hall, or empty."""
        line = next(iter(self._hall.hotlines), None)
        return f"{line.name}: {line.number}" if line is not None else ""
