"""The collector rests during the start, and works on one thread afterwards."""

import gc

import pytest

from config.start_memory import collect_what_is_due, hold_collector, settle_collector


@pytest.fixture(autouse=True)
def collector_as_before():
    was_enabled = gc.isenabled()
    yield
    gc.unfreeze()
    if was_enabled:
        gc.enable()


def rings(number: int) -> None:
    for _ in range(number):
        ring: list = []
        ring.append(ring)


def test_python_never_collects_by_itself_once_it_is_held():
    hold_collector()
    settle_collector()
    before = gc.get_stats()[0]["collections"]

    rings(5000)

    assert not gc.isenabled()
    assert gc.get_stats()[0]["collections"] == before


def test_what_is_due_is_collected_when_asked_and_nothing_where_nothing_is_due():
    hold_collector()
    settle_collector()
    before = gc.get_stats()[0]["collected"]

    rings(5000)
    collect_what_is_due()
    collected, runs = gc.get_stats()[0]["collected"], gc.get_stats()[0]["collections"]
    collect_what_is_due()

    assert collected - before >= 5000
    assert gc.get_stats()[0]["collections"] == runs


def test_the_older_generations_have_their_turn():
    hold_collector()
    settle_collector()
    before = [one["collections"] for one in gc.get_stats()]

    for _ in range(200):
        rings(1000)
        collect_what_is_due()

    done = [one["collections"] - had for one, had in zip(gc.get_stats(), before, strict=True)]
    assert done[0] > done[1] > done[2] >= 1


def test_what_the_start_made_is_out_of_its_sight_but_rings_made_later_are_found():
    settle_collector()

    assert gc.get_freeze_count() > 10_000
    ring = []
    ring.append(ring)
    del ring
    assert gc.collect() >= 1
