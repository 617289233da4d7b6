"""The city's notices, hotlines, hours, polls and public answers as they hold today, network or not."""

from collections.abc import Callable
from datetime import UTC, datetime

from kiosk.domain.portal_data import ClosedDay, PortalBoard, PortalItem, WorkingDay, board_of
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageError
from kiosk.ports.portal_data import PortalDataStore
from kiosk.ports.tasks import Lane, TaskRunner

CalendarDays = tuple[ClosedDay | WorkingDay, ...]


def no_calendar() -> CalendarDays:
    """The city has signed none yet."""
    return ()


class PortalNews:
    """Holds the board of the day for the screens. Qt thread; `refresh` it after each exchange.

    `calendar` reads the days of the city's signed calendar, in the DATABASE lane; what the portal says of the
    same days stands above it.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        store: PortalDataStore,
        clock: Clock,
        *,
        calendar: Callable[[], CalendarDays] = no_calendar,
    ) -> None:
        self._tasks, self._store, self._clock, self._calendar = tasks, store, clock, calendar
        self._items: tuple[PortalItem | WorkingDay, ...] = ()
        self._as_of: datetime | None = None
        self._board = PortalBoard(today=clock.now().date())
        self._watchers: list[Callable[[PortalBoard], None]] = []

    def board(self) -> PortalBoard:
        """Return what holds today; a new day is seen without any exchange."""
        if self._board.today != self._clock.now().date():
            self._build()
        return self._board

    def watch(self, watcher: Callable[[PortalBoard], None]) -> Callable[[], None]:
        """Call `watcher` with the present and every later board; returns how to stop."""
        self._watchers.append(watcher)
        watcher(self.board())

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def refresh(self) -> None:
        """Read what is kept; watchers are told only where something changed."""
        self._tasks.submit(
            Lane.DATABASE,
            lambda: ((*self._calendar(), *self._store.items()), self._store.as_of_ms()),
            done=self._read,
            failed=_unreadable,
        )

    def _read(self, found: tuple[tuple[PortalItem | WorkingDay, ...], int]) -> None:
        self._items, as_of_ms = found
        zone = self._clock.now().tzinfo
        self._as_of = datetime.fromtimestamp(as_of_ms / 1000, tz=UTC).astimezone(zone) if as_of_ms else None
        before = self._board
        self._build()
        if self._board != before:
            for watcher in tuple(self._watchers):
                watcher(self._board)

    def _build(self) -> None:
        self._board = board_of(self._items, self._clock.now().date(), as_of=self._as_of)


def _unreadable(error: Exception) -> None:
    """A disk that cannot be read is told elsewhere; the screens keep what they last knew."""
    if not isinstance(error, StorageError):
        raise error
