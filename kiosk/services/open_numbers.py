"""The numbers anybody may see: what this machine has not sent yet, and since when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.ports.care import CareStore
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageError
from kiosk.ports.tasks import Lane, TaskRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumbers:
    """What waits here at `counted_at`. `oldest_at` is None where nothing waits."""

    waiting: int
    oldest_at: datetime | None
    counted_at: datetime


class OpenNumbers:
    """Qt thread; counts in the DATABASE lane."""

    def __init__(self, tasks: TaskRunner, store: CareStore, clock: Clock) -> None:
        self._tasks, self._store, self._clock = tasks, store, clock

    def ask(self, done: Callable[[OwnNumbers | None], None]) -> None:
        """Call `done` with the numbers now; None where this machine's memory cannot be read."""
        now = self._clock.now()
        now_ms = int(now.timestamp() * 1000)

        def work() -> OwnNumbers:
            queue = self._store.queue_health(now_ms)
            waiting = queue.ready + queue.parked
            oldest = now - timedelta(seconds=queue.oldest_age_s) if waiting else None
            return OwnNumbers(waiting=waiting, oldest_at=oldest, counted_at=now)

        def refused(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            done(None)

        self._tasks.submit(Lane.DATABASE, work, done=done, failed=refused)
