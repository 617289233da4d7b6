"""Counts of use in outbox.db."""

from collections.abc import Iterable
from datetime import date, timedelta

from kiosk.domain.usage import KEPT_DAYS, UsageCount, UsageKind
from offline_cache.database import OutboxDatabase


class SqlUsage:
    """UsageStore on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def add(self, counted: Iterable[tuple[UsageKind, str]], *, day: date) -> None:
        """Count each once more on `day`. Raises StorageFull, StorageBroken: then none was."""
        with self._database.transaction() as db:
            for kind, code in counted:
                db.execute(
                    "INSERT INTO usage_counts VALUES (?, ?, ?, 1)"
                    " ON CONFLICT (day, kind, code) DO UPDATE SET times = times + 1",
                    (day.isoformat(), kind.value, code),
                )
            oldest = (day - timedelta(days=KEPT_DAYS)).isoformat()
            db.execute("DELETE FROM usage_counts WHERE day < ?", (oldest,))

    def counts(self, *, since: date) -> tuple[UsageCount, ...]:
        """Return the counts from `since` on, in the order of days."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT day, kind, code, times FROM usage_counts WHERE day >= ? ORDER BY day, kind, code",
                (since.isoformat(),),
            ).fetchall()
        return tuple(
            UsageCount(day=date.fromisoformat(day), kind=UsageKind(kind), code=code, times=times)
            for day, kind, code, times in rows
        )
