"""The list A–Z: every field the ward serves, for people who know the official word."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.letters import LetterRange, letter_ranges
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class FieldsViewModel(ViewModel):  # type: ignore[operator]
    """Fields (lĩnh vực) with how many procedures each holds; a long list can be opened at its letters."""

    rowsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._rows, self._letters = RowModel(self), RowModel(self)
        self._fields: tuple[tuple[str, int], ...] = ()
        self._ranges: tuple[LetterRange, ...] = ()
        self._chosen = ""
        self._loaded = False
        self._services.find.fields(self._show)

    def retranslate(self) -> None:
        super().retranslate()
        self._paint()

    def _show(self, fields: tuple[tuple[str, int], ...]) -> None:
        self._fields, self._loaded = fields, True
        self._ranges = letter_ranges([name for name, _ in fields])
        self._paint()
        self.rowsChanged.emit()

    def _paint(self) -> None:
        chosen = next((one for one in self._ranges if one.label == self._chosen), None)
        shown = self._fields[chosen.first : chosen.last + 1] if chosen is not None else self._fields
        line = translated("Fields", "%1 việc")
        self._rows.replace(
            [
                Row(key=name, title=name, line=line.replace("%1", str(count)), icon="menu_book")
                for name, count in shown
            ]
        )
        spoken = translated("Fields", "Lĩnh vực chữ %1")
        self._letters.replace(
            [
                Row(
                    key=one.label,
                    title=one.label,
                    note=spoken.replace("%1", one.label),
                    marked=one.label == self._chosen,
                )
                for one in self._ranges
            ]
        )

    @Slot(str)
    def open(self, field: str) -> None:
        """A field was touched."""
        self._way.go("event_list", field=field)

    @Slot(str)
    def chooseLetters(self, label: str) -> None:
        """A range of letters was touched; touched again, the whole list shows."""
        self._chosen = "" if label == self._chosen else label
        self._paint()

    @Slot()
    def search(self) -> None:
        """Search by words instead."""
        self._way.go("search")

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(QObject, constant=True)
    def letters(self) -> RowModel:
        return self._letters

    @Property(bool, notify=rowsChanged)
    def empty(self) -> bool:
        return self._loaded and not self._fields

    @Property(int, notify=rowsChanged)
    def letterCount(self) -> int:
        return len(self._ranges)
