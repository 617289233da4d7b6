"""S16, a person helps: where they sit and how to reach them."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class CallHelpViewModel(ViewModel):  # type: ignore[operator]
    """Points to people: counters first, then telephone numbers. Promises nobody is coming."""

    textsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._hall, self._way = context.services.hall, context.way
        self._lines = RowModel(self)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        counters = [
            Row(
                key=counter.name,
                title=counter.name,
                line=counter.directions,
                icon="location_on",
                note=", ".join(counter.fields),
            )
            for counter in self._hall.counters[:3]
        ]
        calls = [
            Row(key=line.number, title=line.number, line=line.name, icon="call")
            for line in self._hall.hotlines[:2]
        ]
        self._lines.replace(counters + calls)

    @Slot()
    def goOn(self) -> None:
        """Return to where they were."""
        self._way.back()

    @Property(QObject, constant=True)
    def lines(self) -> RowModel:
        return self._lines

    @Property(str, notify=textsChanged)
    def lead(self) -> str:
        if self._lines.rowCount():
            return translated("CallHelp", "Mời ông/bà đến quầy gần nhất.")
        return translated("CallHelp", "Mời ông/bà hỏi cán bộ trong sảnh.")
