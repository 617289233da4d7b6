"""Telling the portal which slips came out, with how sure that is: each once, whatever gets lost."""

from kiosk.ports.care import CareStore, PortalCare
from kiosk.ports.clock import Clock
from kiosk.ports.tasks import Lane
from kiosk.services.sending_rounds import DatabaseCalls

AT_ONCE = 100


class TellPrints:
    """A step of a round; NETWORK lane."""

    def __init__(self, lanes: DatabaseCalls, store: CareStore, portal: PortalCare, clock: Clock) -> None:
        self._lanes, self._store, self._portal, self._clock = lanes, store, portal, clock

    def run(self) -> None:
        """Tell what is untold, a hundred slips a round. Raises PortalError, StorageError.

        A slip the portal rejects is not told again: there is nothing the kiosk could change about it.
        """
        slips = self._lanes.call(Lane.DATABASE, lambda: self._store.untold_prints(AT_ONCE))
        if not slips:
            return
        told = self._portal.tell_printed(slips)
        now_ms = int(self._clock.now().timestamp() * 1000)
        self._lanes.call(Lane.DATABASE, lambda: self._store.note_told(told, now_ms=now_ms))
