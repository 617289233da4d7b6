"""The outbox: what waits for the portal, what may follow what, and how long a try waits.

Sources: the state machine and client reactions of the portal protocol, sections 6.1 and 6.4.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.dossiers import DossierState

FIRST_WAIT_S = 2.0
LONGEST_WAIT_S = 900.0
LONGEST_RETRY_AFTER_S = 3600.0
QUARANTINE_AFTER_SERVER_ERRORS = 20
QUARANTINE_WAIT_S = 86_400.0
KEEP_SEALED_MS = 7 * 86_400_000
PRE_REGISTRATION = "pre_registration"


class OutboxState(Enum):
    """State of a row: ready to send, being sent, acknowledged, put aside by the portal, or failing alone."""

    READY = "ready"
    SENDING = "sending"
    ACKED = "acked"
    PARKED = "parked"
    QUARANTINED = "quarantined"


ALLOWED = {
    OutboxState.READY: {OutboxState.SENDING},
    OutboxState.SENDING: {OutboxState.ACKED, OutboxState.READY, OutboxState.PARKED, OutboxState.QUARANTINED},
    OutboxState.PARKED: {OutboxState.READY},
    OutboxState.QUARANTINED: {OutboxState.SENDING, OutboxState.READY},
    OutboxState.ACKED: {OutboxState.READY},  # only when the portal was restored from an older copy
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One claimed row: the frozen bytes to send. `attempts` counts this try too.

    `kind` is `pre_registration` or a MessageKind's value; a message has no `receipt_no` (empty).
    """

    dossier_id: str
    receipt_no: str
    body: bytes
    sha256: str
    attempts: int
    server_errors: int
    kind: str = PRE_REGISTRATION

    @property
    def is_dossier(self) -> bool:
        """Return whether it is a pre-registration, not a message."""
        return self.kind == PRE_REGISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxLine:
    """A row as staff may see it: no content. Times are epoch milliseconds (UTC); 0 means not yet.

    `receipt_no` is empty for messages, `procedure_code` then holds their topic.
    """

    local_seq: int
    dossier_id: str
    receipt_no: str
    procedure_code: str
    state: OutboxState
    attempts: int
    created_ms: int
    next_try_ms: int
    acked_ms: int
    problem: str
    flags: str
    size_bytes: int
    is_purged: bool
    is_recovered: bool
    kind: str = PRE_REGISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxCounts:
    """How many rows stand where. `waiting` is every row without an acknowledgement.

    `oldest_waiting_ms` is when the oldest of them was made (epoch milliseconds), 0 where none waits.
    """

    ready: int
    sending: int
    acked: int
    parked: int
    quarantined: int
    oldest_waiting_ms: int = 0

    @property
    def waiting(self) -> int:
        """Return the number the screen shows: rows not acknowledged."""
        return self.ready + self.sending + self.parked + self.quarantined


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """A verified statement of the portal about bytes: stored under `seq` in its history `epoch`.

    `flags` may hold `receipt_no_taken`: stored, but the number was used elsewhere; an officer resolves it.
    """

    dossier_id: str
    receipt_no: str
    payload_sha256: str
    seq: int
    epoch: int
    state: str
    flags: tuple[str, ...] = ()
    replayed: bool = False


def may_follow(before: OutboxState, after: OutboxState) -> bool:
    """Return whether a row may go from `before` to `after`."""
    return after in ALLOWED[before]


def retry_wait_s(attempts: int, *, random: Callable[[], float], retry_after_s: float | None = None) -> float:
    """Return the wait before the next try: full jitter under 2 s doubled at each try, 1 s to 15 min.

    The portal's own Retry-After wins, held between 1 s and 1 h. `random` returns 0 to 1.
    """
    if retry_after_s is not None:
        return min(max(retry_after_s, 1.0), LONGEST_RETRY_AFTER_S)
    ceiling = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(max(attempts - 1, 0), 20))
    return max(1.0, random() * ceiling)


def may_purge(*, acked_ms: int, seq: int, durable_through: int, now_ms: int) -> bool:
    """Return whether sealed bytes may go: acknowledged, in the portal's backups, and seven days old."""
    return acked_ms > 0 and seq <= durable_through and now_ms - acked_ms >= KEEP_SEALED_MS


def dossier_state(state: OutboxState) -> DossierState:
    """Return what a row's state means to a person."""
    return {
        OutboxState.READY: DossierState.QUEUED,
        OutboxState.SENDING: DossierState.SENDING,
        OutboxState.ACKED: DossierState.SENT,
        OutboxState.PARKED: DossierState.PARKED,
        OutboxState.QUARANTINED: DossierState.PARKED,
    }[state]
