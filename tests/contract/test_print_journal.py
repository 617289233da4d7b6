"""What every print journal does; an implementation adds itself to JOURNALS."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.print_jobs import WAITING_MAX, PrintState, Proof
from kiosk.domain.receipts import as_copy
from kiosk.ports.printing import PrintJournal, SpoolFull
from tests.fakes.dossiers import SqlJournalAlone
from tests.fakes.printing import FakePrintJournal
from tests.fakes.sheets import a_short_sheet, a_slip

JOURNALS: dict[str, Callable[[Path], PrintJournal]] = {
    "fake": lambda _: FakePrintJournal(),
    "sqlite": SqlJournalAlone,
}


@pytest.fixture(params=JOURNALS)
def journal(request, tmp_path):
    made = JOURNALS[request.param](tmp_path)
    yield made
    close = getattr(made, "close", None)
    if close is not None:
        close()


def enqueue(journal, name="a", now_ms=0, expires_ms=100_000):
    return journal.enqueue(a_short_sheet(name), now_ms=now_ms, expires_ms=expires_ms)


def advance(journal, job, *states, now_ms=1):
    for state in states:
        job = journal.advance(job.job_id, state, now_ms=now_ms)
    return job


def test_a_new_job_waits_with_its_sheet(journal):
    job = journal.enqueue(a_slip("s"), now_ms=5, expires_ms=500)

    assert (job.state, job.copy_no, job.attempt, job.bytes_sent) == (PrintState.QUEUED, 1, 0, 0)
    assert journal.document(job.job_id) == a_slip("s")
    assert journal.job(job.job_id) == job


def test_the_same_sheet_again_is_the_same_job(journal):
    assert enqueue(journal).job_id == enqueue(journal, now_ms=9).job_id


def test_a_copy_is_another_job(journal):
    first = enqueue(journal)

    copy = journal.enqueue(as_copy(a_short_sheet("a"), copy_no=2), now_ms=1, expires_ms=100_000)

    assert copy.job_id != first.job_id
    assert copy.copy_no == 2


def test_the_oldest_waiting_job_is_next(journal):
    first = enqueue(journal, "a")
    enqueue(journal, "b", now_ms=1)

    job, document = journal.next_due(10)

    assert (job, document) == (first, a_short_sheet("a"))


def test_a_blocked_job_waits_for_its_time(journal):
    job = advance(journal, enqueue(journal), PrintState.CLAIMED)
    journal.advance(job.job_id, PrintState.BLOCKED, now_ms=2, condition="paper_out", next_try_ms=1002)

    assert journal.next_due(1001) is None
    assert journal.next_due(1002)[0].attempt == 1


def test_an_expired_job_is_never_next(journal):
    enqueue(journal, expires_ms=50)

    assert journal.next_due(50) is None


def test_a_job_keeps_its_bytes_proof_and_condition(journal):
    job = advance(journal, enqueue(journal), PrintState.CLAIMED, PrintState.SENDING)
    journal.advance(job.job_id, PrintState.SENT, now_ms=3, bytes_sent=777)
    journal.advance(job.job_id, PrintState.PRINTED, now_ms=4, proof=Proof.FENCE)

    found = journal.job(job.job_id)
    assert (found.state, found.bytes_sent, found.proof) == (PrintState.PRINTED, 777, Proof.FENCE)


def test_a_forbidden_step_is_refused_and_changes_nothing(journal):
    job = enqueue(journal)

    with pytest.raises(ValueError, match="cannot follow"):
        journal.advance(job.job_id, PrintState.PRINTED, now_ms=1)

    assert journal.job(job.job_id) == job


def test_an_unknown_job_is_a_key_error(journal):
    with pytest.raises(KeyError):
        journal.job("nothing")


@pytest.mark.parametrize(
    ("steps", "after"),
    [
        ((), PrintState.QUEUED),
        ((PrintState.CLAIMED,), PrintState.QUEUED),
        ((PrintState.CLAIMED, PrintState.SENDING), PrintState.UNCERTAIN),
        ((PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT), PrintState.UNCERTAIN),
        ((PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT, PrintState.PRINTED), PrintState.PRINTED),
    ],
)
def test_a_restart_never_sends_again_what_may_be_on_paper(journal, steps, after):
    job = advance(journal, enqueue(journal), *steps)

    changed = journal.recover(10)

    assert journal.job(job.job_id).state is after
    assert changed == (after is not job.state)


def test_a_restart_gives_up_what_waited_too_long(journal):
    job = enqueue(journal, expires_ms=50)

    assert journal.recover(60) == 1
    assert journal.job(job.job_id).state is PrintState.CANCELLED


def test_open_jobs_are_those_still_on_their_way_oldest_first(journal):
    names = [enqueue(journal, name, now_ms=at).job_id for at, name in enumerate("abc")]
    advance(journal, journal.job(names[0]), PrintState.CANCELLED)
    advance(journal, journal.job(names[1]), PrintState.CLAIMED)

    assert [job.job_id for job in journal.open_jobs()] == names[1:]


def test_one_sheet_too_many_is_refused_a_known_one_never(journal):
    jobs = [enqueue(journal, f"sheet-{number}") for number in range(WAITING_MAX)]

    with pytest.raises(SpoolFull, match=str(WAITING_MAX)):
        enqueue(journal, "one-more")

    assert enqueue(journal, "sheet-0").job_id == jobs[0].job_id
    advance(journal, jobs[0], PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT)
    assert enqueue(journal, "one-more").state is PrintState.QUEUED


@pytest.mark.parametrize("on_its_way", [(PrintState.CLAIMED,), (PrintState.CLAIMED, PrintState.SENDING)])
def test_a_sheet_being_tried_keeps_its_place_for_it_may_wait_again(journal, on_its_way):
    jobs = [enqueue(journal, f"sheet-{number}") for number in range(WAITING_MAX)]
    advance(journal, jobs[0], *on_its_way)

    with pytest.raises(SpoolFull, match=str(WAITING_MAX)):
        enqueue(journal, "one-more")


def test_sheets_whose_time_has_passed_make_room(journal):
    for number in range(WAITING_MAX):
        enqueue(journal, f"sheet-{number}", expires_ms=100)

    assert enqueue(journal, "one-more", now_ms=200, expires_ms=900).state is PrintState.QUEUED
