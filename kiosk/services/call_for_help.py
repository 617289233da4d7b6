"""Calling a person: a bell here, a message in the hall's network, a line in the staff's list; no portal."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.help_calls import HelpCall, Signal
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.help_line import Bell, HelpLine, HelpLineFailed, HelpWords
from kiosk.ports.tasks import Lane, TaskRunner

AGAIN_AFTER_S = 20.0
REMEMBERED = 50
Watcher = Callable[[HelpCall], None]
_log = EventLog("kiosk.help")


class CallForHelp:
    """Qt thread. Holds the last calls in memory for the staff's list."""

    def __init__(
        self, tasks: TaskRunner, bell: Bell, line: HelpLine, clock: Clock, *, kiosk: str, hall: str
    ) -> None:
        self._tasks, self._bell, self._line, self._clock = tasks, bell, line, clock
        self._kiosk, self._hall = kiosk, hall
        self._calls: tuple[HelpCall, ...] = ()
        self._last_s = -AGAIN_AFTER_S
        self._watchers: list[Watcher] = []

    def calls(self) -> tuple[HelpCall, ...]:
        """Return the last calls since the program started, newest first."""
        return self._calls

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` with each call and each change of it; returns how to stop."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def call(self) -> HelpCall:
        """Call for a person. Within 20 s of the last call it is the same one: a bell is not a toy."""
        now_s = self._clock.monotonic_s()
        if self._calls and now_s - self._last_s < AGAIN_AFTER_S:
            return self._calls[0]
        self._last_s = now_s
        call = HelpCall(
            call_id=self._calls[0].call_id + 1 if self._calls else 1,
            called_at=self._clock.now(),
            bell=Signal.WORKING if self._bell.available else Signal.NONE,
            line=Signal.WORKING if self._line.available else Signal.NONE,
        )
        self._calls = (call, *self._calls)[:REMEMBERED]
        _log.info("help.called", bell=call.bell.value, line=call.line.value)
        for watcher in tuple(self._watchers):
            watcher(call)
        self._begin(call)
        return call

    def answered(self, call_id: int) -> None:
        """A member of staff has come."""
        self._change(call_id, lambda call: replace(call, is_answered=True))

    def _begin(self, call: HelpCall) -> None:
        def bell(signal: Signal) -> None:
            self._change(call.call_id, lambda now: replace(now, bell=signal))

        def line(signal: Signal) -> None:
            self._change(call.call_id, lambda now: replace(now, line=signal))

        if call.bell is Signal.WORKING:
            self._tasks.submit(
                Lane.SPEECH,
                self._bell.ring,
                done=lambda _rung: bell(Signal.CONFIRMED),
                failed=lambda error: self._failed(error, bell),
            )
        if call.line is Signal.WORKING:
            words = HelpWords(kiosk=self._kiosk, hall=self._hall, called_at=call.called_at)
            self._tasks.submit(
                Lane.NETWORK,
                lambda: self._line.tell(words),
                done=lambda taken: line(Signal.CONFIRMED if taken else Signal.SENT),
                failed=lambda error: self._failed(error, line),
            )

    def _failed(self, error: Exception, tell: Callable[[Signal], None]) -> None:
        if not isinstance(error, HelpLineFailed):
            raise error
        _log.warning("help.not_out", reason=str(error))
        tell(Signal.FAILED)

    def _change(self, call_id: int, change: Callable[[HelpCall], HelpCall]) -> None:
        changed = tuple(change(call) if call.call_id == call_id else call for call in self._calls)
        if changed == self._calls:
            return
        self._calls = changed
        for call in changed:
            if call.call_id == call_id:
                for watcher in tuple(self._watchers):
                    watcher(call)
