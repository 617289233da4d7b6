"""Pages of changes from the portal, in outbox.db: a page and its cursor are kept together or not at all."""

import msgspec

from kiosk.domain.portal_data import (
    Announcement,
    ClosedDay,
    DutyLine,
    HallFigures,
    Office,
    OpeningHours,
    Poll,
    PortalItem,
    PublicAnswer,
)
from kiosk.ports.messages import SealedAnswer
from kiosk.ports.portal_data import ChangePage
from offline_cache.database import OutboxDatabase
from offline_cache.tracking_store import remember_within

KINDS: dict[str, type[PortalItem]] = {
    "announcement": Announcement,
    "hotline": DutyLine,
    "hours": OpeningHours,
    "closed": ClosedDay,
    "poll": Poll,
    "office": Office,
    "answer": PublicAnswer,
    "figures": HallFigures,
}
NAMES = {kind: name for name, kind in KINDS.items()}
ITEMS_MAX = 2000
"""What a hall's board may hold; more is a fault of the sender, and the newest are kept."""


class SqlPortalDataStore:
    """PortalDataStore on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def cursor(self) -> str:
        """Return where the next page begins; empty for the very beginning."""
        with self._database.reading() as db:
            row = db.execute("SELECT value FROM meta WHERE name = 'changes_cursor'").fetchone()
        return "" if row is None else str(row[0])

    def apply(self, page: ChangePage, *, now_ms: int) -> None:
        """Keep a page and its cursor in ONE transaction. Raises StorageFull, StorageBroken."""
        with self._database.transaction() as db:
            for change in page.statuses:
                remember_within(db, change, now_ms=now_ms)
            for entry in page.published:
                if entry.item is None:
                    db.execute("DELETE FROM portal_items WHERE item_id = ?", (entry.item_id,))
                    continue
                valid_to = entry.item.valid_to.isoformat() if entry.item.valid_to else ""
                content = msgspec.json.encode(entry.item).decode()
                db.execute(
                    "INSERT OR REPLACE INTO portal_items VALUES (?, ?, ?, ?)",
                    (entry.item_id, NAMES[type(entry.item)], valid_to, content),
                )
            db.execute(
                "DELETE FROM portal_items WHERE rowid NOT IN"
                " (SELECT rowid FROM portal_items ORDER BY rowid DESC LIMIT ?)",
                (ITEMS_MAX,),
            )
            for answer in page.answers:
                db.execute(
                    "INSERT OR REPLACE INTO sealed_answers VALUES (?, ?, ?, ?)",
                    (answer.answer_id, answer.blob, answer.answered_ms, now_ms),
                )
            db.execute("INSERT OR REPLACE INTO meta VALUES ('changes_cursor', ?)", (page.next_cursor,))
            db.execute("INSERT OR REPLACE INTO sync_state VALUES ('changes_ms', ?)", (now_ms,))

    def begin_again(self) -> None:
        """The portal was restored: read everything from the start; what is known stays until then."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM meta WHERE name = 'changes_cursor'")

    def items(self) -> tuple[PortalItem, ...]:
        """Return every item kept, whatever its dates."""
        with self._database.reading() as db:
            rows = db.execute("SELECT kind, content FROM portal_items ORDER BY rowid").fetchall()
        return tuple(
            msgspec.json.decode(content, type=KINDS[kind]) for kind, content in rows if kind in KINDS
        )

    def as_of_ms(self) -> int:
        """Return when the last page was kept, 0 for never."""
        with self._database.reading() as db:
            row = db.execute("SELECT value FROM sync_state WHERE name = 'changes_ms'").fetchone()
        return 0 if row is None else int(row[0])

    def answer(self, answer_id: str) -> SealedAnswer | None:
        """Return the private answer kept under an id, or None."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT answer_id, sealed, answered_ms FROM sealed_answers WHERE answer_id = ?", (answer_id,)
            ).fetchone()
        return None if row is None else SealedAnswer(answer_id=row[0], blob=row[1], answered_ms=row[2])
