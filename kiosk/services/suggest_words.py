"""Words to go on with while somebody types: shipped lists and the ward's own places, never other visits."""

from collections.abc import Callable

from kiosk.domain.word_suggestions import Suggested, WordList
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.typing_words import TypingWords


class SuggestWords:
    """Qt thread; reads its lists once in the CATALOGUE lane and offers nothing before that.

    `own_places`: what the ward calls its streets and neighbourhoods; they come first.
    """

    def __init__(
        self, tasks: TaskRunner, read: Callable[[], TypingWords], *, own_places: tuple[str, ...] = ()
    ) -> None:
        self._tasks, self._read, self._own_places = tasks, read, own_places
        self._lists: dict[Suggested, WordList] = {}

    def start(self) -> None:
        """Read the lists."""
        self._tasks.submit(Lane.CATALOGUE, self._make, done=self._know)

    def _make(self) -> dict[Suggested, WordList]:
        shipped = self._read()
        return {
            Suggested.WORDS: WordList((*shipped.words, *self._own_places)),
            Suggested.PLACES: WordList((*self._own_places, *shipped.places)),
        }

    def _know(self, lists: dict[Suggested, WordList]) -> None:
        self._lists = lists

    def offered(self, text: str, of: Suggested) -> tuple[str, ...]:
        """Return phrases that go on from the end of `text`, best first; none for names and numbers."""
        words = self._lists.get(of)
        return words.offered(text) if words is not None else ()
