"""The search of the exchange finds every fault planted: it would find one of ours."""

import re

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.end_to_end.hostile_exchange import Exchange
from tests.end_to_end.planted_faults import FAULTS, Fault

STARTS = range(7, 13)
QUICK = ("no signature is asked for", "a restore goes unnoticed", "bytes go before seven days")


def first_broken(fault: Fault, *, seed_no: int, examples: int, steps: int = 25) -> str:
    """Return the number of the first invariant the search sees broken, "" for none."""

    class Planted(Exchange):
        pass

    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    with fault.plant():
        try:
            run_state_machine_as_test(seed(seed_no)(Planted), settings=chosen)
        except AssertionError as error:
            found = re.match(r"I\d+", str(error))
            return found.group() if found else f"no invariant: {error}"
    return ""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.name in QUICK], ids=lambda f: f.name)
def test_a_planted_fault_is_found_at_once(fault):
    assert first_broken(fault, seed_no=1, examples=12, steps=8) in fault.found_as


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_planted_fault_is_found(fault):
    """A search begins somewhere: what one start does not meet, the next may."""
    searches = (first_broken(fault, seed_no=start, examples=fault.examples) for start in STARTS)

    assert next(filter(None, searches), "") in fault.found_as
