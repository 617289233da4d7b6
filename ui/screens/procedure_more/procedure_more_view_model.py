"""Everything else the record says about a procedure, as a menu of sections."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.official_links import official_link
from ui.context import ScreenContext
from ui.facts import source_line
from ui.print_words import TROUBLE
from ui.procedure_names import plain_name
from ui.rows import Row, RowModel
from ui.section_titles import section_row
from ui.sections import section_keys
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
PUPILS = "pupils"


@QmlElement
@QmlUncreatable("Made by the way")
class ProcedureMoreViewModel(ViewModel):  # type: ignore[operator]
    """Only sections with content stand in the menu. `about`: code."""

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
            keys = [*section_keys(procedure), *(["link"] if official_link(procedure.url) else [])]
            self._rows.replace([*(section_row(procedure, key) for key in keys), _pupils_row()])
        self.textsChanged.emit()

    @Slot(str)
    def open(self, section: str) -> None:
        """A section was touched."""
        if section == PUPILS:
            fit = self._services.printing.condition() not in TROUBLE
            self._way.go("print_sheet" if fit else "printer_trouble", code=self._code, sheet=PUPILS)
        elif section == "link":
            self._way.go("official_link", code=self._code)
        elif section == "cases":
            self._way.go("procedure_cases", code=self._code)
        else:
            self._way.go("procedure_section", code=self._code, section=section)

    @Slot()
    def finish(self) -> None:
        """Back to the page of the procedure."""
        self._way.back()

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        """The procedure's name, short."""
        return plain_name(self._procedure, self._services.language()) if self._procedure is not None else ""

    @Property(str, notify=textsChanged)
    def sourceLine(self) -> str:
        info = self._services.catalogue()
        if self._procedure is None:
            return ""
        return source_line(self._procedure, info.taken_at if info is not None else None)


def _pupils_row() -> Row:
    return Row(
        key=PUPILS,
        title=translated("ProcedureMore", "In bài tập cho học sinh"),
        line=translated("ProcedureMore", "Em cùng gia đình chuẩn bị giấy tờ."),
        icon="school",
        pigment="plum",
    )
