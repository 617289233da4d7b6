"""kill -9 in the middle of a fetch: what was good stays usable, no rollback, and the next fetch succeeds."""

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from tests.conftest import REPOSITORY
from tests.trust.city_repository import new_keys
from tests.trust.conftest import SETTINGS

CHILD = Path(__file__).with_name("kill_update_child.py")


def run(town, kill_at: int) -> int:
    """Run one fetch; return the number of its steps, 0 where it was killed."""
    child = subprocess.run(
        [sys.executable, str(CHILD), str(town.home), town.origin, str(kill_at)],
        cwd=REPOSITORY,
        env={"PYTHONPATH": str(REPOSITORY), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in child.stderr, child.stderr.decode()
    return int(child.stdout or 0)


@pytest.fixture
def new_edition(town):
    """A kiosk that has the first edition, a stick with the next one (new keys, new file), the old stick."""
    town.fetch()
    town.old = town.copy_of_folder()
    town.city.rotate("timestamp", new_keys({"timestamp": 1})["timestamp"])
    town.publish(b"new")
    town.home_before = town.root / "home-before"
    shutil.copytree(town.home, town.home_before)
    return town


def judge(town) -> None:
    assert town.kept() in {SETTINGS, b"new"}
    edition = dict(town.kiosk.state().editions)
    assert edition["timestamp"] >= 2
    with suppress(UpdateRefused):  # until the new edition was verified, the old one is still the newest
        assert not town.kiosk.fetch(str(town.old)).new, "an older edition was taken"
    town.fetch()
    assert town.kept() == b"new"
    assert town.refusal_of(town.old) in {UpdateProblem.ROLLED_BACK, UpdateProblem.WRONG_KEY}


def every(town, stride: int) -> None:
    steps = run(town, 0)
    assert steps > 10
    for kill_at in range(1, steps + 1, stride):
        shutil.rmtree(town.home)
        shutil.copytree(town.home_before, town.home)
        assert run(town, kill_at) == 0
        judge(town)


def test_killed_at_some_steps_it_has_the_old_edition_or_the_new_one(new_edition):
    every(new_edition, stride=7)


@pytest.mark.long
def test_killed_at_every_step_it_has_the_old_edition_or_the_new_one(new_edition):
    every(new_edition, stride=1)


def test_killed_in_its_first_fetch_it_starts_from_its_pin(town):
    shutil.copytree(town.home, town.root / "home-before")
    for kill_at in (3, 9, 15, 21):
        run(town, kill_at)
        town.fetch()
        assert town.kept() == SETTINGS
        shutil.rmtree(town.home)
        shutil.copytree(town.root / "home-before", town.home)
