"""New files of the city: a calendar is read anew, settings come with a start while nobody is there."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from kiosk.ports.events import EventLog
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.ports.tasks import Lane, TaskRunner

EVERY_MS = 60_000
_log = EventLog("kiosk.city")


@dataclass(frozen=True, slots=True, kw_only=True)
class CityStamp:
    """What tells one edition of the city's files from the next; equal while nothing changed.

    `settings` stands for all that a start reads: the settings, and the list of the portal's keys.
    """

    settings: Hashable
    calendar: Hashable


class FollowCity:
    """Looks at the files once a minute, in the STAFF lane. Qt thread.

    `idle` tells whether nobody is at the machine, `quiet` asks whether no sheet is on its way and answers
    once, `restart` ends this program where it is started again; None: new settings wait for the next start.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        scheduler: Scheduler,
        *,
        stamp: Callable[[], CityStamp],
        calendar_changed: Callable[[], None],
        idle: Callable[[], bool],
        quiet: Callable[[Callable[[bool], None]], None],
        restart: Callable[[], None] | None,
    ) -> None:
        self._tasks, self._scheduler, self._stamp = tasks, scheduler, stamp
        self._calendar_changed, self._restart = calendar_changed, restart
        self._idle, self._quiet = idle, quiet
        self._known: CityStamp | None = None
        self._due = False
        self._timer: Timer | None = None

    def start(self) -> None:
        """Remember what is in force now, and begin to look."""
        self._timer = self._scheduler.every(EVERY_MS, self.look)
        self.look()

    def stop(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def look(self) -> None:
        """Look now."""
        self._tasks.submit(Lane.STAFF, self._stamp, done=self._seen)

    def _seen(self, found: CityStamp) -> None:
        before, self._known = self._known, found
        if self._timer is None:
            return
        if before is not None and before.calendar != found.calendar:
            self._calendar_changed()
        if before is not None and before.settings != found.settings:
            self._due = True
            _log.info("city.settings_new", starts_again=self._restart is not None)
        if self._due and self._idle():
            self._quiet(self._start_again)

    def _start_again(self, is_quiet: bool) -> None:
        if is_quiet and self._due and self._idle() and self._restart is not None and self._timer is not None:
            self._due = False
            self._restart()
