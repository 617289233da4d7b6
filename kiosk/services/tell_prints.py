"""Telling the portal which slips came out, with how sure that is: each once, whatever gets lost."""

from kiosk.domain.health import SlipPrinted
from kiosk.ports.care import CareStore, PortalCare
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.portal import PortalRefused
from kiosk.ports.tasks import Lane
from kiosk.services.sending_rounds import DatabaseCalls

_log = EventLog("kiosk.exchange")
AT_ONCE = 100
ALONE_AT_ONCE = 20


class TellPrints:
    """A step of a round; NETWORK lane."""

    def __init__(self, lanes: DatabaseCalls, store: CareStore, portal: PortalCare, clock: Clock) -> None:
        self._lanes, self._store, self._portal, self._clock = lanes, store, portal, clock

    def run(self) -> None:
        """Tell what is untold, a hundred slips a round. Raises PortalError, StorageError.

        A slip the portal rejects is not told again: there is nothing the kiosk could change about it.
        Refused together, each goes alone, so that the one in the wrong keeps no other back.
        """
        slips = self._lanes.call(Lane.DATABASE, lambda: self._store.untold_prints(AT_ONCE))
        if not slips:
            return
        try:
            told = self._portal.tell_printed(slips)
        except PortalRefused:
            told = tuple(job_id for slip in slips[:ALONE_AT_ONCE] for job_id in self._alone(slip))
        now_ms = int(self._clock.now().timestamp() * 1000)
        self._lanes.call(Lane.DATABASE, lambda: self._store.note_told(told, now_ms=now_ms))

    def _alone(self, slip: SlipPrinted) -> tuple[str, ...]:
        try:
            return self._portal.tell_printed((slip,))
        except PortalRefused as refusal:
            _log.error("print.not_told", job=slip.job_id, reason=str(refusal))
            return (slip.job_id,)
