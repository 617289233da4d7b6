"""Counts the sheets people ask for, in the last hour and in the visit: in memory, never what is on them."""

from collections import deque
from datetime import datetime

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.sheet_limits import HOUR, SheetLimits, is_free
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog

_log = EventLog(__name__)


class CountSheets:
    """Belongs to the Qt thread. A restart begins anew, and so does a wall clock that is set back."""

    def __init__(self, limits: SheetLimits, clock: Clock) -> None:
        self._limits, self._clock = limits, clock
        self._hour: deque[tuple[datetime, tuple[str, int]]] = deque()
        self._visit = 0
        self._refused = 0

    @property
    def refused(self) -> int:
        """How many sheets were refused since somebody of the staff has last seen it."""
        return self._refused

    def seen(self) -> None:
        """A member of staff knows of the refusals."""
        self._refused = 0

    def admits(self, document: PrintDocument) -> bool:
        """Count one more sheet and return True, or return False where it is too many.

        The same sheet again is one sheet and is never refused.
        """
        if is_free(document):
            return True
        now, key = self._clock.now(), (document.document_id, document.copy_no)
        while self._hour and not now - HOUR < self._hour[0][0] <= now:
            self._hour.popleft()
        if any(key == counted for _, counted in self._hour):
            return True
        in_hour, in_visit = len(self._hour), self._visit
        if not self._limits.admit(in_hour=in_hour, in_visit=in_visit):
            self._refused += 1
            _log.warning("print.limit_reached", kind=document.kind.value, in_hour=in_hour, in_visit=in_visit)
            return False
        self._hour.append((now, key))
        self._visit += 1
        return True

    def visit_ended(self) -> None:
        """The next person begins with none."""
        self._visit = 0
