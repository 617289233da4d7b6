"""States of dossiers as the portal last gave them, in outbox.db. No personal data: numbers, codes, times."""

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from kiosk.domain.messages import MessageKind
from kiosk.domain.outbox import OutboxState
from kiosk.domain.tracking import FINAL, DossierStatus
from kiosk.ports.tracking import KnownDossier, StatusChange
from offline_cache.database import OutboxDatabase

if TYPE_CHECKING:
    from sqlite_utils import Database

HALL_TIME = timezone(timedelta(hours=7))  # Asia/Ho_Chi_Minh has no summer time
_DAY_MS = 86_400_000
KEEP_FINAL_MS = 30 * _DAY_MS
KEEP_ANY_MS = 180 * _DAY_MS
_COLUMNS = (
    "s.dossier_id, s.receipt_no, s.procedure_code, s.lookup_hash, s.status, s.changed_ms, s.dossier_code,"
    " s.due_ms, s.form, s.known_ms, e.state, e.created_ms, e.acked_ms,"
    " (SELECT w.state FROM outbox_events w WHERE w.kind = ?"
    " AND w.procedure_code = s.dossier_id ORDER BY w.seq DESC LIMIT 1)"
)


class SqlTrackingStore:
    """TrackingStore on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def known(self, receipt_no: str) -> tuple[KnownDossier, ...]:
        """Return what is known under a number; several where the portal flagged it as used twice."""
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM dossier_states s LEFT JOIN outbox_events e USING (dossier_id)"  # noqa: S608
                " WHERE s.receipt_no = ? ORDER BY s.dossier_id",
                (MessageKind.WITHDRAWAL.value, receipt_no),
            ).fetchall()
        return tuple(_known(row) for row in rows)

    def remember(self, change: StatusChange, *, now_ms: int) -> bool:
        """Keep a state; False where a newer one is known."""
        with self._database.transaction() as db:
            return remember_within(db, change, now_ms=now_ms)


def forget_states_within(db: "Database", now_ms: int) -> int:
    """Drop states 30 days after the end, and those 180 days without news, in the caller's transaction."""
    marks = ", ".join("?" * len(FINAL))
    return int(
        db.execute(
            f"DELETE FROM dossier_states WHERE (status IN ({marks}) AND known_ms < ?) OR known_ms < ?",  # noqa: S608
            (*sorted(FINAL), now_ms - KEEP_FINAL_MS, now_ms - KEEP_ANY_MS),
        ).rowcount
    )


def remember_within(db: "Database", change: StatusChange, *, now_ms: int) -> bool:
    """Keep a state inside the caller's transaction; epoch first, then seq: the shown one never goes back."""
    known = db.execute(
        "SELECT epoch, seq, lookup_hash FROM dossier_states WHERE dossier_id = ?", (change.dossier_id,)
    ).fetchone()
    if known is not None and (change.epoch, change.seq) < (known[0], known[1]):
        return False
    status = change.status
    db.execute(
        "INSERT OR REPLACE INTO dossier_states VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            change.dossier_id,
            status.receipt_no,
            status.procedure_code,
            change.lookup_hash or (known[2] if known is not None else ""),
            change.epoch,
            change.seq,
            status.status,
            _ms(status.changed_at),
            status.dossier_code,
            _ms(status.due) if status.due is not None else 0,
            status.form,
            now_ms,
        ),
    )
    return True


def _known(row: tuple[Any, ...]) -> KnownDossier:
    (dossier_id, receipt_no, procedure, lookup_hash, status, changed_ms, code, due_ms, form, known_ms) = row[
        :10
    ]
    state, created_ms, acked_ms, withdrawal = row[10:]
    said = None
    if status >= 0:
        said = DossierStatus(
            receipt_no=receipt_no,
            status=status,
            changed_at=_time(changed_ms),
            procedure_code=procedure,
            dossier_code=code,
            due=_time(due_ms) if due_ms else None,
            form=form,
        )
    return KnownDossier(
        dossier_id=dossier_id,
        receipt_no=receipt_no,
        procedure_code=procedure,
        lookup_hash=lookup_hash,
        here=OutboxState(state) if state is not None else None,
        status=said,
        created_ms=created_ms if created_ms is not None else known_ms,
        as_of_ms=known_ms if said is not None else max(known_ms, acked_ms or 0),
        withdrawal=OutboxState(withdrawal) if withdrawal is not None else None,
    )


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _time(epoch_ms: int) -> datetime:
    return datetime.fromtimestamp(epoch_ms / 1000, tz=UTC).astimezone(HALL_TIME)
