"""kill -9 at every named place of a kiosk's day, one day after the other on one disk."""

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.end_to_end.kill_day_child import PLACES
from tests.end_to_end.test_enrolment import enrolled, qr
from tests.end_to_end.test_kill import leaks
from tests.fakes.dossiers import REPOSITORY

CHILD = Path(__file__).with_name("kill_day_child.py")
DAYS_A_LIFE = 35
NAMES = tuple(f"{when} {what}" for _, _, what in PLACES for when in ("before", "after"))


class Days:
    """One enrolled kiosk's disk, its portal, and what it told people on the way."""

    def __init__(self, home: Path, portal) -> None:
        self.home, self.portal = home, portal
        self.told: dict[str, str] = {}
        self.passed: Counter[str] = Counter()
        self.day = 0
        enrolled(home, qr(portal))
        (self.kiosk,) = [row for row in portal.protocol.fleet.kiosks() if row.point == "H26.01.01"]

    def live(self, name: str = "", passing: int = 1, *, is_quiet: bool = False) -> bool:
        """Live a day a month after the last; True where it was killed."""
        self.day += DAYS_A_LIFE
        self.portal.faults.clear()
        self.passed.clear()
        if not is_quiet:
            self._trouble()
        child = subprocess.run(
            [sys.executable, str(CHILD), str(self.home), str(self.day), name, str(passing)],
            cwd=REPOSITORY,
            env={"PYTHONPATH": str(REPOSITORY), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            timeout=90,
            check=False,
        )
        assert b"Traceback" not in child.stderr, child.stderr.decode()
        self._heard(child.stdout.decode().splitlines())
        return child.returncode < 0

    def _trouble(self) -> None:
        """A portal that fails once, refuses once, copies itself and has an order to give."""
        through = self.portal.storage.last_item()
        self.portal.storage.history.backed_up(through)
        self.portal.faults.plan("500", where="^PUT .*/dossiers")
        self.portal.faults.plan("413", where="^PUT .*/messages")
        self.portal.protocol.fleet.direct(self.kiosk.kiosk_id, "resend_after", seq=max(0, through - 1))
        with (
            self.portal.storage.engine.begin() as connection
        ):  # the day after a rotation only one key is good
            connection.exec_driver_sql("UPDATE kiosk_keys SET valid_until = '2020' WHERE valid_until <> ''")

    def _heard(self, lines: list[str]) -> None:
        for line in lines:
            word, *rest = line.split()
            if word == "told":
                assert rest[0] == "-" or rest[0] not in self.told.values(), f"{rest[0]} was told twice"
                self.told[rest[1]] = rest[0]
            elif word == "at":
                self.passed[" ".join(rest)] += 1
            elif word == "open":
                assert rest == ["sound"], line

    def judge(self) -> None:
        """After quiet days everything told is at the portal, once."""
        for _ in range(2):
            assert not self.live(is_quiet=True)
        arrived = {row.dossier_id: row.receipt_no for row in self.portal.storage.find(limit=100_000)}
        messages = {row.message_id for row in self.portal.protocol.messages.listing(limit=100_000)}
        for item_id, number in self.told.items():
            assert arrived.get(item_id) == number or item_id in messages
        assert len(set(arrived.values())) == len(arrived)
        assert not leaks(self.home)


@pytest.fixture
def days(tmp_path, reference_portal):
    return Days(tmp_path / "home", reference_portal)


def test_a_day_passes_every_named_place(days):
    passed = set()
    for _ in range(2):
        assert not days.live()
        passed |= set(days.passed)

    assert set(NAMES) - passed == set()
    assert len(NAMES) == 50


@pytest.mark.timeout(300)
def test_killed_at_thirty_named_places_nothing_told_is_lost_or_doubled(days):
    names = list(NAMES)
    random.Random(6).shuffle(names)

    kills = [days.live(name) for name in names[:30]]

    assert kills.count(True) >= 25
    days.judge()


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_killed_three_hundred_times_at_named_places_nothing_told_is_lost_or_doubled(days):
    dice, usual = random.Random(2026), Counter()
    tried, killed = Counter(), Counter()
    for _ in range(2):
        assert not days.live()
        usual |= days.passed
    while killed.total() < 300:
        assert tried.total() < 450, "the places are passed too seldom"
        name = min(NAMES, key=lambda name: (tried[name], dice.random()))
        tried[name] += 1
        killed[name] += days.live(name, dice.randint(1, usual[name]))

    assert set(killed.elements()) == set(NAMES)
    days.judge()
