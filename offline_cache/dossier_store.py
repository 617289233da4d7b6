"""Confirming a dossier: number, sealed bytes, outbox row, print job and audit row, in one transaction."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.dossiers import TakenNumber
from kiosk.domain.numbering import receipt_number
from kiosk.ports.outbox import NewDossier, NumbersExhausted, StoredDossier
from offline_cache.database import OutboxDatabase
from offline_cache.event_rows import DOSSIER, NewRow, append_row, next_seq, token_digest
from offline_cache.print_journal import SqlPrintJournal
from offline_cache.salvage import append_audit

if TYPE_CHECKING:
    from sqlite_utils import Database


class SqlDossierStore:
    """DossierStore on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase, journal: SqlPrintJournal) -> None:
        self._database, self._journal = database, journal

    def confirm(self, token: str, prepare: Callable[[TakenNumber], NewDossier]) -> StoredDossier:
        """Do it all or nothing; see the port.

        Order of durability: the mark reserves the number, the transaction binds it, the mark records it as
        used, and only then this returns, so that nobody is told a number a damaged disk could forget.
        """
        return self._database.reserve.used_where_full(lambda: self._confirm(token, prepare))

    def _confirm(self, token: str, prepare: Callable[[TakenNumber], NewDossier]) -> StoredDossier:
        known = self.stored(token)
        if known is not None:
            self._database.raise_mark()  # the disk may have refused it after the commit
            return known
        seq, body, last = self._next()
        self._database.marks.reserve(seq=seq, number=body, last=last)
        with self._database.transaction() as db:
            dossier = prepare(TakenNumber(receipt_no=receipt_number(body), local_seq=seq))
            stored = self._insert(db, token, seq, body, dossier)
        self._database.marks.use(seq=seq, number=body)
        return stored

    def stored(self, token: str) -> StoredDossier | None:
        """Return what this token stored, or None."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT dossier_id, receipt_no, print_job_id, created_ms FROM outbox_events"
                " WHERE token_sha256 = ? AND kind = ?",
                (token_digest(token), DOSSIER),
            ).fetchone()
        if row is None:
            return None
        return StoredDossier(dossier_id=row[0], receipt_no=row[1], print_job_id=row[2], created_ms=row[3])

    def _next(self) -> tuple[int, int, int]:
        """Return the next row sequence, the next number body and where its range ends: leased blocks first.

        Raises NumbersExhausted.
        """
        with self._database.reading() as db:
            seq = next_seq(db)
            found = db.execute(
                "SELECT next, last FROM number_ranges WHERE next <= last AND stopped = ''"
                " ORDER BY first LIMIT 1"
            ).fetchone()
        if found is None:
            raise NumbersExhausted("no receipt number is left in any range of this kiosk")
        return seq, found[0], found[1]

    def _insert(self, db: "Database", token: str, seq: int, body: int, new: NewDossier) -> StoredDossier:
        receipt_no = receipt_number(body)
        db.execute(
            "UPDATE number_ranges SET next = ? WHERE next = ? AND next <= last AND stopped = ''",
            (body + 1, body),
        )
        job_id = ""
        if new.slip is not None:
            job_id = self._journal.enqueue_within(
                db, new.slip, now_ms=new.created_ms, expires_ms=new.slip_expires_ms
            ).job_id
        row = NewRow(
            item_id=new.dossier_id,
            receipt_no=receipt_no,
            kind=DOSSIER,
            subject=new.procedure_code,
            version=new.procedure_version,
            created_ms=new.created_ms,
            token=token,
            payload=new.payload,
            print_job_id=job_id,
        )
        append_row(db, seq, row)
        if new.lookup_hash:
            db.execute(
                "INSERT INTO dossier_states (dossier_id, receipt_no, procedure_code, lookup_hash, known_ms)"
                " VALUES (?, ?, ?, ?, ?)",
                (new.dossier_id, receipt_no, new.procedure_code, new.lookup_hash, new.created_ms),
            )
        append_audit(db, at_ms=new.created_ms, what="dossier_confirmed", subject=new.dossier_id)
        return StoredDossier(
            dossier_id=new.dossier_id, receipt_no=receipt_no, print_job_id=job_id, created_ms=new.created_ms
        )
