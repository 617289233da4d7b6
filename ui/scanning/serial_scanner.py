"""A scanner on a serial line (USB-CDC): each code arrives as UTF-8 bytes, usually ended by a line end.

What is read is handed on and forgotten: never logged, never kept. A scanner that is unplugged comes back by
itself. The scanner must be set to UTF-8; bytes that are none become U+FFFD, and a card fills in digits only.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kiosk.ports.scheduling import Scheduler
from kiosk.ports.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    import serial

_SILENCE_S = 0.2
_SILENCES_A_TURN = 5
_TRY_AGAIN_MS = 5_000
_LONGEST_BYTES = 2048
_ENDS = (b"\r", b"\n")


class SerialScanner:
    """Listens in the SCANNER lane, a second a turn; `take` hears each text on the Qt thread."""

    def __init__(
        self, tasks: TaskRunner, scheduler: Scheduler, *, port: str, baud: int, take: Callable[[str], None]
    ) -> None:
        self._tasks, self._scheduler, self._take = tasks, scheduler, take
        self._port, self._baud = port, baud
        self._line: serial.Serial | None = None
        self._cutter = TextCutter()
        self._stopped = False

    def start(self) -> None:
        """Begin to listen; a line that is not there is tried again every five seconds."""
        if not self._stopped:
            self._tasks.submit(Lane.SCANNER, self._turn, done=self._heard, failed=self._lost)

    def stop(self) -> None:
        """Listen no more; the line is closed once the turn at work is over."""
        self._stopped = True
        self._tasks.submit(Lane.SCANNER, self._close)

    def _turn(self) -> tuple[str, ...]:
        if self._line is None:
            import serial  # late: most scanners type

            self._line = serial.Serial(self._port, self._baud, timeout=_SILENCE_S)
        for _ in range(_SILENCES_A_TURN):
            texts = tuple(self._cutter.feed(self._line.read(max(1, self._line.in_waiting))))
            if texts or self._stopped:
                return texts
        return ()

    def _heard(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            self._take(text)
        self.start()

    def _lost(self, error: Exception) -> None:
        """Unplugged, not there yet, or held by another program (serial.SerialException is an OSError)."""
        if not isinstance(error, OSError):
            raise error
        self._tasks.submit(Lane.SCANNER, self._close)
        self._scheduler.after(_TRY_AGAIN_MS, self.start)

    def _close(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line, self._cutter = None, TextCutter()


class TextCutter:
    """Cuts what arrives into texts: at a line end, or where silence (no bytes) follows."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._flooded = False

    def feed(self, arrived: bytes) -> Iterator[str]:
        """Take what arrived, nothing for a silence, and yield each text that is whole."""
        if not arrived:
            yield from self._finished()
        for number in arrived:
            if bytes((number,)) in _ENDS:
                yield from self._finished()
            elif len(self._held) < _LONGEST_BYTES:
                self._held.append(number)
            else:
                self._flooded = True

    def _finished(self) -> Iterator[str]:
        text, flooded = self._held.decode("utf-8", errors="replace"), self._flooded
        self._held.clear()
        self._flooded = False
        if text and not flooded:
            yield text
