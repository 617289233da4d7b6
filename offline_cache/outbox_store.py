"""Rows on their way to the portal, in outbox.db."""

from typing import TYPE_CHECKING, Any

from kiosk.domain.outbox import (
    LONGEST_RETRY_AFTER_S,
    QUARANTINE_WAIT_S,
    Acknowledgement,
    OutboxCounts,
    OutboxItem,
    OutboxLine,
    OutboxState,
    may_follow,
    may_purge,
)
from offline_cache.database import OutboxDatabase
from offline_cache.number_store import stop_block_of
from offline_cache.salvage import append_audit

if TYPE_CHECKING:
    from sqlite_utils import Database

# The longest waits of each kind; a time further ahead was set by a clock that has jumped since.
_AHEAD_MS = {
    OutboxState.READY: int(LONGEST_RETRY_AFTER_S * 1000),
    OutboxState.QUARANTINED: int(QUARANTINE_WAIT_S * 1000),
}
NUMBER_TAKEN = "receipt_no_taken"
GONE_AT_PORTAL = "gone_at_portal"
_ITEM_COLUMNS = "dossier_id, receipt_no, payload, payload_sha256, attempts, server_errors, kind"


class SqlOutbox:
    """Outbox on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def recover(self, now_ms: int) -> int:
        """After a start: sending -> ready. Returns how many."""
        with self._database.transaction() as db:
            return db.execute(
                "UPDATE outbox_events SET state = ?, next_try_ms = ? WHERE state = ?",
                (OutboxState.READY.value, now_ms, OutboxState.SENDING.value),
            ).rowcount

    def claim_next(self, now_ms: int) -> OutboxItem | None:
        """Mark the first due row as sending, durably, and return it; None where nothing is due.

        Rows tried less come first: one that keeps failing never stands before the others.
        """
        with self._database.transaction() as db:
            row = db.execute(
                "SELECT seq FROM outbox_events WHERE payload IS NOT NULL AND ("
                " (state = 'ready' AND (next_try_ms <= :now OR next_try_ms > :far))"
                " OR (state = 'quarantined' AND (next_try_ms <= :now OR next_try_ms > :day)))"
                " ORDER BY state = 'quarantined', attempts, seq LIMIT 1",
                {
                    "now": now_ms,
                    "far": now_ms + _AHEAD_MS[OutboxState.READY],
                    "day": now_ms + _AHEAD_MS[OutboxState.QUARANTINED],
                },
            ).fetchone()
            if row is None:
                return None
            db.execute(
                "UPDATE outbox_events SET state = 'sending', attempts = attempts + 1 WHERE seq = ?", (row[0],)
            )
            found = db.execute(
                f"SELECT {_ITEM_COLUMNS} FROM outbox_events WHERE seq = ?",  # noqa: S608  names of our own
                (row[0],),
            ).fetchone()
        return _item(found)

    def put_back(
        self, dossier_id: str, *, next_try_ms: int, problem: str, server_error: bool = False
    ) -> None:
        """Return a sending row to ready until `next_try_ms`; `server_error` counts towards quarantine."""
        with self._database.transaction() as db:
            _step(db, dossier_id, OutboxState.READY)
            db.execute(
                "UPDATE outbox_events SET next_try_ms = ?, problem = ?, server_errors = server_errors + ?"
                " WHERE dossier_id = ?",
                (next_try_ms, problem, int(server_error), dossier_id),
            )

    def give_back(self, dossier_id: str) -> None:
        """Return a sending row to ready untouched: the try never reached the portal's judgement."""
        with self._database.transaction() as db:
            _step(db, dossier_id, OutboxState.READY)
            db.execute("UPDATE outbox_events SET attempts = attempts - 1 WHERE dossier_id = ?", (dossier_id,))

    def park(self, dossier_id: str, *, problem: str) -> None:
        """Put a sending row aside: the portal refused it for good."""
        with self._database.transaction() as db:
            _step(db, dossier_id, OutboxState.PARKED)
            db.execute("UPDATE outbox_events SET problem = ? WHERE dossier_id = ?", (problem, dossier_id))

    def quarantine(self, dossier_id: str, *, next_try_ms: int, problem: str) -> None:
        """Put a sending row aside that fails alone; it is tried again at `next_try_ms`."""
        with self._database.transaction() as db:
            _step(db, dossier_id, OutboxState.QUARANTINED)
            db.execute(
                "UPDATE outbox_events SET next_try_ms = ?, problem = ? WHERE dossier_id = ?",
                (next_try_ms, problem, dossier_id),
            )

    def acknowledge(self, ack: Acknowledgement, *, now_ms: int) -> None:
        """Mark a row acknowledged. Raises ValueError where hash or number differ from what is stored."""
        self._database.reserve.used_where_full(lambda: self._acknowledge(ack, now_ms))

    def _acknowledge(self, ack: Acknowledgement, now_ms: int) -> None:
        with self._database.transaction() as db:
            row = db.execute(
                "SELECT coalesce(receipt_no, ''), payload_sha256 FROM outbox_events WHERE dossier_id = ?",
                (ack.dossier_id,),
            ).fetchone()
            if row is None:
                raise KeyError(ack.dossier_id)
            if tuple(row) != (ack.receipt_no, ack.payload_sha256):
                raise ValueError(f"dossier {ack.dossier_id}: the acknowledgement speaks of other bytes")
            _step(db, ack.dossier_id, OutboxState.ACKED)
            db.execute(
                "UPDATE outbox_events SET acked_ms = ?, ack_seq = ?, ack_epoch = ?, flags = ?, problem = '',"
                " server_errors = 0 WHERE dossier_id = ?",
                (now_ms, ack.seq, ack.epoch, " ".join(ack.flags), ack.dossier_id),
            )
            if NUMBER_TAKEN in ack.flags and ack.receipt_no:
                stop_block_of(db, ack.receipt_no, reason=NUMBER_TAKEN)
            append_audit(db, at_ms=now_ms, what="dossier_acknowledged", subject=ack.dossier_id)

    def wake(self, now_ms: int) -> int:
        """Make all ready rows due now: the portal answers again. Returns how many."""
        with self._database.transaction() as db:
            return db.execute(
                "UPDATE outbox_events SET next_try_ms = ? WHERE state = 'ready' AND next_try_ms > ?",
                (now_ms, now_ms),
            ).rowcount

    def retry(self, dossier_id: str | None, *, now_ms: int) -> int:
        """Staff: parked and quarantined rows (one, or all for None) become ready. Returns how many."""
        with self._database.transaction() as db:
            return db.execute(
                "UPDATE outbox_events SET state = 'ready', next_try_ms = ?, attempts = 0, server_errors = 0"
                " WHERE state IN ('parked', 'quarantined')"
                " AND (? IS NULL OR dossier_id = ? OR receipt_no = ?)",
                (now_ms, dossier_id, dossier_id, dossier_id),
            ).rowcount

    def send_again(self, *, epoch: int, kept_epoch: int, kept_through_seq: int, now_ms: int) -> int:
        """The portal was restored: rows acknowledged before `epoch` that its copy cannot hold become ready.

        Those whose bytes were purged already cannot: the portal broke its promise. They are flagged, so that
        staff know exactly which numbers are concerned.
        """
        with self._database.transaction() as db:
            again = db.execute(
                "UPDATE outbox_events SET state = 'ready', next_try_ms = ?, acked_ms = 0"
                " WHERE state = 'acked' AND ack_epoch < ? AND (ack_epoch > ? OR ack_seq > ?)"
                " AND payload IS NOT NULL",
                (now_ms, epoch, kept_epoch, kept_through_seq),
            ).rowcount
            db.execute(
                "UPDATE outbox_events SET flags = trim(flags || ' ' || ?)"
                " WHERE state = 'acked' AND ack_epoch < ? AND (ack_epoch > ? OR ack_seq > ?)"
                " AND payload IS NULL AND instr(flags, ?) = 0",
                (GONE_AT_PORTAL, epoch, kept_epoch, kept_through_seq, GONE_AT_PORTAL),
            )
            return again

    def purge(self, *, durable_through: int, now_ms: int) -> int:
        """Drop sealed bytes acknowledged, in the portal's backups and seven days old. Returns how many."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT seq, acked_ms, ack_seq FROM outbox_events"
                " WHERE state = 'acked' AND payload IS NOT NULL"
            ).fetchall()
            gone = [
                (seq,)
                for seq, acked_ms, ack_seq in rows
                if may_purge(acked_ms=acked_ms, seq=ack_seq, durable_through=durable_through, now_ms=now_ms)
            ]
            db.conn.executemany("UPDATE outbox_events SET payload = NULL WHERE seq = ?", gone)
            if gone:
                append_audit(db, at_ms=now_ms, what="sealed_bytes_purged", subject=str(len(gone)))
        return len(gone)

    def next_due_ms(self) -> int | None:
        """Return when the next row is due, or None where nothing waits for a try."""
        with self._database.reading() as db:
            found = db.execute(
                "SELECT min(next_try_ms) FROM outbox_events WHERE state IN ('ready', 'quarantined')"
                " AND payload IS NOT NULL"
            ).fetchone()[0]
        return None if found is None else int(found)

    def counts(self) -> OutboxCounts:
        """Return how many rows stand where."""
        with self._database.reading() as db:
            found = dict(db.execute("SELECT state, count(*) FROM outbox_events GROUP BY state").fetchall())
            oldest = db.execute(
                "SELECT coalesce(min(created_ms), 0) FROM outbox_events WHERE state <> 'acked'"
            ).fetchone()[0]
        counted = {state.value: found.get(state.value, 0) for state in OutboxState}
        return OutboxCounts(**counted, oldest_waiting_ms=int(oldest))

    def lines(self, *, limit: int = 1000) -> tuple[OutboxLine, ...]:
        """Return the newest rows first, without content."""
        with self._database.reading() as db:
            rows = list(
                db["outbox_events"].rows_where(
                    order_by="seq desc",
                    limit=limit,
                    select="seq, dossier_id, receipt_no, kind, procedure_code, state, attempts, created_ms,"
                    " next_try_ms, acked_ms, problem, flags, payload_bytes,"
                    " payload IS NULL AS purged, recovered",
                )
            )
        return tuple(_line(row) for row in rows)

    def unsent(self) -> tuple[OutboxItem, ...]:
        """Return every row without an acknowledgement, oldest first, claiming none."""
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_ITEM_COLUMNS} FROM outbox_events"  # noqa: S608  names of our own
                " WHERE state <> 'acked' AND payload IS NOT NULL ORDER BY seq"
            ).fetchall()
        return tuple(_item(row) for row in rows)

    def note(self, name: str, value: int) -> None:
        """Remember a figure of the exchange: `epoch`, `durable_through`, `last_contact_ms`."""
        with self._database.transaction() as db:
            db.execute("INSERT OR REPLACE INTO sync_state VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> int:
        """Return a remembered figure, 0 where there is none."""
        with self._database.reading() as db:
            row = db.execute("SELECT value FROM sync_state WHERE name = ?", (name,)).fetchone()
        return 0 if row is None else int(row[0])


def _step(db: "Database", dossier_id: str, state: OutboxState) -> None:
    row = db.execute("SELECT state FROM outbox_events WHERE dossier_id = ?", (dossier_id,)).fetchone()
    if row is None:
        raise KeyError(dossier_id)
    if not may_follow(OutboxState(row[0]), state):
        raise ValueError(f"dossier {dossier_id}: {state.value} cannot follow {row[0]}")
    db.execute("UPDATE outbox_events SET state = ? WHERE dossier_id = ?", (state.value, dossier_id))


def _item(row: tuple[Any, ...]) -> OutboxItem:
    return OutboxItem(
        dossier_id=row[0],
        receipt_no=row[1] or "",
        body=row[2],
        sha256=row[3],
        attempts=row[4],
        server_errors=row[5],
        kind=row[6],
    )


def _line(row: dict[str, Any]) -> OutboxLine:
    return OutboxLine(
        local_seq=row["seq"],
        dossier_id=row["dossier_id"],
        receipt_no=row["receipt_no"] or "",
        kind=row["kind"],
        procedure_code=row["procedure_code"],
        state=OutboxState(row["state"]),
        attempts=row["attempts"],
        created_ms=row["created_ms"],
        next_try_ms=row["next_try_ms"],
        acked_ms=row["acked_ms"],
        problem=row["problem"],
        flags=row["flags"],
        size_bytes=row["payload_bytes"],
        is_purged=bool(row["purged"]),
        is_recovered=bool(row["recovered"]),
    )
