"""Forty marked people use the real kiosk; whoever takes the machine away finds none of them on its disk."""

import base64
import json
import os
import random
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.text_folding import fold
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.dossiers import REPOSITORY, Room, birth, slip

CHILD = Path(__file__).with_name("marked_people_child.py")
CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")
CORES_ALLOWED = ("sh", "-c", 'ulimit -c "$(ulimit -Hc)"; exec "$@"', "sh")
PAPER = "paper"  # sheets of the virtual printer: what a person carries home
GIVEN = (
    "Diệp Ẩn",
    "Quỳnh Lam",
    "Bảo Uyên",
    "Hạ Vỹ",
    "Thục Kha",
    "Ngân Trà",
    "Ái Như",
    "Khuê Tú",
    "Mộc Lan",
    "Tường",
)


def people(seed: int = 40) -> list[dict[str, str]]:
    """Ten people, four marks each: forty marks that nothing else in the world holds."""
    dice = random.Random(seed)
    return [
        {
            "name": f"Nguyễn Thị {given}",
            "number": f"001190{dice.randrange(10**6):06d}",
            "phone": f"09{dice.randrange(10**8):08d}",
            "address": f"Ngõ {dice.randrange(100, 999)} phố Dấu Vết số {dice.randrange(1000, 9999)}",
        }
        for given in GIVEN
    ]


def shapes(mark: str) -> Iterator[bytes]:
    """Every way a text is likely to stand on a disk."""
    texts = {mark, unicodedata.normalize("NFD", mark), fold(mark), mark.upper(), json.dumps(mark).strip('"')}
    if mark.isdigit():
        texts |= {f"{mark[:4]} {mark[4:8]} {mark[8:]}", f"{mark[:4]} {mark[4:7]} {mark[7:]}"}
    for text in texts:
        raw = text.encode()
        yield raw
        yield text.encode("utf-16-le")
        for shift in range(3):
            yield base64.b64encode(b"\0" * shift + raw)[4:-4]


def hits(folders: list[Path], marks: list[str]) -> list[str]:
    """Return "file: mark" for every mark in every file below the folders, sheets of paper excepted."""
    wanted = {shape: mark for mark in marks for shape in shapes(mark) if len(shape) > 5}
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [
        f"{path.name}: {mark}"
        for path in files
        if PAPER not in path.parts
        for raw in [path.read_bytes()]
        for shape, mark in wanted.items()
        if shape in raw
    ]


class Hall:
    """A machine with its state, its temporary folder and the folder it is started in."""

    def __init__(self, folder: Path) -> None:
        self.home, self.temporary, self.started_in = (folder / name for name in ("home", "tmp", "cwd"))
        for place in (self.home, self.temporary, self.started_in):
            place.mkdir()
        CatalogueStore(self.home / "catalogue").build_starter()
        self.people = people()
        self.marks = [mark for person in self.people for mark in person.values()]

    def serve(self, crowd: list[dict[str, str]], end: str, url: str = "") -> int:
        child = subprocess.run(
            [*CORES_ALLOWED, sys.executable, str(CHILD), str(self.home), url, end],
            cwd=self.started_in,
            env={
                "PYTHONPATH": str(REPOSITORY),
                "PATH": os.environ["PATH"],
                "TMPDIR": str(self.temporary),
                "HOME": str(self.temporary),
                "QT_QPA_PLATFORM": "offscreen",
                "QT_QUICK_BACKEND": "software",
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            input=json.dumps(crowd).encode(),
            capture_output=True,
            timeout=240,
            check=False,
        )
        (self.started_in / f"said-{end}.log").write_bytes(child.stdout + child.stderr)  # searched, too
        said = child.stdout.decode()
        assert f"kept {len(crowd) - 1}" in said, child.stderr.decode()[-2000:]
        assert "ready" in said
        return child.returncode

    def found(self) -> list[str]:
        return hits([self.home, self.temporary, self.started_in], self.marks)


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path)


def test_the_search_finds_a_mark_however_it_is_written(tmp_path):
    mark = people()[0]["name"]
    for number, shape in enumerate(shapes(mark)):
        (tmp_path / f"{number}").write_bytes(b"before" + shape + b"after")

    assert len({hit.partition(":")[0] for hit in hits([tmp_path], [mark])}) == len(list(tmp_path.iterdir()))


@pytest.mark.timeout(600)
def test_forty_marks_through_the_real_kiosk_and_every_end_of_it_leave_nothing_to_read(hall, reference_portal):
    reference_portal.faults.plan("500", times=3)
    reference_portal.faults.plan("413", times=2)
    crowd = hall.people

    assert hall.serve(crowd[:4], "calm", reference_portal.url) == 0
    assert hall.serve(crowd[4:7], "kill") < 0
    database = hall.home / "demo" / "outbox.db"
    assert (hall.home / "demo" / "outbox.db-wal").stat().st_size > 0
    with database.open("r+b") as file:  # a page of the file is ruined: it is put aside and saved from
        file.seek(8192)
        file.write(os.urandom(4096))
    assert hall.serve(crowd[7:], "abort") < 0

    assert list(hall.started_in.glob("*core*")) == []
    assert list((hall.home / "demo" / "quarantine").iterdir())
    assert (hall.home / "logs" / "kiosk.log").stat().st_size > 0
    assert hall.found() == []


def test_a_process_that_does_not_guard_its_memory_leaves_a_core_here(tmp_path):
    """The proof above is worth something only where cores would be written at all."""
    if CORE_PATTERN.read_text("ascii").strip().startswith("|"):
        pytest.skip("cores go to a collector on this machine")
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("cores are forbidden on this machine")

    words = "import os; mark = 'Nguyễn Thị ' + 'Dấu Vết'; os.abort()"
    subprocess.run([*CORES_ALLOWED, sys.executable, "-c", words], cwd=tmp_path, check=False)

    assert hits([tmp_path], ["Nguyễn Thị Dấu Vết"])


def test_rows_that_were_purged_leave_no_sealed_bytes_behind(tmp_path):
    """`secure_delete` overwrites; the log is merged when the file is closed."""
    room = Room(tmp_path)
    told = room.submit_dossier.submit(birth(), token="t", build_slip=slip)
    item = room.files.outbox.claim_next(room.now_ms)
    with room.files.database.transaction() as db:
        db.execute("UPDATE outbox_events SET state = 'acked', acked_ms = 1, ack_seq = 1, payload = payload")
    room.clock.advance(8 * 86_400)
    assert room.files.outbox.purge(durable_through=1, now_ms=room.now_ms) == 1
    room.close()

    sealed = item.body[-400:-300]
    assert told.dossier_id.encode() in (tmp_path / "outbox.db").read_bytes()
    assert not any(sealed in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_the_kiosk_is_started_with_cores_forbidden(tmp_path):
    kiosk = Path(sys.executable).with_name("kiosk")
    if not kiosk.exists():
        pytest.skip("no installed kiosk command here")
    child = subprocess.Popen(
        [*CORES_ALLOWED, kiosk, "run", "--exit-after-s", "60"],
        cwd=tmp_path,
        env=os.environ | {"KIOSK_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        limits = _once_started(tmp_path / "home" / "logs" / "kiosk.log", child)
    finally:
        child.kill()
        child.wait()

    (line,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert line.split()[4:6] == ["0", "0"]


def _once_started(log: Path, child: subprocess.Popen) -> str:
    """Return the limits of the process once its log says that it has started."""
    ends_s = time.monotonic() + 60
    while not (log.exists() and "kiosk.started" in log.read_text("utf-8")):
        assert child.poll() is None
        assert time.monotonic() < ends_s, "the kiosk did not start"
        time.sleep(0.05)
    return Path(f"/proc/{child.pid}/limits").read_text("ascii")
