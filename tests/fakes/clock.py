"""A clock that moves when told, and timers that fire with it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


class FakeClock:
    """Starts on 24 November 2026, 09:42 in Hà Nội."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        self._monotonic_s = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._monotonic_s += seconds

    def set_wall(self, now: datetime) -> None:
        self._now = now


class FakeTimer:
    def __init__(self, due_s: float, interval_s: float | None, action: Callable[[], None]) -> None:
        self.due_s, self.interval_s, self.action, self.running = due_s, interval_s, action, True

    def stop(self) -> None:
        self.running = False


class FakeScheduler:
    """Fires timers in order of their time while the clock is advanced."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.timers: list[FakeTimer] = []

    def after(self, delay_ms: int, action: Callable[[], None]) -> FakeTimer:
        return self._add(delay_ms / 1000, None, action)

    def every(self, interval_ms: int, action: Callable[[], None]) -> FakeTimer:
        return self._add(interval_ms / 1000, interval_ms / 1000, action)

    def advance(self, seconds: float) -> None:
        end = self.clock.monotonic_s() + seconds
        while (timer := self._next(end)) is not None:
            self.clock.advance(max(0.0, timer.due_s - self.clock.monotonic_s()))
            if timer.interval_s is None:
                timer.stop()
            else:
                timer.due_s += timer.interval_s
            timer.action()
        self.clock.advance(end - self.clock.monotonic_s())

    def _next(self, end: float) -> FakeTimer | None:
        self.timers = [timer for timer in self.timers if timer.running]
        due = [timer for timer in self.timers if timer.due_s <= end]
        return min(due, key=lambda timer: timer.due_s, default=None)

    def _add(self, delay_s: float, interval_s: float | None, action: Callable[[], None]) -> FakeTimer:
        timer = FakeTimer(self.clock.monotonic_s() + delay_s, interval_s, action)
        self.timers.append(timer)
        return timer
