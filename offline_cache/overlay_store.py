"""The staff's overlays and the missed queries, in outbox.db."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kiosk.domain.overlays import Overlay, OverlayDraft, OverlayKey, checked
from kiosk.domain.search_misses import Miss, remembered
from offline_cache.database import OutboxDatabase
from offline_cache.salvage import append_audit, append_overlay

MAX_MISSES_A_DAY = 200
MAX_MISSES = 5000
MISSES_KEPT_DAYS = 180
_CURRENT = """
SELECT o.* FROM overlays o WHERE o.value <> ''
AND NOT EXISTS (SELECT 1 FROM overlays later WHERE later.replaces = o.overlay_seq)
"""


class SqlOverlays:
    """OverlayStore on outbox.db; DATABASE lane only. Rows are chained by hash and never changed."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def overlays(self) -> tuple[Overlay, ...]:
        """Return the overlays kept, past and future ones too, in the order they were made."""
        with self._database.reading() as db:
            found = list(db.query(f"{_CURRENT} ORDER BY o.overlay_seq"))
        return tuple(map(_overlay, found))

    def add(self, draft: OverlayDraft, *, at_ms: int, replaces: int = 0) -> Overlay:
        """Keep `draft`, in place of the overlay numbered `replaces` where that is not 0.

        Raises OverlayRefused for a draft that cannot be taken, KeyError for an unknown number.
        """
        sound = checked(draft)
        row = _row(sound, at_ms=at_ms, replaces=replaces)
        with self._database.transaction() as db:
            if replaces and not list(db.query(f"{_CURRENT} AND o.overlay_seq = ?", [replaces])):
                raise KeyError(replaces)
            number = append_overlay(db, row)
            what = "overlay_changed" if replaces else "overlay_added"
            append_audit(db, at_ms=at_ms, what=what, subject=f"{number} {sound.code} {sound.key.value}")
        return _overlay(row | {"overlay_seq": number})

    def remove(self, overlay_id: int, *, by: str, at_ms: int) -> Overlay:
        """Take an overlay away; the row that says so is kept. Raises KeyError, OverlayRefused."""
        with self._database.transaction() as db:
            found = list(db.query(f"{_CURRENT} AND o.overlay_seq = ?", [overlay_id]))
            if not found:
                raise KeyError(overlay_id)
            gone = _overlay(found[0])
            said = checked(OverlayDraft(code=gone.code, key=gone.key, value=gone.value, by=by))
            row = _row(said, at_ms=at_ms, replaces=overlay_id) | {"value": ""}
            number = append_overlay(db, row)
            append_audit(
                db, at_ms=at_ms, what="overlay_removed", subject=f"{number} {gone.code} {gone.key.value}"
            )
        return gone


class SqlMisses:
    """MissLog on outbox.db; DATABASE lane only. At most 200 queries a day and 5,000 in all, for 180 days."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def count(self, queries: Iterable[str], *, day: date) -> None:
        """Count each query once more on `day`; what may not be kept, is too old or too much is dropped."""
        kept = [text for text in map(remembered, queries) if text]
        if not kept:
            return
        with self._database.transaction() as db:
            for query in kept:
                known = db.execute(
                    "UPDATE search_misses SET times = times + 1 WHERE day = ? AND query = ?",
                    (day.isoformat(), query),
                ).rowcount
                if not known:
                    db.execute(
                        "INSERT INTO search_misses SELECT ?, ?, 1"
                        " WHERE (SELECT count(*) FROM search_misses WHERE day = ?) < ?",
                        (day.isoformat(), query, day.isoformat(), MAX_MISSES_A_DAY),
                    )
            oldest = (day - timedelta(days=MISSES_KEPT_DAYS)).isoformat()
            db.execute("DELETE FROM search_misses WHERE day < ?", (oldest,))
            db.execute(
                "DELETE FROM search_misses WHERE (day, query) IN ("
                " SELECT day, query FROM search_misses ORDER BY day DESC, times DESC LIMIT -1 OFFSET ?)",
                (MAX_MISSES,),
            )

    def misses(self) -> tuple[Miss, ...]:
        """Return the queries with their counts over all days kept, most frequent first."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT query, sum(times) AS often, max(day) FROM search_misses"
                " GROUP BY query ORDER BY often DESC, query"
            ).fetchall()
        return tuple(
            Miss(query=query, times=times, last_day=date.fromisoformat(day)) for query, times, day in rows
        )

    def forget(self, query: str) -> None:
        """Drop a query, as when it became an everyday name."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM search_misses WHERE query = ?", (remembered(query),))


def _row(draft: OverlayDraft, *, at_ms: int, replaces: int) -> dict[str, Any]:
    return {
        "at_ms": at_ms,
        "code": draft.code,
        "key": draft.key.value,
        "value": draft.value,
        "valid_from": draft.valid_from.isoformat() if draft.valid_from else "",
        "valid_to": draft.valid_to.isoformat() if draft.valid_to else "",
        "basis": draft.basis,
        "made_by": draft.by,
        "replaces": replaces,
    }


def _overlay(row: dict[str, Any]) -> Overlay:
    return Overlay(
        overlay_id=row["overlay_seq"],
        code=row["code"],
        key=OverlayKey(row["key"]),
        value=row["value"],
        by=row["made_by"],
        at=datetime.fromtimestamp(row["at_ms"] / 1000, tz=UTC).isoformat(timespec="seconds"),
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        basis=row["basis"],
    )
