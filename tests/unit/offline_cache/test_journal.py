import sqlite3

import pytest

from kiosk.domain.print_documents import (
    Align,
    Bullet,
    CheckItem,
    DocumentKind,
    Field,
    Heading,
    Number,
    Paragraph,
    PrintDocument,
    QrCode,
    Rule,
    Spacer,
)
from kiosk.domain.print_jobs import PrintState, Proof
from offline_cache import spool_documents
from tests.fakes.dossiers import Room

HOUR_MS = 3_600_000


@pytest.fixture
def room(tmp_path):
    room = Room(tmp_path / "home")
    yield room
    room.close()


def sheet(document_id="d", copy_no=1) -> PrintDocument:
    return PrintDocument(
        document_id=document_id,
        kind=DocumentKind.SLIP,
        title="PHIẾU",
        copy_no=copy_no,
        blocks=(
            Heading(text="PHIẾU KHAI TRƯỚC", level=1, align=Align.CENTRE),
            Paragraph(text="Nguyễn", strong=True),
            Field(label="Mã", value="123456"),
            CheckItem(text="Giấy chứng sinh", note="bản chính"),
            Bullet(text="một"),
            Rule(dashed=True),
            Number(lines=("PK 170 123", "456-80")),
            QrCode(payload="HNPK1:x", caption="Đưa mã này cho cán bộ"),
            Spacer(height_mm=2.5),
        ),
    )


def queued(room, **changes):
    return room.files.journal.enqueue(sheet(**changes), now_ms=room.now_ms, expires_ms=room.now_ms + HOUR_MS)


def blob(room, job_id):
    return room.files.database.db.execute(
        "SELECT document FROM print_jobs WHERE job_id = ?", (job_id,)
    ).fetchone()[0]


def walk(room, job_id, *states):
    for state in states:
        job = room.files.journal.advance(job_id, state, now_ms=room.now_ms, proof=Proof.FENCE)
    return job


def test_every_kind_of_block_survives_the_journal(room):
    job = queued(room)

    assert room.files.journal.document(job.job_id) == sheet()
    assert spool_documents.from_bytes(spool_documents.to_bytes(sheet())) == sheet()


def test_twenty_taps_make_one_job(room):
    assert len({queued(room).job_id for _ in range(20)}) == 1
    assert queued(room, copy_no=2).job_id != queued(room).job_id


def test_a_printed_sheet_is_wiped(room):
    job = queued(room)

    done = walk(room, job.job_id, PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT, PrintState.PRINTED)

    assert done.proof is Proof.FENCE
    assert blob(room, job.job_id) is None
    assert room.files.journal.document(job.job_id) is None
    assert room.files.journal.open_jobs() == ()


def test_a_sheet_waiting_for_a_persons_word_stays_until_its_time_has_passed(room):
    job = queued(room)
    walk(room, job.job_id, PrintState.CLAIMED, PrintState.SENDING, PrintState.UNCERTAIN)
    assert room.files.journal.document(job.job_id) == sheet()

    room.clock.advance(3601)
    room.files.journal.recover(room.now_ms)

    assert blob(room, job.job_id) is None


def test_a_step_that_is_not_allowed_is_refused_and_changes_nothing(room):
    job = queued(room)

    with pytest.raises(ValueError, match="cannot follow"):
        walk(room, job.job_id, PrintState.PRINTED)

    assert room.files.journal.job(job.job_id) == job


def test_after_a_restart_started_jobs_are_uncertain_and_claimed_ones_wait_again(room):
    jobs = [queued(room, document_id=name) for name in "abc"]
    walk(room, jobs[0].job_id, PrintState.CLAIMED)
    walk(room, jobs[1].job_id, PrintState.CLAIMED, PrintState.SENDING)

    again = room.reopened()

    states = [again.files.journal.job(job.job_id).state for job in jobs]
    assert states == [PrintState.QUEUED, PrintState.UNCERTAIN, PrintState.QUEUED]
    again.close()


def test_after_a_restart_sheets_too_late_are_cancelled(room):
    job = queued(room)
    room.clock.advance(3601)

    again = room.reopened()

    assert again.files.journal.job(job.job_id).state is PrintState.CANCELLED
    assert again.files.journal.next_due(again.now_ms) is None
    again.close()


def test_a_blocked_job_waits_for_its_time_but_not_for_a_clock_that_jumped(room):
    job = queued(room)
    walk(room, job.job_id, PrintState.CLAIMED)
    room.files.journal.advance(
        job.job_id,
        PrintState.BLOCKED,
        now_ms=room.now_ms,
        next_try_ms=room.now_ms + 30_000,
        condition="paper_out",
    )

    assert room.files.journal.next_due(room.now_ms) is None
    assert room.files.journal.next_due(room.now_ms + 30_000)[0].attempt == 1
    assert room.files.journal.next_due(room.now_ms - 10 * HOUR_MS) is not None


def test_an_unknown_job_is_a_key_error(room):
    with pytest.raises(KeyError):
        room.files.journal.job("nobody")
    with pytest.raises(KeyError):
        room.files.journal.document("nobody")


def test_a_sheet_of_a_lost_spool_key_is_passed_over(room):
    job = queued(room)
    room.close()
    (room.home / "keys" / "spool.key").unlink()
    again = Room(room.home, clock=room.clock)

    assert again.files.journal.document(job.job_id) is None
    assert again.files.journal.next_due(again.now_ms) is None
    again.close()


def test_waiting_sheets_are_not_readable_on_disk(room):
    queued(room)
    connection = sqlite3.connect(f"file:{room.home / 'outbox.db'}?mode=ro", uri=True)

    raw = connection.execute("SELECT document FROM print_jobs").fetchone()[0]

    connection.close()
    assert "Nguyễn".encode() not in raw
