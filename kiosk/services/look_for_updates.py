"""Look at the city's signed repository now and then, while nobody is asked and no screen waits."""

import random
from collections.abc import Callable

from kiosk.ports.events import EventLog
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.ports.tasks import Lane, TaskRunner

FIRST_AFTER_MS = 5 * 60_000
EVERY_MS = 6 * 3_600_000
SPREAD = 0.2
"""Kiosks that start together after a power cut must not ask together: up to this share later."""

_log = EventLog("kiosk.updates")


class LookForUpdates:
    """Runs `fetch` in the BUILD lane. What it found is put to use by whoever watches the catalogue.

    `fetch` returns a line for the log, "" where nothing was new; `failed` errors are told once, and once more
    when it works again.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        scheduler: Scheduler,
        fetch: Callable[[], str],
        *,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._tasks, self._scheduler, self._fetch, self._chance = tasks, scheduler, fetch, chance
        self._timers: tuple[Timer, ...] = ()
        self._running = self._troubled = False

    def start(self) -> None:
        """Begin: once soon, then four times a day."""
        late = 1 + SPREAD * self._chance()
        first = self._scheduler.after(round(FIRST_AFTER_MS * late), self.look)
        self._timers = (first, self._scheduler.every(round(EVERY_MS * late), self.look))

    def stop(self) -> None:
        """Look no more; what is being fetched is whole or nothing."""
        for timer in self._timers:
            timer.stop()

    def look(self) -> None:
        """Look now, unless one look is still under way."""
        if self._running:
            return
        self._running = True
        self._tasks.submit(Lane.BUILD, self._fetch, done=self._fetched, failed=self._not_fetched)

    def _fetched(self, news: str) -> None:
        self._running = False
        if self._troubled:
            self._troubled = False
            _log.info("updates.reached_again")
        if news:
            _log.info("updates.fetched", what=news)

    def _not_fetched(self, error: Exception) -> None:
        self._running = False
        if not self._troubled:
            self._troubled = True
            _log.warning("updates.not_fetched", kind=type(error).__name__, reason=str(error))
