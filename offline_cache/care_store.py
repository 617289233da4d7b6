"""Figures, orders and retention of the outbox."""

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.health import OVERDUE_MS, Directive, DirectiveKind, QueueHealth, SlipPrinted
from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.print_jobs import PrintState
from kiosk.ports.outbox import StorageFull
from kiosk.ports.vault import DeviceIdentity
from offline_cache.anchors import anchor_message
from offline_cache.database import OutboxDatabase
from offline_cache.salvage import append_audit
from offline_cache.storage_errors import translated
from offline_cache.tracking_store import HALL_TIME, forget_states_within

if TYPE_CHECKING:
    from sqlite_utils import Database

KEEP_CLEAR_MS = KEEP_ANSWERS_MS = 180 * 86_400_000
KEEP_NOTICES_DAYS = 30
FOREVER_MS = 2**53
_CHAIN = "outbox_events"


class SqlCareStore:
    """CareStore on outbox.db; DATABASE lane only. `anchor_key` signs where removed rows ended."""

    def __init__(self, database: OutboxDatabase, anchor_key: DeviceIdentity) -> None:
        self._database, self._anchor_key = database, anchor_key

    def queue_health(self, now_ms: int) -> QueueHealth:
        """Return the rows as a heartbeat tells them."""
        with self._database.reading() as db:
            ready, parked, oldest, size = db.execute(
                "SELECT coalesce(sum(state IN ('ready', 'sending')), 0),"
                " coalesce(sum(state IN ('parked', 'quarantined')), 0),"
                " coalesce(min(created_ms), 0), coalesce(sum(payload_bytes), 0)"
                " FROM outbox_events WHERE state <> 'acked'"
            ).fetchone()
            kids = db.execute(
                "SELECT DISTINCT key_ids FROM outbox_events WHERE payload IS NOT NULL"
            ).fetchall()
            numbers = db.execute(
                "SELECT coalesce(sum(last + 1 - next), 0) FROM number_ranges WHERE stopped = ''"
            ).fetchone()[0]
            overdue = db.execute(
                "SELECT count(*) FROM outbox_events WHERE payload IS NOT NULL AND created_ms < ?",
                (now_ms - OVERDUE_MS,),
            ).fetchone()[0]
        return QueueHealth(
            ready=ready,
            parked=parked,
            oldest_age_s=max(0, (now_ms - oldest) // 1000) if oldest else 0,
            waiting_bytes=size,
            key_ids=tuple(sorted({kid for (text,) in kids for kid in text.split()})),
            numbers_left=numbers,
            overdue=overdue,
        )

    def boot_counter(self) -> int:
        """Return how often this room was opened."""
        return self._database.marks.mark.boots

    def count_beat(self) -> int:
        """Count a heartbeat durably and return its number, never the same twice; 0 on a full disk.

        Kept in the mark and in the database, so that the loss of one of them does not begin anew.
        """
        marks = self._database.marks
        try:
            with self._database.transaction() as db:
                row = db.execute("SELECT value FROM sync_state WHERE name = 'beats'").fetchone()
                beat = max(marks.mark.beats, int(row[0]) if row else 0) + 1
                db.execute("INSERT OR REPLACE INTO sync_state VALUES ('beats', ?)", (beat,))
            marks.write(msgspec.structs.replace(marks.mark, beats=beat))
        except StorageFull:
            return 0
        return beat

    def last_seq(self) -> int:
        """Return the newest row's sequence ever told, also after a lost database."""
        return self._database.marks.mark.seq_used

    def disk_free_bytes(self) -> int:
        """Return what is free where the outbox lies."""
        with translated(self._database.home):
            return shutil.disk_usage(self._database.home).free

    def reserve_is_there(self) -> bool:
        """Return whether the 8 MiB kept for a full disk are still there, where they are kept at all."""
        return not self._database.with_reserve or self._database.reserve.exists()

    def done(self) -> tuple[str, ...]:
        """Return the orders carried out and not yet known to be heard of."""
        with self._database.reading() as db:
            rows = db.execute("SELECT directive_id FROM directives ORDER BY done_ms").fetchall()
        return tuple(row[0] for row in rows)

    def carry_out(self, directive: Directive, *, now_ms: int) -> bool:
        """Do what an order asks of the rows and note it, in one transaction; False: it was done before."""
        kind = directive.kind.value if directive.kind else "unknown"
        with self._database.transaction() as db:
            fresh = db.execute(
                "INSERT OR IGNORE INTO directives VALUES (?, ?, ?)", (directive.directive_id, kind, now_ms)
            ).rowcount
            if fresh:
                _do(db, directive, now_ms)
                append_audit(db, at_ms=now_ms, what=f"directive_{kind}", subject=directive.directive_id)
        return bool(fresh)

    def heard(self, directive_ids: tuple[str, ...]) -> None:
        """Forget orders the portal no longer repeats."""
        if not directive_ids:
            return
        with self._database.transaction() as db:
            db.conn.executemany(
                "DELETE FROM directives WHERE directive_id = ?", [(one,) for one in directive_ids]
            )

    def paused_until_ms(self) -> int:
        """Return until when intake is paused by order, 0 for not."""
        with self._database.reading() as db:
            row = db.execute("SELECT value FROM sync_state WHERE name = 'intake_paused_ms'").fetchone()
        return 0 if row is None else int(row[0])

    def untold_prints(self, limit: int) -> tuple[SlipPrinted, ...]:
        """Return printed slips the portal has not heard of, oldest first; copies are of the same dossier."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT job.job_id, row.dossier_id, job.copy_no, coalesce(job.proof, 'none'), job.created_ms"
                " FROM print_jobs AS job JOIN print_jobs AS first ON first.document_id = job.document_id"
                " JOIN outbox_events AS row ON row.print_job_id = first.job_id"
                " WHERE job.kind = ? AND job.state IN (?, ?)"
                " AND job.job_id NOT IN (SELECT job_id FROM told_prints)"
                " ORDER BY job.job_seq LIMIT ?",
                (
                    DocumentKind.SLIP.value,
                    PrintState.PRINTED.value,
                    PrintState.UNCONFIRMED.value,
                    limit,
                ),
            ).fetchall()
        return tuple(
            SlipPrinted(job_id=row[0], dossier_id=row[1], copy_no=row[2], proof=row[3], printed_ms=row[4])
            for row in rows
        )

    def note_told(self, job_ids: tuple[str, ...], *, now_ms: int) -> None:
        """Remember that the portal has heard of these."""
        with self._database.transaction() as db:
            db.conn.executemany(
                "INSERT OR IGNORE INTO told_prints VALUES (?, ?)", [(job_id, now_ms) for job_id in job_ids]
            )

    def retire(self, now_ms: int) -> int:
        """Remove rows kept 180 days whose bytes are gone; a signed anchor marks the start. How many.

        Only from the chain's beginning: a row that must stay keeps those after it.
        """
        with self._database.transaction() as db:
            stays = db.execute(
                "SELECT min(seq) FROM outbox_events"
                " WHERE NOT (state = 'acked' AND payload IS NULL AND created_ms < ?)",
                (now_ms - KEEP_CLEAR_MS,),
            ).fetchone()[0]
            last = db.execute(
                "SELECT seq, row_hash FROM outbox_events WHERE seq < ? ORDER BY seq DESC LIMIT 1",
                (stays if stays is not None else FOREVER_MS,),
            ).fetchone()
            if last is None:
                return 0
            signature = self._anchor_key.sign(anchor_message(_CHAIN, last[0], last[1]))
            db.execute("INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?)", (_CHAIN, *last, signature))
            db.execute("DELETE FROM known_gaps WHERE last_seq <= ?", (last[0],))
            gone = db.execute("DELETE FROM outbox_events WHERE seq <= ?", (last[0],)).rowcount
            append_audit(db, at_ms=now_ms, what="rows_retired", subject=f"{gone} up to {last[0]}")
        return gone

    def forget_old(self, now_ms: int) -> int:
        """Drop old states, answers and notices; see the port."""
        with self._database.transaction() as db:
            states = forget_states_within(db, now_ms)
            answers = db.execute(
                "DELETE FROM sealed_answers WHERE kept_ms < ?", (now_ms - KEEP_ANSWERS_MS,)
            ).rowcount
            notices = db.execute(
                "DELETE FROM portal_items WHERE valid_to <> '' AND valid_to < ?", (_past_day(now_ms),)
            ).rowcount
        return states + int(answers) + int(notices)


def _past_day(now_ms: int) -> str:
    """Return the day 30 days ago in the hall, as ISO text."""
    moment = datetime.fromtimestamp(now_ms / 1000, tz=UTC).astimezone(HALL_TIME)
    return (moment.date() - timedelta(days=KEEP_NOTICES_DAYS)).isoformat()


def _do(db: "Database", directive: Directive, now_ms: int) -> None:
    if directive.kind is DirectiveKind.PAUSE_INTAKE:
        until_ms = int(directive.until.timestamp() * 1000) if directive.until else FOREVER_MS
        db.execute("INSERT OR REPLACE INTO sync_state VALUES ('intake_paused_ms', ?)", (until_ms,))
    elif directive.kind is DirectiveKind.RESUME_INTAKE:
        db.execute("DELETE FROM sync_state WHERE name = 'intake_paused_ms'")
    elif directive.kind is DirectiveKind.RESEND_AFTER:
        db.execute(
            "UPDATE outbox_events SET state = 'ready', next_try_ms = ?, acked_ms = 0"
            " WHERE state = 'acked' AND ack_seq > ? AND payload IS NOT NULL",
            (now_ms, directive.seq),
        )
    elif directive.kind is DirectiveKind.RETRY_PARKED:
        db.execute(
            "UPDATE outbox_events SET state = 'ready', next_try_ms = ?, attempts = 0, server_errors = 0"
            " WHERE state IN ('parked', 'quarantined')",
            (now_ms,),
        )
