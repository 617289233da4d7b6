"""Keeping enough PK numbers: asked for when fewer than 150 are left, long before they run out."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.numbers import BlockRefused, NumberStore, PortalLeases
from kiosk.ports.portal import PortalRefused, PortalUnreachable
from kiosk.ports.tasks import Lane
from kiosk.services.sending_rounds import DatabaseCalls

# Each new name costs the portal a block: a portal gone wrong must not lose its whole lane to one kiosk.
REST_AFTER_REFUSAL_S = 3600.0
Result = TypeVar("Result")
_log = EventLog("kiosk.exchange")


class LeaseNumbers:
    """A step of a round; NETWORK lane. Without a lease the emergency range goes on."""

    def __init__(self, lanes: DatabaseCalls, store: NumberStore, portal: PortalLeases, clock: Clock) -> None:
        self._lanes, self._store, self._portal, self._clock = lanes, store, portal, clock
        self._rests_until_s = 0.0

    def run(self) -> None:
        """Lease where numbers run low. Raises PortalError for a failing line only, StorageError."""
        if self._clock.monotonic_s() < self._rests_until_s:
            return
        request = self._ask(partial(self._store.wanted, self._now_ms()))
        if request is None:
            return
        try:
            block = self._portal.lease(request)
            self._ask(partial(self._store.keep, request.request_id, block, now_ms=self._now_ms()))
        except BlockRefused as refusal:
            _log.error("numbers.not_leased", reason=str(refusal))
            self._ask(partial(self._store.give_up, request.request_id))
            self._rests_until_s = self._clock.monotonic_s() + REST_AFTER_REFUSAL_S
        except PortalRefused as refusal:
            _log.error("numbers.not_leased", reason=str(refusal))
        except PortalUnreachable as error:
            if not error.status:
                raise
            _log.error("numbers.not_leased", reason=str(error))
        else:
            _log.info("numbers.leased", first=block.first, last=block.last)

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)

    def _ask(self, work: Callable[[], Result]) -> Result:
        return self._lanes.call(Lane.DATABASE, work)
