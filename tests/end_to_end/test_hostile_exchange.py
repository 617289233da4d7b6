"""Whatever the network does and in whatever order: nothing is lost and nothing is there twice."""

import random

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.end_to_end.hostile_exchange import Exchange


def explore(machine: type[Exchange], examples: int, steps: int) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.timeout(300)
def test_two_kiosks_a_portal_and_a_hostile_network_lose_and_double_nothing():
    """The same runs each time: looking for new ones is the long run's work."""

    class Known(Exchange):
        pass

    explore(seed(3001)(Known), 8, 25)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("part", range(8))
def test_two_kiosks_a_portal_and_a_hostile_network_for_long(part):
    """400 runs in all; in parts, so that a slow machine tells how far it came and two cores share them."""

    class Unknown(Exchange):
        pass

    explore(seed(random.randrange(1 << 32))(Unknown), 50, 60)
