import itertools
from pathlib import Path

import pytest

from kiosk.domain.access_modes import AccessModes, TextSize
from tests.ui.screens.audit import faults
from tests.ui.screens.staff_stops import STAFF_STOPS
from tests.ui.screens.stops import STOPS, visit
from ui.screens import SCREENS

SHAPES = ("portrait", "landscape", "wide")
# Both come after a wipe, which puts letters back to their usual size.
# The staff's pages have one size of letters: their bar offers no other.
ALWAYS_STANDARD = {"attract", "attract_news", "out_of_order", *STAFF_STOPS}


def all_faults(citizen, shape, text_mode, language):
    found = {}
    for name in STOPS:
        if text_mode != "standard" and name in ALWAYS_STANDARD:
            continue
        visit(citizen, name)
        citizen.kiosk.shell.set_modes(AccessModes(text=TextSize(text_mode)))
        if citizen.kiosk.translations.language() != language:
            citizen.kiosk.set_language(language)
        citizen.settle()
        if wrong := faults(citizen, shape=shape, text_mode=text_mode):
            found[name] = wrong
    return found


@pytest.mark.parametrize(
    ("shape", "text_mode", "language"), list(itertools.product(SHAPES, ("standard", "large"), ("vi", "en")))
)
def test_every_screen_can_be_read_and_touched(open_kiosk, shape, text_mode, language):
    citizen = open_kiosk(shape=shape)

    assert all_faults(citizen, shape, text_mode, language) == {}


def test_the_walk_over_all_screens_leaves_none_out(citizen):
    shown = set()
    for name in STOPS:
        visit(citizen, name)
        shown.add(citizen.screen_name())

    assert shown == {screen.name for screen in SCREENS}


def test_every_screen_has_its_files():
    assert [screen.name for screen in SCREENS if not Path(screen.qml).is_file()] == []
