"""The heartbeat: how this kiosk is, and what the portal orders in return."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from kiosk.domain.health import Directive, DirectiveKind, Heartbeat
from kiosk.ports.care import CareStore, DeviceKeys, PortalCare
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import Outbox
from kiosk.ports.portal import PortalRefused
from kiosk.ports.tasks import Lane
from kiosk.services.sending_rounds import DatabaseCalls

EVERY_S = 600.0
KEY_LIFE_MS = 30 * 86_400_000
Result = TypeVar("Result")
_log = EventLog("kiosk.exchange")


class ReportHealth:
    """A step of a round; NETWORK lane. Reports each ten minutes at most."""

    def __init__(
        self,
        lanes: DatabaseCalls,
        outbox: Outbox,
        store: CareStore,
        keys: DeviceKeys,
        portal: PortalCare,
        clock: Clock,
        *,
        software: str,
        printer: Callable[[], str] = str,
    ) -> None:
        self._lanes, self._outbox, self._store, self._keys = lanes, outbox, store, keys
        self._portal, self._clock, self._software, self._printer = portal, clock, software, printer
        self._last_s: float | None = None

    def run(self) -> None:
        """Report and obey. Raises PortalError, StorageError.

        A kiosk found out as a copy (`kiosk_cloned`) is refused everything from then on.
        """
        now_s = self._clock.monotonic_s()
        if self._last_s is not None and now_s - self._last_s < EVERY_S:
            return
        beat = self._ask(self._beat)
        try:
            orders = self._portal.heartbeat(beat)
        except PortalRefused as refusal:
            _log.error("heartbeat.refused", code=refusal.code)
            self._last_s = now_s
            return
        self._last_s = now_s
        for order in orders:
            self._obey(order)
        repeated = {order.directive_id for order in orders}
        self._ask(partial(self._store.heard, tuple(done for done in beat.done if done not in repeated)))
        self._rotate_where_old()

    def _beat(self) -> Heartbeat:
        now = self._clock.now()
        queue = self._store.queue_health(int(now.timestamp() * 1000))
        if queue.overdue:
            _log.error("outbox.overdue", rows=queue.overdue)
        return Heartbeat(
            at=now,
            beat=self._store.count_beat(),
            boot_counter=self._store.boot_counter(),
            last_seq=self._store.last_seq(),
            queue=queue,
            disk_free_mb=self._store.disk_free_bytes() // 1_000_000,
            clock_offset_ms=self._outbox.noted("clock_offset_ms"),
            software=self._software,
            done=self._store.done(),
            printer=self._printer(),
        )

    def _obey(self, order: Directive) -> None:
        if order.kind is DirectiveKind.ROTATE_KEY and order.directive_id not in self._ask(self._store.done):
            self._rotate()
        if order.kind is None:
            _log.warning("directive.unknown", directive=order.directive_id)
        if self._ask(partial(self._store.carry_out, order, now_ms=self._now_ms())):
            _log.info("directive.done", kind=order.kind.value if order.kind else "", id=order.directive_id)

    def _rotate_where_old(self) -> None:
        """A month is a key's life; the first is counted from the first report."""
        made_ms = self._ask(partial(self._outbox.noted, "key_made_ms"))
        if made_ms == 0:
            self._ask(partial(self._outbox.note, "key_made_ms", self._now_ms()))
        elif self._now_ms() - made_ms >= KEY_LIFE_MS:
            self._rotate()

    def _rotate(self) -> None:
        self._portal.rotate_key(self._keys)
        self._ask(partial(self._outbox.note, "key_made_ms", self._now_ms()))
        _log.info("key.rotated")

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)

    def _ask(self, work: Callable[[], Result]) -> Result:
        return self._lanes.call(Lane.DATABASE, work)
