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

# Messages stand in the outbox too and have no PK number, so `receipt_no` may be NULL. Beside it: what comes
# down (states of dossiers, notices, answers), leased number blocks, and signed anchors where old rows were
# removed. A status of -1: the portal has said nothing yet, the row holds the hash of the look-up code only.
_PORTAL = """
CREATE TABLE outbox_events_new (
    seq INTEGER PRIMARY KEY,
    dossier_id TEXT NOT NULL UNIQUE,
    receipt_no TEXT UNIQUE,
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
INSERT INTO outbox_events_new SELECT * FROM outbox_events;
DROP TABLE outbox_events;
ALTER TABLE outbox_events_new RENAME TO outbox_events;
CREATE INDEX outbox_by_state ON outbox_events (state, next_try_ms);

CREATE TABLE dossier_states (
    dossier_id TEXT PRIMARY KEY,
    receipt_no TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    lookup_hash TEXT NOT NULL,
    epoch INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    status INTEGER NOT NULL DEFAULT -1,
    changed_ms INTEGER NOT NULL DEFAULT 0,
    dossier_code TEXT NOT NULL DEFAULT '',
    due_ms INTEGER NOT NULL DEFAULT 0,
    form TEXT NOT NULL DEFAULT '',
    known_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX dossier_states_by_number ON dossier_states (receipt_no);
INSERT INTO dossier_states (dossier_id, receipt_no, procedure_code, lookup_hash, known_ms)
    SELECT dossier_id, receipt_no, procedure_code,
           coalesce(json_extract(CAST(payload AS TEXT), '$.header.lookup_hash'), ''), created_ms
    FROM outbox_events WHERE payload IS NOT NULL AND json_valid(CAST(payload AS TEXT));

CREATE TABLE portal_items (
    item_id TEXT PRIMARY KEY, kind TEXT NOT NULL, valid_to TEXT NOT NULL, content TEXT NOT NULL
) STRICT;
CREATE TABLE sealed_answers (
    answer_id TEXT PRIMARY KEY, sealed BLOB NOT NULL, answered_ms INTEGER NOT NULL, kept_ms INTEGER NOT NULL
) STRICT;

ALTER TABLE number_ranges ADD COLUMN block_id TEXT NOT NULL DEFAULT '';
ALTER TABLE number_ranges ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE number_ranges ADD COLUMN stopped TEXT NOT NULL DEFAULT '';
CREATE TABLE lease_requests (request_id TEXT PRIMARY KEY, want INTEGER NOT NULL, made_ms INTEGER NOT NULL)
    STRICT;

CREATE TABLE directives (
    directive_id TEXT PRIMARY KEY, kind TEXT NOT NULL, done_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE anchors (
    name TEXT PRIMARY KEY, seq INTEGER NOT NULL, row_hash TEXT NOT NULL, signature BLOB NOT NULL
) STRICT;
"""

# Which printed slips the portal has heard of; a job is told once.
_TOLD = """
CREATE TABLE told_prints (job_id TEXT PRIMARY KEY, told_ms INTEGER NOT NULL) STRICT;
"""

# How often, by day and procedure: no time of day, no order, nobody.
_USAGE = """
CREATE TABLE usage_counts (
    day TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (day, kind, code)
) STRICT, WITHOUT ROWID;
"""

STEPS = (_FIRST, _OVERLAYS, _PORTAL, _TOLD, _USAGE)
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
