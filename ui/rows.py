"""Rows for QML: a list model over frozen values, typed for qmllint."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as a screen shows it; `key` is what comes back when it is touched.

    `more` is a third line, such as the official name. `marks` are the parts of `title` to mark, as "start
    length start length …" in letters. `inset` rows belong to the row above them.
    """

    key: str
    title: str
    line: str = ""
    icon: str = "description"
    pigment: str = "sky"
    note: str = ""
    marked: bool = False
    more: str = ""
    marks: str = ""
    inset: bool = False


_ROLES = ("key", "title", "line", "icon", "pigment", "note", "marked", "more", "marks", "inset")


@QmlElement
@QmlUncreatable("Rows come from view models")
class RowModel(QAbstractListModel):  # type: ignore[operator]
    """A list of rows; replacing them keeps the model object, so views stay bound."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    def replace(self, rows: Sequence[Row]) -> None:
        """Show other rows. Equal rows redraw nothing; the same rows reworded keep a list at its page."""
        new = tuple(rows)
        if new == self._rows:
            return
        if new and [row.key for row in new] == [row.key for row in self._rows]:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        first = int(Qt.ItemDataRole.UserRole)
        if not index.isValid() or not first <= role < first + len(_ROLES):
            return None
        return getattr(self._rows[index.row()], _ROLES[role - first])

    def roleNames(self) -> dict[int, QByteArray]:
        first = int(Qt.ItemDataRole.UserRole)
        return {first + number: QByteArray(name.encode()) for number, name in enumerate(_ROLES)}
