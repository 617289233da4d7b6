"""Find procedures: every question goes through the catalogue lane, and only the newest answer counts."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.catalogue import CatalogueInfo, LifeEvent, Procedure, ProcedureRow, SearchAnswer
from kiosk.ports.catalogue import CatalogueReader
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.note_misses import NoteMisses

CARDS_MOST = 30
"""What a search brings at most: as many as anybody turns through."""
Result = TypeVar("Result")
Failed = Callable[[Exception], None]


class FindProcedure:
    """Asks the live catalogue in the CATALOGUE lane; `done` and `failed` are called on the Qt thread.

    `open_catalogue` runs in the lane, at the first question. Answers to a search are dropped when a newer
    search was started since. Without `failed` an error is a bug and reaches the last hook. `misses` hears
    which searches found nothing.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        open_catalogue: Callable[[], CatalogueReader],
        *,
        misses: NoteMisses | None = None,
    ) -> None:
        self._tasks, self._open, self._misses = tasks, open_catalogue, misses
        self._reader: CatalogueReader | None = None
        self._newest_search = 0

    def search(
        self,
        query: str,
        language: str,
        done: Callable[[SearchAnswer], None],
        failed: Failed | None = None,
        *,
        limit: int = CARDS_MOST,
    ) -> None:
        """Find procedures by people's words; a stale answer or failure is dropped without a call."""
        self._newest_search += 1
        number = self._newest_search

        def work() -> SearchAnswer | None:
            # Typing is faster than searching at times: what nobody waits for any more is not looked up.
            if number != self._newest_search:
                return None
            return self._catalogue().search(query, language=language, limit=limit)

        def newest(answer: SearchAnswer | None) -> None:
            if answer is not None and number == self._newest_search:
                if self._misses is not None:
                    self._misses.heard(answer)
                done(answer)

        def newest_failure(error: Exception) -> None:
            if failed is not None and number == self._newest_search:
                failed(error)

        self._tasks.submit(
            Lane.CATALOGUE, work, done=newest, failed=None if failed is None else newest_failure
        )

    def forget_search(self) -> None:
        """Drop the answer of a search still under way, as when the visit ends."""
        self._newest_search += 1

    def rows_of_event(
        self,
        event_id: str,
        language: str,
        done: Callable[[tuple[ProcedureRow, ...]], None],
        failed: Failed | None = None,
    ) -> None:
        """Ask for the procedures of a life event, most wanted first."""
        self._ask(lambda reader: reader.rows_of_event(event_id, language), done, failed)

    def rows_of_field(
        self,
        field: str,
        language: str,
        done: Callable[[tuple[ProcedureRow, ...]], None],
        failed: Failed | None = None,
    ) -> None:
        """Ask for the ward-served procedures of a field, most wanted first."""
        self._ask(lambda reader: reader.rows_of_field(field, language), done, failed)

    def fields(
        self, done: Callable[[tuple[tuple[str, int], ...]], None], failed: Failed | None = None
    ) -> None:
        """Ask for the fields with their counts, alphabetically."""
        self._ask(lambda reader: reader.fields(), done, failed)

    def procedure(
        self, code: str, done: Callable[[Procedure | None], None], failed: Failed | None = None
    ) -> None:
        """Ask for one procedure; None where the catalogue does not hold it."""
        if self._misses is not None:
            self._misses.found()
        self._ask(lambda reader: reader.procedure(code), done, failed)

    def life_events(
        self, done: Callable[[tuple[LifeEvent, ...]], None], failed: Failed | None = None
    ) -> None:
        """Ask for the tiles of the home screen, in order."""
        self._ask(lambda reader: reader.life_events(), done, failed)

    def info(self, done: Callable[[CatalogueInfo], None], failed: Failed | None = None) -> None:
        """Ask which version is live."""
        self._ask(lambda reader: reader.info(), done, failed)

    def replace(
        self,
        open_catalogue: Callable[[], CatalogueReader],
        done: Callable[[CatalogueInfo], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Swap the live version: opened in the lane first; where that fails the old one stays."""

        def work() -> CatalogueInfo:
            opened = open_catalogue()
            info = opened.info()
            if self._reader is not None:
                self._reader.close()
            self._open, self._reader = open_catalogue, opened
            return info

        self._tasks.submit(Lane.CATALOGUE, work, done=done, failed=failed)

    def close(self) -> None:
        """Release the catalogue, in its lane."""

        def work() -> None:
            if self._reader is not None:
                self._reader.close()
            self._reader = None

        self._tasks.submit(Lane.CATALOGUE, work)

    def _ask(
        self,
        question: Callable[[CatalogueReader], Result],
        done: Callable[[Result], None],
        failed: Failed | None,
    ) -> None:
        self._tasks.submit(Lane.CATALOGUE, lambda: question(self._catalogue()), done=done, failed=failed)

    def _catalogue(self) -> CatalogueReader:
        if self._reader is None:
            self._reader = self._open()
        return self._reader
