"""kill -9 at every kind of step and at random moments: nothing told is lost, nothing is counted twice."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from offline_cache.kiosk_identity import IdentityFile
from offline_cache.outbox_files import OutboxFiles
from tests.end_to_end.test_enrolment import enrolled, qr
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import KEY_FILE, MARKERS, REPOSITORY
from tests.portal.fixtures import running

CHILD = Path(__file__).with_name("kill_child.py")


class Life:
    """One kiosk's disk through many deaths, with what was told and acknowledged on the way."""

    def __init__(self, home: Path, url: str) -> None:
        self.home, self.url = home, url
        self.told: dict[str, str] = {}
        self.kept: set[str] = set()
        self.acked: set[str] = set()
        self.steps: set[str] = set()
        self.kills = 0

    def live(
        self,
        *,
        kill_at: int = 0,
        after_s: float | None = None,
        once: Callable[[], bool] | None = None,
        count: int = 2,
    ) -> int:
        """Run one child; return how many steps it took, 0 where it was killed.

        It is killed at step `kill_at`, `after_s` seconds after its start, or `once` something has happened.
        """
        child = subprocess.Popen(
            [sys.executable, str(CHILD), str(self.home), self.url, str(kill_at), str(count)],
            cwd=REPOSITORY,
            env={"PYTHONPATH": str(REPOSITORY), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if once is not None:
            began_s, after_s = time.monotonic(), 0.0
            while not once() and child.poll() is None:
                assert time.monotonic() - began_s < 60, "what to kill it at does not happen"
                time.sleep(0.01)
        try:
            out, errors = child.communicate(timeout=after_s if after_s is not None else 60)
        except subprocess.TimeoutExpired:
            child.kill()
            out, errors = child.communicate()
        assert b"Traceback" not in errors, errors.decode()
        self.kills += child.returncode < 0
        return self._heard(out.decode().splitlines())

    def _heard(self, lines: list[str]) -> int:
        for line in lines:
            word, *rest = line.split()
            if word == "told":
                assert rest[0] not in self.told.values(), f"number {rest[0]} was told twice"
                self.told[rest[1]] = rest[0]
            elif word == "kept":
                self.kept.add(rest[0])
            elif word == "acked":
                self.acked.add(rest[0])
            elif word == "step":
                self.steps.add(" ".join(rest))
            elif word == "open":
                assert rest == ["sound"], line
            elif word == "done":
                return int(rest[0])
        return 0

    def judge(self, portal) -> None:
        """After a last peaceful life everything told is at the portal, once, under its own number."""
        self.live(count=1)
        arrived = [(row.dossier_id, row.receipt_no) for row in portal.storage.find(limit=100_000)]
        assert len({dossier_id for dossier_id, _ in arrived}) == len(arrived)
        assert len({number for _, number in arrived}) == len(arrived)
        assert self.told.items() <= dict(arrived).items()
        messages = [row.message_id for row in portal.protocol.messages.listing(limit=100_000)]
        assert len(set(messages)) == len(messages)
        assert self.kept <= set(messages)
        assert self.acked <= {*dict(arrived), *messages}
        self._judge_room()
        assert not leaks(self.home)

    def _judge_room(self) -> None:
        """The outbox is whole, empty of waiting rows, and no number stands in two ranges."""
        room = IdentityFile(self.home).room(KEY_FILE.read_bytes())
        files = OutboxFiles(room.folder, keys=room.keys, kiosk_no=room.kiosk_no)
        report = files.open(now_ms=int(FakeClock().now().timestamp() * 1000))
        assert report.sound, report.reason
        assert files.outbox.counts().waiting == 0
        with files.database.reading() as db:
            ranges = db.execute("SELECT first, last FROM number_ranges ORDER BY first").fetchall()
        assert all(before[1] < after[0] for before, after in pairwise(ranges))
        files.close()


def leaks(home: Path) -> list[str]:
    """Files under `home` that hold something a person declared, in clear."""
    found = []
    for path in home.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            found += [
                f"{path.name}: {m}" for m in MARKERS if m.encode() in raw or m.encode("utf-16-le") in raw
            ]
    return found


@pytest.fixture
def portal(tmp_path):
    with running(tmp_path / "portal") as portal:
        yield portal


def chaos(life: Life, kills: int, dice: random.Random) -> None:
    """Kill at chosen steps and at random moments, in turn, until `kills` were had."""
    total = life.live(count=2)
    longest_s = 2.0
    deadline_s = time.monotonic() + 30 * kills
    while life.kills < kills:
        assert time.monotonic() < deadline_s, "the child cannot be killed often enough"
        if dice.random() < 0.7:
            life.live(kill_at=dice.randint(1, total))
        else:
            life.live(after_s=dice.uniform(0.05, longest_s))
        assert not leaks(life.home)


@pytest.mark.timeout(300)
def test_a_trial_kiosk_killed_fifteen_times_loses_and_doubles_nothing_told(tmp_path, portal):
    life = Life(tmp_path / "home", portal.url)

    chaos(life, 15, random.Random(1))

    life.judge(portal)


@pytest.mark.timeout(300)
def test_an_enrolled_kiosk_killed_fifteen_times_leases_no_number_twice_either(tmp_path, portal):
    enrolled(tmp_path / "home", qr(portal))
    life = Life(tmp_path / "home", portal.url)

    chaos(life, 15, random.Random(2))

    life.judge(portal)
    assert any(number.startswith("11") for number in life.told.values())


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_killed_three_hundred_times_nothing_told_is_lost_or_doubled(tmp_path, portal):
    life = Life(tmp_path / "home", portal.url)

    chaos(life, 300, random.Random(2026))

    life.judge(portal)
    expected = {"sql COMMIT", "sql BEGIN", "after request", "before rename", "after fsync"}
    assert expected <= life.steps


@pytest.mark.timeout(120)
def test_killed_between_confirmation_and_sending_the_next_start_sends_it(tmp_path, portal):
    life = Life(tmp_path / "home", portal.url)
    portal.faults.plan("hang_after", times=1)

    life.live(once=lambda: portal.faults.happened == ["hang_after"], count=1)

    assert life.kills == 1
    assert len(life.told) == 1
    assert not life.acked
    life.judge(portal)
