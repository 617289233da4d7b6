"""kill -9 at every step of applying, taking back, editing and rebuilding: a whole version is always open."""

import random
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from offline_cache.outbox_files import OutboxFiles
from tests.end_to_end.kill_catalogue_child import ACTIONS, AT, store_of
from tests.fakes.dossiers import REPOSITORY, demo_keys
from tests.fakes.small_catalogues import WHO, make_starter, row, write_rows

CHILD = Path(__file__).with_name("kill_catalogue_child.py")
KILLS_AN_ACTION = 5


@dataclass(frozen=True)
class Seen:
    """What a kiosk opens: facts, and what staff and the shipped files add."""

    codes: tuple[str, ...]
    fee: str
    summary: str
    trouble: str


@pytest.fixture
def home(tmp_path):
    """Two refreshes applied, a third staged, a shipped file changed since."""
    home = tmp_path / "home"
    make_starter(home / "starter")
    store = store_of(home)
    for number in (1, 2):
        rows = [row(f"1.00000{place}") for place in range(1, number + 1)]
        report = store.stage_file(write_rows(tmp_path / f"{number}.jsonl", rows))
        store.apply(report.version, **WHO)
    rows = [row(f"1.00000{place}") for place in range(1, 4)]
    (home / "staged").write_text(
        store.stage_file(write_rows(tmp_path / "3.jsonl", rows)).version, encoding="utf-8"
    )
    write_rows(home / "next.jsonl", [*rows, row("1.000004")])
    files = OutboxFiles(home / "demo", keys=demo_keys())
    files.open(now_ms=0)
    files.close()
    return home


def change_shipped(home):
    file = home / "starter" / "1.001193.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("Cho con mới sinh", "Con mới"), encoding="utf-8")


def seen(home):
    store = store_of(home)
    with closing(store.open_live()) as reader:
        assert reader.check() == ""
        birth = reader.procedure("1.001193").text("vi")
        found = reader.search("khai sinh", language="vi").rows
        assert found[0].code == "1.001193"
        return Seen(tuple(sorted(reader.codes())), birth.fee, birth.summary, reader.info().trouble)


def run(home, action, kill_at):
    child = subprocess.run(
        [sys.executable, str(CHILD), str(home), action, str(kill_at)],
        cwd=REPOSITORY,
        env={"PYTHONPATH": str(REPOSITORY), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in child.stderr, child.stderr
    return child


def steps_of(home, action):
    last = run(home, action, 0).stdout.splitlines()[-1]
    assert last.startswith("done ")
    return int(last.split()[1])


@pytest.mark.timeout(180)
@pytest.mark.parametrize("action", ACTIONS)
def test_killed_at_any_step_the_kiosk_opens_the_version_before_or_the_one_after(home, tmp_path, action):
    if action == "rebuild":
        change_shipped(home)
    before = seen(home)
    peaceful = tmp_path / "peaceful"
    shutil.copytree(home, peaceful)
    steps = steps_of(peaceful, action)
    after = seen(peaceful)
    assert before != after
    dice = random.Random(action)
    moments = sorted(dice.sample(range(1, steps + 1), min(KILLS_AN_ACTION, steps)))

    for moment in moments:
        struck = tmp_path / f"struck-{moment}"
        shutil.copytree(home, struck)
        child = run(struck, action, moment)
        assert child.returncode < 0, f"not killed at step {moment} of {steps}"
        assert seen(struck) in (before, after), (moment, child.stdout)
        mended(struck, action)
        assert seen(struck) == after, (moment, child.stdout)
        history = store_of(struck).history()
        assert history.damage == ""
        assert [event.seq for event in history.events] == list(range(1, len(history.events) + 1))
        shutil.rmtree(struck)


def mended(home, action):
    """What the kiosk does at its next start, and a person who does again what seemed not to be done."""
    store = store_of(home)
    files = OutboxFiles(home / "demo", keys=demo_keys())
    assert files.open(now_ms=0).sound
    kept = files.overlays.overlays()
    store.keep_overlays(kept)
    files.close()
    store.renew(at=AT)
    done = {
        "apply": lambda: len(store.history().events) == 3,
        "rollback": lambda: len(store.history().events) == 3,
        "overlay": lambda: bool(kept),
        "rebuild": lambda: True,
        "refresh": lambda: "1.000004" in store.codes(),
    }
    if not done[action]():
        run(home, action, 0)
    assert not [path for path in (home / "catalogue" / "versions").iterdir() if path.name.startswith(".")]


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("action", ACTIONS)
def test_killed_at_every_single_step_the_kiosk_opens_a_whole_version(home, tmp_path, action, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "KILLS_AN_ACTION", 10_000)

    test_killed_at_any_step_the_kiosk_opens_the_version_before_or_the_one_after(home, tmp_path, action)
