"""The list A–Z: every field the ward serves, for people who know the official word."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class FieldsViewModel(ViewModel):  # type: ignore[operator]
    """Fields (lĩnh vực) with how many procedures each holds."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._rows = RowModel(self)
        self._fields: tuple[tuple[str, int], ...] = ()
        self._services.find.fields(self._show)

    def retranslate(self) -> None:
        super().retranslate()
        self._show(self._fields)

    def _show(self, fields: tuple[tuple[str, int], ...]) -> None:
        self._fields = fields
        line = translated("Fields", "%1 việc")
        self._rows.replace(
            [
                Row(key=name, title=name, line=line.replace("%1", str(count)), icon="menu_book")
                for name, count in fields
            ]
        )

    @Slot(str)
    def open(self, field: str) -> None:
        """A field was touched."""
        self._way.go("event_list", field=field)

    @Slot()
    def search(self) -> None:
        """Search by words instead."""
        self._way.go("search")

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows
