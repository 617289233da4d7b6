"""One section of a procedure's record to read, whole, page by page."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.procedure_cases import case_choices
from ui.context import ScreenContext
from ui.procedure_names import plain_name
from ui.reading import shortened
from ui.rows import RowModel
from ui.section_titles import section_icon, section_title
from ui.sections import case_rows, section_rows
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LONGEST_CASE_TITLE = 100
_MOST_AT_ONCE = 40


@QmlElement
@QmlUncreatable("Made by the way")
class ProcedureSectionViewModel(ViewModel):  # type: ignore[operator]
    """`about`: code and section; for the section `cases` also `case`, its number from 0."""

    textsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._section = context.text_about("section")
        self._case = int(str(context.about.get("case", -1)))
        self._procedure: Procedure | None = None
        self._loaded = False
        self._rows = RowModel(self)
        self._services.find.procedure(self._code, self._show)

    def retranslate(self) -> None:
        super().retranslate()
        self._paint()

    def _show(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self._loaded = True
        self._paint()

    def _paint(self) -> None:
        if self._procedure is not None:
            rows = (
                case_rows(self._procedure, self._case)
                if self._section == "cases"
                else section_rows(self._procedure, self._section, self._services.language())
            )
            self._rows.replace(rows)
        self.textsChanged.emit()

    @Slot()
    def finish(self) -> None:
        """Back to where they were."""
        self._way.back()

    @Slot()
    def callHelp(self) -> None:
        """Ask a person."""
        self._way.go("call_help")

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(bool, notify=textsChanged)
    def empty(self) -> bool:
        return self._loaded and self._rows.rowCount() == 0

    @Property(bool, notify=textsChanged)
    def isShort(self) -> bool:
        """True for few enough paragraphs to stand on one page that is moved."""
        return self._rows.rowCount() <= _MOST_AT_ONCE

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        if self._section == "cases" and self._procedure is not None:
            choices = case_choices(self._procedure)
            if 0 <= self._case < len(choices):
                return shortened(choices[self._case].name, _LONGEST_CASE_TITLE)
        return section_title(self._section)

    @Property(str, constant=True)
    def icon(self) -> str:
        return section_icon(self._section)

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        """The procedure's name, short."""
        return plain_name(self._procedure, self._services.language()) if self._procedure is not None else ""

    @Property(str, notify=textsChanged)
    def languageLine(self) -> str:
        """Says in English that the official words are Vietnamese; nothing in Vietnamese."""
        if self._services.language() == "vi":
            return ""
        return translated("ProcedureSection", "Lời của hồ sơ chính thức chỉ có tiếng Việt.")
