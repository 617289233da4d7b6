"""Retention: what has had its time leaves the outbox, once a day."""

from kiosk.ports.care import CareStore
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.tasks import Lane
from kiosk.services.sending_rounds import DatabaseCalls

EVERY_S = 86_400.0
_log = EventLog("kiosk.exchange")


class TidyRoom:
    """A step of a round; NETWORK lane. Rows that must stay, stay: age alone removes nothing unsent."""

    def __init__(self, lanes: DatabaseCalls, store: CareStore, clock: Clock) -> None:
        self._lanes, self._store, self._clock = lanes, store, clock
        self._last_s: float | None = None

    def run(self) -> None:
        """Tidy where a day has passed since the last time. Raises StorageError."""
        now_s = self._clock.monotonic_s()
        if self._last_s is not None and now_s - self._last_s < EVERY_S:
            return
        self._last_s = now_s
        now_ms = int(self._clock.now().timestamp() * 1000)
        gone = self._lanes.call(
            Lane.DATABASE, lambda: (self._store.retire(now_ms), self._store.forget_old(now_ms))
        )
        if any(gone):
            _log.info("outbox.tidied", rows=gone[0], beside=gone[1])
