"""What waits for the city, as staff see it: how many since when, and what was put aside."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kiosk.domain.audit import Act
from kiosk.domain.counter_sheets import DayFigures
from kiosk.domain.outbox import PRE_REGISTRATION, OutboxCounts, OutboxLine, OutboxState
from kiosk.ports.clock import Clock
from kiosk.ports.day_figures import DayCounts
from kiosk.ports.outbox import Outbox, StorageError
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.synchronise import Synchronise

PUT_ASIDE = frozenset({OutboxState.PARKED, OutboxState.QUARANTINED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The rows without an acknowledgement. `oldest_ms` is 0 where nothing waits, `aside` the newest first."""

    counts: OutboxCounts
    oldest_ms: int
    aside: tuple[OutboxLine, ...]


class OutboxDesk:
    """Qt thread; the outbox is asked in its lane. `done` gets None where it cannot be read."""

    def __init__(
        self,
        tasks: TaskRunner,
        outbox: Outbox,
        exchange: Synchronise,
        staff: StaffDesk,
        clock: Clock,
        *,
        days: DayCounts,
    ) -> None:
        self._tasks, self._outbox, self.exchange, self._days = tasks, outbox, exchange, days
        self._staff, self._clock = staff, clock

    def look(self, done: Callable[[Waiting | None], None]) -> None:
        """Ask how many rows wait, since when, and which were put aside."""

        def work() -> Waiting:
            waiting = [line for line in self._outbox.lines() if line.state is not OutboxState.ACKED]
            return Waiting(
                counts=self._outbox.counts(),
                oldest_ms=min((line.created_ms for line in waiting), default=0),
                aside=tuple(line for line in waiting if line.state in PUT_ASIDE),
            )

        self._tasks.submit(Lane.DATABASE, work, done=done, failed=lambda error: _unread(error, done))

    def messages(self, done: Callable[[tuple[OutboxLine, ...] | None], None]) -> None:
        """Ask for the rows that are no pre-registrations, newest first."""
        self._tasks.submit(
            Lane.DATABASE,
            lambda: tuple(line for line in self._outbox.lines() if line.kind != PRE_REGISTRATION),
            done=done,
            failed=lambda error: _unread(error, done),
        )

    def today(self, done: Callable[[DayFigures | None], None]) -> None:
        """Ask for the figures of today, by the hall's clock."""
        now = self._clock.now()
        start = datetime.combine(now.date(), time.min, tzinfo=now.tzinfo)
        from_ms = int(start.timestamp() * 1000)
        to_ms = int((start + timedelta(days=1)).timestamp() * 1000)
        self._tasks.submit(
            Lane.DATABASE,
            lambda: self._days.of_day(now.date(), from_ms=from_ms, to_ms=to_ms),
            done=done,
            failed=lambda error: _unread(error, done),
        )

    def send_again(self, number: str, done: Callable[[int], None]) -> None:
        """Let a row that was put aside (its PK number or id; "" for all) be sent again."""
        now_ms = int(self._clock.now().timestamp() * 1000)

        def retried(count: int) -> None:
            self._staff.note(Act.SENT_AGAIN, f"{count} rows")
            self.exchange.nudge()
            done(count)

        self._tasks.submit(
            Lane.DATABASE,
            lambda: self._outbox.retry(number or None, now_ms=now_ms),
            done=retried,
            failed=lambda error: _none(error, done),
        )


def _unread(error: Exception, done: Callable[[None], None]) -> None:
    if not isinstance(error, StorageError):
        raise error
    done(None)


def _none(error: Exception, done: Callable[[int], None]) -> None:
    if not isinstance(error, StorageError | KeyError):
        raise error
    done(0)
