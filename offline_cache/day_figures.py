"""A day in counts, from the outbox and the print journal."""

from datetime import date

from kiosk.domain.counter_sheets import DayFigures
from kiosk.domain.outbox import PRE_REGISTRATION, OutboxState
from kiosk.domain.print_jobs import PrintState
from offline_cache.database import OutboxDatabase


class SqlDayCounts:
    """DayCounts on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def of_day(self, day: date, *, from_ms: int, to_ms: int) -> DayFigures:
        """Return the figures of rows made in the span. Raises StorageBroken."""
        span = (from_ms, to_ms)
        with self._database.reading() as db:
            rows = dict(
                db.execute(
                    "SELECT state, count(*) FROM outbox_events"
                    " WHERE kind = ? AND created_ms >= ? AND created_ms < ? GROUP BY state",
                    (PRE_REGISTRATION, *span),
                ).fetchall()
            )
            sheets = dict(
                db.execute(
                    "SELECT state, count(*) FROM print_jobs WHERE created_ms >= ? AND created_ms < ?"
                    " GROUP BY state",
                    span,
                ).fetchall()
            )
            copies = db.execute(
                "SELECT count(*) FROM print_jobs WHERE copy_no > 1 AND created_ms >= ? AND created_ms < ?",
                span,
            ).fetchone()[0]
        return DayFigures(
            day=day,
            taken=sum(rows.values()),
            sent=rows.get(OutboxState.ACKED.value, 0),
            waiting=rows.get(OutboxState.READY.value, 0) + rows.get(OutboxState.SENDING.value, 0),
            put_aside=rows.get(OutboxState.PARKED.value, 0) + rows.get(OutboxState.QUARANTINED.value, 0),
            printed=sheets.get(PrintState.PRINTED.value, 0),
            unconfirmed=sheets.get(PrintState.UNCONFIRMED.value, 0),
            uncertain=sheets.get(PrintState.UNCERTAIN.value, 0),
            reprinted=copies,
            not_printed=sheets.get(PrintState.FAILED.value, 0) + sheets.get(PrintState.CANCELLED.value, 0),
        )
