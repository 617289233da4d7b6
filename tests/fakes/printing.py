"""A print journal in memory, printers on the emulator, and progress that only listens."""

from dataclasses import replace

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


class FakePrintJournal:
    """Keeps jobs and their history in order. `fail_next` raises the given error at the next write."""

    def __init__(self) -> None:
        self.jobs: dict[str, PrintJob] = {}
        self.documents: dict[str, PrintDocument] = {}
        self.history: list[tuple[str, PrintState]] = []
        self.fail_next: Exception | None = None

    def enqueue(self, document: PrintDocument, *, now_ms: int, expires_ms: int) -> PrintJob:
        for job in self.jobs.values():
            if (job.document_id, job.copy_no) == (document.document_id, document.copy_no):
                return job
        waiting = [job for job in self.jobs.values() if job.state in MAY_WAIT and job.expires_ms > now_ms]
        if len(waiting) >= WAITING_MAX:
            raise SpoolFull(f"{len(waiting)} sheets wait for paper already")
        job = PrintJob(
            job_id=f"job-{len(self.jobs) + 1}",
            document_id=document.document_id,
            copy_no=document.copy_no,
            kind=document.kind.value,
            state=PrintState.QUEUED,
            created_ms=now_ms,
            expires_ms=expires_ms,
            next_try_ms=now_ms,
        )
        self._keep(job)
        self.documents[job.job_id] = document
        return job

    def next_due(self, now_ms: int) -> tuple[PrintJob, PrintDocument] | None:
        for job in self.jobs.values():
            if job.state in WAITING and job.next_try_ms <= now_ms < job.expires_ms:
                return job, self.documents[job.job_id]
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
        job = advanced(
            self.jobs[job_id],
            state,
            bytes_sent=bytes_sent,
            proof=proof,
            condition=condition,
            next_try_ms=next_try_ms,
        )
        self._keep(job)
        return job

    def job(self, job_id: str) -> PrintJob:
        return self.jobs[job_id]

    def document(self, job_id: str) -> PrintDocument | None:
        return self.documents.get(job_id)

    def recover(self, now_ms: int) -> int:
        changed = 0
        for job in tuple(self.jobs.values()):
            state = recovered_state(job.state)
            if state in WAITING and job.expires_ms <= now_ms:
                state = PrintState.CANCELLED
            if state is not job.state:
                self._keep(replace(job, state=state))
                changed += 1
        return changed

    def open_jobs(self) -> tuple[PrintJob, ...]:
        return tuple(job for job in self.jobs.values() if job.state in OPEN | ASK_A_PERSON)

    def states(self, job_id: str) -> list[PrintState]:
        return [state for job, state in self.history if job == job_id]

    def _keep(self, job: PrintJob) -> None:
        if self.fail_next is not None:
            error, self.fail_next = self.fail_next, None
            raise error
        self.jobs[job.job_id] = job
        self.history.append((job.job_id, job.state))


class Steps:
    """A PrintProgress that notes what was committed."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.count = 0

    def before_first_byte(self) -> None:
        self.seen.append("sending")

    def all_bytes_sent(self, count: int) -> None:
        self.seen.append("sent")
        self.count = count
