"""Going through the set-up: which step comes next, kept at each step, so that power may fail at any time."""

from collections.abc import Callable

from kiosk.domain.setup_steps import SetupProgress, SetupStep, StepRecord, StepState
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageError
from kiosk.ports.setup_steps import SetupStore
from kiosk.ports.tasks import Lane, TaskRunner

_log = EventLog("kiosk.setup")


class SetupDesk:
    """Qt thread; the file is written in the STAFF lane. A disk that keeps nothing never stops the set-up."""

    def __init__(self, tasks: TaskRunner, store: SetupStore) -> None:
        self._tasks, self._store = tasks, store
        self._progress = SetupProgress()
        self._watchers: list[Callable[[], None]] = []

    @property
    def progress(self) -> SetupProgress:
        """How far somebody has come."""
        return self._progress

    def start(self) -> None:
        """Read how far an earlier start has come."""
        self._tasks.submit(Lane.STAFF, self._store.read, done=self._take)

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` when a step was gone through; returns how to stop."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def mark(self, step: SetupStep, state: StepState, value: str = "") -> None:
        """A step was done, or left out."""
        self._keep(self._progress.with_record(StepRecord(step=step, state=state, value=value)))

    def begin_anew(self) -> None:
        """Open every step again; what they set stays set."""
        self._keep(SetupProgress())

    def _keep(self, progress: SetupProgress) -> None:
        self._take(progress)
        self._tasks.submit(Lane.STAFF, lambda: self._store.write(progress), failed=_not_kept)

    def _take(self, progress: SetupProgress) -> None:
        self._progress = progress
        for watcher in tuple(self._watchers):
            watcher()


def _not_kept(error: Exception) -> None:
    if not isinstance(error, StorageError):
        raise error
    _log.warning("setup.progress_not_kept", reason=str(error))
