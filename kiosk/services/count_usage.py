"""Counts what a visit showed, once the visit has ended; nobody can tell one visit from another."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from kiosk.domain.audit import Act
from kiosk.domain.usage import UsageCount, UsageKind, as_csv, counted_screen
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageError
from kiosk.ports.sticks import Stick, Sticks
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.usage import UsageStore
from kiosk.services.staff_desk import StaffDesk

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

    def to_stick(self, counts: tuple[UsageCount, ...], done: Callable[[str], None]) -> None:
        """Write the counts as CSV on the first stick that takes them; `done` gets its name, "" for none."""
        name = f"so-lieu-{self._today():%Y-%m-%d}.csv"

        def written(stick: Stick | None) -> None:
            if stick is not None:
                self._staff.note(Act.FILE_WRITTEN, f"{name} on {stick.name}")
            done(stick.name if stick is not None else "")

        self._tasks.submit(Lane.STAFF, lambda: self._write(name, as_csv(counts)), done=written)

    def _write(self, name: str, content: bytes) -> Stick | None:
        for stick in self._sticks.found():
            try:
                self._sticks.write(stick, name, content)
            except StorageError as error:
                _log.warning("usage.stick_refused", stick=stick.name, reason=str(error))
            else:
                return stick
        return None

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
