"""The hall: opening hours, closed days, counters with directions, telephone numbers."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.portal_data import hall_with
from ui.context import ScreenContext
from ui.opening_words import closed_words, door_words, opening_words
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class HallInfoViewModel(ViewModel):  # type: ignore[operator]
    """What city and ward said about this hall; nothing is made up where they said nothing."""

    boardChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services = context.services
        self._counters, self._calls = RowModel(self), RowModel(self)
        self._stop = self._services.news.watch(lambda _board: self._paint())

    def leave(self) -> None:
        self._stop()

    def retranslate(self) -> None:
        super().retranslate()
        self._paint()
        self.boardChanged.emit()

    def _paint(self) -> None:
        hall = hall_with(self._services.hall, self._services.news.board())
        self._counters.replace(
            [
                Row(
                    key=counter.name,
                    title=counter.name,
                    line=", ".join(counter.fields),
                    note=counter.directions,
                    icon="location_on",
                )
                for counter in hall.counters
            ]
        )
        self._calls.replace(
            [
                Row(key=line.number, title=line.number, line=line.name, icon="call")
                for line in hall.hotlines[:2]
            ]
        )
        self.boardChanged.emit()

    @Property(QObject, constant=True)
    def counters(self) -> RowModel:
        return self._counters

    @Property(QObject, constant=True)
    def calls(self) -> RowModel:
        return self._calls

    @Property(str, notify=boardChanged)
    def openingTitle(self) -> str:
        """Whether the hall is open now, where that is known; else what stands below."""
        services = self._services
        door = door_words(services.hall, services.news.board(), services.clock.now(), services.language())
        return door or translated("HallInfo", "Giờ làm việc")

    @Property(str, notify=boardChanged)
    def openingHours(self) -> str:
        """The week's hours and the closed days ahead; empty where nobody has said them."""
        services = self._services
        board, language = services.news.board(), services.language()
        told = (opening_words(services.hall, board, language), closed_words(board, language))
        return "\n".join(text for text in told if text)

    @Property(str, constant=True)
    def address(self) -> str:
        return self._services.hall.address
