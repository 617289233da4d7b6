"""Before a form: what it is, what it is not, and what happens with the answers."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.health import IntakeState
from ui.context import ScreenContext
from ui.print_words import TROUBLE, printer_title
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class FormStartViewModel(ViewModel):  # type: ignore[operator]
    """Informs before anything is asked (Law 91/2025/QH15: purpose, what is kept, for how long)."""

    textsChanged = Signal()
    procedureChanged = Signal()
    printerChanged = Signal()
    openChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._form = self._services.forms[self._code]
        self._procedure: Procedure | None = None
        self._stop = self._services.printing.watch_condition(lambda _condition: self.printerChanged.emit())
        self._services.find.procedure(self._code, self._show)
        self._left = False
        # A pupil's answers are kept nowhere: nothing has to be ready for them.
        self._is_open = self._services.visit.practice
        if not self._is_open:
            self._services.intake.ask(self._answered)

    def leave(self) -> None:
        self._left = True
        self._stop()

    def _answered(self, state: IntakeState) -> None:
        """Nobody types for nothing: where no form can be kept, another page says so."""
        if self._left:
            return
        self._is_open = state is IntakeState.OPEN
        self.openChanged.emit()
        if not self._is_open:
            self._way.instead("form_closed", code=self._code)

    def retranslate(self) -> None:
        super().retranslate()
        self.printerChanged.emit()

    def _show(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self.procedureChanged.emit()

    @Slot()
    def begin(self) -> None:
        """The first question, once it is known that the answers can be kept."""
        if not self._is_open:
            return
        self._way.go("form_question", code=self._code, index=0)

    @Slot()
    def refuse(self) -> None:
        """Rather not: nothing was asked, nothing is kept."""
        self._way.back()

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return self._form.title_en if self._services.language() == "en" else self._form.title_vi

    @Property(str, notify=printerChanged)
    def printerTrouble(self) -> str:
        """Why no slip would come out now, or empty: said before the first question."""
        condition = self._services.printing.condition()
        return printer_title(condition) if condition in TROUBLE else ""

    @Property(bool, notify=openChanged)
    def open(self) -> bool:
        """True once it is known that a form can be kept."""
        return self._is_open

    @Property(int, constant=True)
    def questionCount(self) -> int:
        return len(self._form.fields)

    @Property(bool, constant=True)
    def demo(self) -> bool:
        return self._services.demo
