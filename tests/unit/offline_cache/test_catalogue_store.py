import json
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing

import pytest

from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_store import CatalogueStore

WHO = {"accepted_by": "Nguyễn Lan", "accepted_at": "2026-11-24T08:00:00+07:00"}


def row(code="1.000001", name="Thủ tục đăng ký khai sinh", **changes):
    return {"code": code, "name": name, "field": "Hộ tịch", "ward_served": True} | changes


def write(path, rows):
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in rows), encoding="utf-8")
    return path


@pytest.fixture
def starter_folder(tmp_path):
    folder = tmp_path / "starter"
    folder.mkdir()
    (folder / "1.001193.toml").write_text(
        textwrap.dedent("""
        code = "1.001193"
        official_name = "Thủ tục đăng ký khai sinh"
        field = "Hộ tịch"
        taken_at = 2026-07-18
        core = true
        popularity = 90
        decision_no = "Quyết định số 1872/QĐ-BTP"
        aliases = ["giấy khai sinh"]
        [[methods]]
        channel = "direct"
        duration_value = 1
        fee_kind = "free"
        [[papers]]
        official = "Giấy chứng sinh"
        vi = { name = "Giấy chứng sinh" }
        en = { name = "Birth notice" }
        [vi]
        name = "Đăng ký khai sinh"
        summary = "Cho con mới sinh"
        """),
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def store(tmp_path, starter_folder):
    return CatalogueStore(tmp_path / "catalogue", starter_folder=starter_folder)


def test_a_new_kiosk_begins_with_the_starter_catalogue(store):
    reader = store.open_live()

    assert reader.info().procedures == 1
    assert reader.procedure("1.001193").text("vi").name == "Đăng ký khai sinh"
    reader.close()


def test_an_import_is_staged_and_changes_nothing_until_a_person_applies_it(store, tmp_path):
    report = store.stage_file(write(tmp_path / "new.jsonl", [row()]))
    before = store.live()

    store.apply(report.version, **WHO)

    assert before == report.live != report.version
    assert store.live() == report.version
    assert report.diff.added == (("1.000001", "Thủ tục đăng ký khai sinh"),)


def test_nobody_applies_without_a_name(store, tmp_path):
    report = store.stage_file(write(tmp_path / "new.jsonl", [row()]))

    with pytest.raises(CatalogueRejected, match="by name"):
        store.apply(report.version, accepted_by=" ", accepted_at="now")


def test_importing_the_same_facts_again_is_the_same_version(store, tmp_path):
    first = store.stage_file(write(tmp_path / "a.jsonl", [row()]))
    store.apply(first.version, **WHO)

    again = store.stage_file(write(tmp_path / "b.jsonl", [row(taken_at="2026-07-18")]), taken_at=None)
    same = store.stage_file(tmp_path / "a.jsonl")

    assert same.version == first.version
    assert again.diff.is_empty
    assert same.diff.is_empty


def test_rolling_back_moves_the_pointer_to_the_version_before(store, tmp_path):
    first = store.stage_file(write(tmp_path / "a.jsonl", [row()]))
    store.apply(first.version, **WHO)
    second = store.stage_file(write(tmp_path / "b.jsonl", [row(), row("1.000002", "Đăng ký kết hôn")]))
    store.apply(second.version, **WHO)

    store.rollback(**WHO)

    assert store.live() == first.version


def test_rolling_back_the_only_version_returns_to_the_starter_catalogue(store, tmp_path):
    started_with = store.live()
    report = store.stage_file(write(tmp_path / "a.jsonl", [row()]))
    store.apply(report.version, **WHO)

    store.rollback(**WHO)

    assert store.live() == started_with


def test_only_two_versions_before_the_live_one_are_kept(store, tmp_path):
    for number in range(5):
        rows = [row(f"1.00000{place}", f"Thủ tục số {place}") for place in range(number + 1)]
        report = store.stage_file(write(tmp_path / f"{number}.jsonl", rows))
        store.apply(report.version, **WHO)

    states = [entry.state for entry in store.versions()]
    assert states[:3] == ["live", "previous", "previous"]
    assert states.count("previous") == 2


def test_whoever_reads_a_version_goes_on_reading_it_while_it_is_thrown_away(store, tmp_path):
    first = store.stage_file(write(tmp_path / "first.jsonl", [row()]))
    store.apply(first.version, **WHO)
    with closing(store.open_live()) as reader:
        for number in range(6):
            rows = [row(f"2.00000{place}", f"Thủ tục số {place}") for place in range(number + 1)]
            store.apply(store.stage_file(write(tmp_path / f"{number}.jsonl", rows)).version, **WHO)

        assert not reader.path.exists()
        assert reader.search("khai sinh", language="vi").rows
        assert reader.check() == ""


def test_a_starter_catalogue_in_use_outlives_any_number_of_staged_imports(store, tmp_path):
    for number in range(4):
        file = write(tmp_path / f"facts-{number}.jsonl", [row(code=f"1.00000{number}")])

        report = store.stage_file(file)

        assert report.live == store.live()
        store.verify(report.live)


def test_a_damaged_live_version_gives_way_to_the_one_before(store, tmp_path):
    first = store.stage_file(write(tmp_path / "a.jsonl", [row()]))
    store.apply(first.version, **WHO)
    second = store.stage_file(write(tmp_path / "b.jsonl", [row(), row("1.000002", "Đăng ký kết hôn")]))
    store.apply(second.version, **WHO)
    damage(tmp_path / "catalogue" / "versions" / f"{second.version}.sqlite")

    assert store.live() == first.version


def test_when_all_versions_are_damaged_the_starter_catalogue_is_built_afresh(store, tmp_path):
    report = store.stage_file(write(tmp_path / "a.jsonl", [row()]))
    store.apply(report.version, **WHO)
    for path in (tmp_path / "catalogue" / "versions").glob("*.sqlite"):
        damage(path)

    with closing(store.open_live()) as reader:
        assert reader.info().procedures == 1


def test_a_damaged_pointer_leaves_the_starter_catalogue(store, tmp_path):
    store.live()
    (tmp_path / "catalogue" / "current").write_bytes(b"\x00 not json")

    with closing(store.open_live()) as reader:
        assert reader.info().procedures == 1


def test_verifying_names_what_is_damaged(store, tmp_path):
    name = store.live()
    damage(tmp_path / "catalogue" / "versions" / f"{name}.sqlite")

    with pytest.raises(CatalogueRejected):
        store.verify(name)


def damage(path):
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 97):
        content[place] ^= 0xFF
    path.write_bytes(content)


def test_a_version_is_one_file_without_a_journal(store, tmp_path):
    name = store.live()
    path = tmp_path / "catalogue" / "versions" / f"{name}.sqlite"

    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    connection.close()

    assert mode == "delete"
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_refused_file_leaves_nothing_behind(store, tmp_path):
    name = store.live()
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"code": "x", "name": ""}\n', encoding="utf-8")

    with pytest.raises(CatalogueRejected):
        store.stage_file(bad)

    assert [path.stem for path in (tmp_path / "catalogue" / "versions").iterdir()] == [name]


def test_an_import_that_drops_many_procedures_warns(store, tmp_path):
    many = store.stage_file(
        write(tmp_path / "a.jsonl", [row(f"2.{n:06d}", f"Thủ tục {n}") for n in range(40)])
    )
    store.apply(many.version, **WHO)

    report = store.stage_file(write(tmp_path / "b.jsonl", [row("2.000001", "Thủ tục 1")]))

    assert any("39 of 41" in warning for warning in report.diff.warnings)


def test_facts_that_contradict_our_plain_texts_are_flagged(store, tmp_path):
    facts = row(
        "1.001193",
        detail="full",
        decision_no="Quyết định số 2000/QĐ-BTP",
        methods=[{"channel": "direct", "duration_value": 3, "fee_kind": "amount", "fee_vnd": 8000}],
        documents=[{"name": "Giấy chứng sinh", "originals": 2, "copies": 0}],
    )

    report = store.stage_file(write(tmp_path / "a.jsonl", [facts]))

    (found,) = report.diff.contradictions
    assert {change.field for change in found.changes} == {"fee", "duration", "decision_no", "papers"}


def test_imported_facts_keep_our_plain_texts_beside_them(store, tmp_path):
    facts = row("1.001193", detail="full", steps=["Nộp hồ sơ"], methods=[{"channel": "online"}])
    report = store.stage_file(write(tmp_path / "a.jsonl", [facts]))

    reader = store.open_version(report.version)
    procedure = reader.procedure("1.001193")
    reader.close()

    assert procedure.steps == ("Nộp hồ sơ",)
    assert procedure.text("vi").name == "Đăng ký khai sinh"
    assert procedure.aliases == ("giấy khai sinh",)


def test_killing_an_import_leaves_the_live_version_and_no_half_of_another(store, tmp_path, starter_folder):
    live = store.live()
    source = write(
        tmp_path / "big.jsonl", [row(f"2.{n:06d}", f"Thủ tục cấp phép số {n}") for n in range(8000)]
    )
    script = (
        "import sys, pathlib\n"
        "from offline_cache.catalogue_store import CatalogueStore\n"
        "store = CatalogueStore(pathlib.Path(sys.argv[1]), starter_folder=pathlib.Path(sys.argv[2]))\n"
        "store.stage_file(pathlib.Path(sys.argv[3]))\n"
    )
    versions = tmp_path / "catalogue" / "versions"
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "catalogue"), str(starter_folder), str(source)]
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None and not list(versions.glob(".*")):
        os.sched_yield()
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)

    names = {path.stem for path in versions.glob("*.sqlite") if not path.name.startswith(".")}

    assert store.live() == live
    for name in names:
        store.verify(name)
    report = store.stage_file(source)
    assert not [path for path in versions.iterdir() if path.name.startswith(".")]
    assert report.read == 8000
