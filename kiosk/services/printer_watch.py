"""What the printer says of itself, asked every 10 s and told once: a failure once, its recovery once.

Belongs to the Qt thread; the printer is asked in its own lane.
"""

from collections.abc import Callable

from kiosk.ports.events import EventLog
from kiosk.ports.printing import ConditionWatcher, PrinterCondition, TicketPrinter
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.ports.tasks import Lane, TaskRunner

WATCH_INTERVAL_MS = 10_000
GOOD = frozenset({PrinterCondition.READY, PrinterCondition.PAPER_LOW})

_log = EventLog(__name__)


class PrinterWatch:
    """The printer's condition as last heard. `printing` says that a job has the printer: then nobody asks."""

    def __init__(
        self,
        tasks: TaskRunner,
        printer: TicketPrinter,
        scheduler: Scheduler,
        *,
        printing: Callable[[], bool],
    ) -> None:
        self._tasks, self._printer, self._scheduler, self._printing = tasks, printer, scheduler, printing
        self._condition = PrinterCondition.UNKNOWN
        self._logged_bad = self._logged_low = self._asking = False
        self._watchers: list[ConditionWatcher] = []
        self._timer: Timer | None = None

    @property
    def condition(self) -> PrinterCondition:
        """The condition as last heard; UNKNOWN before the printer answered."""
        return self._condition

    def start(self) -> None:
        """Ask now and from now on."""
        self._timer = self._scheduler.every(WATCH_INTERVAL_MS, self._ask)
        self._ask()

    def stop(self) -> None:
        """Ask no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def watch(self, watcher: ConditionWatcher) -> Callable[[], None]:
        """Call `watcher` when the condition changes; returns how to stop."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def heard(self, condition: PrinterCondition) -> None:
        """Keep the condition; a failure is logged once and its end once, so is a roll near its end."""
        if condition is self._condition:
            return
        self._condition = condition
        self._log_low(condition)
        self._log_bad(condition)
        for watcher in tuple(self._watchers):
            watcher(condition)

    def _log_low(self, condition: PrinterCondition) -> None:
        if condition is PrinterCondition.PAPER_LOW and not self._logged_low:
            _log.warning("printer.paper_low")
        self._logged_low = condition is not PrinterCondition.READY and (
            self._logged_low or condition is PrinterCondition.PAPER_LOW
        )

    def _log_bad(self, condition: PrinterCondition) -> None:
        if condition in GOOD and self._logged_bad:
            self._logged_bad = False
            _log.info("printer.recovered", condition=condition.value)
        elif condition not in GOOD and not self._logged_bad:
            self._logged_bad = True
            _log.warning("printer.failed", condition=condition.value)

    def _ask(self) -> None:
        if self._printing() or self._asking:
            return
        self._asking = True
        self._tasks.submit(
            Lane.PRINTER, self._printer.read_condition, done=self._answered, failed=self._not_answered
        )

    def _answered(self, condition: PrinterCondition) -> None:
        self._asking = False
        self.heard(condition)

    def _not_answered(self, error: Exception) -> None:
        self._asking = False
        raise error
