"""A line to the engine without sockets or waiting: time jumps to the next thing that happens.

The virtual driver prints over it, and tests of minutes take milliseconds.
"""

from printers.emulator.engine import Engine
from printers.emulator.faults import LineFaults
from printers.transports.base import TransportError


class VirtualTime:
    """Monotonic seconds that move when told."""

    def __init__(self, start_s: float = 0.0) -> None:
        self.now_s = start_s

    def __call__(self) -> float:
        """Return the time."""
        return self.now_s

    def advance_to(self, moment_s: float) -> None:
        """Move on, never back."""
        self.now_s = max(self.now_s, moment_s)


class DirectTransport:
    """A Transport into `engine`, whose clock must be `time`."""

    chunk_bytes = 1024
    wire_bytes_s = 100_000.0
    can_answer = True

    def __init__(self, engine: Engine, time: VirtualTime, line: LineFaults | None = None) -> None:
        self._engine, self._time, self._line = engine, time, line or LineFaults()
        self._open = False
        self._taken = 0
        self._cycles = 0
        self._touched_s = 0.0
        self._stalled_until: float | None = None

    def open(self) -> None:
        """Connect. Raises TransportError where the line refuses."""
        if self._line.refuse or self._line.unreachable:
            raise TransportError("refused" if self._line.refuse else "no answer")
        self._open, self._taken, self._cycles = True, 0, self._engine.power_cycles
        self._touched_s = self._time()
        self._engine.connected()
        if self._line.drop_before_first:
            self._drop("closed after the connection")

    def send(self, data: bytes, *, deadline_s: float) -> None:
        """Push `data` in as the engine takes it, moving the time on."""
        end = self._time() + deadline_s
        accepted = 0
        while accepted < len(data):
            self._check(accepted)
            took = self._engine.receive(data[accepted : accepted + self._room()])
            accepted += took
            self._taken += took
            self._touched_s = self._time()
            if not took:
                self._check(accepted)
                self._wait(end, accepted)
        self._check(accepted)

    def receive(self, *, deadline_s: float) -> bytes:
        """Return answers, moving the time on until there are some."""
        end = self._time() + deadline_s
        while True:
            self._check(0)
            if answers := self._engine.take_answers():
                return answers
            if self._time() >= end:
                return b""
            self._time.advance_to(min(end, self._engine.next_event() or end))

    def close(self, *, drain_s: float = 0.0) -> None:
        """Let the engine finish within `drain_s`."""
        end = self._time() + drain_s
        while self._open and drain_s and (event := self._engine.next_event()) is not None and event <= end:
            self._time.advance_to(event)
            self._engine.run()
        self._open = False

    def _room(self) -> int:
        line = self._line
        if line.accept_never or self._stalling():
            return 0
        room = self.chunk_bytes
        for limit in (line.drop_after, line.stall_after):
            if limit is not None:
                room = min(room, max(0, limit - self._taken))
        if line.rate_bytes_s is not None:
            room = min(room, max(1, int(line.rate_bytes_s / 100)))
            self._time.advance_to(self._time() + room / line.rate_bytes_s)
        return room

    def _stalling(self) -> bool:
        line = self._line
        if line.stall_after is None or self._taken < line.stall_after:
            return False
        if line.stall_for_s is None:
            return True
        if self._stalled_until is None:
            self._stalled_until = self._time() + line.stall_for_s
        if self._time() < self._stalled_until:
            return True
        line.stall_after = None
        return False

    def _check(self, accepted: int) -> None:
        """Raise where the line is gone."""
        line = self._line
        if not self._open:
            raise TransportError("the line is closed", accepted=accepted)
        if self._engine.power_cycles != self._cycles:
            self._drop("the printer was switched off", accepted)
        if line.idle_close_s is not None and self._time() - self._touched_s > line.idle_close_s:
            self._drop("closed after silence", accepted)
        if line.drop_after is not None and self._taken >= line.drop_after:
            if line.once:
                line.drop_after = None
            self._drop("closed in the middle", accepted)

    def _drop(self, reason: str, accepted: int = 0) -> None:
        self._open = False
        raise TransportError(reason, accepted=accepted)

    def _wait(self, end: float, accepted: int) -> None:
        if self._time() >= end:
            raise TransportError("the printer took no more in time", accepted=accepted)
        events = [moment for moment in (self._engine.next_event(), self._stalled_until) if moment is not None]
        later = [moment for moment in events if moment > self._time()]
        self._time.advance_to(min([end, *later]))
