"""Whether a form may begin: asked before anything is typed, so that nobody types for nothing."""

from collections.abc import Callable

from kiosk.domain.health import IntakeFacts, IntakeState, intake_state
from kiosk.ports.care import CareStore
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageError
from kiosk.ports.tasks import Lane, TaskRunner

_log = EventLog("kiosk.intake")


class Intake:
    """Qt thread. `is_allowed` says what settings, enrolment and the portal's last word allow."""

    def __init__(
        self,
        tasks: TaskRunner,
        store: CareStore,
        clock: Clock,
        *,
        is_allowed: Callable[[], bool],
        keys_hold: Callable[[int], bool],
    ) -> None:
        self._tasks, self._store, self._clock = tasks, store, clock
        self._is_allowed, self._keys_hold = is_allowed, keys_hold

    def ask(self, done: Callable[[IntakeState], None]) -> None:
        """Call `done` with the state now; NO_OUTBOX where the outbox cannot be read."""
        now_ms = int(self._clock.now().timestamp() * 1000)
        is_allowed, keys_hold = self._is_allowed(), self._keys_hold(now_ms)

        def work() -> IntakeState:
            queue = self._store.queue_health(now_ms)
            facts = IntakeFacts(
                paused_until_ms=self._store.paused_until_ms(),
                is_allowed=is_allowed,
                free_bytes=self._store.disk_free_bytes(),
                reserve_is_there=self._store.reserve_is_there(),
                waiting=queue.ready + queue.parked,
                waiting_bytes=queue.waiting_bytes,
                numbers_left=queue.numbers_left,
                keys_hold=keys_hold,
            )
            state = intake_state(facts, now_ms)
            if state is not IntakeState.OPEN:
                _log.warning("intake.closed", why=state.value)
            return state

        def refused(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            done(IntakeState.NO_OUTBOX)

        self._tasks.submit(Lane.DATABASE, work, done=done, failed=refused)
