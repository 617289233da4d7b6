"""Is this the outbox we left? SQLite's own check does not see lost log records or changed payload bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from offline_cache.anchors import AnchorCheck, anchor_message, read_anchor
from offline_cache.mark_file import Mark
from offline_cache.migrations import APPLICATION_ID, VERSION
from offline_cache.row_hashes import (
    AUDIT_COLUMNS,
    EVENT_COLUMNS,
    OVERLAY_COLUMNS,
    START,
    is_intact,
    payload_is_intact,
)

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Damage:
    """Why a file cannot be trusted, with the place in it."""

    reason: str


def examine(db: "Database", mark: Mark, anchored: AnchorCheck | None = None) -> Damage | None:
    """Return what is wrong with an existing file, or None. sqlite3 errors pass: they are damage too.

    `anchored` checks the signature where the oldest rows were removed; None believes it.
    """
    return (
        _identity(db)
        or _pages(db)
        or _anchor(db, anchored)
        or _chain(db, "outbox_events", "seq", EVENT_COLUMNS)
        or _chain(db, "audit", "audit_seq", AUDIT_COLUMNS)
        or _chain(db, "overlays", "overlay_seq", OVERLAY_COLUMNS)
        or _against_mark(db, mark)
    )


def note_gap(db: "Database", mark: Mark, *, now_ms: int) -> tuple[tuple[int, int], ...]:
    """Record which sequence numbers are not here, so that the chain may pass over them; return the lost ones.

    Lost are runs up to the last number told; the rest up to the reserved one was never given to anybody.
    """
    anchor = read_anchor(db, "outbox_events")
    lost, expected = [], anchor[0] + 1 if anchor is not None else 1
    sequence = [seq for (seq,) in db.execute("SELECT seq FROM outbox_events ORDER BY seq")]
    end = max(mark.seq_reserved, sequence[-1] if sequence else 0) + 1
    with db.atomic():
        for seq in [*sequence, end]:
            if seq > expected:
                db.execute("INSERT OR REPLACE INTO known_gaps VALUES (?, ?, ?)", (expected, seq - 1, now_ms))
                if expected <= mark.seq_used:
                    lost.append((expected, min(seq - 1, mark.seq_used)))
            expected = seq + 1
    return tuple(lost)


def _identity(db: "Database") -> Damage | None:
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if application_id == 0 and version == 0 and not db.table_names():
        return None  # switched off while the very first file was made
    if application_id != APPLICATION_ID:
        return Damage(f"application_id is {application_id:#x}, not {APPLICATION_ID:#x}")
    if version > VERSION:
        return Damage(f"user_version {version} is newer than this program's {VERSION}")
    sentinel = db.execute("SELECT value FROM meta WHERE name = 'sentinel'").fetchone()
    return None if sentinel is not None else Damage("the sentinel row is gone")


def _pages(db: "Database") -> Damage | None:
    answer = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return None if answer == "ok" else Damage(f"integrity_check: {answer[:200]}")


def _anchor(db: "Database", anchored: AnchorCheck | None) -> Damage | None:
    found = read_anchor(db, "outbox_events")
    if found is None or anchored is None:
        return None
    seq, row_hash, signature = found
    if anchored(anchor_message("outbox_events", seq, row_hash), signature):
        return None
    return Damage(f"outbox_events up to {seq} were removed without this machine's signature")


def _chain(db: "Database", table: str, key: str, columns: tuple[str, ...]) -> Damage | None:
    if table not in db.table_names():
        return None
    anchor = read_anchor(db, table)
    expected, previous = (anchor[0] + 1, anchor[1]) if anchor is not None else (1, START)
    gaps = dict(db.execute("SELECT first_seq, last_seq FROM known_gaps")) if key == "seq" else {}
    for row in db[table].rows_where(order_by=key):
        while expected in gaps:
            expected, previous = gaps[expected] + 1, ""
        damage = _row_damage(row, table, key, columns, expected=expected, previous=previous)
        if damage is not None:
            return damage
        previous, expected = row["row_hash"], row[key] + 1
    return None


def _row_damage(
    row: Mapping[str, object], table: str, key: str, columns: tuple[str, ...], *, expected: int, previous: str
) -> Damage | None:
    place = f"{table} row {row[key]}"
    if row[key] != expected:
        return Damage(f"{place}: row {expected} is missing before it")
    if not is_intact(row, columns):
        return Damage(f"{place}: its hash does not fit its content")
    if previous and row["prev_hash"] != previous:
        return Damage(f"{place}: it does not follow the row before it")
    if "payload" in row and not payload_is_intact(row):
        return Damage(f"{place}: its sealed bytes were changed")
    return None


def _against_mark(db: "Database", mark: Mark) -> Damage | None:
    """The newest row may be one ahead of what was told, never behind."""
    if "outbox_events" not in db.table_names():
        return Damage("no rows, though numbers were given out") if mark.seq_used else None
    newest = db.execute("SELECT coalesce(max(seq), 0) FROM outbox_events").fetchone()[0]
    newest = max(newest, db.execute("SELECT coalesce(max(last_seq), 0) FROM known_gaps").fetchone()[0])
    anchor = read_anchor(db, "outbox_events")
    newest = max(newest, anchor[0] if anchor is not None else 0)
    if newest < mark.seq_used:
        return Damage(f"rows {newest + 1} to {mark.seq_used} were confirmed and are gone")
    return None
