"""The hall: opening hours, counters with directions, telephone numbers."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.rows import Row, RowModel
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class HallInfoViewModel(ViewModel):  # type: ignore[operator]
    """What the ward said about its hall; nothing is made up where it said nothing."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        hall = context.services.hall
        self._hall = hall
        self._counters, self._calls = RowModel(self), RowModel(self)
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
            [Row(key=line.number, title=line.number, line=line.name, icon="call") for line in hall.hotlines]
        )

    @Property(QObject, constant=True)
    def counters(self) -> RowModel:
        return self._counters

    @Property(QObject, constant=True)
    def calls(self) -> RowModel:
        return self._calls

    @Property(int, constant=True)
    def counterCount(self) -> int:
        return self._counters.rowCount()

    @Property(int, constant=True)
    def callCount(self) -> int:
        return self._calls.rowCount()

    @Property(str, constant=True)
    def openingHours(self) -> str:
        return self._hall.opening_hours

    @Property(str, constant=True)
    def address(self) -> str:
        return self._hall.address
