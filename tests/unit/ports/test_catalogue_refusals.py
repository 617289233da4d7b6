"""What a refused file of a catalogue says of itself."""

import pytest

from kiosk.ports.catalogue import CatalogueRejected


@pytest.mark.parametrize(
    ("line", "value", "words"),
    [
        (7, "1.12", "facts.csv:7: code: is no code (value '1.12')"),
        (0, "priority", "facts.csv: code: is no code (value 'priority')"),
        (0, "", "facts.csv: code: is no code"),
        (0, "\N{REPLACEMENT CHARACTER}\x11", "facts.csv: code: is no code"),
    ],
    ids=["a line", "the whole file", "no value", "bytes nobody can read"],
)
def test_a_refusal_names_place_and_value_as_far_as_they_say_something(line, value, words):
    refusal = CatalogueRejected("facts.csv", line=line, field="code", value=value, reason="is no code")

    assert str(refusal) == words
