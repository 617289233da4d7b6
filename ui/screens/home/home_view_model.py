"""S1, the first question: what does the person need to do?"""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import LifeEvent
from ui.context import ScreenContext
from ui.print_words import TROUBLE, printer_title
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_OTHER_WAYS = ("fields", "track", "hub")


def _other_ways() -> list[Row]:
    titles = (
        translated("Home", "Xem A–Z"),
        translated("Home", "Tra hồ sơ"),
        translated("Home", "Việc khác"),
    )
    looks = (("sort_by_alpha", "sky"), ("document_scanner", "jade"), ("apartment", "stone"))
    return [
        Row(key=key, title=title, icon=icon, pigment=pigment)
        for key, title, (icon, pigment) in zip(_OTHER_WAYS, titles, looks, strict=True)
    ]


@QmlElement
@QmlUncreatable("Made by the way")
class HomeViewModel(ViewModel):  # type: ignore[operator]
    """Eight life events, search, the list by field, and the two doors to everything else."""

    textsChanged = Signal()
    printerChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._tiles = RowModel(self)
        self._everything = RowModel(self)
        self._events: tuple[LifeEvent, ...] = ()
        self._stop = self._services.printing.watch_condition(lambda _condition: self.printerChanged.emit())
        self._services.find.life_events(self._show)

    def leave(self) -> None:
        self._stop()

    def retranslate(self) -> None:
        super().retranslate()
        self.printerChanged.emit()
        self._show(self._events)

    def _show(self, events: tuple[LifeEvent, ...]) -> None:
        self._events = events
        english = self._services.language() == "en"
        rows = [
            Row(
                key=event.event_id,
                title=event.title_en if english else event.title_vi,
                line=event.line_en if english else event.line_vi,
                icon=event.icon,
                pigment=event.pigment,
            )
            for event in events
        ]
        self._tiles.replace(rows)
        self._everything.replace(rows + _other_ways())

    @Slot(str)
    def openTile(self, key: str) -> None:
        """A tile was touched: an event of life, or one of the other ways."""
        if key in _OTHER_WAYS:
            self._way.go(key)
        else:
            self._way.go("event_list", event=key)

    @Slot()
    def openSearch(self) -> None:
        """Search by words."""
        self._way.go("search")

    @Slot()
    def openFields(self) -> None:
        """The whole list, by field."""
        self._way.go("fields")

    @Slot()
    def openTrack(self) -> None:
        """Where a pre-registration stands."""
        self._way.go("track")

    @Slot()
    def openHub(self) -> None:
        """What else the hall offers here: hours, notices, questions, ratings and more."""
        self._way.go("hub")

    @Property(QObject, constant=True)
    def tiles(self) -> RowModel:
        return self._tiles

    @Property(QObject, constant=True)
    def everything(self) -> RowModel:
        """The events and the other ways as tiles, for the largest letters."""
        return self._everything

    @Property(str, notify=printerChanged)
    def printerTrouble(self) -> str:
        """Why nothing can be printed now, or empty: said before a journey begins."""
        condition = self._services.printing.condition()
        if condition not in TROUBLE:
            return ""
        meanwhile = translated("Home", "Mã QR vẫn dùng được.")
        return f"{printer_title(condition)}. {meanwhile}"
