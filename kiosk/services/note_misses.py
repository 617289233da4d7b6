"""Note the queries of the search box nothing was found for; what forms ask never comes here."""

from collections.abc import Callable
from datetime import date

from kiosk.domain.catalogue import SearchAnswer
from kiosk.domain.search_misses import remembered
from kiosk.domain.text_folding import fold
from kiosk.ports.clock import Clock
from kiosk.ports.overlays import MissLog
from kiosk.ports.tasks import Lane, TaskRunner


class NoteMisses:
    """Hears every answer; keeps what stayed without result when the person gave up or began anew.

    While typing each letter is a query: only the longest of them counts. A procedure opened from a list that
    was not sure of itself was a find. Whether the database can keep it is of no concern to a citizen: a
    failure goes to `failed`.
    """

    def __init__(
        self, tasks: TaskRunner, log: MissLog, clock: Clock, *, failed: Callable[[Exception], None]
    ) -> None:
        self._tasks, self._log, self._clock, self._failed = tasks, log, clock, failed
        self._pending = ""

    def heard(self, answer: SearchAnswer) -> None:
        """A search was answered."""
        words = " ".join(fold(answer.query).split())
        if self._pending.startswith(words):
            return  # letters are taken away: what was typed before is what was meant
        if not words.startswith(self._pending):
            self._note()
        self._pending = words if _is_miss(answer) else ""

    def found(self) -> None:
        """A procedure was opened: the person found something."""
        self._pending = ""

    def ended(self) -> None:
        """The search was left, or the visit ended."""
        self._note()

    def _note(self) -> None:
        kept, self._pending = remembered(self._pending), ""
        if kept:
            day: date = self._clock.now().date()
            self._tasks.submit(
                Lane.DATABASE,
                lambda: self._log.count((kept,), day=day),
                failed=self._failed,
            )


def _is_miss(answer: SearchAnswer) -> bool:
    return not answer.rows or not answer.matched or not answer.confident
