"""The same portal on a real PostgreSQL: the contract's promises do not rest on SQLite's one writer."""

import os
import shutil
import socket
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from kiosk.services.synchronise import Line
from tests.end_to_end.test_enrolment import Enrolled, enrolled, qr
from tests.portal.__main__ import main
from tests.portal.fixtures import running
from tests.portal.reference_portal.city import Fleet, Messages, Notices
from tests.portal.reference_portal.storage import Conflict, Storage

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]
PLACES = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/bin")]


def program(name: str) -> str:
    found = shutil.which(name) or next((str(p / name) for p in PLACES if (p / name).exists()), None)
    if found is None:
        pytest.skip(f"no {name} here (Debian: apt install postgresql)")
    return found


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL of our own on a free port; it does not run as root, so that root hands it on."""
    as_other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_other and shutil.which("runuser") is None:
        pytest.skip("PostgreSQL does not run as root, and there is no runuser")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    if as_other:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*command: str) -> None:
        subprocess.run([*as_other, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")

    run(program("initdb"), "-D", str(data), "-A", "trust", "-U", "portal", "-E", "UTF8", "--locale=C")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    run(program("pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    yield f"postgresql+psycopg://portal@127.0.0.1:{port}/postgres"
    run(program("pg_ctl"), "-D", str(data), "-m", "fast", "-w", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def storage(server, tmp_path):
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    storage = Storage(tmp_path, server)
    yield storage
    storage.close()


def header(number: int) -> dict:
    return {
        "dossier_id": f"0190a000-0000-7000-8000-{number:012d}",
        "receipt_no": f"{90_000_000_000 + number}",
        "procedure": {"code": "1.001193"},
        "created_at": "2026-11-24T09:42:00+07:00",
        "lookup_hash": "",
    }


def test_many_at_once_get_one_sequence_without_holes_and_every_change_is_seen(storage):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: storage.store(header(number), b"x", "kiosk", "P"), range(1, 61)))

    assert sorted(row.seq for row in storage.find()) == list(range(1, 61))
    assert [row.seq for row in storage.changes(0, "P", 100)] == list(range(1, 61))
    assert storage.changes(0, "elsewhere", 100) == []


def test_the_same_bytes_from_two_workers_are_one_dossier(storage):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: storage.store(header(1), b"x", "kiosk"), range(16)))

    assert sum(not replayed for _, replayed in found) == 1
    assert len(storage.find()) == 1
    with pytest.raises(Conflict):
        storage.store(header(1), b"other", "kiosk")


def test_blocks_leased_at_once_never_overlap(storage):
    fleet = Fleet(storage)
    requests = [f"0190a000-0000-7000-8000-{number:012d}" for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda request: fleet.lease(request, "kiosk", 500, 0), requests))

    numbers = sorted((row.first, row.last) for row in rows)
    assert all(before[1] < after[0] for before, after in pairwise(numbers))


def test_messages_notices_and_kiosks_live_there_too(storage):
    fleet, messages, notices = Fleet(storage), Messages(storage), Notices(storage)
    code = fleet.code(fleet.new_code("P", "Điểm"))
    kiosk = fleet.enrol(code, "A" * 43 + "=")
    item = notices.publish("announcement", {"title": "Tiếng Việt có dấu", "valid_from": "2026-01-01"})
    said = {
        "message_id": "m",
        "kind": "question",
        "topic": "",
        "created_at": "2026-11-24T09:42:00+07:00",
        "answer_id": "a",
    }
    messages.store(said, b"y", kiosk.kiosk_id, "P")
    messages.answer("m", b"sealed")
    notices.withdraw(item)

    assert fleet.enrol(code, "B" * 43 + "=") is None
    assert messages.answered("a").answer == b"sealed"
    assert len(storage.changes(0, "P", 10)) == 3


def test_a_kiosk_enrols_leases_sends_and_hears_back_with_postgresql_behind(storage, server, tmp_path):
    folder = tmp_path / "portal"
    with running(folder, database=server) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Enrolled(tmp_path / "home", portal.url)
        kiosk.sync.start()
        told = {kiosk.submit(str(number)).dossier_id for number in range(5)}
        portal.faults.plan("hang_after", times=1)
        kiosk.sync.nudge()
        kiosk.clock.advance(3700)
        kiosk.sync.nudge()

        assert kiosk.sync.state().waiting == 0, kiosk.sync.state().reason
        assert {row.dossier_id for row in portal.storage.find()} == told
        assert kiosk.files.numbers.left().leased == 495

        assert main(["revoke", "--data", str(folder), "--database", server, "--kiosk", "0001"]) == 0
        kiosk.submit("kept, not sent")
        kiosk.sync.nudge()
        assert kiosk.sync.state().line is Line.PAUSED
        assert kiosk.sync.state().waiting == 1
        kiosk.close()
