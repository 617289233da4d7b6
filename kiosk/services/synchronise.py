"""Sending what waits: one at a time, each on its own, nothing counted as sent without a signed word."""

import random
from collections.abc import Callable, Sequence

from kiosk.ports.clock import Clock
from kiosk.ports.outbox import Outbox
from kiosk.ports.portal import Portal
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.sending_rounds import LOOK_AGAIN_S, DatabaseCalls, Line, Round, SendingRounds, SyncState

__all__ = ["Line", "SyncState", "Synchronise", "send_until_idle"]


class Synchronise:
    """Rounds in the NETWORK lane, one at a time; each reads and writes the outbox by short calls.

    `watch` is called with every new state on the Qt thread. Works the same with an inline runner.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        outbox: Outbox,
        portal: Portal | None,
        clock: Clock,
        scheduler: Scheduler,
        *,
        dice: Callable[[], float] = random.random,
        steps: Sequence[Callable[[], None]] = (),
    ) -> None:
        self._tasks, self._scheduler = tasks, scheduler
        self._rounds = SendingRounds(tasks, outbox, portal, clock, dice=dice, steps=steps)
        self._state = SyncState()
        self._watchers: list[Callable[[SyncState], None]] = []
        self._timer: Timer | None = None
        self._busy = self._again = False
        self._after_round: list[Callable[[SyncState], None]] = []

    def state(self) -> SyncState:
        """Return the newest snapshot."""
        return self._state

    def watch(self, watcher: Callable[[SyncState], None]) -> Callable[[], None]:
        """Call `watcher` with the present and every later state; returns how to stop."""
        self._watchers.append(watcher)
        watcher(self._state)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def start(self) -> None:
        """Begin with a round now."""
        self.nudge()

    def nudge(self) -> None:
        """Something new waits, or a person asked: a round as soon as the running one is over."""
        if self._busy:
            self._again = True
            return
        self.stop()
        self._busy, self._again = True, False
        self._tasks.submit(Lane.NETWORK, self._rounds.run, done=self._rest, failed=self._failed)

    def send_now(self, done: Callable[[SyncState], None]) -> None:
        """A person asked: a round now, and `done` once with the state it ended in."""
        self._after_round.append(done)
        self.nudge()

    def stop(self) -> None:
        """Plan no further round."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _rest(self, finished: Round) -> None:
        self._busy = False
        self._tell(finished.state)
        if self._again and not finished.failed:
            self.nudge()
            return
        self._again = False
        self._timer = self._scheduler.after(int(finished.wait_s * 1000), self.nudge)
        asked, self._after_round = self._after_round, []
        for done in asked:
            done(finished.state)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._timer = self._scheduler.after(int(LOOK_AGAIN_S * 1000), self.nudge)
        raise error

    def _tell(self, state: SyncState) -> None:
        self._state = state
        for watcher in tuple(self._watchers):
            watcher(state)


def send_until_idle(
    lanes: DatabaseCalls,
    outbox: Outbox,
    portal: Portal,
    clock: Clock,
    *,
    steps: Sequence[Callable[[], None]] = (),
) -> SyncState:
    """Run rounds here and now until nothing is due or the line fails; for commands."""
    rounds = SendingRounds(lanes, outbox, portal, clock, steps=steps)
    while True:
        waiting_before = lanes.call(Lane.DATABASE, outbox.counts).waiting
        finished = rounds.run()
        if finished.state.line is not Line.ONLINE or finished.state.waiting in (0, waiting_before):
            return finished.state
