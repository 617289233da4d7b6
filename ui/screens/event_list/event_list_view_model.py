"""S2, the procedures of one life event, or of one field."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import LifeEvent, ProcedureRow
from ui.context import ScreenContext
from ui.result_rows import choice_row
from ui.rows import RowModel
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class EventListViewModel(ViewModel):  # type: ignore[operator]
    """Rows to choose from; `about` holds either `event` or `field`."""

    textsChanged = Signal()
    rowsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way, self._about = context.services, context.way, context.about
        self._rows = RowModel(self)
        self._event: LifeEvent | None = None
        self._loaded = False
        self._load()

    def retranslate(self) -> None:
        super().retranslate()
        self._load()

    def _load(self) -> None:
        language = self._services.language()
        if "event" in self._about:
            event_id = str(self._about["event"])
            self._services.find.life_events(lambda events: self._named(events, event_id))
            self._services.find.rows_of_event(event_id, language, self._show)
        else:
            self._services.find.rows_of_field(str(self._about["field"]), language, self._show)

    def _named(self, events: tuple[LifeEvent, ...], event_id: str) -> None:
        self._event = next((event for event in events if event.event_id == event_id), None)
        self.textsChanged.emit()
        self._paint()

    def _show(self, found: tuple[ProcedureRow, ...]) -> None:
        self._loaded = True
        of_field = "field" in self._about
        self._rows.replace([choice_row(row, pigment=self._pigment(), official=of_field) for row in found])
        self.rowsChanged.emit()

    def _paint(self) -> None:
        self._rows.replace([replace(row, pigment=self._pigment()) for row in self._rows.rows])

    @Slot(str)
    def open(self, code: str) -> None:
        """A procedure was touched."""
        self._way.go("procedure", code=code)

    @Slot()
    def callHelp(self) -> None:
        """Nothing here: ask a person."""
        self._way.go("call_help")

    @Slot()
    def search(self) -> None:
        """Not found in this list: search by words."""
        self._way.go("search")

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(bool, notify=rowsChanged)
    def empty(self) -> bool:
        return self._loaded and self._rows.rowCount() == 0

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        if self._event is None:
            return str(self._about.get("field", ""))
        return self._event.title_en if self._services.language() == "en" else self._event.title_vi

    @Property(str, notify=textsChanged)
    def icon(self) -> str:
        return self._event.icon if self._event is not None else "menu_book"

    @Property(str, notify=textsChanged)
    def pigment(self) -> str:
        return self._pigment()

    def _pigment(self) -> str:
        return self._event.pigment if self._event is not None else "sky"
