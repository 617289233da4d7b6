"""S4, one procedure as four cards in fixed order, and what can be done about it here."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Detail, PlainText, Procedure
from kiosk.ports.printing import PrinterCondition
from ui.context import ScreenContext
from ui.facts import bare_name, fee_fact, paper_rows, place_fact, source_line, time_fact
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

_NO_PAPER = frozenset(
    {
        PrinterCondition.PAPER_OUT,
        PrinterCondition.COVER_OPEN,
        PrinterCondition.BUSY,
        PrinterCondition.OFFLINE,
        PrinterCondition.FAULT,
        PrinterCondition.UNREACHABLE,
    }
)

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class ProcedureViewModel(ViewModel):  # type: ignore[operator]
    """Keeps the procedure it was opened with: a refresh does not change it under the reader."""

    factsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._procedure: Procedure | None = None
        self._missing = False
        self._papers = RowModel(self)
        self._cards, self._cards_with_name = RowModel(self), RowModel(self)
        self._services.find.procedure(self._code, self._show)

    def retranslate(self) -> None:
        super().retranslate()
        self._paint()

    def _show(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self._missing = procedure is None
        self._paint()

    def _paint(self) -> None:
        if self._procedure is not None:
            self._papers.replace(paper_rows(self._procedure, self._text()))
            cards = self._card_rows(self._procedure)
            self._cards.replace(cards)
            name = Row(key="name", title=self._name(), note=self._code_and_decision())
            self._cards_with_name.replace([name, *cards])
        self.factsChanged.emit()

    def _card_rows(self, procedure: Procedure) -> list[Row]:
        """The four cards as rows, the papers one by one, for pages that show them one under another."""
        papers = self._papers.rows
        bring = translated("ProcedureScreen", "Cần mang gì")
        rows = [
            Row(
                key=f"paper-{paper.key}",
                title=paper.title,
                line=paper.line,
                icon=paper.icon,
                note=f"{bring} ({number}/{len(papers)})",
            )
            for number, paper in enumerate(papers, 1)
        ]
        if not papers:
            ask = translated("ProcedureScreen", "Máy chưa có danh sách. Mời ông/bà hỏi cán bộ.")
            rows = [Row(key="paper-none", title=ask, icon="folder_open", note=bring)]
        text, hall = self._text(), self._services.hall
        facts = (
            (
                "time",
                time_fact(procedure, text),
                "schedule",
                "sky",
                translated("ProcedureScreen", "Mất bao lâu"),
            ),
            (
                "fee",
                fee_fact(procedure, text),
                "payments",
                "jade",
                translated("ProcedureScreen", "Bao nhiêu tiền"),
            ),
            (
                "place",
                place_fact(procedure, text, hall),
                "location_on",
                "rose",
                translated("ProcedureScreen", "Nộp ở đâu"),
            ),
        )
        return rows + [
            Row(key=key, title=fact.headline, line=fact.line, icon=icon, pigment=pigment, note=note)
            for key, fact, icon, pigment, note in facts
        ]

    def _text(self) -> PlainText | None:
        return self._procedure.text(self._services.language()) if self._procedure is not None else None

    def _name(self) -> str:
        """Our plain name, else the official one."""
        if self._procedure is None:
            return ""
        text = self._text()
        return text.name if text is not None else bare_name(self._procedure.name)

    def _code_and_decision(self) -> str:
        """Code and decision on one line, for screens with little height."""
        if self._procedure is None:
            return ""
        decision = self._procedure.decision_no
        if not decision:
            return translated("Procedure", "Mã %1").replace("%1", self._code)
        words = translated("Procedure", "Mã %1, Quyết định %2")
        return words.replace("%1", self._code).replace("%2", decision)

    @Slot()
    def printList(self) -> None:
        """Paper with the list, or other ways when there is no paper: said before, not after."""
        if self._services.printing.condition() in _NO_PAPER:
            self._way.go("printer_trouble", code=self._code)
        else:
            self._way.go("print_sheet", code=self._code)

    @Slot()
    def takeAway(self) -> None:
        """The list as a QR code."""
        self._way.go("take_away", code=self._code)

    @Slot()
    def askCase(self) -> None:
        """Questions about the own case, then the papers of that case."""
        if self._has_questions():
            self._way.go("checklist_question", code=self._code, index=0)

    @Slot()
    def preRegister(self) -> None:
        """Fill in the form here."""
        if self._can_pre_register():
            self._way.go("form_start", code=self._code)

    @Slot()
    def callHelp(self) -> None:
        """Ask a person."""
        self._way.go("call_help")

    @Property(QObject, constant=True)
    def papers(self) -> RowModel:
        return self._papers

    @Property(QObject, constant=True)
    def cards(self) -> RowModel:
        return self._cards

    @Property(QObject, constant=True)
    def cardsWithName(self) -> RowModel:
        return self._cards_with_name

    @Property(bool, notify=factsChanged)
    def loaded(self) -> bool:
        return self._procedure is not None

    @Property(bool, notify=factsChanged)
    def missing(self) -> bool:
        return self._missing

    @Property(str, notify=factsChanged)
    def title(self) -> str:
        return self._name()

    @Property(str, notify=factsChanged)
    def officialLine(self) -> str:
        """The official name under the plain one; only the code where both are the same."""
        if self._procedure is None:
            return ""
        if self._text() is None:
            return translated("Procedure", "Mã %1").replace("%1", self._code)
        words = translated("Procedure", "Tên chính thức: %1, mã %2")
        return words.replace("%1", self._procedure.name.rstrip(". ")).replace("%2", self._code)

    @Property(str, notify=factsChanged)
    def shortOfficialLine(self) -> str:
        return self._code_and_decision()

    @Property(bool, notify=factsChanged)
    def listOnly(self) -> bool:
        return self._procedure is not None and self._procedure.detail is Detail.LIST

    @Property(str, notify=factsChanged)
    def timeHeadline(self) -> str:
        return time_fact(self._procedure, self._text()).headline if self._procedure is not None else ""

    @Property(str, notify=factsChanged)
    def timeLine(self) -> str:
        return time_fact(self._procedure, self._text()).line if self._procedure is not None else ""

    @Property(str, notify=factsChanged)
    def feeHeadline(self) -> str:
        return fee_fact(self._procedure, self._text()).headline if self._procedure is not None else ""

    @Property(str, notify=factsChanged)
    def feeLine(self) -> str:
        return fee_fact(self._procedure, self._text()).line if self._procedure is not None else ""

    @Property(str, notify=factsChanged)
    def placeHeadline(self) -> str:
        if self._procedure is None:
            return ""
        return place_fact(self._procedure, self._text(), self._services.hall).headline

    @Property(str, notify=factsChanged)
    def placeLine(self) -> str:
        if self._procedure is None:
            return ""
        return place_fact(self._procedure, self._text(), self._services.hall).line

    @Property(str, notify=factsChanged)
    def sourceLine(self) -> str:
        return source_line(self._procedure) if self._procedure is not None else ""

    @Property(bool, notify=factsChanged)
    def canPreRegister(self) -> bool:
        return self._can_pre_register()

    @Property(bool, notify=factsChanged)
    def hasQuestions(self) -> bool:
        return self._has_questions()

    def _has_questions(self) -> bool:
        return self._procedure is not None and bool(self._procedure.questions)

    def _can_pre_register(self) -> bool:
        return self._services.takes_dossiers and self._code in self._services.forms
