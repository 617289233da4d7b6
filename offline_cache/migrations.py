"""The shape of outbox.db, one step a version. A step that was shipped is never changed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x484E504B  # "HNPK"

_FIRST = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO meta VALUES ('sentinel', 'outbox of a ward hall kiosk');

CREATE TABLE number_ranges (
    first INTEGER PRIMARY KEY, last INTEGER NOT NULL, next INTEGER NOT NULL,
    CHECK (first <= next AND next <= last + 1)
) STRICT;

CREATE TABLE outbox_events (
    seq INTEGER PRIMARY KEY,
    dossier_id TEXT NOT NULL UNIQUE,
    receipt_no TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    procedure_version TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    token_sha256 TEXT NOT NULL UNIQUE,
    payload_sha256 TEXT NOT NULL,
    payload_bytes INTEGER NOT NULL,
    key_ids TEXT NOT NULL,
    print_job_id TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    row_hash TEXT NOT NULL,
    payload BLOB,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    server_errors INTEGER NOT NULL DEFAULT 0,
    next_try_ms INTEGER NOT NULL,
    problem TEXT NOT NULL DEFAULT '',
    flags TEXT NOT NULL DEFAULT '',
    acked_ms INTEGER NOT NULL DEFAULT 0,
    ack_seq INTEGER NOT NULL DEFAULT 0,
    ack_epoch INTEGER NOT NULL DEFAULT 0,
    recovered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_by_state ON outbox_events (state, next_try_ms);

CREATE TABLE known_gaps (first_seq INTEGER PRIMARY KEY, last_seq INTEGER NOT NULL, noted_ms INTEGER NOT NULL)
    STRICT;

CREATE TABLE audit (
    audit_seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;

CREATE TABLE print_jobs (
    job_seq INTEGER PRIMARY KEY,
    job_id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL,
    copy_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    next_try_ms INTEGER NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    bytes_sent INTEGER NOT NULL DEFAULT 0,
    proof TEXT,
    condition TEXT NOT NULL DEFAULT '',
    document BLOB,
    UNIQUE (document_id, copy_no)
) STRICT;

CREATE TABLE sync_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
"""

# What staff add to procedures: a row is never changed; one that `replaces` another takes its place, and with
# an empty value takes it away. Misses are folded queries nothing was found for, counted by day.
_OVERLAYS = """
CREATE TABLE overlays (
    overlay_seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    code TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    basis TEXT NOT NULL,
    made_by TEXT NOT NULL,
    replaces INTEGER NOT NULL,
    prev_hash TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;

CREATE TABLE search_misses (
    day TEXT NOT NULL, query TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (day, query)
) STRICT, WITHOUT ROWID;
"""

STEPS = (_FIRST, _OVERLAYS)
VERSION = len(STEPS)


def migrate(db: "Database") -> None:
    """Bring the file to the present shape, each step in a transaction of its own.

    `user_version` counts the steps done: it stands in the file's header and moves with the transaction.
    """
    for done in range(db.execute("PRAGMA user_version").fetchone()[0], VERSION):
        with db.atomic():
            for statement in _statements(STEPS[done]):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {done + 1}")


def _statements(script: str) -> list[str]:
    return [statement for part in script.split(";") if (statement := part.strip())]
