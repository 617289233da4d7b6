import itertools
from pathlib import Path

import pytest

from kiosk.domain.access_modes import AccessModes, Contrast, TextSize
from tests.ui.conftest import MARKED_HALL
from tests.ui.screens.audit import broken_words, faults
from tests.ui.screens.eyes import contrast_faults, focus_faults, name_faults, reach_faults
from tests.ui.screens.pairwise import all_pairs, product
from tests.ui.screens.stops import STOPS, visit
from ui.screens import SCREENS

AXES = {
    "shape": ("portrait", "landscape", "wide"),
    "text": ("standard", "large", "largest"),
    "contrast": ("light", "dark", "lowglare"),
    "language": ("vi", "en"),
    "reach": ("whole", "low"),
    "motion": ("usual", "reduced"),
}
# They come after a wipe, which puts letters and colours back to what is usual.
ALWAYS_STANDARD = {"attract", "out_of_order"}
AS_USUAL = AccessModes()


def modes_of(row):
    return AccessModes(
        text=TextSize(row["text"]),
        contrast=Contrast(row["contrast"]),
        low_reach=row["reach"] == "low",
        reduced_motion=row["motion"] == "reduced",
    )


def layout_faults(citizen, row, _alone):
    return faults(citizen, shape=row["shape"], text_mode=row["text"])


def every_fault(citizen, row, alone):
    return [
        *layout_faults(citizen, row, alone),
        *broken_words(citizen),
        *contrast_faults(citizen),
        *focus_faults(citizen),
        *name_faults(citizen),
        *([] if alone else reach_faults(citizen)),
    ]


def all_faults(citizen, row, look=every_fault):
    modes, found = modes_of(row), {}
    for name in STOPS:
        visit(citizen, name)
        alone = citizen.screen_name() in ALWAYS_STANDARD or citizen.kiosk.shell.area
        if alone and modes != AS_USUAL:
            continue  # screens nobody sees in these modes: the visit is over, or staff are at work
        citizen.kiosk.shell.set_modes(modes)
        if citizen.kiosk.translations.language() != row["language"]:
            citizen.kiosk.set_language(row["language"])
        citizen.settle()
        wrong = look(citizen, row, alone)
        if wrong:
            found[name] = wrong
    return found


def named(row):
    return "-".join(row.values())


EVERY_DAY = {"contrast": "light", "reach": "whole", "motion": "usual"}


@pytest.mark.parametrize(
    ("shape", "text", "language"), list(itertools.product(AXES["shape"], ("standard", "large"), ("vi", "en")))
)
def test_every_screen_can_be_read_and_touched(open_kiosk, shape, text, language):
    citizen = open_kiosk(shape=shape)
    row = {"shape": shape, "text": text, "language": language, **EVERY_DAY}

    assert all_faults(citizen, row, look=layout_faults) == {}


@pytest.mark.long
@pytest.mark.parametrize("row", all_pairs(AXES), ids=named)
def test_every_two_modes_together_can_be_read_reached_and_touched(open_kiosk, row):
    assert all_faults(open_kiosk(shape=row["shape"]), row) == {}


@pytest.mark.long
@pytest.mark.parametrize("row", product(AXES), ids=named)
def test_every_screen_in_every_mode_can_be_read_reached_and_touched(open_kiosk, row):
    assert all_faults(open_kiosk(shape=row["shape"]), row) == {}


@pytest.mark.parametrize("lower_edge_mm", [700, 850, 1000])
def test_wherever_the_machine_hangs_every_control_is_within_reach(open_kiosk, lower_edge_mm):
    citizen = open_kiosk(settings={**MARKED_HALL, "screen": {"lower_edge_mm": lower_edge_mm}})
    found = {}
    for name in STOPS:
        visit(citizen, name)
        if citizen.screen_name() in ALWAYS_STANDARD or citizen.kiosk.shell.area:
            continue
        if wrong := reach_faults(citizen):
            found[name] = wrong

    assert found == {}


def test_few_rows_bring_every_two_values_together():
    rows = all_pairs(AXES)
    pairs = {
        frozenset([(one, a), (other, b)])
        for one, other in itertools.combinations(AXES, 2)
        for a in AXES[one]
        for b in AXES[other]
    }
    brought = {frozenset(pair) for row in rows for pair in itertools.combinations(row.items(), 2)}

    assert pairs <= brought
    assert len(rows) <= 12


def test_the_walk_over_all_screens_leaves_none_out(citizen):
    shown = set()
    for name in STOPS:
        visit(citizen, name)
        shown.add(citizen.screen_name())

    assert shown == {screen.name for screen in SCREENS}


def test_every_screen_has_its_files():
    assert [screen.name for screen in SCREENS if not Path(screen.qml).is_file()] == []
