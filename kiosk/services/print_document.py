"""Print sheets: one job at a time, the journal ahead of the wire, and nothing twice without a person asking.

Public methods belong to the Qt thread and never wait. The PRINTER lane claims, prints and proves; each step
is committed in the DATABASE lane before it is taken; watchers hear of it on the Qt thread.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import (
    ASK_A_PERSON,
    BACK_OFF_S,
    WAITING,
    PrintEvent,
    PrintJob,
    PrintState,
    Proof,
    back_off_ms,
    expires_at,
    next_state,
    settled_event,
)
from kiosk.domain.receipts import as_copy
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageError
from kiosk.ports.printing import (
    ConditionWatcher,
    CutsHalfSheets,
    JobWatcher,
    PrinterCondition,
    PrinterError,
    PrintJournal,
    SheetsSpent,
    SheetUnprintable,
    TicketPrinter,
)
from kiosk.ports.scheduling import Scheduler, Timer
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.count_sheets import CountSheets
from kiosk.services.printer_watch import PrinterWatch

RETRY_AFTER_STORAGE_MS = 30_000

_log = EventLog(__name__)

JobDone = Callable[[PrintJob], None]
Failed = Callable[[Exception], None]


class SheetGone(Exception):  # noqa: N818  a refusal: the sheet was wiped, a copy cannot be made
    """The sheet of a job is no longer kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    """What one turn of the PRINTER lane left: go on at once, after a while, or when woken."""

    worked: bool
    wait_ms: int | None = None
    condition: PrinterCondition | None = None


class PrintDocuments:
    """The one writer to the printer. Call `start` once, `close` at the end.

    `journal` is used in the DATABASE lane only, `printer` in the PRINTER lane only.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        journal: PrintJournal,
        printer: TicketPrinter,
        clock: Clock,
        scheduler: Scheduler,
        *,
        jitter: Callable[[], float] = lambda: random.uniform(-1, 1),
        count: CountSheets | None = None,
    ) -> None:
        self._count = count
        self._tasks, self._journal, self._printer = tasks, journal, printer
        self._clock, self._scheduler, self._jitter = clock, scheduler, jitter
        self._watch = PrinterWatch(tasks, printer, scheduler, printing=lambda: self._busy)
        self._job_watchers: list[JobWatcher] = []
        self._busy = self._again = self._recovered = self._half_sheet = False
        self._retry: Timer | None = None

    def start(self) -> None:
        """Put right what a power cut left, go on with what waits, and watch the printer."""
        self._watch.start()
        self.wake()

    def close(self) -> None:
        """Stop the timers and release the printer; what waits goes on at the next start."""
        self._watch.stop()
        if self._retry is not None:
            self._retry.stop()
            self._retry = None
        self._tasks.submit(Lane.PRINTER, self._printer.close)

    def condition(self) -> PrinterCondition:
        """Return the printer's condition as last heard; UNKNOWN before it answered."""
        return self._watch.condition

    def watch_jobs(self, watcher: JobWatcher) -> Callable[[], None]:
        """Call `watcher` on the Qt thread at each step of any job; returns how to stop."""
        self._job_watchers.append(watcher)

        def stop() -> None:
            if watcher in self._job_watchers:
                self._job_watchers.remove(watcher)

        return stop

    def watch_condition(self, watcher: ConditionWatcher) -> Callable[[], None]:
        """Call `watcher` on the Qt thread when the printer's condition changes; returns how to stop."""
        return self._watch.watch(watcher)

    def enqueue(
        self, document: PrintDocument, *, done: JobDone | None = None, failed: Failed | None = None
    ) -> None:
        """Keep a job durably and print it; the same document id and copy again is the same job.

        `failed` may receive SheetsSpent, SpoolFull or another storage error.
        """
        admitted = self._count is None or self._count.admits(document)
        self._store(lambda: self._enqueued(document) if admitted else _too_many(document), done, failed)

    def refused(self) -> int:
        """Return how many sheets were too many since staff have last seen it."""
        return self._count.refused if self._count is not None else 0

    def refusals_seen(self) -> None:
        """A member of staff knows of them."""
        if self._count is not None:
            self._count.seen()

    def wake(self) -> None:
        """Look for jobs now: one may have been written by another transaction."""
        if self._busy:
            self._again = True
            return
        if self._retry is not None:
            self._retry.stop()
            self._retry = None
        self._busy = True
        self._tasks.submit(Lane.PRINTER, self._one_round, done=self._after_round, failed=self._after_failure)

    def answer(
        self, job_id: str, came_out: bool, *, done: JobDone | None = None, failed: Failed | None = None
    ) -> None:
        """Settle an uncertain or unconfirmed job by what a person saw.

        Yes: the job is printed, by a person's word. No: it is superseded and a copy marked "BẢN IN LẠI" is
        printed; `done` receives that copy's job. A second answer changes nothing. `failed` may receive
        SheetGone or a storage error.
        """
        self._store(lambda: self._answered(job_id, came_out=came_out), done, failed)

    def reprint(self, job_id: str, *, done: JobDone | None = None, failed: Failed | None = None) -> None:
        """Print a marked copy of any finished job (asked for by staff); `done` receives the copy's job."""
        self._store(lambda: self._copied(self._journal.job(job_id)), done, failed)

    def cancel(self, job_id: str, *, done: JobDone | None = None, failed: Failed | None = None) -> None:
        """Give a waiting job up; a job on its way stays as it is."""
        self._store(lambda: self._cancelled(job_id), done, failed)

    def list_open(
        self, done: Callable[[tuple[PrintJob, ...]], None], *, failed: Failed | None = None
    ) -> None:
        """Read the jobs that are not finished."""
        self._tasks.submit(Lane.DATABASE, self._journal.open_jobs, done=done, failed=failed)

    # Qt thread

    def _store(self, work: Callable[[], PrintJob], done: JobDone | None, failed: Failed | None) -> None:
        def stored(job: PrintJob) -> None:
            self._tell(job)
            if done is not None:
                done(job)
            self.wake()

        self._tasks.submit(Lane.DATABASE, work, done=stored, failed=failed)

    def _tell(self, job: PrintJob) -> None:
        for watcher in tuple(self._job_watchers):
            watcher(job)

    def _after_round(self, round_: _Round) -> None:
        self._busy = False
        if round_.condition is not None:
            self._watch.heard(round_.condition)
        if round_.worked or self._again:
            self._again = False
            self.wake()
        elif round_.wait_ms is not None:
            self._retry = self._scheduler.after(round_.wait_ms, self.wake)

    def _after_failure(self, error: Exception) -> None:
        """The journal could not be written: nothing was started without it. Put right and try later."""
        self._busy = self._again = self._recovered = False
        self._retry = self._scheduler.after(RETRY_AFTER_STORAGE_MS, self.wake)
        if not isinstance(error, StorageError):
            raise error
        _log.error("print.journal_unavailable", kind=type(error).__name__)

    # DATABASE lane

    def _enqueued(self, document: PrintDocument) -> PrintJob:
        now = self._clock.now()
        expires_ms = _ms(expires_at(document.kind, now))
        return self._journal.enqueue(document, now_ms=_ms(now), expires_ms=expires_ms)

    def _answered(self, job_id: str, *, came_out: bool) -> PrintJob:
        job = self._journal.job(job_id)
        if job.state not in ASK_A_PERSON:
            return job
        if came_out:
            return self._step(job, PrintEvent.CAME_OUT, proof=Proof.PERSON)
        # The copy first: a power cut in between leaves the question open, and the same answer the same copy.
        copy = self._copied(job)
        self._announce(self._step(job, PrintEvent.NOT_CAME_OUT))
        return copy

    def _copied(self, job: PrintJob) -> PrintJob:
        document = self._journal.document(job.job_id)
        if document is None:
            raise SheetGone(job.job_id)
        return self._enqueued(as_copy(document, copy_no=job.copy_no + 1))

    def _cancelled(self, job_id: str) -> PrintJob:
        job = self._journal.job(job_id)
        return self._step(job, PrintEvent.CANCEL) if job.state in WAITING else job

    def _step(self, job: PrintJob, event: PrintEvent, *, proof: Proof | None = None) -> PrintJob:
        state = next_state(job.state, event)
        return self._journal.advance(job.job_id, state, now_ms=self._now_ms(), proof=proof)

    def _due(self) -> tuple[PrintJob, PrintDocument] | int | None:
        """Return the claimed next job, else the wait in ms for the earliest one, else None."""
        now_ms = self._now_ms()
        if not self._recovered:
            self._half_sheet |= any(_may_hang(job, now_ms) for job in self._journal.open_jobs())
            self._journal.recover(now_ms)
            self._recovered = True
        waiting = [job for job in self._journal.open_jobs() if job.state in WAITING]
        for job in waiting:
            if job.expires_ms <= now_ms:
                self._announce(self._step(job, PrintEvent.EXPIRE))
        if (found := self._journal.next_due(now_ms)) is not None:
            job, document = found
            return self._step(job, PrintEvent.CLAIM), document
        later = [job.next_try_ms for job in waiting if job.expires_ms > now_ms]
        # The wall clock may jump: never wait longer than the longest back-off.
        return min(max(1, min(later) - now_ms), back_off_ms(len(BACK_OFF_S))) if later else None

    # PRINTER lane

    def _one_round(self) -> _Round:
        found = self._tasks.call(Lane.DATABASE, self._due)
        if not isinstance(found, tuple):
            return _Round(worked=False, wait_ms=found)
        job, document = found
        self._announce(job)
        if self._half_sheet and isinstance(self._printer, CutsHalfSheets):
            self._printer.expect_half_sheet()
        self._half_sheet = False
        progress = _Progress(self, job)
        try:
            outcome = self._printer.print_document(document, progress)
        except PrinterError as error:
            self._give_up(progress, error)
            return _Round(worked=True, condition=error.condition)
        except SheetUnprintable as error:
            _log.error("print.sheet_unprintable", kind=document.kind.value, reason=str(error))
            progress.commit(PrintEvent.UNPRINTABLE)
            return _Round(worked=True)
        progress.commit(settled_event(outcome.proof), bytes_sent=outcome.bytes_sent, proof=outcome.proof)
        return _Round(worked=True)

    def _give_up(self, progress: "_Progress", error: PrinterError) -> None:
        condition = error.condition.value
        if error.may_have_printed:
            progress.commit(PrintEvent.BROKEN, condition=condition)
            return
        wait_ms = back_off_ms(progress.job.attempt, jitter=self._jitter())
        progress.commit(PrintEvent.REFUSED, condition=condition, next_try_ms=self._now_ms() + wait_ms)

    def commit(
        self,
        job: PrintJob,
        event: PrintEvent,
        *,
        bytes_sent: int,
        proof: Proof | None,
        condition: str,
        next_try_ms: int | None,
    ) -> PrintJob:
        """Commit a step from the PRINTER lane and wait until it is durable."""
        state = next_state(job.state, event)
        stepped = self._tasks.call(
            Lane.DATABASE,
            lambda: self._journal.advance(
                job.job_id,
                state,
                now_ms=self._now_ms(),
                bytes_sent=bytes_sent,
                proof=proof,
                condition=condition,
                next_try_ms=next_try_ms,
            ),
        )
        self._announce(stepped)
        return stepped

    def _announce(self, job: PrintJob) -> None:
        """Tell watchers, on the Qt thread, by way of the quick lane."""
        self._tasks.submit(Lane.DATABASE, lambda: job, done=self._tell)

    def _now_ms(self) -> int:
        return _ms(self._clock.now())


class _Progress:
    """Commits the steps of one job while the printer takes them."""

    def __init__(self, service: PrintDocuments, job: PrintJob) -> None:
        self._service = service
        self.job = job

    def before_first_byte(self) -> None:
        """Commit `sending`."""
        self.commit(PrintEvent.FIRST_BYTE)

    def all_bytes_sent(self, count: int) -> None:
        """Commit `sent`."""
        self.commit(PrintEvent.ALL_SENT, bytes_sent=count)

    def commit(
        self,
        event: PrintEvent,
        *,
        bytes_sent: int = 0,
        proof: Proof | None = None,
        condition: str = "",
        next_try_ms: int | None = None,
    ) -> None:
        """Commit one step of the job."""
        self.job = self._service.commit(
            self.job,
            event,
            bytes_sent=bytes_sent,
            proof=proof,
            condition=condition,
            next_try_ms=next_try_ms,
        )


def _too_many(document: PrintDocument) -> PrintJob:
    raise SheetsSpent(f"no more sheets of kind {document.kind.value} now")


def _may_hang(job: PrintJob, now_ms: int) -> bool:
    """Return whether the printer may still wait for the rest of `job`.

    The outbox puts its rows right when it opens, before this service looks: a fresh uncertain row counts.
    """
    if job.state is PrintState.UNCERTAIN:
        return job.expires_ms > now_ms
    return job.state in (PrintState.SENDING, PrintState.SENT)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
