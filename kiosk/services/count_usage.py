"""Counts what a visit showed, once the visit has ended; nobody can tell one visit from another."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from kiosk.domain.usage import UsageCount, UsageKind, as_csv, counted_screen
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageError
from kiosk.ports.sticks import Sticks
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.usage import UsageStore
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.write_to_stick import Written, write_to_stick

_log = EventLog("kiosk.usage")


class CountUsage:
    """Qt thread; kept in the DATABASE lane. A page shown again in one visit counts once."""

    def __init__(
        self, tasks: TaskRunner, store: UsageStore, sticks: Sticks, staff: StaffDesk, clock: Clock
    ) -> None:
        self._tasks, self._store, self._sticks = tasks, store, sticks
        self._staff, self._clock = staff, clock
        self._seen: dict[tuple[UsageKind, str], None] = {}

    def shown(self, screen: str, about: Mapping[str, object]) -> None:
        """A screen is shown."""
        kind = counted_screen(screen)
        if kind is not None:
            self._seen[kind, str(about.get("code", ""))] = None

    def ended(self) -> None:
        """The visit is over: add it to the day, and forget it."""
        seen, self._seen = tuple(self._seen), {}
        if seen:
            day = self._today()
            self._tasks.submit(Lane.DATABASE, lambda: self._store.add(seen, day=day), failed=_not_kept)

    def counts(self, days: int, done: Callable[[tuple[UsageCount, ...] | None], None]) -> None:
        """Ask for the counts of the last `days` days; None where they cannot be read."""
        since = self._today() - timedelta(days=days - 1)
        self._tasks.submit(
            Lane.DATABASE,
            lambda: self._store.counts(since=since),
            done=done,
            failed=lambda error: _unread(error, done),
        )

    def to_stick(self, counts: tuple[UsageCount, ...], done: Callable[[Written], None]) -> None:
        """Write the counts as CSV on the first stick that takes them."""
        name = f"so-lieu-{self._today():%Y-%m-%d}.csv"

        def written(what: Written) -> None:
            self._staff.note_written(what)
            done(what)

        self._tasks.submit(
            Lane.STAFF, lambda: write_to_stick(self._sticks, name, as_csv(counts)), done=written
        )

    def _today(self) -> date:
        return self._clock.now().date()


def _not_kept(error: Exception) -> None:
    if not isinstance(error, StorageError):
        raise error
    _log.warning("usage.not_kept", reason=str(error))


def _unread(error: Exception, done: Callable[[None], None]) -> None:
    if not isinstance(error, StorageError):
        raise error
    done(None)
