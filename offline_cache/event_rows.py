"""One row of the outbox, appended inside the caller's transaction: dossiers and messages alike."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.dossiers import SealedPayload
from kiosk.domain.outbox import OutboxState
from offline_cache.row_hashes import EVENT_COLUMNS, START, row_hash

if TYPE_CHECKING:
    from sqlite_utils import Database

DOSSIER = "pre_registration"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """What a row says. A message has no `receipt_no`; its `subject` is its topic, its `version` empty."""

    item_id: str
    receipt_no: str | None
    kind: str
    subject: str
    version: str
    created_ms: int
    token: str
    payload: SealedPayload
    print_job_id: str


def next_seq(db: "Database") -> int:
    """Return the sequence the next row gets; anchors and known gaps count as rows."""
    rows = db.execute("SELECT coalesce(max(seq), 0) FROM outbox_events").fetchone()[0]
    gaps = db.execute("SELECT coalesce(max(last_seq), 0) FROM known_gaps").fetchone()[0]
    anchor = db.execute("SELECT coalesce(max(seq), 0) FROM anchors WHERE name = 'outbox_events'").fetchone()[
        0
    ]
    return max(int(rows), int(gaps), int(anchor)) + 1


def append_row(db: "Database", seq: int, new: NewRow) -> None:
    """Insert the row at the end of the hash chain, ready to be sent."""
    row: dict[str, object] = {
        "seq": seq,
        "dossier_id": new.item_id,
        "receipt_no": new.receipt_no,
        "kind": new.kind,
        "procedure_code": new.subject,
        "procedure_version": new.version,
        "created_ms": new.created_ms,
        "token_sha256": token_digest(new.token),
        "payload_sha256": new.payload.sha256,
        "payload_bytes": len(new.payload.body),
        "key_ids": " ".join(new.payload.key_ids),
        "print_job_id": new.print_job_id,
    }
    prev_hash = _previous_hash(db)
    row |= {"prev_hash": prev_hash, "row_hash": row_hash(row, EVENT_COLUMNS, prev_hash)}
    row |= {"payload": new.payload.body, "state": OutboxState.READY.value, "next_try_ms": new.created_ms}
    db.execute(
        f"INSERT INTO outbox_events ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
        list(row.values()),
    )


def token_digest(token: str) -> str:
    """Return what is kept of a confirmation's token (SHA-256, hex)."""
    return hashlib.sha256(token.encode()).hexdigest()


def _previous_hash(db: "Database") -> str:
    """Return the newest row's hash, the anchor's where all rows were removed, else the start value."""
    newest = db.execute("SELECT row_hash FROM outbox_events ORDER BY seq DESC LIMIT 1").fetchone()
    if newest is None:
        newest = db.execute("SELECT row_hash FROM anchors WHERE name = 'outbox_events'").fetchone()
    return newest[0] if newest else START
