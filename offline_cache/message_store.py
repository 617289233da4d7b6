"""Keeping a message: sealed bytes, outbox row, print job and audit row, in one transaction."""

from collections.abc import Callable

from kiosk.ports.messages import NewMessage, StoredMessage
from offline_cache.database import OutboxDatabase
from offline_cache.event_rows import DOSSIER, NewRow, append_row, next_seq, token_digest
from offline_cache.print_journal import SqlPrintJournal
from offline_cache.salvage import append_audit


class SqlMessageStore:
    """MessageStore on outbox.db; DATABASE lane only."""

    def __init__(self, database: OutboxDatabase, journal: SqlPrintJournal) -> None:
        self._database, self._journal = database, journal

    def keep(self, token: str, prepare: Callable[[int], NewMessage]) -> StoredMessage:
        """Do it all or nothing; see the port. The mark frames the row as it does for dossiers."""
        return self._database.reserve.used_where_full(lambda: self._keep(token, prepare))

    def _keep(self, token: str, prepare: Callable[[int], NewMessage]) -> StoredMessage:
        known = self._stored(token)
        if known is not None:
            self._database.raise_mark()
            return known
        with self._database.reading() as db:
            seq = next_seq(db)
        self._database.marks.reserve(seq=seq)
        with self._database.transaction() as db:
            new = prepare(seq)
            job_id = ""
            if new.slip is not None:
                job_id = self._journal.enqueue_within(
                    db, new.slip, now_ms=new.created_ms, expires_ms=new.slip_expires_ms
                ).job_id
            row = NewRow(
                item_id=new.message_id,
                receipt_no=None,
                kind=new.kind.value,
                subject=new.topic,
                version="",
                created_ms=new.created_ms,
                token=token,
                payload=new.payload,
                print_job_id=job_id,
            )
            append_row(db, seq, row)
            append_audit(db, at_ms=new.created_ms, what=f"{new.kind.value}_kept", subject=new.message_id)
        self._database.marks.use(seq=seq)
        return StoredMessage(message_id=new.message_id, print_job_id=job_id)

    def _stored(self, token: str) -> StoredMessage | None:
        with self._database.reading() as db:
            row = db.execute(
                "SELECT dossier_id, print_job_id FROM outbox_events WHERE token_sha256 = ? AND kind <> ?",
                (token_digest(token), DOSSIER),
            ).fetchone()
        return None if row is None else StoredMessage(message_id=row[0], print_job_id=row[1])
