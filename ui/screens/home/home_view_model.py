"""S1, the first question: what does the person need to do?"""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import LifeEvent
from kiosk.ports.printing import PrinterCondition
from ui.context import ScreenContext
from ui.dates import long_date
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class HomeViewModel(ViewModel):  # type: ignore[operator]
    """Eight life events, search, the list by field, and the two guides."""

    textsChanged = Signal()
    printerChanged = Signal()
    clockChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._tiles = RowModel(self)
        self._events: tuple[LifeEvent, ...] = ()
        self._stop = self._services.printing.watch_condition(lambda _condition: self.printerChanged.emit())
        self._clock = self._services.scheduler.every(1000, self._tick)
        self._minute = ""
        self._services.find.life_events(self._show)

    def leave(self) -> None:
        self._clock.stop()
        self._stop()

    def retranslate(self) -> None:
        super().retranslate()
        self.printerChanged.emit()
        self._show(self._events)

    def _tick(self) -> None:
        minute = self._services.clock.now().strftime("%H:%M")
        if self._minute != minute:
            self._minute = minute
            self.clockChanged.emit()

    def _show(self, events: tuple[LifeEvent, ...]) -> None:
        self._events = events
        english = self._services.language() == "en"
        self._tiles.replace(
            [
                Row(
                    key=event.event_id,
                    title=event.title_en if english else event.title_vi,
                    line=event.line_en if english else event.line_vi,
                    icon=event.icon,
                    pigment=event.pigment,
                )
                for event in events
            ]
        )

    @Slot(str)
    def openEvent(self, event_id: str) -> None:
        """A tile was touched."""
        self._way.go("event_list", event=event_id)

    @Slot()
    def openSearch(self) -> None:
        """Search by words."""
        self._way.go("search")

    @Slot()
    def openFields(self) -> None:
        """The whole list, by field."""
        self._way.go("fields")

    @Slot()
    def openOnlineGuide(self) -> None:
        """How to file from home."""
        self._way.go("online_guide")

    @Slot()
    def openHallInfo(self) -> None:
        """Opening hours, counters, telephone numbers."""
        self._way.go("hall_info")

    @Property(QObject, constant=True)
    def tiles(self) -> RowModel:
        return self._tiles

    @Property(str, notify=textsChanged)
    def ward(self) -> str:
        return self._services.hall.ward or translated("Home", "Phường, xã chưa đặt tên")

    @Property(str, notify=textsChanged)
    def point(self) -> str:
        return self._services.hall.point

    @Property(str, constant=True)
    def badge(self) -> str:
        """Marks a machine in demo mode on every screen."""
        return "BẢN THỬ" if self._services.demo else ""

    @Property(str, notify=textsChanged)
    def openingHours(self) -> str:
        return self._services.hall.opening_hours

    @Property(str, notify=textsChanged)
    def notice(self) -> str:
        return next(iter(self._services.hall.notices), "")

    @Property(str, notify=textsChanged)
    def today(self) -> str:
        return long_date(self._services.clock.now().date(), self._services.language())

    @Property(str, notify=clockChanged)
    def timeText(self) -> str:
        return self._services.clock.now().strftime("%H:%M")

    @Property(str, notify=printerChanged)
    def printerTrouble(self) -> str:
        """Why nothing can be printed now, or empty: said before a journey begins."""
        condition = self._services.printing.condition()
        if condition in {PrinterCondition.PAPER_OUT, PrinterCondition.COVER_OPEN}:
            return translated("Home", "Máy in cần cán bộ xem. Mã QR vẫn dùng được.")
        if condition is PrinterCondition.BUSY:
            return translated("Home", "Máy in đang bận. Mã QR vẫn dùng được.")
        if condition in {PrinterCondition.OFFLINE, PrinterCondition.FAULT, PrinterCondition.UNREACHABLE}:
            return translated("Home", "Hôm nay máy chưa in được. Mã QR vẫn dùng được.")
        return ""
