"""A disk that is full, read-only or held by another during the exchange: later all goes on by itself."""

import sqlite3
from contextlib import closing

import pytest

from kiosk.ports.outbox import StorageBroken
from kiosk.services.synchronise import Line
from tests.end_to_end.test_portal_exchange import Kiosk


@pytest.fixture
def kiosk(tmp_path, reference_portal):
    kiosk = Kiosk(tmp_path / "home", reference_portal.url)
    yield kiosk
    kiosk.close()


def pragma(kiosk, words: str) -> int:
    return kiosk.room.files.database.db.execute(f"PRAGMA {words}").fetchone()[0]


def numbers(portal) -> list[str]:
    return sorted(row.receipt_no for row in portal.storage.find())


def test_a_disk_that_fills_up_while_acknowledgements_come_in_pauses_and_then_goes_on(kiosk, reference_portal):
    told = sorted(kiosk.room.submit(str(number)).receipt_no for number in range(40))
    pragma(kiosk, f"max_page_count = {pragma(kiosk, 'page_count')}")

    kiosk.sync.start()
    kiosk.scheduler.advance(30)
    state = kiosk.sync.state()
    assert (state.line, state.pause_code) == (Line.PAUSED, "storage"), state.reason
    assert 0 < state.waiting == kiosk.room.files.outbox.counts().waiting
    pragma(kiosk, "max_page_count = 100000")
    kiosk.scheduler.advance(1000)

    assert kiosk.sync.state().line is Line.ONLINE
    assert kiosk.sync.state().waiting == 0
    assert numbers(reference_portal) == told


def test_a_disk_gone_read_only_takes_nothing_in_and_loses_nothing(kiosk, reference_portal):
    told = kiosk.room.submit("a").receipt_no
    kiosk.room.files.database.db.execute("PRAGMA query_only = ON")

    kiosk.sync.start()
    with pytest.raises(StorageBroken):
        kiosk.room.submit("b")
    assert kiosk.sync.state().pause_code == "storage"
    kiosk.room.files.database.db.execute("PRAGMA query_only = OFF")
    kiosk.scheduler.advance(1000)

    assert kiosk.sync.state().waiting == 0
    assert numbers(reference_portal) == [told]
    kiosk.room.submit("b")
    kiosk.sync.nudge()
    assert len(numbers(reference_portal)) == 2


def test_a_file_another_program_writes_to_is_told_and_waited_for(kiosk, reference_portal):
    told = kiosk.room.submit("a").receipt_no
    with closing(sqlite3.connect(kiosk.room.files.database.path, isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")

        kiosk.sync.start()
        with pytest.raises(StorageBroken, match="SQLITE_BUSY"):
            kiosk.room.submit("b")

        assert kiosk.sync.state().pause_code == "storage"
        stranger.execute("ROLLBACK")
    kiosk.scheduler.advance(1000)

    assert kiosk.sync.state().waiting == 0
    assert numbers(reference_portal) == [told]
