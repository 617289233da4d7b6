"""The scanner in use, changed while the kiosk runs."""

from collections.abc import Callable

from kiosk.ports.scheduling import Scheduler
from kiosk.ports.tasks import TaskRunner
from ui.scanning.serial_scanner import SerialScanner

_SERIAL, _NONE = "serial", "none"


class LiveScanner:
    """Qt thread. `kind` as in the settings: none, keyboard (it types, and needs nothing here), or serial."""

    def __init__(
        self,
        tasks: TaskRunner,
        scheduler: Scheduler,
        *,
        kind: str,
        port: str,
        baud: int,
        take: Callable[[str], None],
    ) -> None:
        self.kind, self.port = kind, port
        self._tasks, self._scheduler = tasks, scheduler
        self._baud, self._take = baud, take
        self._line: SerialScanner | None = None

    @property
    def is_there(self) -> bool:
        """True where people may be asked to scan."""
        return self.kind != _NONE

    def start(self) -> None:
        """Listen, where there is a line to listen to."""
        if self.kind == _SERIAL and self.port:
            self._line = SerialScanner(
                self._tasks, self._scheduler, port=self.port, baud=self._baud, take=self._take
            )
            self._line.start()

    def stop(self) -> None:
        """Listen no more."""
        if self._line is not None:
            self._line.stop()
            self._line = None

    def use(self, kind: str, port: str) -> None:
        """Change over at once; the line before is closed first, for the lane takes one after the other."""
        self.stop()
        self.kind, self.port = kind, port
        self.start()
