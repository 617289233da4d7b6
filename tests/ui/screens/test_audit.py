import itertools
from pathlib import Path

import pytest

from kiosk.domain.access_modes import AccessModes, Contrast, TextSize
from tests.ui.conftest import MARKED_HALL
from tests.ui.screens.audit import broken_words, faults
from tests.ui.screens.eyes import contrast_faults, focus_faults, name_faults, reach_faults
from tests.ui.screens.pairwise import all_pairs, product
from tests.ui.screens.signs import letter_faults, motion_faults, sign_faults, trap_faults
from tests.ui.screens.staff_stops import STAFF_STOPS
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
# The keys themselves are what these pages ask for.
LEARNS_KEYS = {"tech_keypad_asks"}


def modes_of(row):
    return AccessModes(
        text=TextSize(row["text"]),
        contrast=Contrast(row["contrast"]),
        low_reach=row["reach"] == "low",
        reduced_motion=row["motion"] == "reduced",
    )


def every_fault(citizen, row, alone):
    return [
        *faults(citizen, shape=row["shape"], text_mode=row["text"]),
        *broken_words(citizen),
        *contrast_faults(citizen),
        *focus_faults(citizen),
        *name_faults(citizen),
        *([] if alone else reach_faults(citizen)),
        *sign_faults(citizen),
        *letter_faults(citizen),
        *motion_faults(citizen),
    ]


def all_faults(citizen, row, stops=tuple(STOPS)):
    modes, found = modes_of(row), {}
    for name in stops:
        if name in STAFF_STOPS and modes != AS_USUAL:
            continue
        visit(citizen, name)
        alone = citizen.screen_name() in ALWAYS_STANDARD or citizen.kiosk.shell.area
        if alone and modes != AS_USUAL:
            continue  # screens nobody sees in these modes: the visit is over, or staff are at work
        citizen.kiosk.shell.set_modes(modes)
        if citizen.kiosk.translations.language() != row["language"]:
            citizen.kiosk.set_language(row["language"])
        citizen.settle()
        wrong = every_fault(citizen, row, alone)
        if name not in LEARNS_KEYS:
            wrong += trap_faults(citizen)
        if wrong:
            found[name] = wrong
    return found


def named(row):
    return "-".join(row.values())


EVERY_DAY = {"text": "standard", "contrast": "light", "reach": "whole", "motion": "usual"}
# A walk over all stops takes half a minute on a free core, and long on a busy machine. There Qt may stop
# the clock of a move twice, when a picture is taken in the middle of it, and says so.
pytestmark = [
    pytest.mark.timeout(1800),
    pytest.mark.qt_log_ignore("QUnifiedTimer::stopAnimationDriver: driver is not running"),
]
# What nobody sees in other modes than the usual.
STANDING = ("attract", *STAFF_STOPS, "out_of_order")


@pytest.mark.parametrize(
    ("shape", "language"),
    [
        ("portrait", "vi"),
        ("landscape", "en"),
        pytest.param("wide", "vi", marks=pytest.mark.long),
    ],
)
def test_staff_and_who_comes_first_can_read_reach_and_touch_every_screen(open_kiosk, shape, language):
    row = {"shape": shape, "language": language, **EVERY_DAY}

    assert all_faults(open_kiosk(shape=shape), row, stops=STANDING) == {}


@pytest.mark.parametrize("row", all_pairs(AXES), ids=named)
def test_every_two_modes_together_can_be_read_reached_and_touched(open_kiosk, row):
    assert all_faults(open_kiosk(shape=row["shape"]), row) == {}


@pytest.mark.long
@pytest.mark.parametrize("row", product(AXES), ids=named)
def test_every_screen_in_every_mode_can_be_read_reached_and_touched(open_kiosk, row):
    assert all_faults(open_kiosk(shape=row["shape"]), row) == {}


@pytest.mark.parametrize("lower_edge_mm", [700, pytest.param(850, marks=pytest.mark.long), 1000])
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


TOLD = (
    "question_name_fault",
    "question_date_fault",
    "question_id_fault",
    "question_delivery_fault",
    "track_unknown",
)


@pytest.mark.parametrize("shape", AXES["shape"])
def test_what_is_wrong_is_on_the_glass_with_the_largest_letters_too(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGEST))
    for name in TOLD:
        visit(citizen, name)

        citizen.until(lambda: citizen.shows("fault"), f"what is wrong at {name}")


def test_who_mends_what_is_wrong_is_back_at_the_keys(open_kiosk):
    citizen = open_kiosk(shape="landscape")
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGEST))
    visit(citizen, "question_name_fault")
    citizen.touch("key-ă")

    citizen.until(lambda: citizen.shows("key-submit"), "the last key")


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
