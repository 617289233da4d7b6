"""The collector rests during the start and works afterwards."""

import gc

import pytest

from config.start_memory import hold_collector, settle_collector


@pytest.fixture(autouse=True)
def collector_as_before():
    yield
    gc.unfreeze()
    gc.enable()


def test_it_rests_until_the_start_is_over_and_works_then():
    hold_collector()
    held = gc.isenabled()
    settle_collector()

    assert (held, gc.isenabled()) == (False, True)


def test_what_the_start_made_is_out_of_its_sight_but_rings_made_later_are_found():
    settle_collector()

    assert gc.get_freeze_count() > 10_000
    ring = []
    ring.append(ring)
    del ring
    assert gc.collect() >= 1
