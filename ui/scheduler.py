"""Timers on the Qt thread, behind the Scheduler port."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class QtTimer:
    """A running QTimer as the port's Timer."""

    def __init__(self, timer: QTimer) -> None:
        self._timer: QTimer | None = timer

    def stop(self) -> None:
        """Stop and let go of the Qt object; again is fine."""
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None


class QtScheduler:
    """Scheduler on QTimer; every timer is a child of `parent` and dies with it."""

    def __init__(self, parent: QObject) -> None:
        self._parent = parent

    def after(self, delay_ms: int, action: Callable[[], None]) -> QtTimer:
        """Call `action` once after `delay_ms` milliseconds."""
        return self._start(delay_ms, action, once=True)

    def every(self, interval_ms: int, action: Callable[[], None]) -> QtTimer:
        """Call `action` each `interval_ms` milliseconds until stopped."""
        return self._start(interval_ms, action, once=False)

    def _start(self, interval_ms: int, action: Callable[[], None], *, once: bool) -> QtTimer:
        timer = QTimer(self._parent)
        timer.setSingleShot(once)
        timer.setInterval(interval_ms)
        timer.timeout.connect(action)
        timer.start()
        return QtTimer(timer)
