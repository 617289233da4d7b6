"""S6, the papers of the person's own case, ticked off one by one."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.personal_checklist import Need, PersonalPaper
from kiosk.ports.printing import PrinterCondition
from ui.context import ScreenContext
from ui.own_form import takes_in
from ui.own_papers import own_checklist, own_note
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

_PRINTS = frozenset({PrinterCondition.READY, PrinterCondition.PAPER_LOW, PrinterCondition.UNKNOWN})

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class ChecklistViewModel(ViewModel):  # type: ignore[operator]
    """What was ticked stays in the visit's memory, by the paper's place in the catalogue's list."""

    textsChanged = Signal()
    listChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._procedure: Procedure | None = None
        self._papers: tuple[PersonalPaper, ...] = ()
        self._rows = RowModel(self)
        self._services.find.procedure(self._code, self._show)

    def arrive(self) -> None:
        self._paint()

    def leave(self) -> None:
        self._papers = ()

    def retranslate(self) -> None:
        super().retranslate()
        self._paint()

    def _show(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self._paint()
        self.textsChanged.emit()

    def _paint(self) -> None:
        if self._procedure is None:
            return
        self._papers = own_checklist(self._services, self._procedure)
        ticked = self._services.visit.ticked.get(self._code, set())
        self._rows.replace(
            [
                Row(
                    key=str(own.number),
                    title=own.paper.name,
                    line=own_note(own),
                    icon=own.paper.icon,
                    marked=own.number in ticked,
                )
                for own in self._papers
            ]
        )
        self.listChanged.emit()

    @Slot(str, bool)
    def tick(self, key: str, has: bool) -> None:
        """The person has this paper, or has it not."""
        ticked = self._services.visit.ticked_of(self._code)
        if has:
            ticked.add(int(key))
        else:
            ticked.discard(int(key))
        self._paint()

    @Slot()
    def printList(self) -> None:
        """This list on paper, or other ways when there is no paper."""
        fit = self._services.printing.condition() in _PRINTS
        self._way.go("print_sheet" if fit else "printer_trouble", code=self._code, own=True)

    @Slot()
    def takeAway(self) -> None:
        """This list as a QR code."""
        self._way.go("take_away", code=self._code, own=True)

    @Slot()
    def preRegister(self) -> None:
        """Fill in the form here."""
        if self._can_pre_register():
            self._way.go("form_start", code=self._code)

    def _can_pre_register(self) -> bool:
        return takes_in(self._services, self._code)

    def _missing(self, *needs: Need) -> int:
        ticked = self._services.visit.ticked.get(self._code, set())
        return sum(own.need in needs and own.number not in ticked for own in self._papers)

    # --- what QML shows -------------------------------------------------------------------------

    @Property(QObject, constant=True)
    def papers(self) -> RowModel:
        return self._rows

    @Property(bool, notify=listChanged)
    def loaded(self) -> bool:
        return self._procedure is not None

    @Property(bool, notify=listChanged)
    def complete(self) -> bool:
        """True when every paper that is sure to be needed is ticked."""
        return self._missing(Need.NEEDED) == 0

    @Property(str, notify=listChanged)
    def stateTitle(self) -> str:
        missing = self._missing(Need.NEEDED)
        if missing == 0:
            return translated("Checklist", "Đã đủ giấy cần mang.")
        return translated("Checklist", "Còn thiếu %1 giấy.").replace("%1", str(missing))

    @Property(str, notify=listChanged)
    def stateLine(self) -> str:
        """What to do about papers that are not sure, else what comes next."""
        open_ones = self._missing(Need.ASK, Need.SEE_NOTE)
        if open_ones:
            words = translated("Checklist", "Hỏi cán bộ về %1 giấy nữa.")
            return words.replace("%1", str(open_ones))
        if self._missing(Need.NEEDED):
            return translated("Checklist", "In danh sách này để mang về chuẩn bị.")
        return translated("Checklist", "Mời ông/bà đến quầy.")

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        text = self._procedure.text(self._services.language()) if self._procedure is not None else None
        words = translated("Checklist", "%1. Chạm vào giấy đã có.")
        return words.replace("%1", text.name) if text is not None else ""

    @Property(bool, notify=listChanged)
    def canPreRegister(self) -> bool:
        return self._procedure is not None and self._can_pre_register()
