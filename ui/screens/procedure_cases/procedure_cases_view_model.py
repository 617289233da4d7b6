"""The cases of a procedure to choose from: each has its own papers and time."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from ui.context import ScreenContext
from ui.procedure_names import plain_name
from ui.rows import RowModel
from ui.sections import section_rows
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class ProcedureCasesViewModel(ViewModel):  # type: ignore[operator]
    """`about`: code. Names of cases are shown whole: a person must see which one is theirs."""

    textsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._procedure: Procedure | None = None
        self._rows = RowModel(self)
        self._services.find.procedure(self._code, self._show)

    def retranslate(self) -> None:
        super().retranslate()
        self._show(self._procedure)

    def _show(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        if procedure is not None:
            self._rows.replace(section_rows(procedure, "cases", self._services.language()))
        self.textsChanged.emit()

    @Slot(str)
    def open(self, number: str) -> None:
        """A case was touched."""
        self._way.go("procedure_section", code=self._code, section="cases", case=int(number))

    @Slot()
    def callHelp(self) -> None:
        """Not sure which one: ask a person."""
        self._way.go("call_help")

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        """The procedure's name, short."""
        return plain_name(self._procedure, self._services.language()) if self._procedure is not None else ""
