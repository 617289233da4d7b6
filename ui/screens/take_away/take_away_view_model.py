"""The list in the citizen's own phone, as a QR code that needs no network."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.checklist import take_away_codes, take_away_lines
from kiosk.domain.official_links import official_link
from ui.context import ScreenContext
from ui.own_papers import own_papers
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TakeAwayViewModel(ViewModel):  # type: ignore[operator]
    """At most two codes that hold the text itself. `about`: code, and `own` for the own case's papers."""

    codesChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._own = bool(context.about.get("own", False))
        self._procedure: Procedure | None = None
        self._codes: tuple[str, ...] = ()
        self._complete = True
        self._shown = 0
        self._services.find.procedure(self._code, self._show)

    def retranslate(self) -> None:
        super().retranslate()
        self._show(self._procedure)

    def _show(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        if procedure is not None:
            papers = own_papers(self._services, procedure) if self._own else None
            lines = take_away_lines(procedure, procedure.text(self._services.language()), papers)
            self._codes, self._complete = take_away_codes(lines, link=official_link(procedure.url))
        self._shown = 0
        self.codesChanged.emit()

    @Slot()
    def nextCode(self) -> None:
        """Show the other code."""
        self._shown = (self._shown + 1) % max(1, len(self._codes))
        self.codesChanged.emit()

    @Slot()
    def printList(self) -> None:
        """Paper instead, or as well."""
        self._way.instead("print_sheet", code=self._code, own=self._own)

    @Slot()
    def finish(self) -> None:
        """The photo is taken."""
        self._way.back()

    @Property(str, notify=codesChanged)
    def payload(self) -> str:
        return self._codes[self._shown] if self._codes else ""

    @Property(int, notify=codesChanged)
    def codeNumber(self) -> int:
        return self._shown + 1

    @Property(int, notify=codesChanged)
    def codeCount(self) -> int:
        return len(self._codes)

    @Property(bool, notify=codesChanged)
    def complete(self) -> bool:
        """False when the list was too long for two codes; paper holds all of it."""
        return self._complete
