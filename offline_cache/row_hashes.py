"""Row hashes: each row says what it is and which row came before it.

A hash covers the columns that never change and the payload's own SHA-256; state and blob are left out, so
that sending and purging leave the chain whole.
"""

import hashlib
import json
from collections.abc import Mapping

START = "0" * 64
EVENT_COLUMNS = (
    "seq",
    "dossier_id",
    "receipt_no",
    "kind",
    "procedure_code",
    "procedure_version",
    "created_ms",
    "token_sha256",
    "payload_sha256",
    "payload_bytes",
    "key_ids",
    "print_job_id",
)
AUDIT_COLUMNS = ("audit_seq", "at_ms", "what", "subject")
OVERLAY_COLUMNS = (
    "overlay_seq",
    "at_ms",
    "code",
    "key",
    "value",
    "valid_from",
    "valid_to",
    "basis",
    "made_by",
    "replaces",
)


def row_hash(row: Mapping[str, object], columns: tuple[str, ...], prev_hash: str) -> str:
    """Return the SHA-256 (hex) over the values of `columns` in order and the hash of the row before."""
    text = json.dumps(
        [prev_hash, *(row[name] for name in columns)], ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(text.encode()).hexdigest()


def is_intact(row: Mapping[str, object], columns: tuple[str, ...]) -> bool:
    """Return whether a row still hashes to what was written with it."""
    return row["row_hash"] == row_hash(row, columns, str(row["prev_hash"]))


def payload_is_intact(row: Mapping[str, object]) -> bool:
    """Return whether the sealed bytes are those that were confirmed; True where they were purged."""
    payload = row["payload"]
    return payload is None or (
        isinstance(payload, bytes) and hashlib.sha256(payload).hexdigest() == row["payload_sha256"]
    )
