"""Number ranges in outbox.db: the emergency range from the start, leased blocks as they come."""

from typing import TYPE_CHECKING

from kiosk.domain.identifiers import uuid7
from kiosk.domain.leases import LEASE_SIZE, REFILL_BELOW, Block, LeaseRequest, NumbersLeft
from kiosk.domain.numbering import NumberRange
from kiosk.ports.numbers import BlockRefused
from offline_cache.database import OutboxDatabase
from offline_cache.salvage import append_audit

if TYPE_CHECKING:
    from sqlite_utils import Database

_LEFT = "SELECT coalesce(sum(last + 1 - next), 0) FROM number_ranges WHERE stopped = '' AND block_id"


class SqlNumberStore:
    """NumberStore on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def left(self) -> NumbersLeft:
        """Return how many numbers are left."""
        with self._database.reading() as db:
            return NumbersLeft(leased=_left(db, "<> ''"), emergency=_left(db, "= ''"))

    def wanted(self, now_ms: int) -> LeaseRequest | None:
        """Return the open request, made durable first where numbers run low; None where enough are left."""
        with self._database.transaction() as db:
            found = db.execute("SELECT request_id, want FROM lease_requests LIMIT 1").fetchone()
            if found is None:
                if _left(db, "<> ''") >= REFILL_BELOW:
                    return None
                found = (uuid7(now_ms), LEASE_SIZE)
                db.execute("INSERT INTO lease_requests VALUES (?, ?, ?)", (*found, now_ms))
            # All of a block it holds: a portal set back would lease what is not yet used of it once more.
            seen = db.execute(
                "SELECT coalesce(max(last), 0) FROM number_ranges WHERE block_id <> ''"
            ).fetchone()[0]
        # A lost database forgets its blocks; the mark does not.
        highest = max(seen, self._database.marks.mark.leased_used)
        return LeaseRequest(request_id=found[0], want=found[1], highest_seen=highest)

    def keep(self, request_id: str, block: Block, *, now_ms: int) -> None:
        """Take a block over and close its request, in one transaction. Raises BlockRefused."""
        try:
            numbers = block.range()
        except ValueError as error:
            raise BlockRefused(str(error)) from error
        begin = self._above_the_mark(numbers)
        with self._database.transaction() as db:
            overlapping = db.execute(
                "SELECT first FROM number_ranges WHERE first <= ? AND last >= ?",
                (numbers.last, numbers.first),
            ).fetchone()
            if overlapping is not None:
                raise BlockRefused(f"block {numbers.first}..{numbers.last} overlaps one this kiosk has")
            db.execute(
                "INSERT INTO number_ranges (first, last, next, block_id, epoch) VALUES (?, ?, ?, ?, ?)",
                (numbers.first, numbers.last, begin, block.block_id, block.epoch),
            )
            db.execute("DELETE FROM lease_requests WHERE request_id = ?", (request_id,))
            append_audit(db, at_ms=now_ms, what="numbers_leased", subject=f"{numbers.first}-{numbers.last}")

    def give_up(self, request_id: str) -> None:
        """Close a request whose block cannot be used: under its name the same block would come for ever."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM lease_requests WHERE request_id = ?", (request_id,))

    def _above_the_mark(self, numbers: NumberRange) -> int:
        """Return the first number that is surely unused: the mark outlives a lost database.

        Raises BlockRefused where the run of used numbers began inside this block, or leaves nothing of it.
        """
        mark = self._database.marks.mark
        if not numbers.first <= mark.leased_reserved or not mark.leased_first <= numbers.last:
            return numbers.first
        if mark.leased_first >= numbers.first or mark.leased_reserved >= numbers.last:
            raise BlockRefused(f"block {numbers.first}..{numbers.last} holds numbers this kiosk has used")
        return mark.leased_reserved + 1


def stop_block_of(db: "Database", receipt_no: str, *, reason: str) -> None:
    """Use no further number of the leased block `receipt_no` came from, inside the caller's transaction."""
    body = int(receipt_no[:9])
    db.execute(
        "UPDATE number_ranges SET stopped = ? WHERE block_id <> '' AND ? BETWEEN first AND last",
        (reason, body),
    )


def _left(db: "Database", which: str) -> int:
    return int(db.execute(f"{_LEFT} {which}").fetchone()[0])
