"""The disk fills up, breaks, or takes nothing more while the real kiosk is in use."""

import json
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest

from kiosk.ports.outbox import StorageFull
from kiosk.ports.tasks import Lane
from kiosk.services.submit_dossier import SubmitDossier
from tests.conftest import REPOSITORY
from tests.fakes.dossiers import birth, slip
from tests.fakes.small_catalogues import damage
from tests.ui.screens.stops import BIRTH, CODE
from tests.ui.screens.test_form import dossiers

NOT_KEPT = "Máy chưa giữ được phiếu khai"
WHAT_NOW = "Điều ông/bà khai vẫn còn. Mời gọi cán bộ."


@pytest.fixture
def at_check(citizen):
    """Somebody has answered everything and reads it once more."""
    citizen.begin()
    citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    citizen.open("check_answers", code=CODE)
    return citizen


def in_database_lane(citizen, work):
    told = []
    citizen.kiosk.tasks.submit(Lane.DATABASE, lambda: (work(),), done=told.extend)
    citizen.until(lambda: bool(told), "the database lane")
    return told[0]


@contextmanager
def full(citizen):
    """Not a page more for the outbox, as on a full disk (SQLITE_FULL), and its last pages full of forms."""
    files = citizen.kiosk.files
    submit = SubmitDossier(files.dossiers, files.vault, citizen.clock)

    def fill():
        pages = files.database.db.execute("PRAGMA page_count").fetchone()[0]
        files.database.db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        with suppress(StorageFull):
            for number in range(1000):
                submit.submit(birth(), token=f"filler-{number}", build_slip=slip)

    in_database_lane(citizen, fill)
    yield
    in_database_lane(citizen, lambda: files.database.db.execute("PRAGMA max_page_count = 1000000").fetchone())


@contextmanager
def broken(citizen):
    """Nothing can be written beyond the present end of any file of ours (SQLITE_IOERR)."""
    room = citizen.kiosk.room.folder
    in_database_lane(
        citizen, lambda: citizen.kiosk.files.database.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    )
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((room / "outbox.mark").stat().st_size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("disk", [full, broken], ids=["full", "broken"])
def test_a_disk_that_takes_nothing_is_told_and_the_same_touch_works_once_it_does(at_check, disk):
    with disk(at_check):
        at_check.touch("send")
        at_check.see(NOT_KEPT)
        at_check.see(WHAT_NOW)
        kept = dossiers(at_check)
        assert at_check.reads(BIRTH["child_name"])
        assert at_check.shows("bar-help")

    at_check.touch("send")

    at_check.see("Đã khai trước xong")
    assert dossiers(at_check) == kept + 1


def test_on_a_full_disk_everything_that_needs_no_record_still_works(citizen):
    citizen.begin()
    with full(citizen):
        citizen.touch("tile-sinh-con")
        citizen.touch("row-" + CODE)
        citizen.touch("takeAway")
        assert citizen.codes()
        citizen.touch("bar-end")
        assert citizen.screen_name() == "attract"


def test_a_sheet_without_room_for_its_record_never_comes_out_unrecorded(citizen):
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)
    with full(citizen):
        for _ in range(30):
            recorded = jobs(citizen, "checklist")
            citizen.touch("print")
            if jobs(citizen, "checklist") == recorded:
                break
            citizen.touch("bar-back")
        else:
            pytest.fail("the disk never got full")

        citizen.see("Tờ này không in được. Mời ông/bà hỏi cán bộ.")
        assert len([sheet for sheet in citizen.paper() if sheet.name.startswith("checklist")]) <= recorded
        assert citizen.shows("bar-help")


def jobs(citizen, kind):
    question = "SELECT count(*) FROM print_jobs WHERE kind = ?"
    db = citizen.kiosk.files.database.db
    return in_database_lane(citizen, lambda: db.execute(question, [kind]).fetchone()[0])


def test_a_home_on_a_disk_that_is_read_only_still_guides(tmp_path, catalogue_folder):
    home = tmp_path / "home"
    home.mkdir()
    shutil.copytree(catalogue_folder, home / "catalogue")
    mounted = "mount --bind {0} {0} && mount -o remount,ro,bind {0}".format(f"'{home}'")
    child = f"'{sys.executable}' -m tests.reliability.read_only_child '{home}'"
    try:
        probe = subprocess.run(
            ["unshare", "--mount", "--map-root-user", "sh", "-c", mounted], capture_output=True, check=False
        )
    except OSError:
        pytest.skip("no unshare on this machine")
    if probe.returncode:
        pytest.skip("this machine lets nobody mount in a namespace of their own")

    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", f"{mounted} && exec {child}"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["procedure"] == "Đăng ký khai sinh"
    assert said["code_on_screen"]
    assert said["found"]
    assert said["written"] == 0
    assert said["told_before_form"] or said["told_at_sending"]


@pytest.mark.parametrize("what", ["version", "pointer", "both"])
def test_a_catalogue_that_rotted_overnight_is_built_anew_without_anybody(
    open_kiosk, catalogue_folder, tmp_path, what
):
    home = tmp_path / "home"
    shutil.copytree(catalogue_folder, home / "catalogue")
    if what in {"version", "both"}:
        for path in (home / "catalogue" / "versions").iterdir():
            damage(path)
    if what in {"pointer", "both"}:
        (home / "catalogue" / "current").write_bytes(b"\0\xff{")

    citizen = open_kiosk(home=home)
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)

    assert citizen.reads("Đăng ký khai sinh")
