"""What a kiosk reports of itself, what it may be told to do, and when it takes nothing in."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

WAITING_MAX = 5000
WAITING_BYTES_MAX = 2_000_000_000
FREE_BYTES_MIN = 64 * 1024 * 1024
OVERDUE_MS = 90 * 86_400_000


class DirectiveKind(Enum):
    """What the portal may ask. The value travels; unknown kinds are reported done and left undone."""

    PAUSE_INTAKE = "pause_intake"
    RESUME_INTAKE = "resume_intake"
    RESEND_AFTER = "resend_after"
    RETRY_PARKED = "retry_parked"
    ROTATE_KEY = "rotate_key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One order. `kind` None: unknown to this program. `seq` for RESEND_AFTER, `until` for PAUSE_INTAKE."""

    directive_id: str
    kind: DirectiveKind | None
    seq: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueHealth:
    """Rows as a heartbeat tells them: counts, the oldest waiting one's age, keys that rows still wait for.

    `overdue` rows wait for the portal's backups for more than 90 days: staff must be told.
    """

    ready: int
    parked: int
    oldest_age_s: int
    waiting_bytes: int
    key_ids: tuple[str, ...]
    numbers_left: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeat:
    """A kiosk's report. `beat` and `last_seq` only grow: a machine set back or copied is found out by them.

    `beat` is counted durably before each report goes out, 0 where a full disk cannot count.
    """

    at: datetime
    beat: int
    boot_counter: int
    last_seq: int
    queue: QueueHealth
    disk_free_mb: int
    clock_offset_ms: int
    software: str
    done: tuple[str, ...]
    printer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPrinted:
    """A slip that came out, or was sent to the printer without a fault: `proof` says how sure that is.

    `job_id` names the event: told twice, it counts once. `printed_ms` is when the job was made.
    """

    job_id: str
    dossier_id: str
    copy_no: int
    proof: str
    printed_ms: int


class IntakeState(Enum):
    """Whether a form may begin; every other value says why not, before anything is typed."""

    OPEN = "open"
    PAUSED = "paused"
    NOT_ALLOWED = "not_allowed"
    DISK_FULL = "disk_full"
    TOO_MANY_WAIT = "too_many_wait"
    NO_NUMBERS = "no_numbers"
    KEYS_EXPIRED = "keys_expired"
    NO_OUTBOX = "no_outbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeFacts:
    """What intake depends on. `reserve_is_there` False: the disk was full once and the reserve was used."""

    paused_until_ms: int
    is_allowed: bool
    free_bytes: int
    reserve_is_there: bool
    waiting: int
    waiting_bytes: int
    numbers_left: int
    keys_hold: bool


def intake_state(facts: IntakeFacts, now_ms: int) -> IntakeState:
    """Return whether a form may begin now: 5,000 rows or 2 GB waiting at most, 64 MiB free at least."""
    checks = (
        (not facts.is_allowed, IntakeState.NOT_ALLOWED),
        (facts.paused_until_ms > now_ms, IntakeState.PAUSED),
        (not facts.keys_hold, IntakeState.KEYS_EXPIRED),
        (facts.numbers_left <= 0, IntakeState.NO_NUMBERS),
        (
            facts.waiting >= WAITING_MAX or facts.waiting_bytes >= WAITING_BYTES_MAX,
            IntakeState.TOO_MANY_WAIT,
        ),
        (facts.free_bytes < FREE_BYTES_MIN or not facts.reserve_is_there, IntakeState.DISK_FULL),
    )
    return next((state for is_so, state in checks if is_so), IntakeState.OPEN)
