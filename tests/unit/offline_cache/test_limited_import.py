"""An import runs apart, with limits: whatever the file does, it ends in a refusal and leaves nothing."""

import json
import os
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import psutil
import pytest

from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_store import CatalogueStore
from offline_cache.limited_import import IMPORT_WORKER, ImportLimits, LimitedCatalogueStore
from tests.fakes.source_files import as_json_lines, as_xlsx

BIRTH = ("1.001193", "Thủ tục đăng ký khai sinh")
MIB = 1024**2


@pytest.fixture
def starter_folder(tmp_path):
    folder = tmp_path / "starter"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path, starter_folder):
    def made(*, command=IMPORT_WORKER, **limits):
        return LimitedCatalogueStore(
            tmp_path / "catalogue",
            starter_folder=starter_folder,
            today=lambda: date(2026, 7, 18),
            command=command,
            limits=ImportLimits(**limits),
        )

    return made


@pytest.fixture
def file(tmp_path):
    def written(content, name="file.jsonl"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


def program(text):
    """A worker that does `text` instead of importing; its arguments are the real one's."""
    return (sys.executable, "-c", text)


def left(tmp_path):
    return [path.name for path in (tmp_path / "catalogue").rglob(".*") if path.name != ".lock"]


def test_a_file_is_staged_as_it_is_without_the_process(store, file, tmp_path, starter_folder):
    path = file(as_json_lines([BIRTH, ("1.000656", "Khai tử"), ("x", "y")]))
    steps = []

    report = store().stage_file(path, taken_at=date(2026, 7, 1), progress=lambda *step: steps.append(step))

    plain = CatalogueStore(
        tmp_path / "other", starter_folder=starter_folder, today=lambda: date(2026, 7, 18)
    ).stage_file(path, taken_at=date(2026, 7, 1))
    assert report == plain
    assert report.refused[0].field == "code"
    assert [step for step, _, _ in steps] == ["build"] * len(steps) != []
    with closing(store().open_version(report.version)) as reader:
        assert reader.info().procedures == 2


def test_a_refusal_arrives_with_all_it_names(store, file):
    with pytest.raises(CatalogueRejected, match="old Excel") as refusal:
        store().stage_file(file(b"\xd0\xcf\x11\xe0\xa1\xb1", "PTO.xls"))

    assert (refusal.value.file, refusal.value.line, refusal.value.field) == ("PTO.xls", 0, "file")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
def test_too_much_memory_is_a_refusal(store, file, tmp_path):
    path = file(as_json_lines((f"1.{n:06d}", "tên " * 900) for n in range(14_000)))

    with pytest.raises(CatalogueRejected, match=r"memory|broke off"):
        store(memory_bytes=180 * MIB).stage_file(path)

    assert left(tmp_path) == []


def test_a_version_larger_than_allowed_is_a_refusal(store, file, tmp_path):
    path = file(as_json_lines((f"1.{n:06d}", f"tên {n} {os.urandom(400).hex()}") for n in range(900)))

    with pytest.raises(CatalogueRejected, match="disk space"):
        store(file_bytes=MIB // 2).stage_file(path)

    assert left(tmp_path) == []


def test_too_much_processor_time_is_a_refusal(store, file):
    worker = program(
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\n"
        "while True: sum(range(100000))"
    )

    with pytest.raises(CatalogueRejected, match="s of processor time"):
        store(command=worker, processor_s=1).stage_file(file(b"x"))


def test_a_process_that_hangs_is_ended(store, file):
    worker = program("import time\nprint(flush=True, end='')\ntime.sleep(60)")
    before = set(psutil.Process().children())

    with pytest.raises(CatalogueRejected, match=r"took longer than 0.5 s"):
        store(command=worker, longest_s=0.5).stage_file(file(b"x"))

    assert set(psutil.Process().children()) == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("import os; os.kill(os.getpid(), 9)", "signal 9"),
        ("raise SystemExit(7)", "code 7"),
        ("print('hello')", "nobody knows"),
        ('print(\'{"type":"progressed","step":"read"}\')', "nobody knows"),
    ],
)
def test_a_process_that_dies_or_babbles_is_a_refusal(store, file, text, reason):
    with pytest.raises(CatalogueRejected, match=reason):
        store(command=program(text)).stage_file(file(b"x"))


def test_what_a_dead_process_began_is_swept_away(store, file, tmp_path):
    worker = program(
        "import os, pathlib, sys\n"
        "folder = pathlib.Path(sys.argv[1]) / 'versions'\n"
        "folder.mkdir(parents=True)\n"
        "(folder / f'.v.{os.getpid()}').write_text('half')\n"
        "(folder / f'.v.{os.getpid()}-journal').write_text('half')\n"
        "os.kill(os.getpid(), 9)"
    )

    with pytest.raises(CatalogueRejected):
        store(command=worker).stage_file(file(b"x"))

    assert left(tmp_path) == []


def test_the_process_is_nice_and_has_its_limits(store, file, tmp_path):
    shown = tmp_path / "limits.json"
    worker = program(
        "import json, os, resource, sys\n"
        "import kiosk.commands.import_worker as worker\n"
        "worker.limit_this_process(*map(int, sys.argv[6:10]))\n"
        "names = ('AS', 'CPU', 'FSIZE', 'CORE')\n"
        "limits = [resource.getrlimit(getattr(resource, 'RLIMIT_' + name))[0] for name in names]\n"
        f"json.dump([limits, os.nice(0)], open({str(shown)!r}, 'w'))"
    )
    usual = os.nice(0)

    with pytest.raises(CatalogueRejected):
        store(command=worker, memory_bytes=700 * MIB, processor_s=9, file_bytes=MIB).stage_file(file(b"x"))

    assert json.loads(shown.read_text()) == [[700 * MIB, 9, MIB, 0], min(19, usual + 10)]


def test_a_folder_with_blanks_and_marks_and_a_name_with_quotes_are_passed_on(store, tmp_path):
    folder = tmp_path / "Ổ cứng  của tôi"
    folder.mkdir()
    path = folder / "danh sách 'mới'.xlsx"
    path.write_bytes(as_xlsx([BIRTH]))

    assert store().stage_file(path).file == path.name


def test_a_name_that_is_no_text_is_refused(store, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.xlsx"))
    path.write_bytes(as_xlsx([BIRTH]))

    with pytest.raises(CatalogueRejected, match="rename it"):
        store().stage_file(path)
