"""One round of sending, in the NETWORK lane: greet, then one row after the other.

The outbox is read and written by short calls into the DATABASE lane, never across a network call.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

from kiosk.domain.outbox import (
    QUARANTINE_AFTER_SERVER_ERRORS,
    QUARANTINE_WAIT_S,
    Acknowledgement,
    OutboxCounts,
    OutboxItem,
    retry_wait_s,
)
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import Outbox, StorageError
from kiosk.ports.portal import (
    NotOurPortal,
    Portal,
    PortalError,
    PortalHello,
    PortalPaused,
    PortalRefused,
    PortalUnreachable,
    RateLimited,
)
from kiosk.ports.tasks import Lane

Result = TypeVar("Result")
_log = EventLog("kiosk.exchange")
NOTHING = OutboxCounts(ready=0, sending=0, acked=0, parked=0, quarantined=0)
ROUND_SIZE = 20
LOOK_AGAIN_S = 900.0
PAUSE_LOOK_S = 900.0
SERVER_ERRORS_A_ROUND = 3
_NOTED = ("epoch", "durable_through", "last_contact_ms", "clock_offset_ms")


class DatabaseCalls(Protocol):
    """The one thing a round asks of the lanes."""

    def call(self, lane: Lane, work: Callable[[], Result]) -> Result:
        """Run `work` in `lane` and wait."""
        ...


class Line(Enum):
    """How the exchange stands. PAUSED needs a person; NEVER: not tried since the start."""

    NEVER = "never"
    ONLINE = "online"
    OFFLINE = "offline"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """What screens and staff are told. `last_contact_ms` 0: never; `reason` is for staff only.

    ONLINE with a `reason`: rows are sent, and the portal refuses something else.

    `pause_code` says why PAUSED needs a person: `unauthorised`, `revoked`, `configuration`, or `storage`:
    this machine's disk does not keep what the exchange tells.
    """

    line: Line = Line.NEVER
    counts: OutboxCounts = NOTHING
    last_contact_ms: int = 0
    reason: str = ""
    pause_code: str = ""

    @property
    def waiting(self) -> int:
        """Return how many rows have no acknowledgement."""
        return self.counts.waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round ended with; the next one comes after `wait_s`. `failed` says the line itself failed."""

    state: SyncState
    wait_s: float
    failed: bool = False


class SendingRounds:
    """Runs rounds; remembers between them how the line behaved. NETWORK lane only.

    `steps` come after everything due was sent: what to fetch, to lease, to report. Each raises PortalError;
    one the portal refuses keeps neither the rows nor the other steps back.
    """

    def __init__(
        self,
        lanes: DatabaseCalls,
        outbox: Outbox,
        portal: Portal | None,
        clock: Clock,
        *,
        dice: Callable[[], float] = random.random,
        steps: Sequence[Callable[[], None]] = (),
    ) -> None:
        self._lanes, self._outbox, self._portal = lanes, outbox, portal
        self._steps = tuple(steps)
        self._clock, self._dice = clock, dice
        self._failures = 0
        self._hello_failed = True
        self._counts = NOTHING
        self._passed = False
        self._server_errors = 0

    def run(self) -> Round:
        """Greet, then send what is due until nothing is, or until the line fails (NETWORK lane)."""
        if self._portal is None:
            return self._ended(Line.NEVER, "no portal address is set", LOOK_AGAIN_S)
        self._server_errors = 0
        try:
            # One sender only: what is still "sending" was left so by a disk that did not keep its outcome.
            self._ask(lambda: self._outbox.recover(self._now_ms()))
            self._greet(self._portal)
            for _ in range(ROUND_SIZE):
                item = self._ask(lambda: self._outbox.claim_next(self._now_ms()))
                if item is None:
                    refused = [reason for step in self._steps if (reason := self._refused(step))]
                    self._failures = 0
                    return self._ended(Line.ONLINE, "; ".join(refused), self._until_next_s())
                self._send(self._portal, item)
        except PortalPaused as pause:
            return self._ended(Line.PAUSED, f"{pause.code}: {pause}", PAUSE_LOOK_S, pause_code=pause.code)
        except PortalError as error:
            return self._line_failed(error)
        except StorageError as error:
            return self._not_kept(error)
        return self._ended(Line.ONLINE, "", 1.0)

    def _refused(self, step: Callable[[], None]) -> str:
        """Run a step; return why the portal refuses it, "" where it does not: the next steps go on."""
        try:
            step()
        except PortalRefused as refusal:
            _log.error("step.refused", reason=str(refusal))
            return str(refusal)
        return ""

    def _not_kept(self, error: StorageError) -> Round:
        try:
            return self._ended(Line.PAUSED, str(error), PAUSE_LOOK_S, pause_code="storage")
        except StorageError:
            state = SyncState(line=Line.PAUSED, counts=self._counts, reason=str(error), pause_code="storage")
            return Round(state=state, wait_s=PAUSE_LOOK_S)

    def _send(self, portal: Portal, item: OutboxItem) -> None:
        """Send one; the item's own trouble stays with it, the line's trouble is raised."""
        try:
            ack = portal.upload(item)
        except PortalRefused as refusal:
            code = refusal.code
            self._ask(lambda: self._outbox.park(item.dossier_id, problem=code))
        except PortalPaused:
            self._ask(lambda: self._outbox.give_back(item.dossier_id))
            raise
        except PortalUnreachable as error:
            self._server_errors += bool(error.status)
            # Counted against the item only while others pass: else it is the portal that is ill.
            counts = bool(error.status) and self._passed
            self._put_back(item, str(error.status or error.reason), server_error=counts)
            if not error.status or self._server_errors >= SERVER_ERRORS_A_ROUND:
                raise
        except (NotOurPortal, RateLimited) as error:
            wait_s = error.retry_after_s if isinstance(error, RateLimited) else None
            self._put_back(item, type(error).__name__, retry_after_s=wait_s)
            raise
        else:
            self._acknowledged(ack)

    def _acknowledged(self, ack: Acknowledgement) -> None:
        def store() -> None:
            self._outbox.acknowledge(ack, now_ms=self._now_ms())
            self._outbox.note("last_contact_ms", self._now_ms())

        self._ask(store)
        self._passed, self._failures, self._server_errors = True, 0, 0

    def _put_back(
        self,
        item: OutboxItem,
        problem: str,
        *,
        server_error: bool = False,
        retry_after_s: float | None = None,
    ) -> None:
        """Plan the item's next try; one that alone meets server errors is set aside for a day."""
        now_ms = self._now_ms()
        if server_error and item.server_errors + 1 >= QUARANTINE_AFTER_SERVER_ERRORS:
            next_ms = now_ms + int(QUARANTINE_WAIT_S * 1000)
            self._ask(lambda: self._outbox.quarantine(item.dossier_id, next_try_ms=next_ms, problem=problem))
            return
        wait_s = retry_wait_s(item.attempts, random=self._dice, retry_after_s=retry_after_s)
        next_ms = now_ms + int(wait_s * 1000)
        self._ask(
            lambda: self._outbox.put_back(
                item.dossier_id, next_try_ms=next_ms, problem=problem, server_error=server_error
            )
        )

    def _greet(self, portal: Portal) -> None:
        try:
            hello = portal.hello()
        except PortalError:
            self._hello_failed = True
            raise
        self._greeted(hello)

    def _greeted(self, hello: PortalHello) -> None:
        """The portal answers: what waited is due, what it lost goes again, what it keeps may be purged."""
        was_offline, self._hello_failed = self._hello_failed, False

        def keep() -> None:
            now_ms = self._now_ms()
            known = self._outbox.noted("epoch")
            for restore in hello.restores:
                if known and restore.epoch > known:
                    self._outbox.send_again(
                        epoch=restore.epoch,
                        kept_epoch=restore.kept_epoch,
                        kept_through_seq=restore.kept_through_seq,
                        now_ms=now_ms,
                    )
            offset_ms = int((self._clock.now() - hello.server_time).total_seconds() * 1000)
            values = (hello.epoch, hello.durable_through, now_ms, offset_ms)
            for name, value in zip(_NOTED, values, strict=True):
                self._outbox.note(name, value)
            self._outbox.purge(durable_through=hello.durable_through, now_ms=now_ms)
            if was_offline:
                self._outbox.wake(now_ms)

        self._ask(keep)

    def _line_failed(self, error: PortalError) -> Round:
        self._failures += 1
        self._passed = False
        asked_s = error.retry_after_s if isinstance(error, RateLimited) else None
        wait_s = retry_wait_s(self._failures, random=self._dice, retry_after_s=asked_s)
        return self._ended(Line.OFFLINE, f"{type(error).__name__}: {error}", wait_s, failed=True)

    def _ended(
        self, line: Line, reason: str, wait_s: float, *, failed: bool = False, pause_code: str = ""
    ) -> Round:
        counts, contact = self._ask(lambda: (self._outbox.counts(), self._outbox.noted("last_contact_ms")))
        self._counts = counts
        state = SyncState(
            line=line, counts=counts, last_contact_ms=contact, reason=reason, pause_code=pause_code
        )
        return Round(state=state, wait_s=wait_s, failed=failed)

    def _until_next_s(self) -> float:
        due_ms = self._ask(self._outbox.next_due_ms)
        if due_ms is None:
            return LOOK_AGAIN_S
        return min(max((due_ms - self._now_ms()) / 1000, 1.0), LOOK_AGAIN_S)

    def _ask(self, work: Callable[[], Result]) -> Result:
        return self._lanes.call(Lane.DATABASE, work)

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
