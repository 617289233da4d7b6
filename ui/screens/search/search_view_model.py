"""S3, search by people's own words, with or without accents."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.access_modes import Keys
from kiosk.domain.catalogue import SearchAnswer
from kiosk.services.find_procedure import CARDS_MOST
from ui.context import ScreenContext
from ui.keyboard_page import KeyboardPageViewModel
from ui.result_rows import TWINS, result_rows
from ui.rows import Row, RowModel
from ui.view_model import translated

_LONGEST_QUERY = 60
_MOST_COMPLETIONS = 2

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class SearchViewModel(KeyboardPageViewModel):  # type: ignore[operator]
    """What was typed and what was found. A stale answer never arrives: the service drops it."""

    queryChanged = Signal()
    answerChanged = Signal()
    lookingChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._rows = RowModel(self)
        self._completions = RowModel(self)
        self._query = ""
        self._answer: SearchAnswer | None = None
        self._opened: set[str] = set()
        self._looking = False

    def leave(self) -> None:
        self._query = ""
        self._answer = None
        self._opened.clear()
        self._rows.replace([])
        self._completions.replace([])

    def retranslate(self) -> None:
        super().retranslate()
        self._ask()

    @Slot()
    def submit(self) -> None:
        """The search key: open the only hit, else look again."""
        if self._answer is not None and len(self._answer.rows) == 1:
            self.open(self._answer.rows[0].code)
        else:
            self._look(bool(self._answer and self._answer.rows and self._answer.matched))
            self._ask()

    @Slot()
    def typeAgain(self) -> None:
        """From the rows back to the keys, where they take turns."""
        self._look(False)

    @Slot(str)
    def open(self, code: str) -> None:
        """A row was touched: a procedure, or the line that shows and hides its twins."""
        if not code.startswith(TWINS):
            self._way.go("procedure", code=code)
        elif self._answer is not None:
            self._opened ^= {code.removeprefix(TWINS)}
            self._rows.replace(result_rows(self._answer, self._opened))

    @Slot(str)
    def complete(self, phrase: str) -> None:
        """A whole phrase was chosen instead of typing on."""
        self._typed(phrase)

    @Slot()
    def callHelp(self) -> None:
        """Nothing fits: ask a person."""
        self._way.go("call_help")

    def _look(self, looking: bool) -> None:
        if looking != self._looking:
            self._looking = looking
            self.lookingChanged.emit()

    def types_telex(self) -> bool:
        return self._services.modes().keys is Keys.TELEX

    def typed_text(self) -> str:
        return self._query

    def _typed(self, query: str) -> None:
        self._look(False)
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
            self._completions.replace([])
            self.answerChanged.emit()

    def _show(self, answer: SearchAnswer) -> None:
        if self._answer is None or answer.query != self._answer.query:
            self._opened.clear()
        self._answer = answer
        self._rows.replace(result_rows(answer, self._opened))
        phrases = [phrase for phrase in answer.completions if phrase != self._query.strip()]
        self._completions.replace(
            [Row(key=phrase, title=phrase, icon="search") for phrase in phrases[:_MOST_COMPLETIONS]]
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
        found = len(self._answer.rows)
        # At the bound nobody has counted whether there are more.
        if found >= CARDS_MOST:
            return translated("Search", "%1 việc đầu").replace("%1", str(found))
        return translated("Search", "%1 việc").replace("%1", str(found))

    @Property(bool, notify=answerChanged)
    def nothing(self) -> bool:
        """True when words were typed and nothing was found; the rows are then what most people ask."""
        return self._is_nothing()

    @Property(str, notify=answerChanged)
    def question(self) -> str:
        """What stands above the rows: which one, or whether this is meant at all; "" where they are sure."""
        if self._answer is None or self._is_nothing():
            return ""
        if not self._answer.confident:
            return translated("Search", "Có phải ông/bà tìm việc này?")
        return translated("Search", "Ông/bà cần việc nào?") if self._answer.which_one else ""

    @Property(bool, notify=answerChanged)
    def unsure(self) -> bool:
        """True when rows are shown that are probably not what was meant."""
        return self._answer is not None and self._answer.matched and not self._answer.confident

    @Property(str, notify=answerChanged)
    def popularTitle(self) -> str:
        """Stands above what most people ask, where nothing was found."""
        if not self._is_nothing() or self._rows.rowCount() == 0:
            return ""
        return translated("Search", "Nhiều người hỏi:")

    @Property(bool, notify=lookingChanged)
    def looking(self) -> bool:
        """True once the search key was touched and there are rows, until something is typed again."""
        return self._looking

    @Property(QObject, constant=True)
    def completions(self) -> RowModel:
        """Whole phrases that go on from what was typed, at most two, best first."""
        return self._completions

    def _is_nothing(self) -> bool:
        return self._answer is not None and not (self._answer.rows and self._answer.matched)
