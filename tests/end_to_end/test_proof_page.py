"""What docs/proof.md says is tried is tried."""

import re

from tests.conftest import REPOSITORY
from tests.end_to_end.planted_faults import FAULTS

PAGE = (REPOSITORY / "docs" / "proof.md").read_text("utf-8")


def test_every_test_the_page_names_exists():
    there = {
        name
        for path in (REPOSITORY / "tests").rglob("test_*.py")
        for name in re.findall(r"^ *(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    named = set(re.findall(r"`(test_\w+)`", PAGE))

    assert len(named) > 40
    assert named - there == set()


def test_every_invariant_has_a_row_and_every_planted_fault_stands_in_the_row_that_finds_it():
    rows = dict(re.findall(r"^\| (I\d+) \|(.*)\|$", PAGE, re.MULTILINE))
    assert list(rows) == [f"I{number}" for number in range(1, 23)]

    said = {name: row for row, text in rows.items() for name in re.findall(r"\*([^*]+)\*", text)}
    assert set(said) == {fault.name for fault in FAULTS}
    assert {fault.name: said[fault.name] for fault in FAULTS if said[fault.name] not in fault.found_as} == {
        "a time years ahead is waited for": "I17"  # it shows as something that never arrives
    }
