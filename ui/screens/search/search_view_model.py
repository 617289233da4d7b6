"""S3, search by people's own words, with or without accents."""

from typing import cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import SearchAnswer
from kiosk.domain.vietnamese_composition import Tone, add_letter, add_mark, apply_tone, backspace
from ui.context import ScreenContext
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

_LONGEST_QUERY = 60

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class SearchViewModel(ViewModel):  # type: ignore[operator]
    """What was typed and what was found. A stale answer never arrives: the service drops it."""

    queryChanged = Signal()
    answerChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._rows = RowModel(self)
        self._query = ""
        self._answer: SearchAnswer | None = None

    def leave(self) -> None:
        self._query = ""
        self._answer = None
        self._rows.replace([])

    def retranslate(self) -> None:
        super().retranslate()
        self._ask()

    @Slot(str)
    def letter(self, letter: str) -> None:
        """A letter or digit key."""
        self._typed(add_letter(self._query, letter))

    @Slot(str)
    def mark(self, letter: str) -> None:
        """A key of the row ă â đ ê ô ơ ư."""
        self._typed(add_mark(self._query, letter))

    @Slot(str)
    def tone(self, tone: str) -> None:
        """A tone key: sac, huyen, hoi, nga, nang, or none to take the tone away."""
        self._typed(apply_tone(self._query, cast("Tone", tone)))

    @Slot()
    def space(self) -> None:
        """The space bar; two spaces in a row mean nothing."""
        if self._query and not self._query.endswith(" "):
            self._typed(self._query + " ")

    @Slot()
    def backspace(self) -> None:
        """Take the last letter away."""
        self._typed(backspace(self._query))

    @Slot()
    def clear(self) -> None:
        """Begin again."""
        self._typed("")

    @Slot()
    def submit(self) -> None:
        """The search key: open the only hit, else look again."""
        if self._answer is not None and len(self._answer.rows) == 1:
            self.open(self._answer.rows[0].code)
        else:
            self._ask()

    @Slot(str)
    def open(self, code: str) -> None:
        """A row was touched."""
        self._way.go("procedure", code=code)

    @Slot()
    def callHelp(self) -> None:
        """Nothing fits: ask a person."""
        self._way.go("call_help")

    def _typed(self, query: str) -> None:
        query = query[:_LONGEST_QUERY]
        if query != self._query:
            self._query = query
            self.queryChanged.emit()
            self._ask()

    def _ask(self) -> None:
        if self._query.strip():
            self._services.find.search(self._query, self._services.language(), self._show)
        else:
            self._services.find.forget_search()
            self._answer = None
            self._rows.replace([])
            self.answerChanged.emit()

    def _show(self, answer: SearchAnswer) -> None:
        self._answer = answer
        self._rows.replace(
            [
                Row(key=row.code, title=row.title, line=row.line, icon=row.icon)
                for row in answer.rows
                if answer.matched
            ]
        )
        self.answerChanged.emit()

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(str, notify=queryChanged)
    def query(self) -> str:
        return self._query

    @Property(str, notify=answerChanged)
    def countText(self) -> str:
        """How many were found; nothing where the rows are only guesses."""
        if self._answer is None or not self._answer.confident:
            return ""
        return translated("Search", "%1 việc").replace("%1", str(self._rows.rowCount()))

    @Property(bool, notify=answerChanged)
    def nothing(self) -> bool:
        """True when words were typed and nothing was found."""
        return self._answer is not None and not (self._answer.rows and self._answer.matched)

    @Property(bool, notify=answerChanged)
    def unsure(self) -> bool:
        """True when rows are shown that are probably not what was meant."""
        return self._answer is not None and self._answer.matched and not self._answer.confident
