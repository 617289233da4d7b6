"""Fetching what changed at the portal: page after page, each kept whole with its cursor."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import Outbox
from kiosk.ports.portal import NotOurPortal
from kiosk.ports.portal_data import PortalChanges, PortalDataStore
from kiosk.ports.tasks import Lane
from kiosk.services.sending_rounds import DatabaseCalls

PAGES_A_ROUND = 40
Result = TypeVar("Result")
_log = EventLog("kiosk.exchange")


class ReceiveChanges:
    """A step of a round; NETWORK lane."""

    def __init__(
        self,
        lanes: DatabaseCalls,
        outbox: Outbox,
        data: PortalDataStore,
        portal: PortalChanges,
        clock: Clock,
    ) -> None:
        self._lanes, self._outbox, self._data = lanes, outbox, data
        self._portal, self._clock = portal, clock

    def run(self) -> None:
        """Fetch until nothing is left or the round is long enough. Raises PortalError, StorageError.

        A cursor of another history (the portal was restored) starts at the beginning; states learnt in an
        older epoch give way to the new ones as they come. A page from before what was asked for is an old one
        somebody repeats: NotOurPortal.
        """
        cursor, epoch = self._ask(self._where)
        for _ in range(PAGES_A_ROUND):
            page = self._portal.changes(cursor)
            if _place(page.next_cursor) < max(_place(cursor), (epoch, 0)):
                raise NotOurPortal("GET /changes", f"an old page was repeated ({page.next_cursor})")
            now_ms = int(self._clock.now().timestamp() * 1000)
            self._ask(partial(self._data.apply, page, now_ms=now_ms))
            if page.unread:
                _log.warning("changes.unread", entries=page.unread, after=cursor)
            if not page.has_more or page.next_cursor == cursor:
                return
            cursor = page.next_cursor

    def _where(self) -> tuple[str, int]:
        cursor, epoch = self._data.cursor(), self._outbox.noted("epoch")
        if cursor and epoch and cursor.partition(".")[0] != str(epoch):
            self._data.begin_again()
            return "", epoch
        return cursor, epoch

    def _ask(self, work: Callable[[], Result]) -> Result:
        return self._lanes.call(Lane.DATABASE, work)


def _place(cursor: str) -> tuple[int, int]:
    """Return epoch and sequence of a cursor; one that names no place comes before all."""
    epoch, _, seq = cursor.partition(".")
    return (int(epoch), int(seq)) if epoch.isdecimal() and seq.isdecimal() else (0, 0)
