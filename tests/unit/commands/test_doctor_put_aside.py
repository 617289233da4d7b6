"""What the doctor says after the kiosk mended its outbox by itself."""

import sqlite3
from pathlib import Path

from kiosk.commands.doctor_checks import Checkup
from kiosk.commands.doctor_findings import State
from kiosk.commands.doctor_put_aside import check_put_aside
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import Room


def damaged_twice(home: Path) -> None:
    """Three numbers told; the second row goes, then the file is opened again."""
    room = Room(home / "demo")
    for number in range(3):
        room.submit(f"token-{number}")
    room.close()
    connection = sqlite3.connect(home / "demo" / "outbox.db")
    connection.execute("DELETE FROM outbox_events WHERE seq = 2")
    connection.commit()
    connection.close()
    Room(home / "demo").close()


def test_nothing_put_aside_is_nothing_to_tell(tmp_path):
    Room(tmp_path / "demo").close()

    assert check_put_aside(Checkup(home=tmp_path, clock=FakeClock())) == []


def test_the_numbers_that_are_gone_are_named_as_they_stand_on_the_slips(tmp_path):
    damaged_twice(tmp_path)

    (finding,) = check_put_aside(Checkup(home=tmp_path, clock=FakeClock()))

    assert finding.state is State.WARNING
    assert "24/11/2026 09:42" in finding.meaning
    assert "2 forms saved; 1 numbers gone: PK 900 000 002-" in finding.meaning
    assert str(tmp_path / "demo" / "quarantine") in finding.todo


def test_a_folder_whose_note_is_gone_or_spoilt_still_counts(tmp_path):
    damaged_twice(tmp_path)
    (note,) = (tmp_path / "demo" / "quarantine").glob("*/report.json")
    note.write_text("{", "utf-8")

    (finding,) = check_put_aside(Checkup(home=tmp_path, clock=FakeClock()))

    assert "no note is left of it" in finding.meaning


def test_a_note_is_for_its_owner_only(tmp_path):
    damaged_twice(tmp_path)
    (note,) = (tmp_path / "demo" / "quarantine").glob("*/report.json")

    assert note.stat().st_mode & 0o777 == 0o600
