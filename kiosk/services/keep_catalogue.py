"""Keep the live catalogue what it should be, without a visit in progress ever noticing.

A version is built anew in the BUILD lane when our texts, the program or the staff's overlays in force have
overtaken it, and read from the next visit on. The same holds for a version somebody applied or took back.
"""

from collections.abc import Callable
from datetime import date

from kiosk.domain.catalogue import CatalogueInfo
from kiosk.domain.catalogue_history import CatalogueEvent
from kiosk.ports.catalogue import CatalogueReader, CatalogueUpkeep
from kiosk.ports.clock import Clock
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.find_procedure import FindProcedure

LOOK_EVERY_MS = 60_000
FIRST_LOOK_AFTER_MS = 3_000  # the first screens have the machine to themselves
BY_THE_KIOSK = "kiosk"
Stamp = tuple[int, int]


class KeepCatalogue:
    """Watches, builds and swaps; everything is called on the Qt thread.

    `renew` builds (in a process of its own, by default in the lane); `idle` says that nobody is in the middle
    of a visit; `swapped` is told the version from then on, `failed` what could not be done: the catalogue in
    use stays.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        scheduler: Scheduler,
        clock: Clock,
        catalogue: CatalogueUpkeep,
        find: FindProcedure,
        *,
        idle: Callable[[], bool],
        swapped: Callable[[CatalogueInfo], None],
        failed: Callable[[Exception], None],
        renew: Callable[[str, str], CatalogueEvent | None] | None = None,
    ) -> None:
        self._tasks, self._scheduler, self._clock = tasks, scheduler, clock
        self._catalogue, self._find = catalogue, find
        self._idle, self._swapped, self._failed = idle, swapped, failed
        self._renew = renew or self._renew_here
        self._open_stamp: Stamp = (0, 0)  # touched in the CATALOGUE lane only
        self._checked_on: date | None = None
        self._building = self._build_again = False
        self._timers: tuple[Timer, ...] = ()

    def open(self) -> CatalogueReader:
        """Open the live version, in the CATALOGUE lane, and remember which one it was."""
        self._open_stamp = self._catalogue.stamp()
        return self._catalogue.open_live()

    def start(self) -> None:
        """Begin once the first screen has its catalogue: look soon whether it is overtaken, then often."""
        first = self._scheduler.after(FIRST_LOOK_AFTER_MS, self._look)
        self._timers = (first, self._scheduler.every(LOOK_EVERY_MS, self._look))

    def stop(self) -> None:
        """Stop looking; what is being built is whole or nothing."""
        for timer in self._timers:
            timer.stop()

    def visit_ended(self) -> None:
        """Nobody reads any more: the next visit reads the version that is live now."""
        self._look_for_another()

    def renew_now(self, by: str, note: str) -> None:
        """Staff changed an overlay: build a version with it. One build at a time; the last word counts."""
        if self._building:
            self._build_again = True
            return
        self._building = True
        self._tasks.submit(
            Lane.BUILD, lambda: self._renew(by, note), done=self._built, failed=self._not_built
        )

    def _look(self) -> None:
        today = self._clock.now().date()
        if today != self._checked_on:
            # At the start, and after midnight, when overlays begin and end.
            self._checked_on = today
            self._tasks.submit(
                Lane.BUILD, self._catalogue.is_current, done=self._checked, failed=self._failed
            )
        if self._idle():
            self._look_for_another()

    def _checked(self, is_current: bool) -> None:
        if not is_current:
            self.renew_now(BY_THE_KIOSK, "")

    def _built(self, _event: CatalogueEvent | None) -> None:
        self._building = False
        if self._build_again:
            self._build_again = False
            self.renew_now(BY_THE_KIOSK, "")
        if self._idle():
            self._look_for_another()

    def _not_built(self, error: Exception) -> None:
        self._building = self._build_again = False
        self._failed(error)

    def _look_for_another(self) -> None:
        def moved() -> bool:
            return self._catalogue.stamp() != self._open_stamp

        def seen(is_other: bool) -> None:
            # A visit may have begun meanwhile: it keeps what it began with.
            if is_other and self._idle():
                self._find.replace(self.open, self._swapped, self._failed)

        self._tasks.submit(Lane.CATALOGUE, moved, done=seen)

    def _renew_here(self, by: str, note: str) -> CatalogueEvent | None:
        at = self._clock.now().isoformat(timespec="seconds")
        return self._catalogue.renew(at=at, by=by, note=note)
