"""No room, no rights, no sense in the files: people keep a catalogue, and somebody is told why."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.ports.outbox import StorageError, StorageFull
from offline_cache import catalogue_folder
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.dossiers import REPOSITORY
from tests.fakes.small_catalogues import WHO, make_starter, overlay, row, write_rows

UNWRITABLE = Path("/proc/kiosk-catalogue")  # nobody makes a folder there, not even root
SMALL_FILES = """
import resource, sys
from pathlib import Path
from offline_cache.catalogue_store import CatalogueStore
from kiosk.ports.outbox import StorageError
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
store = CatalogueStore(Path(sys.argv[1]), starter_folder=Path(sys.argv[2]))
try:
    store.stage_file(Path(sys.argv[3]))
except StorageError as error:
    print(error)
"""


@pytest.fixture
def starter_folder(tmp_path):
    return make_starter(tmp_path / "starter")


@pytest.fixture
def store(tmp_path, starter_folder):
    return CatalogueStore(tmp_path / "catalogue", starter_folder=starter_folder)


def no_room(monkeypatch):
    class Usage:
        free = 1024

    monkeypatch.setattr(catalogue_folder.shutil, "disk_usage", lambda _path: Usage)


@pytest.mark.skipif(not UNWRITABLE.parent.is_dir(), reason="no /proc here")
def test_where_nothing_can_be_written_the_shipped_catalogue_is_read_from_memory(starter_folder):
    store = CatalogueStore(UNWRITABLE, starter_folder=starter_folder)

    with closing(store.open_live()) as reader:
        assert reader.procedure("1.001193").text("vi").name == "Đăng ký khai sinh"
        assert reader.search("khai sinh", language="vi").rows[0].code == "1.001193"
        assert str(UNWRITABLE) in reader.info().trouble
    with pytest.raises(StorageError, match="kiosk-catalogue"):
        store.keep_overlays((overlay(),))
    with pytest.raises(StorageError, match="kiosk-catalogue"):
        store.renew(at="")


def test_without_room_a_refresh_is_refused_with_figures_and_the_live_version_stays(
    store, tmp_path, monkeypatch
):
    live = store.live()
    no_room(monkeypatch)

    with pytest.raises(StorageFull, match="MiB free, a new version needs"):
        store.stage_file(write_rows(tmp_path / "a.jsonl", [row()]))

    assert store.live() == live
    assert [path.stem for path in (tmp_path / "catalogue" / "versions").iterdir()] == [live]


def test_without_room_a_staged_version_still_goes_live_and_comes_back(store, tmp_path, monkeypatch):
    first = store.stage_file(write_rows(tmp_path / "a.jsonl", [row()])).version
    store.apply(first, **WHO)
    second = store.stage_file(write_rows(tmp_path / "b.jsonl", [row(), row("1.000002")])).version
    no_room(monkeypatch)
    store.keep_overlays((overlay(),))

    assert store.apply(second, **WHO).version == second
    assert store.rollback(**WHO).version == first
    with pytest.raises(StorageFull):
        store.renew(at="")
    assert store.live() == first


def test_a_disk_that_fills_while_a_version_is_written_leaves_no_half_of_it(store, tmp_path, starter_folder):
    live = store.live()
    big = write_rows(
        tmp_path / "big.jsonl", [row(f"2.{n:06d}", f"Thủ tục cấp phép {n}") for n in range(2000)]
    )

    said = subprocess.run(
        [sys.executable, "-c", SMALL_FILES, str(tmp_path / "catalogue"), str(starter_folder), str(big)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert str(tmp_path) in said.stdout
    assert store.live() == live
    assert [path.stem for path in (tmp_path / "catalogue" / "versions").iterdir()] == [live]


def test_the_two_files_imported_last_can_be_read_again(store, tmp_path):
    made = []
    for number in range(1, 4):
        file = write_rows(tmp_path / f"{number}.jsonl", [row(f"1.00000{number}")])
        made.append(store.stage_file(file).version)
        file.unlink()

    folder = tmp_path / "catalogue" / "imports"
    kept = [f"{made[1]}-2.jsonl", f"{made[2]}-3.jsonl"]

    assert {path.name for path in folder.iterdir()} == set(kept)
    assert store.stage_file(folder / kept[0]).version == made[1]
    assert {path.name for path in folder.iterdir()} == set(kept)


def test_a_refresh_does_not_fail_because_its_file_cannot_be_kept(store, tmp_path):
    store.live()
    (tmp_path / "catalogue" / "imports").write_text("in the way", encoding="utf-8")

    report = store.stage_file(write_rows(tmp_path / "a.jsonl", [row()]))

    assert report.read == 1


def test_a_history_that_cannot_be_written_is_caught_up_later(store, tmp_path, monkeypatch):
    from offline_cache.catalogue_history import HistoryFile

    report = store.stage_file(write_rows(tmp_path / "a.jsonl", [row()]))
    real = HistoryFile.catch_up

    def full(self, last):
        if last is not None and last.event.seq == 1:
            raise StorageFull("history.jsonl: no room left")
        real(self, last)

    monkeypatch.setattr(HistoryFile, "catch_up", full)
    store.apply(report.version, **WHO)
    monkeypatch.setattr(HistoryFile, "catch_up", real)

    assert store.live() == report.version
    assert [event.seq for event in store.history().events] == [1]
    store.rollback(**WHO)
    assert [event.seq for event in store.history().events] == [1, 2]


def test_versions_over_the_bound_are_thrown_away_oldest_first_but_one_to_go_back_to(
    store, tmp_path, monkeypatch
):
    for number in range(3):
        rows = [row(f"1.00000{place}") for place in range(number + 1)]
        store.apply(store.stage_file(write_rows(tmp_path / f"{number}.jsonl", rows)).version, **WHO)
    monkeypatch.setattr(catalogue_folder, "MAX_BYTES", 1)

    store.apply(store.stage_file(write_rows(tmp_path / "x.jsonl", [row("1.000009")])).version, **WHO)

    states = [entry.state for entry in store.versions()]
    assert states.count("live") == 1
    assert states.count("previous") == 1
