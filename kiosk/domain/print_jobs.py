"""Print jobs: the states a sheet of paper goes through, and what may follow what.

The one rule behind all: a job of which no byte was sent may be tried again by itself; a job of which one
byte was sent never is, unless a person asks for a marked copy.
"""

from dataclasses import dataclass
from enum import Enum


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
    """A row of the print journal. `attempt` counts tries with 0 bytes sent; times are epoch milliseconds (UTC)."""

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
