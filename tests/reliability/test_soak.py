"""Visit after visit on the real kiosk in a process of its own: what it holds stays level."""

import json
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

SHORT, LONG = 60, 5000
# The first visits fill caches of letters, pages and pictures: 60 show what runs away, not the slope.
GROWTH_MIB_SHORT, GROWTH_MIB_LONG = 40, 20
OBJECTS_MORE = 200


def soaked(visits, *, swaps_every, seconds):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.benchmarks.bench_soak",
            "--json",
            "--visits",
            str(visits),
            "--swaps-every",
            str(swaps_every),
        ],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def stays_level(run, growth_mib):
    steady = [sample for sample in run["samples"] if sample["visits"] >= run["visits"] * 0.2]
    first, last = steady[0], steady[-1]

    assert last["own_mib"] - first["own_mib"] <= growth_mib
    assert last["descriptors"] <= first["descriptors"] + 2
    assert last["threads"] <= first["threads"] + 2
    assert last["qt_objects"] <= first["qt_objects"] + OBJECTS_MORE


@pytest.mark.timeout(400)
def test_sixty_visits_leave_nothing_open_and_little_behind():
    run = soaked(SHORT, swaps_every=40, seconds=390)

    assert (run["visits"], run["forms"], run["swaps"]) == (60, 20, 1)
    assert {"disk full", "gone in the middle", "at the sheet: paper_out", "paper_out"} <= run["faults"].keys()
    stays_level(run, GROWTH_MIB_SHORT)


@pytest.mark.long
@pytest.mark.timeout(14_400)
def test_five_thousand_visits_grow_by_twenty_mebibytes_at_most():
    stays_level(soaked(LONG, swaps_every=500, seconds=14_300), GROWTH_MIB_LONG)
