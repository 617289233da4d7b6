"""Follow confirmed pre-registrations to the portal, for the screen that shows their number."""

from collections.abc import Callable

from kiosk.domain.dossiers import DossierState
from kiosk.domain.outbox import OutboxLine, OutboxState
from kiosk.ports.outbox import Outbox, StorageError
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.synchronise import Synchronise, SyncState

DossierWatcher = Callable[[DossierState], None]

_STATES = {
    OutboxState.READY: DossierState.QUEUED,
    OutboxState.SENDING: DossierState.SENDING,
    OutboxState.ACKED: DossierState.SENT,
    OutboxState.PARKED: DossierState.PARKED,
    OutboxState.QUARANTINED: DossierState.QUEUED,
}


class FollowDossiers:
    """Reads the rows of followed dossiers whenever the exchange has moved. Used on the Qt thread."""

    def __init__(self, tasks: TaskRunner, outbox: Outbox, exchange: Synchronise) -> None:
        self._tasks, self._outbox = tasks, outbox
        self._watchers: dict[str, list[DossierWatcher]] = {}
        exchange.watch(self._moved)

    def watch(self, dossier_id: str, watcher: DossierWatcher) -> Callable[[], None]:
        """Call `watcher` with the state now and after each move; returns how to stop."""
        self._watchers.setdefault(dossier_id, []).append(watcher)
        self._look()

        def stop() -> None:
            waiting = self._watchers.get(dossier_id, [])
            if watcher in waiting:
                waiting.remove(watcher)
            if not waiting:
                self._watchers.pop(dossier_id, None)

        return stop

    def _moved(self, _state: SyncState) -> None:
        if self._watchers:
            self._look()

    def _look(self) -> None:
        self._tasks.submit(Lane.DATABASE, self._outbox.lines, done=self._tell, failed=_unreadable)

    def _tell(self, lines: tuple[OutboxLine, ...]) -> None:
        for line in lines:
            for watcher in tuple(self._watchers.get(line.dossier_id, ())):
                watcher(_STATES[line.state])


def _unreadable(error: Exception) -> None:
    """A disk that cannot be read is told elsewhere; the screen keeps what it last knew."""
    if not isinstance(error, StorageError):
        raise error
