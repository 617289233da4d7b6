"""Say "alive" only while the screens and every lane answer: a hung one is then restarted from outside.

Source: sd_notify(3) and `operations.md` 1.4: a hang must stop the sign of life, no helper thread may hide it.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.ports.tasks import Lane, TaskRunner

LIMITS_S: Mapping[Lane, float] = MappingProxyType(
    {
        Lane.CATALOGUE: 20,
        Lane.DATABASE: 20,
        Lane.PRINTER: 180,  # a long sheet on a slow serial line, with its deadlines
        Lane.NETWORK: 300,  # a slow portal, with its deadlines
        Lane.SPEECH: 150,  # one long sentence
        Lane.BUILD: 2400,  # a whole catalogue, or a slow download
        Lane.STAFF: 150,  # a PIN takes 130 ms, a log of years less
    }
)

_log = EventLog("kiosk.watchdog")


class Watchdog:
    """Asks each lane for an answer again and again, on the Qt thread's own timer."""

    def __init__(
        self,
        tasks: TaskRunner,
        scheduler: Scheduler,
        clock: Clock,
        *,
        alive: Callable[[], None],
        limits_s: Mapping[Lane, float] = LIMITS_S,
    ) -> None:
        self._tasks, self._scheduler, self._clock = tasks, scheduler, clock
        self._alive, self._limits_s = alive, limits_s
        self._asked_at_s: dict[Lane, float] = {}
        self._told: set[Lane] = set()
        self._timer: Timer | None = None

    def start(self, interval_s: float) -> None:
        """Begin, with one sign of life every `interval_s` seconds."""
        self._timer = self._scheduler.every(round(interval_s * 1000), self.look)
        self.look()

    def stop(self) -> None:
        """Say nothing more."""
        if self._timer is not None:
            self._timer.stop()

    def look(self) -> None:
        """Ask every lane that owes no answer; say "alive" where none has owed one for too long."""
        now_s = self._clock.monotonic_s()
        for lane in self._limits_s:
            if lane not in self._asked_at_s:
                self._asked_at_s[lane] = now_s
                self._tasks.submit(lane, lambda: None, done=self._answer(lane))
        hung = {lane for lane, asked_s in self._asked_at_s.items() if now_s - asked_s > self._limits_s[lane]}
        for lane in hung - self._told:
            _log.critical("watchdog.lane_hangs", lane=lane.value, limit_s=self._limits_s[lane])
        self._told = hung
        if not hung:
            self._alive()

    def _answer(self, lane: Lane) -> Callable[[object], None]:
        def answered(_nothing: object) -> None:
            self._asked_at_s.pop(lane, None)

        return answered
