"""Looking at the outbox from outside tells the truth and changes nothing."""

import os
from pathlib import Path

import pytest

from offline_cache.outbox_glance import glance_at_outbox
from tests.fakes.dossiers import Room


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_no_outbox_is_said_and_none_is_made(home: Path) -> None:
    seen = glance_at_outbox(home)

    assert not seen.exists
    assert not home.exists()


def test_a_running_kiosk_is_named_and_not_disturbed(home: Path) -> None:
    room = Room(home)

    seen = glance_at_outbox(home)

    assert seen.holder_pid == os.getpid()
    assert seen.counts is None
    room.submit("still possible")
    room.close()


def test_a_closed_outbox_is_counted_without_a_change_to_it(home: Path) -> None:
    room = Room(home)
    for token in ("a", "b", "c"):
        room.submit(token)
    item = room.files.outbox.claim_next(room.now_ms)
    assert item is not None
    room.files.outbox.park(item.dossier_id, problem="content_wrong")
    room.files.outbox.claim_next(room.now_ms)
    room.close()
    before = _bytes_of(home)

    seen = glance_at_outbox(home)

    assert seen.counts is not None
    assert (seen.counts.parked, seen.counts.sending, seen.counts.ready) == (1, 1, 1)
    assert (seen.holder_pid, seen.damage) == (None, "")
    assert _bytes_of(home)["outbox.db"] == before["outbox.db"]
    assert _bytes_of(home)["outbox.mark"] == before["outbox.mark"]


def test_a_kiosk_can_start_right_after_the_look(home: Path) -> None:
    Room(home).close()

    glance_at_outbox(home)

    room = Room(home)
    assert room.report.sound
    room.close()


def test_a_damaged_file_is_called_damaged_and_left_where_it_is(home: Path) -> None:
    room = Room(home)
    room.submit("a")
    room.close()
    path = home / "outbox.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 3 :] = b"\xff" * (len(content) - len(content) // 3)
    path.write_bytes(bytes(content))

    seen = glance_at_outbox(home)

    assert seen.damage
    assert path.read_bytes() == bytes(content)
    assert not (home / "quarantine").exists()


def test_a_damaged_mark_is_named(home: Path) -> None:
    Room(home).close()
    (home / "outbox.mark").write_bytes(b"{}")

    assert "mark" in glance_at_outbox(home).damage
