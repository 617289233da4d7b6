from pathlib import Path

import pytest

from kiosk.ports.sticks import Stick, StickRefused, StickTrouble
from kiosk.services.write_to_stick import Written, write_to_stick


class Sticks:
    """Sticks that say what they were told to say; None: they take the file."""

    def __init__(self, **says):
        self.says, self.held = says, {}

    def found(self):
        return tuple(Stick(folder=Path(name), name=name) for name in self.says)

    def write(self, stick, name, content):
        if (trouble := self.says[stick.name]) is not None:
            raise StickRefused(trouble, "seen")
        self.held[stick.name] = (name, content)


def test_the_first_stick_that_takes_the_file_gets_it():
    sticks = Sticks(FULL=StickTrouble.FULL, GOOD=None, OTHER=None)

    assert write_to_stick(sticks, "a.csv", b"x") == Written(name="a.csv", stick="GOOD")
    assert sticks.held == {"GOOD": ("a.csv", b"x")}


def test_where_none_takes_it_the_first_one_s_reason_is_told():
    sticks = Sticks(A=StickTrouble.PROTECTED, B=StickTrouble.FULL)

    assert write_to_stick(sticks, "a.csv", b"x") == Written(
        name="a.csv", stick="A", trouble=StickTrouble.PROTECTED
    )


def test_without_a_stick_that_is_told():
    assert write_to_stick(Sticks(), "a.csv", b"x").trouble is StickTrouble.NO_STICK


@pytest.mark.parametrize("trouble", [StickTrouble.UNKNOWN, StickTrouble.UNHEARD])
def test_a_stick_of_which_nothing_is_known_ends_the_search(trouble):
    sticks = Sticks(A=StickTrouble.FULL, B=trouble, C=None)

    assert write_to_stick(sticks, "a.csv", b"x") == Written(name="a.csv", stick="B", trouble=trouble)
    assert sticks.held == {}
