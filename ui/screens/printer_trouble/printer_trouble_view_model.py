"""E1, the printer cannot print: what still works, the best other way first."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ports.printing import PrinterCondition
from ui.context import ScreenContext
from ui.print_words import printer_remedy, printer_title
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class PrinterTroubleViewModel(ViewModel):  # type: ignore[operator]
    """Each condition has its own words; the screen follows the printer while it shows."""

    textsChanged = Signal()
    conditionChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._own = bool(context.about.get("own", False))
        self._sheet = str(context.about.get("sheet", "checklist"))
        self._stop = self._services.printing.watch_condition(self._changed)

    def leave(self) -> None:
        self._stop()

    def _changed(self, _condition: PrinterCondition) -> None:
        self.conditionChanged.emit()
        self.textsChanged.emit()

    @Slot()
    def takeAway(self) -> None:
        """QR first."""
        self._way.instead("take_away", code=self._code, own=self._own)

    @Slot()
    def tryPrinter(self) -> None:
        """The printer is well again: print."""
        self._way.instead("print_sheet", code=self._code, own=self._own, sheet=self._sheet)

    @Slot()
    def callHelp(self) -> None:
        """Ask a person."""
        self._way.go("call_help")

    @Slot()
    def goOn(self) -> None:
        """Go on without paper."""
        self._way.back()

    @Property(bool, notify=conditionChanged)
    def wellAgain(self) -> bool:
        return self._well_again()

    def _well_again(self) -> bool:
        return self._services.printing.condition() in {PrinterCondition.READY, PrinterCondition.PAPER_LOW}

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return printer_title(self._services.printing.condition())

    @Property(str, notify=textsChanged)
    def lead(self) -> str:
        condition = self._services.printing.condition()
        if self._well_again() or condition is PrinterCondition.BUSY:
            return printer_remedy(condition)
        meanwhile = translated("PrinterTrouble", "Ông/bà vẫn làm được mọi việc khác.")
        return f"{printer_remedy(condition)} {meanwhile}"
