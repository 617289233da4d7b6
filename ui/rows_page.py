"""What a page of rows shares: a heading, rows to touch or to read, an honest word where there are none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.rows import Row, RowModel
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What stands around the rows; an empty text is not shown.

    `note` is a banner under the heading, `empty` one in place of missing rows; `foot` a small line below.
    `primary` and `secondary` are the buttons, each with its icon's name.
    """

    title: str
    line: str = ""
    icon: str = ""
    pigment: str = "sky"
    note: str = ""
    note_line: str = ""
    note_kind: str = "info"
    empty: str = ""
    empty_line: str = ""
    foot: str = ""
    primary: str = ""
    primary_icon: str = "check"
    secondary: str = ""
    secondary_icon: str = ""


@QmlElement
@QmlUncreatable("A kind of page")
class RowsPageViewModel(ViewModel):  # type: ignore[operator]
    """A page of rows. Kinds of it give `words` and `make_rows`, and say what a touch does.

    Call `paint` at the end of the own beginning, and whenever words or rows may have changed.
    """

    pageChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.services, self.way = context.services, context.way
        self._rows = RowModel(self)
        self._words = PageWords(title="")
        self._busy = False

    def words(self) -> PageWords:
        """Return what stands around the rows, in the language shown."""
        raise NotImplementedError

    def make_rows(self) -> Sequence[Row]:
        """Return the rows, in the language shown."""
        return ()

    def retranslate(self) -> None:
        super().retranslate()
        self.paint()

    def paint(self) -> None:
        """Show words and rows as they are now."""
        self._words = self.words()
        self._rows.replace(self.make_rows())
        self.pageChanged.emit()

    def work(self, *, busy: bool) -> None:
        """Show that the primary button is at work, or is done."""
        self._busy = busy
        self.pageChanged.emit()

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched."""

    @Slot()
    def primary(self) -> None:
        """The main button: back, unless a kind of page says otherwise."""
        self.way.back()

    @Slot()
    def secondary(self) -> None:
        """The other button."""

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(bool, notify=pageChanged)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=pageChanged)
    def empty(self) -> bool:
        return self._rows.rowCount() == 0

    @Property(str, notify=pageChanged)
    def title(self) -> str:
        return self._words.title

    @Property(str, notify=pageChanged)
    def line(self) -> str:
        return self._words.line

    @Property(str, notify=pageChanged)
    def icon(self) -> str:
        return self._words.icon

    @Property(str, notify=pageChanged)
    def pigment(self) -> str:
        return self._words.pigment

    @Property(str, notify=pageChanged)
    def note(self) -> str:
        return self._words.note

    @Property(str, notify=pageChanged)
    def noteLine(self) -> str:
        return self._words.note_line

    @Property(str, notify=pageChanged)
    def noteKind(self) -> str:
        return self._words.note_kind

    @Property(str, notify=pageChanged)
    def emptyTitle(self) -> str:
        return self._words.empty

    @Property(str, notify=pageChanged)
    def emptyLine(self) -> str:
        return self._words.empty_line

    @Property(str, notify=pageChanged)
    def foot(self) -> str:
        return self._words.foot

    @Property(str, notify=pageChanged)
    def primaryText(self) -> str:
        return self._words.primary

    @Property(str, notify=pageChanged)
    def primaryIcon(self) -> str:
        return self._words.primary_icon

    @Property(str, notify=pageChanged)
    def secondaryText(self) -> str:
        return self._words.secondary

    @Property(str, notify=pageChanged)
    def secondaryIcon(self) -> str:
        return self._words.secondary_icon
