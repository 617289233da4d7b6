"""S4, one procedure as four cards in fixed order, and what can be done about it here."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Detail, PlainText, Procedure
from kiosk.domain.freshness import withdrawn_on
from kiosk.domain.procedure_cases import case_choices
from kiosk.ports.printing import PrinterCondition
from ui.context import ScreenContext
from ui.dates import short_date
from ui.facts import fee_fact, paper_rows, place_fact, source_line, time_fact
from ui.own_form import takes_in
from ui.procedure_cards import card_rows, notice_rows
from ui.procedure_names import whole_name
from ui.reading import paragraphs, shortened
from ui.rows import Row, RowModel
from ui.sections import section_rows
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

_SHORT_TITLE = 70
_SHORT_OFFICIAL = 110
_SHORT_PAPER = 150
_MOST_AT_ONCE = 40

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
        self._today = self._services.clock.now().date()
        self._papers = RowModel(self)
        self._notices: list[Row] = []
        self._cards, self._cards_with_name = RowModel(self), RowModel(self)
        self._cards_without_source = RowModel(self)
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
            language, taken_at = self._services.language(), self._catalogue_day()
            self._papers.replace(paper_rows(self._procedure, self._text()))
            self._notices = notice_rows(self._procedure, today=self._today, catalogue_taken_at=taken_at)
            cards = card_rows(
                self._procedure,
                language,
                self._services.hall,
                papers=self._papers.rows,
                notices=self._notices,
                catalogue_taken_at=taken_at,
            )
            self._cards.replace(cards)
            self._cards_without_source.replace([card for card in cards if card.key != "source"])
            name = [
                Row(key=f"name-{place}", title=piece, icon="") for place, piece in enumerate(self._pieces())
            ]
            name[0] = replace(name[0], note=self._code_and_day(), icon="description")
            self._cards_with_name.replace([*name, *cards])
        self.factsChanged.emit()

    def _catalogue_day(self) -> date | None:
        info = self._services.catalogue()
        return info.taken_at if info is not None else None

    def _text(self) -> PlainText | None:
        return self._procedure.text(self._services.language()) if self._procedure is not None else None

    def _name(self) -> str:
        """Our plain name, else the official one."""
        return whole_name(self._procedure, self._services.language()) if self._procedure is not None else ""

    def _pieces(self) -> tuple[str, ...]:
        """The name in paragraphs that fit a card each; one at least."""
        return paragraphs(self._name()) or (self._code,)

    def _code_and_day(self) -> str:
        """Decision and day of the facts on one line, for screens with little height."""
        if self._procedure is None:
            return ""
        decision, taken_at = self._procedure.decision_no, self._procedure.taken_at or self._catalogue_day()
        if not decision or taken_at is None:
            return translated("Procedure", "Mã %1").replace("%1", self._code)
        words = translated("Procedure", "Quyết định %1, dữ liệu ngày %2")
        return words.replace("%1", decision).replace("%2", short_date(taken_at))

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
        elif self._has_cases():
            self._way.go("procedure_cases", code=self._code)

    @Slot()
    def preRegister(self) -> None:
        """Fill in the form here."""
        if self._can_pre_register():
            self._way.go("form_start", code=self._code)

    @Slot()
    def openSteps(self) -> None:
        """What to do first, and after."""
        self._way.go("procedure_section", code=self._code, section="steps")

    @Slot()
    def openLegal(self) -> None:
        """The legal basis."""
        self._way.go("procedure_section", code=self._code, section="legal")

    @Slot()
    def openMore(self) -> None:
        """Everything else the record says."""
        self._way.go("procedure_more", code=self._code)

    @Slot()
    def openReplacement(self) -> None:
        """The procedure that took this one's place."""
        if self._replacement():
            self._way.go("procedure", code=self._replacement())

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
    def cardsWithoutSource(self) -> RowModel:
        """For pages that say beside the name where the facts come from."""
        return self._cards_without_source

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
    def shortTitle(self) -> str:
        """The first words of a long name, for a place above the page that holds all of it."""
        return shortened(self._name(), _SHORT_TITLE)

    @Property(bool, notify=factsChanged)
    def isShort(self) -> bool:
        """True for few enough cards to stand on one page that is moved."""
        return self._cards_with_name.rowCount() <= _MOST_AT_ONCE

    @Property(bool, notify=factsChanged)
    def hasLongPapers(self) -> bool:
        """True where papers are told in official paragraphs: each needs a card of its own."""
        return any(len(row.title) > _SHORT_PAPER for row in self._papers.rows)

    @Property(str, notify=factsChanged)
    def officialLine(self) -> str:
        """The official name under the plain one, its first words where it is long; else only the code."""
        if self._procedure is None:
            return ""
        if self._text() is None:
            return translated("Procedure", "Mã %1").replace("%1", self._code)
        words = translated("Procedure", "Tên chính thức: %1, mã %2")
        official = shortened(self._procedure.name.rstrip(". "), _SHORT_OFFICIAL)
        return words.replace("%1", official).replace("%2", self._code)

    @Property(str, notify=factsChanged)
    def shortOfficialLine(self) -> str:
        return self._code_and_day()

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
        """The decision and the day of the facts."""
        return source_line(self._procedure, self._catalogue_day()) if self._procedure is not None else ""

    @Property(bool, notify=factsChanged)
    def hasNotices(self) -> bool:
        """True where something must be known before the cards; more than one stand among the cards."""
        return bool(self._notices)

    @Property(bool, notify=factsChanged)
    def hasManyNotices(self) -> bool:
        return len(self._notices) > 1

    @Property(str, notify=factsChanged)
    def noticeKind(self) -> str:
        return self._notices[0].pigment if self._notices else "info"

    @Property(str, notify=factsChanged)
    def noticeTitle(self) -> str:
        return self._notices[0].title if self._notices else ""

    @Property(str, notify=factsChanged)
    def noticeLine(self) -> str:
        return self._notices[0].line if self._notices else ""

    @Property(bool, notify=factsChanged)
    def hasSteps(self) -> bool:
        return self._has_section("steps")

    @Property(bool, notify=factsChanged)
    def hasLegal(self) -> bool:
        return self._has_section("legal")

    @Property(bool, notify=factsChanged)
    def isWithdrawn(self) -> bool:
        """True where the procedure is no longer done."""
        return self._is_withdrawn()

    @Property(bool, notify=factsChanged)
    def hasReplacement(self) -> bool:
        return bool(self._replacement())

    @Property(bool, notify=factsChanged)
    def hasCases(self) -> bool:
        """True where the record's own cases are to be chosen from, and no questions of ours do it better."""
        return self._has_cases()

    @Property(bool, notify=factsChanged)
    def canPreRegister(self) -> bool:
        return self._can_pre_register()

    @Property(bool, notify=factsChanged)
    def hasQuestions(self) -> bool:
        return self._has_questions()

    def _has_questions(self) -> bool:
        return self._procedure is not None and bool(self._procedure.questions)

    def _has_cases(self) -> bool:
        return (
            self._procedure is not None and not self._has_questions() and bool(case_choices(self._procedure))
        )

    def _has_section(self, section: str) -> bool:
        return self._procedure is not None and bool(
            section_rows(self._procedure, section, self._services.language())
        )

    def _is_withdrawn(self) -> bool:
        return self._procedure is not None and withdrawn_on(self._procedure, self._today) is not None

    def _replacement(self) -> str:
        """The successor's code where this procedure is no longer done."""
        return self._procedure.replaced_by if self._procedure is not None and self._is_withdrawn() else ""

    def _can_pre_register(self) -> bool:
        known = self._procedure is not None and self._procedure.detail is Detail.FULL
        done_here = takes_in(self._services, self._code)
        return known and done_here and not self._is_withdrawn()
