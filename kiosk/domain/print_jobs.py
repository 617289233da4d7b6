"""Print jobs: the states a sheet of paper goes through, and what may follow what.

The one rule behind all: a job of which no byte was sent may be tried again by itself; a job of which one
byte was sent never is, unless a person asks for a marked copy.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import Enum

from kiosk.domain.print_documents import DocumentKind

# Seconds between tries of a job of which nothing was sent; the last one repeats.
BACK_OFF_S = (1, 2, 5, 10, 30)
# A checklist or test page is of no use once the person has gone.
SHORT_LIFE_S = 120
# So many sheets may wait for paper; the slip of a confirmed form is kept beyond that.
WAITING_MAX = 20
# Slowest head met in data sheets; the estimate must not run out before the paper does.
SLOWEST_HEAD_MM_S = 60.0


class PrintState(Enum):
    """State of a job in the print journal; each is committed *before* the step it names begins."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    PRINTED = "printed"
    UNCONFIRMED = "unconfirmed"
    BLOCKED = "blocked"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


class Proof(Enum):
    """How sure we are that a sheet came out, best first.

    PROCESS_ID: the printer answered the job's own id after printing (ESC/POS `GS ( H` function 48).
    FENCE: a queued status request (`GS r 1`) was answered after the cut and the status is good.
    STATUS: real-time status was good before and after and the estimated time has passed.
    NONE: the printer never answers. PERSON: a person said so. PAPER: a virtual printer saw its own paper.
    """

    PROCESS_ID = "process_id"
    FENCE = "fence"
    STATUS = "status"
    NONE = "none"
    PERSON = "person"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """A row of the print journal. `attempt` counts tries with 0 bytes sent; times are epoch ms (UTC)."""

    job_id: str
    document_id: str
    copy_no: int
    kind: str
    state: PrintState
    created_ms: int
    expires_ms: int
    next_try_ms: int
    attempt: int = 0
    bytes_sent: int = 0
    proof: Proof | None = None
    condition: str = ""


class PrintEvent(Enum):
    """What happens to a job.

    REFUSED: nothing went out and the printer gave a reason. BROKEN: at least one byte went out and something
    went wrong. CAME_OUT and NOT_CAME_OUT are a person's answers. RESTART: the kiosk was switched on again.
    """

    CLAIM = "claim"
    FIRST_BYTE = "first_byte"
    ALL_SENT = "all_sent"
    PROVEN = "proven"
    UNPROVEN = "unproven"
    REFUSED = "refused"
    BROKEN = "broken"
    CAME_OUT = "came_out"
    NOT_CAME_OUT = "not_came_out"
    UNPRINTABLE = "unprintable"
    EXPIRE = "expire"
    CANCEL = "cancel"
    RESTART = "restart"


_STEPS: dict[tuple[PrintState, PrintEvent], PrintState] = {
    (PrintState.QUEUED, PrintEvent.CLAIM): PrintState.CLAIMED,
    (PrintState.QUEUED, PrintEvent.EXPIRE): PrintState.CANCELLED,
    (PrintState.QUEUED, PrintEvent.CANCEL): PrintState.CANCELLED,
    (PrintState.BLOCKED, PrintEvent.CLAIM): PrintState.CLAIMED,
    (PrintState.BLOCKED, PrintEvent.EXPIRE): PrintState.CANCELLED,
    (PrintState.BLOCKED, PrintEvent.CANCEL): PrintState.CANCELLED,
    (PrintState.CLAIMED, PrintEvent.FIRST_BYTE): PrintState.SENDING,
    (PrintState.CLAIMED, PrintEvent.REFUSED): PrintState.BLOCKED,
    (PrintState.CLAIMED, PrintEvent.UNPRINTABLE): PrintState.FAILED,
    (PrintState.CLAIMED, PrintEvent.RESTART): PrintState.QUEUED,
    (PrintState.CLAIMED, PrintEvent.EXPIRE): PrintState.CANCELLED,
    # The step is committed before the byte: a byte the line did not take leaves the job untouched.
    (PrintState.SENDING, PrintEvent.REFUSED): PrintState.BLOCKED,
    (PrintState.SENDING, PrintEvent.ALL_SENT): PrintState.SENT,
    (PrintState.SENDING, PrintEvent.BROKEN): PrintState.UNCERTAIN,
    (PrintState.SENDING, PrintEvent.RESTART): PrintState.UNCERTAIN,
    (PrintState.SENT, PrintEvent.PROVEN): PrintState.PRINTED,
    (PrintState.SENT, PrintEvent.UNPROVEN): PrintState.UNCONFIRMED,
    (PrintState.SENT, PrintEvent.BROKEN): PrintState.UNCERTAIN,
    (PrintState.SENT, PrintEvent.RESTART): PrintState.UNCERTAIN,
    (PrintState.UNCONFIRMED, PrintEvent.CAME_OUT): PrintState.PRINTED,
    (PrintState.UNCONFIRMED, PrintEvent.NOT_CAME_OUT): PrintState.SUPERSEDED,
    (PrintState.UNCERTAIN, PrintEvent.CAME_OUT): PrintState.PRINTED,
    (PrintState.UNCERTAIN, PrintEvent.NOT_CAME_OUT): PrintState.SUPERSEDED,
}

WAITING = frozenset({PrintState.QUEUED, PrintState.BLOCKED})
# A sheet being tried waits again when the printer takes no byte of it: its place is not free yet.
MAY_WAIT = WAITING | {PrintState.CLAIMED, PrintState.SENDING}
OPEN = MAY_WAIT | {PrintState.SENT}
ASK_A_PERSON = frozenset({PrintState.UNCERTAIN, PrintState.UNCONFIRMED})


def next_state(state: PrintState, event: PrintEvent) -> PrintState:
    """Return where `event` leads from `state`. Raises ValueError where it may not happen."""
    found = _STEPS.get((state, event))
    if found is None:
        raise ValueError(f"a job that is {state.value} cannot take the step {event.value}")
    return found


def may_follow(state: PrintState, following: PrintState) -> bool:
    """Return whether some event leads from `state` to `following`: what a journal must accept."""
    return any(start is state and end is following for (start, _), end in _STEPS.items())


def recovered_state(state: PrintState) -> PrintState:
    """Return the state a job found at start-up goes on from; finished and waiting jobs stay as they are."""
    return _STEPS.get((state, PrintEvent.RESTART), state)


def advanced(
    job: PrintJob,
    state: PrintState,
    *,
    bytes_sent: int = 0,
    proof: Proof | None = None,
    condition: str = "",
    next_try_ms: int | None = None,
) -> PrintJob:
    """Return `job` after a step to `state`; the same rules for every journal.

    `attempt` grows with each try that ended blocked. Bytes and proof once known are kept. Raises ValueError
    for a step the table does not hold, and for `blocked` with bytes on the wire.
    """
    if not may_follow(job.state, state):
        raise ValueError(f"job {job.job_id}: {state.value} cannot follow {job.state.value}")
    if state is PrintState.BLOCKED and bytes_sent:
        raise ValueError(f"job {job.job_id}: {bytes_sent} bytes were sent, so it cannot be blocked")
    return replace(
        job,
        state=state,
        bytes_sent=max(job.bytes_sent, bytes_sent),
        proof=proof or job.proof,
        condition=condition,
        attempt=job.attempt + (state is PrintState.BLOCKED),
        next_try_ms=job.next_try_ms if next_try_ms is None else next_try_ms,
    )


def settled_event(proof: Proof) -> PrintEvent:
    """Return PROVEN for a proof that speaks of paper, UNPROVEN for a printer that merely did not complain."""
    unproven = (Proof.STATUS, Proof.NONE)
    return PrintEvent.UNPROVEN if proof in unproven else PrintEvent.PROVEN


def back_off_ms(attempt: int, *, jitter: float = 0.0) -> int:
    """Return the wait before the next try after `attempt` (from 0) tries without a byte: 1, 2, 5, 10, 30 s.

    `jitter` from -1 to 1 spreads it by 20 % at most, so that several kiosks do not knock together.
    """
    seconds = BACK_OFF_S[min(max(attempt, 0), len(BACK_OFF_S) - 1)]
    return round(seconds * 1000 * (1 + 0.2 * max(-1.0, min(1.0, jitter))))


def expires_at(kind: DocumentKind, now: datetime) -> datetime:
    """Return until when a sheet may be printed by itself: a slip to the end of its day, others 2 minutes."""
    if kind is DocumentKind.SLIP:
        return datetime.combine(now.date() + timedelta(days=1), time.min, tzinfo=now.tzinfo)
    return now + timedelta(seconds=SHORT_LIFE_S)


def estimated_time_s(byte_count: int, *, wire_bytes_s: float, paper_mm: float) -> float:
    """Return how long a sheet takes at most: the wire, the slowest head, and a second for the cutter."""
    return byte_count / wire_bytes_s + paper_mm / SLOWEST_HEAD_MM_S + 1.0


def confirm_deadline_s(estimate_s: float) -> float:
    """Return how long to wait for the proof before a person is asked.

    3 s cut long tickets off and 8 s is an ordinary print (Odoo issues 266747 and 258841): 15 s at least.
    """
    return max(15.0, 2 * estimate_s + 5.0)
