"""Lanes on executors: one thread each, outcomes back on the Qt thread by one queued signal."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.ports.tasks import Lane

Result = TypeVar("Result")
Outcome = Callable[[], None]


class LaneRunner(QObject):
    """The TaskRunner of the running kiosk. Must be made on the Qt thread.

    A failure nobody asked for is raised on the Qt thread, where the last hook sees it.
    """

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home_thread = threading.get_ident()
        self._executors: dict[Lane, ThreadPoolExecutor] = {}
        self._outcomes: deque[Outcome] = deque()
        self._openings: dict[Lane, Callable[[], None]] = {}
        self._closing = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        work: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` in `lane`; later call `done` or `failed` on the Qt thread. Dropped while closing."""
        if self._closing:
            return
        self.open(lane)

        self._executor(lane).submit(_Job(work, done, failed, self._tell))

    def open_with(self, lane: Lane, opening: Callable[[], None]) -> None:
        """Let `opening` submit to `lane` before anything else does: at `open`, or with what comes first."""
        self._openings[lane] = opening

    def open(self, lane: Lane) -> None:
        """Call what `open_with` was given for `lane`, once."""
        opening = self._openings.pop(lane, None)
        if opening is not None:
            opening()

    def call(self, lane: Lane, work: Callable[[], Result]) -> Result:
        """Run `work` in `lane` and wait; only from another lane's thread, only into DATABASE or CATALOGUE."""
        if threading.get_ident() == self._home_thread:
            raise RuntimeError("the Qt thread never waits for a lane")
        if lane not in (Lane.DATABASE, Lane.CATALOGUE):
            raise RuntimeError(f"waiting for the {lane.value} lane could lock up")
        self.open(lane)
        return self._executor(lane).submit(work).result()

    def close(self) -> None:
        """Finish what runs, drop what waits, and join the threads: devices first, the database last."""
        self._closing = True
        order = [lane for lane in Lane if lane is not Lane.DATABASE] + [Lane.DATABASE]
        for lane in order:
            executor = self._executors.get(lane)
            if executor is not None:
                executor.shutdown(wait=True, cancel_futures=lane is not Lane.DATABASE)

    def _executor(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._executors:
            self._executors[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"lane-{lane.value}")
        return self._executors[lane]

    def _tell(self, outcomes: list[Outcome]) -> None:
        """Take the outcome over from the lane, which keeps no reference to it."""
        self._outcomes.append(outcomes.pop())
        self._arrived.emit()

    @Slot()
    def _deliver(self) -> None:
        outcome = self._outcomes.popleft()
        if not self._closing:
            outcome()


class _Job:
    """Work with who waits for it. Both are let go of before the outcome is told.

    A page that was closed meanwhile is kept by nothing but this: its last reference must fall on the Qt
    thread, since Qt's objects must not be deleted on any other.
    """

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        tell: Callable[[list[Outcome]], None],
    ) -> None:
        self._asked: list[Any] = [work, done, failed]
        self._tell = tell

    def __call__(self) -> None:
        outcomes = _outcomes_of(*self._asked)
        self._asked.clear()
        if outcomes:
            self._tell(outcomes)


def _outcomes_of(
    work: Callable[[], Any],
    done: Callable[[Any], None] | None,
    failed: Callable[[Exception], None] | None,
) -> list[Outcome]:
    """Run `work`; return what is to be called on the Qt thread, if anything is."""
    try:
        result = work()
    except Exception as error:  # noqa: BLE001  the lane's one catch-all: handed to the caller or the last hook
        return [_failure(error, failed)]
    # Always one where somebody waits, even with nothing to hear: what they hold goes back with it.
    return [] if done is None and failed is None else [partial(_hear, work, done, failed, result)]


def _hear(_work: object, done: Callable[[Any], None] | None, _failed: object, result: object) -> None:
    if done is not None:
        done(result)


def _failure(error: Exception, failed: Callable[[Exception], None] | None) -> Outcome:
    def deliver() -> None:
        if failed is None:
            raise error
        failed(error)

    return deliver
