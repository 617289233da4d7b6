"""What every page with our keyboard shares: what its keys do to the text typed so far."""

from typing import cast

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.vietnamese_composition import Tone, add_letter, add_mark, apply_tone, backspace
from kiosk.domain.word_suggestions import completed
from ui.rows import Row, RowModel
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("A kind of page")
class KeyboardPageViewModel(ViewModel):  # type: ignore[operator]
    """The keys of `Keyboard.qml`. Kinds of it give the text (`typed_text`) and take what becomes of it."""

    def __init__(self) -> None:
        super().__init__()
        self._suggestions = RowModel(self)

    def typed_text(self) -> str:
        """Return the text as it stands."""
        raise NotImplementedError

    def _typed(self, value: str) -> None:
        """Take the text after a key."""
        raise NotImplementedError

    def types_telex(self) -> bool:
        """Say whether pairs of letters make marked ones and s f r x j z tones: only who asks for it."""
        return False

    def words_offered(self) -> tuple[str, ...]:
        """Return phrases to go on with; none where a name or a number is asked for."""
        return ()

    def offer_words(self) -> None:
        """Show what goes on from the text as it stands now."""
        self._suggestions.replace([Row(key=words, title=words, icon="") for words in self.words_offered()])

    @Slot(str)
    def take(self, words: str) -> None:
        """An offered phrase instead of the letters that began it."""
        self._typed(completed(self.typed_text(), words))

    @Slot(str)
    def letter(self, letter: str) -> None:
        """A letter, digit or sign."""
        self._typed(add_letter(self.typed_text(), letter, telex=self.types_telex()))

    @Slot(str)
    def mark(self, letter: str) -> None:
        """A key of the row ă â đ ê ô ơ ư."""
        self._typed(add_mark(self.typed_text(), letter))

    @Slot(str)
    def tone(self, tone: str) -> None:
        """A tone key: sac, huyen, hoi, nga, nang, or none to take the tone away."""
        self._typed(apply_tone(self.typed_text(), cast("Tone", tone)))

    @Slot()
    def space(self) -> None:
        """The space bar; two spaces in a row mean nothing."""
        text = self.typed_text()
        if text and not text.endswith(" "):
            self._typed(text + " ")

    @Slot()
    def backspace(self) -> None:
        """Take the last letter away."""
        self._typed(backspace(self.typed_text()))

    @Slot()
    def clear(self) -> None:
        """Begin again."""
        self._typed("")

    @Property(QObject, constant=True)
    def suggestions(self) -> RowModel:
        return self._suggestions
