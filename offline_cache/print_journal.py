"""The print journal in outbox.db: every step of a sheet is committed before it is taken."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kiosk.domain.identifiers import uuid7
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import (
    ASK_A_PERSON,
    MAY_WAIT,
    OPEN,
    WAITING,
    WAITING_MAX,
    PrintJob,
    PrintState,
    Proof,
    advanced,
    recovered_state,
)
from kiosk.ports.printing import SpoolFull
from offline_cache import spool_documents
from offline_cache.database import OutboxDatabase
from offline_cache.sealing import SpoolKey

if TYPE_CHECKING:
    from sqlite_utils import Database

# A retry lies at most half a minute ahead; one further off was set by a clock that has jumped since.
LONGEST_AHEAD_MS = 60_000


class SqlPrintJournal:
    """PrintJournal on outbox.db; DATABASE lane only.

    Sheets lie encrypted under the spool key and are wiped when nobody can need them any more: printed,
    failed, cancelled or replaced by a copy; and, when its time has passed, a sheet that waits for a word.
    """

    def __init__(self, database: OutboxDatabase, spool: SpoolKey) -> None:
        self._database, self._spool = database, spool

    def enqueue(self, document: PrintDocument, *, now_ms: int, expires_ms: int) -> PrintJob:
        """Store a job, durably; the same document id and copy number return the job already there.

        Raises SpoolFull where WAITING_MAX sheets of any kind wait or are tried; a known one is never refused.
        """
        with self._database.transaction() as db:
            _refuse_beyond(db, document, now_ms)
            return self.enqueue_within(db, document, now_ms=now_ms, expires_ms=expires_ms)

    def enqueue_within(
        self, db: "Database", document: PrintDocument, *, now_ms: int, expires_ms: int
    ) -> PrintJob:
        """Do as `enqueue`, inside the caller's transaction."""
        found = db.execute(
            "SELECT job_id FROM print_jobs WHERE document_id = ? AND copy_no = ?",
            (document.document_id, document.copy_no),
        ).fetchone()
        if found is not None:
            return self._job(db, found[0])
        job_id = uuid7(now_ms)
        blob = self._spool.encrypt(spool_documents.to_bytes(document), job_id=job_id)
        db.execute(
            "INSERT INTO print_jobs (job_id, document_id, copy_no, kind, state, created_ms, expires_ms,"
            " next_try_ms, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                job_id,
                document.document_id,
                document.copy_no,
                document.kind.value,
                PrintState.QUEUED.value,
                now_ms,
                expires_ms,
                now_ms,
                blob,
            ),
        )
        return self._job(db, job_id)

    def next_due(self, now_ms: int) -> tuple[PrintJob, PrintDocument] | None:
        """Return the oldest queued or blocked job whose time has come and has not expired, or None."""
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT job_id FROM print_jobs WHERE state IN ({_marks(WAITING)}) AND expires_ms > ?"  # noqa: S608
                " AND (next_try_ms <= ? OR next_try_ms > ?) AND document IS NOT NULL ORDER BY job_seq",
                [*_values(WAITING), now_ms, now_ms, now_ms + LONGEST_AHEAD_MS],
            ).fetchall()
        for (job_id,) in rows:
            document = self.document(job_id)
            if document is not None:
                return self.job(job_id), document
        return None

    def advance(
        self,
        job_id: str,
        state: PrintState,
        *,
        now_ms: int,
        bytes_sent: int = 0,
        proof: Proof | None = None,
        condition: str = "",
        next_try_ms: int | None = None,
    ) -> PrintJob:
        """Commit a step. Raises ValueError for a step the job's state does not allow, KeyError for no job."""
        with self._database.transaction() as db:
            job = advanced(
                self._job(db, job_id),
                state,
                bytes_sent=bytes_sent,
                proof=proof,
                condition=condition,
                next_try_ms=next_try_ms,
            )
            self._store(db, job)
            _wipe_expired(db, now_ms)
            return job

    def job(self, job_id: str) -> PrintJob:
        """Return one job. Raises KeyError."""
        with self._database.reading() as db:
            return self._job(db, job_id)

    def document(self, job_id: str) -> PrintDocument | None:
        """Return the sheet of a job, or None when it was wiped or can no longer be decrypted."""
        with self._database.reading() as db:
            row = db.execute("SELECT document FROM print_jobs WHERE job_id = ?", (job_id,)).fetchone()
        if row is None:
            raise KeyError(job_id)
        clear = self._spool.decrypt(row[0], job_id=job_id) if row[0] is not None else None
        return spool_documents.from_bytes(clear) if clear is not None else None

    def recover(self, now_ms: int) -> int:
        """After a start: claimed -> queued, sending and sent -> uncertain, expired -> cancelled; how many."""
        changed = 0
        with self._database.transaction() as db:
            for row in list(_rows(db, f"state IN ({_marks(OPEN)})", _values(OPEN))):
                job = _job_of(row)
                state = recovered_state(job.state)
                if state in WAITING and job.expires_ms <= now_ms:
                    state = PrintState.CANCELLED
                if state is not job.state:
                    db.execute("UPDATE print_jobs SET state = ? WHERE job_id = ?", (state.value, job.job_id))
                    changed += 1
            _wipe_finished(db)
            _wipe_expired(db, now_ms)
        return changed

    def open_jobs(self) -> tuple[PrintJob, ...]:
        """Return the unfinished jobs, oldest first: on their way, or waiting for a person's word."""
        unfinished = OPEN | ASK_A_PERSON
        with self._database.reading() as db:
            return tuple(
                _job_of(row) for row in _rows(db, f"state IN ({_marks(unfinished)})", _values(unfinished))
            )

    def _job(self, db: "Database", job_id: str) -> PrintJob:
        row = next(_rows(db, "job_id = ?", [job_id]), None)
        if row is None:
            raise KeyError(job_id)
        return _job_of(row)

    def _store(self, db: "Database", job: PrintJob) -> None:
        db.execute(
            "UPDATE print_jobs SET state = ?, attempt = ?, bytes_sent = ?, proof = ?, condition = ?,"
            " next_try_ms = ?"
            " WHERE job_id = ?",
            (
                job.state.value,
                job.attempt,
                job.bytes_sent,
                job.proof.value if job.proof else None,
                job.condition,
                job.next_try_ms,
                job.job_id,
            ),
        )
        _wipe_finished(db)


def _refuse_beyond(db: "Database", document: PrintDocument, now_ms: int) -> None:
    known = db.execute(
        "SELECT 1 FROM print_jobs WHERE document_id = ? AND copy_no = ?",
        (document.document_id, document.copy_no),
    ).fetchone()
    (waiting,) = db.execute(
        f"SELECT count(*) FROM print_jobs WHERE state IN ({_marks(MAY_WAIT)}) AND expires_ms > ?",  # noqa: S608
        [*_values(MAY_WAIT), now_ms],
    ).fetchone()
    if known is None and waiting >= WAITING_MAX:
        raise SpoolFull(f"{waiting} sheets wait for paper already")


def _rows(db: "Database", where: str, values: list[str]) -> Any:
    return db["print_jobs"].rows_where(where, values, order_by="job_seq")


def _job_of(row: Mapping[str, Any]) -> PrintJob:
    return PrintJob(
        job_id=row["job_id"],
        document_id=row["document_id"],
        copy_no=row["copy_no"],
        kind=row["kind"],
        state=PrintState(row["state"]),
        created_ms=row["created_ms"],
        expires_ms=row["expires_ms"],
        next_try_ms=row["next_try_ms"],
        attempt=row["attempt"],
        bytes_sent=row["bytes_sent"],
        proof=Proof(row["proof"]) if row["proof"] else None,
        condition=row["condition"],
    )


def _wipe_finished(db: "Database") -> None:
    """`secure_delete` overwrites the bytes in the file; the log forgets them at its next checkpoint."""
    kept = _values(OPEN | ASK_A_PERSON)
    db.execute(
        f"UPDATE print_jobs SET document = NULL WHERE document IS NOT NULL AND state NOT IN ({_marks(kept)})",  # noqa: S608
        kept,
    )


def _wipe_expired(db: "Database", now_ms: int) -> None:
    asked = _values(ASK_A_PERSON)
    db.execute(
        f"UPDATE print_jobs SET document = NULL WHERE document IS NOT NULL AND state IN ({_marks(asked)})"  # noqa: S608
        " AND expires_ms <= ?",
        [*asked, now_ms],
    )


def _values(states: frozenset[PrintState]) -> list[str]:
    return sorted(state.value for state in states)


def _marks(values: "frozenset[PrintState] | list[str]") -> str:
    return ", ".join("?" * len(values))
