"""Blocks of any size, one after the other, and portals that lease what was leased before."""

import sqlite3
from contextlib import closing

import pytest

from kiosk.domain.leases import Block
from kiosk.domain.numbering import emergency_range
from offline_cache.database import OutboxDatabase
from tests.end_to_end.test_enrolment import Enrolled, enrolled, qr
from tests.portal.reference_portal import city


@pytest.fixture
def kiosk(tmp_path, reference_portal):
    enrolled(tmp_path / "home", qr(reference_portal))
    kiosk = Enrolled(tmp_path / "home")
    yield kiosk
    kiosk.close()


def bodies(kiosk, names):
    return [int(kiosk.submit(name).receipt_no[:9]) for name in names]


@pytest.mark.parametrize("size", [1, 7, 30, 49, 51])
def test_blocks_of_any_size_follow_each_other(kiosk, reference_portal, monkeypatch, size):
    monkeypatch.setattr(city, "BLOCK_SIZE_MAX", size)
    numbers = []
    for day in range(3):
        kiosk.lease.run()
        numbers += bodies(kiosk, [f"{day}-{n}" for n in range(size)])

    assert numbers == list(range(110_000_001, 110_000_001 + 3 * size))


def test_a_neighbours_small_block_is_not_lost_with_ours(kiosk, tmp_path, monkeypatch):
    blocks = iter(
        Block(block_id=f"b{first}", first=first, last=last, epoch=1)
        for first, last in ((110_000_001, 110_000_010), (110_000_021, 110_000_200))
    )
    monkeypatch.setattr(kiosk.portal, "lease", lambda _request: next(blocks))
    for day in range(2):
        kiosk.sync.start()
        kiosk.sync.stop()
        bodies(kiosk, [f"{day}-{n}" for n in range(10)])
    kiosk.close()
    ruin(kiosk.room.folder)

    again = Enrolled(tmp_path / "home")

    assert again.report.lost_receipts == ((110_000_021, 110_000_030),)
    again.close()


def test_a_block_that_is_refused_is_asked_for_anew_after_a_rest(kiosk, monkeypatch):
    names = []
    wrong = Block(block_id="b", first=110_000_001, last=110_002_000, epoch=1)
    monkeypatch.setattr(kiosk.portal, "lease", lambda request: names.append(request.request_id) or wrong)

    for _ in range(3):
        kiosk.sync.start()
        kiosk.sync.stop()
    assert len(names) == 1

    kiosk.clock.advance(3601)
    monkeypatch.undo()
    kiosk.sync.start()

    assert kiosk.files.numbers.left().leased == 500


def test_a_portal_set_back_unnoticed_leases_above_what_a_kiosk_holds(kiosk, reference_portal):
    kiosk.sync.start()
    kiosk.sync.stop()
    bodies(kiosk, ["a"])
    with reference_portal.storage.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM blocks")
    with closing(sqlite3.connect(kiosk.room.folder / "outbox.db")) as db, db:
        db.execute("UPDATE number_ranges SET next = 110000400 WHERE block_id <> ''")

    kiosk.sync.start()

    assert kiosk.files.numbers.left().leased == 101 + 500
    assert "never leased" in reference_portal.storage.history.suspect


def test_the_last_of_the_emergency_numbers_are_not_given_out_again(tmp_path):
    numbers = emergency_range(7)
    database = OutboxDatabase(tmp_path, numbers=numbers)
    database.open(now_ms=1)
    database.marks.reserve(seq=1, number=numbers.last - 3, last=numbers.last)
    database.marks.use(seq=1, number=numbers.last - 3)
    database.close()
    ruin(tmp_path)

    again = OutboxDatabase(tmp_path, numbers=numbers)
    again.open(now_ms=2)

    assert again.db.execute("SELECT next FROM number_ranges").fetchone()[0] == numbers.last + 1
    again.close()


def ruin(folder):
    (folder / "outbox.db").write_bytes(b"rubbish" * 1000)
    for name in ("outbox.db-wal", "outbox.db-shm"):
        (folder / name).unlink(missing_ok=True)
