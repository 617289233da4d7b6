import os
import resource
import sqlite3
import subprocess
import sys

import pytest

from kiosk.domain.messages import Message, MessageKind
from kiosk.domain.numbering import receipt_number
from kiosk.ports.outbox import NumbersExhausted, StorageBroken, StorageFull
from kiosk.services.leave_message import LeaveMessages
from offline_cache.database import runs_missing
from offline_cache.mark_file import MarkFile
from tests.fakes.dossiers import MARKERS, REPOSITORY, Room, birth
from tests.fakes.tasks import InlineRunner


@pytest.fixture
def room(tmp_path):
    room = Room(tmp_path / "home")
    yield room
    room.close()


def filled(room: Room, count: int) -> list[str]:
    return [room.submit(f"token-{number}").receipt_no for number in range(count)]


def spoil(room: Room, statement: str) -> None:
    connection = sqlite3.connect(room.home / "outbox.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_numbers_count_up_and_a_reopened_outbox_goes_on(room):
    first = filled(room, 3)

    again = room.reopened()

    assert again.report.sound
    assert not again.report.is_new
    assert first == [receipt_number(900000001 + number) for number in range(3)]
    assert again.submit("later").receipt_no == receipt_number(900000004)
    again.close()


def test_the_same_token_is_one_dossier(room):
    assert room.submit("token") == room.submit("token")
    assert len(room.files.outbox.lines()) == 1


def test_a_token_of_an_earlier_run_is_not_given_a_new_code(room):
    room.submit("token")
    again = room.reopened()

    with pytest.raises(LookupError):
        again.submit("token")
    again.close()


def test_a_failing_slip_leaves_nothing_behind_and_uses_no_number(room):
    def broken(*_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        room.submit_dossier.submit(birth(), token="t", build_slip=broken)

    assert room.files.outbox.lines() == ()
    assert room.files.journal.open_jobs() == ()
    assert room.submit("t").receipt_no == receipt_number(900000001)


def test_a_full_disk_is_told_and_keeps_nothing(room):
    filled(room, 1)
    pages = room.files.database.db.execute("PRAGMA page_count").fetchone()[0]
    room.files.database.db.execute(f"PRAGMA max_page_count = {pages}").fetchone()

    with pytest.raises(StorageFull):
        filled(room, 200)
    kept = len(room.files.outbox.lines())
    room.files.database.db.execute("PRAGMA max_page_count = 100000").fetchone()

    assert len(room.files.journal.open_jobs()) == kept
    assert room.submit(f"token-{kept}").receipt_no == receipt_number(900000001 + kept)


def test_a_log_that_finds_no_room_to_be_merged_is_merged_later_and_holds_everything(room):
    """The file may not grow: what SQLite keeps in its log cannot go over at closing."""
    told = filled(room, 3)
    size = (room.home / "outbox.db").stat().st_size
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        room.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    log_was_kept = (room.home / "outbox.db-wal").stat().st_size

    again = room.reopened()
    assert log_was_kept
    assert again.report.sound
    assert [line.receipt_no for line in again.files.outbox.lines()] == told[::-1]
    again.close()


def test_no_number_left_stops_intake(room):
    room.files.database.db.execute("UPDATE number_ranges SET next = last")
    room.submit("last")

    with pytest.raises(NumbersExhausted):
        room.submit("one too many")


def test_a_second_process_is_told_who_holds_the_outbox(room):
    code = (
        "import sys; from pathlib import Path; from tests.fakes.dossiers import Room\n"
        "from kiosk.ports.outbox import OutboxInUse\n"
        "try: Room(Path(sys.argv[1]))\n"
        "except OutboxInUse as error: print(error.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(room.home)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )

    assert int(done.stdout) == os.getpid()


def test_a_closed_outbox_says_so(room):
    room.close()

    with pytest.raises(StorageBroken, match="not open"):
        room.files.outbox.counts()


def test_files_are_readable_by_their_owner_only(room):
    room.submit("t")

    modes = {path.name: path.stat().st_mode & 0o077 for path in room.home.iterdir()}

    assert set(modes.values()) == {0}


@pytest.mark.parametrize(
    ("name", "statement", "said"),
    [
        ("sealed bytes", "UPDATE outbox_events SET payload = zeroblob(9) WHERE seq = 2", "sealed bytes"),
        ("a column", "UPDATE outbox_events SET receipt_no = '90000009912' WHERE seq = 2", "hash"),
        ("a row", "DELETE FROM outbox_events WHERE seq = 2", "row 2 is missing"),
        ("the last row", "DELETE FROM outbox_events WHERE seq = 3", "were confirmed and are gone"),
        ("the sentinel", "DELETE FROM meta", "sentinel"),
        ("the identity", "PRAGMA application_id = 7", "application_id"),
    ],
)
def test_damage_is_put_aside_and_what_can_be_proven_is_saved(room, name, statement, said):
    numbers = filled(room, 3)
    room.close()
    spoil(room, statement)

    again = Room(room.home, clock=room.clock)

    assert not again.report.sound
    assert said in again.report.reason
    assert list((room.home / "quarantine").glob("*/outbox.db"))
    assert again.report.recovered == (3 if name in {"the sentinel", "the identity"} else 2)
    assert again.submit("new").receipt_no == receipt_number(900000051)
    assert not set(numbers) & {again.submit("newer").receipt_no}
    final = again.reopened()
    assert final.report.sound, final.report.reason
    assert final.files.outbox.counts().ready == again.report.recovered + 2
    final.close()


def test_missing_numbers_are_named_for_staff(room):
    filled(room, 3)
    room.close()
    spoil(room, "DELETE FROM outbox_events WHERE seq = 2")

    again = Room(room.home, clock=room.clock)

    assert again.report.lost_seqs == ((2, 2),)
    assert again.report.lost_receipts == ((900000002, 900000002),)
    again.close()


@pytest.mark.parametrize("left", [0, 100, 5000, 20000])
def test_a_file_cut_short_never_stops_the_kiosk_and_never_repeats_a_number(room, left):
    numbers = filled(room, 5)
    room.close()
    with (room.home / "outbox.db").open("r+b") as file:
        file.truncate(left)

    again = Room(room.home, clock=room.clock)

    assert not again.report.sound
    assert again.submit("new").receipt_no not in numbers
    again.close()


@pytest.mark.parametrize("page", range(2, 16))
def test_a_page_of_noise_costs_at_most_its_own_rows(room, page):
    numbers = filled(room, 8)
    room.close()
    with (room.home / "outbox.db").open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(os.urandom(4096))

    again = Room(room.home, clock=room.clock)

    assert again.submit("new").receipt_no not in numbers
    assert {line.receipt_no for line in again.files.outbox.lines()[1:]} <= set(numbers)
    again.close()


def test_a_deleted_outbox_is_noticed_by_the_mark(room):
    filled(room, 2)
    room.close()
    (room.home / "outbox.db").unlink()

    again = Room(room.home, clock=room.clock)

    assert not again.report.sound
    assert again.report.lost_seqs == ((1, 2),)
    assert again.submit("new").receipt_no == receipt_number(900000051)
    again.close()


def test_a_damaged_mark_is_made_anew_from_the_database(room):
    filled(room, 2)
    room.close()
    (room.home / "outbox.mark").write_text("{}")

    again = Room(room.home, clock=room.clock)

    assert "outbox.mark" in again.report.reason
    assert again.submit("new").receipt_no == receipt_number(900000003)
    again.close()


def test_the_mark_reserves_fifty_at_a_time_before_use(tmp_path):
    marks = MarkFile(tmp_path / "mark")

    marks.reserve(seq=1, number=900000001, last=900009999)
    marks.reserve(seq=50, number=900000050, last=900009999)
    assert (marks.mark.seq_reserved, marks.mark.number_reserved) == (50, 900000050)
    marks.reserve(seq=51, number=900000051, last=900009999)

    fresh = MarkFile(tmp_path / "mark")
    assert fresh.read()
    assert (fresh.mark.seq_reserved, fresh.mark.number_reserved) == (100, 900000100)


def test_runs_missing_names_each_hole():
    assert runs_missing([2, 3, 6], 1, 8) == ((1, 1), (4, 5), (7, 8))
    assert runs_missing([], 1, 3) == ((1, 3),)
    assert runs_missing([1, 2], 1, 2) == ()


def test_nothing_a_person_declared_is_on_disk_in_clear(room):
    filled(room, 3)
    for path in room.home.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert not [m for m in MARKERS if m.encode() in raw or m.encode("utf-16-le") in raw], path.name


def test_a_second_loss_repeats_no_number_though_the_first_saved_few_rows(room):
    told = filled(room, 60)
    room.close()
    spoil(room, "DELETE FROM outbox_events WHERE seq > 5")
    Room(room.home, clock=room.clock).close()
    (room.home / "outbox.db").unlink()

    again = Room(room.home, clock=room.clock)

    assert again.submit("new").receipt_no not in told
    again.close()


def test_a_mark_made_anew_knows_the_numbers_though_the_newest_row_has_none(room):
    told = filled(room, 2)
    messages = LeaveMessages(
        InlineRunner(), room.files.messages, room.files.vault, room.clock, kept=lambda: None
    )
    messages.leave(
        Message(kind=MessageKind.RATING, score=5), token="m", build_slip=None, done=print, failed=pytest.fail
    )
    room.close()
    (room.home / "outbox.mark").write_text("{}")
    Room(room.home, clock=room.clock).close()
    (room.home / "outbox.db").unlink()

    again = Room(room.home, clock=room.clock)

    assert again.submit("new").receipt_no not in told
    again.close()
