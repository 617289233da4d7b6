"""How the machine shows itself to one person, and that the next one finds it as usual."""

import pytest

from kiosk.domain.access_modes import AccessModes, Contrast, Keys, TextSize
from tests.ui.screens.citizen import scene_rect

EVERYTHING = AccessModes(
    text=TextSize.LARGEST,
    contrast=Contrast.LOW_GLARE,
    low_reach=True,
    reduced_motion=True,
    speech=True,
    keypad=True,
    curtain=True,
    keys=Keys.TELEX,
    rate_step=5,
    volume_step=2,
)


@pytest.fixture
def at_home(citizen):
    citizen.begin()
    return citizen


def test_one_touch_makes_letters_large_another_larger_a_third_as_before(at_home):
    seen = []
    for _ in range(3):
        at_home.touch("bar-text")
        seen.append(at_home.kiosk.shell.textMode)

    assert seen == ["large", "largest", "standard"]


def test_low_reach_brings_every_tile_into_the_lowest_300_mm(at_home):
    at_home.touch("bar-low")
    view, scale = at_home.kiosk.view, at_home.kiosk.shell.pxPerMm
    highest = min(scene_rect(item).top() for item in at_home.controls())

    assert highest >= view.height() - 300 * scale - 1
    assert at_home.shows("tile-sinh-con")


@pytest.mark.parametrize("lower_edge_mm", [700, 800, 900, 1000])
def test_at_home_nothing_to_touch_stands_above_1220_mm(open_kiosk, lower_edge_mm):
    citizen = open_kiosk(settings={"screen": {"lower_edge_mm": lower_edge_mm}})
    citizen.begin()
    view, scale = citizen.kiosk.view, citizen.kiosk.shell.pxPerMm
    highest = min(scene_rect(item).top() for item in citizen.controls())

    assert lower_edge_mm + (view.height() - highest) / scale <= 1220 + 1


def test_a_lying_panel_needs_no_lowering(open_kiosk):
    citizen = open_kiosk(shape="landscape")
    citizen.begin()

    assert not citizen.shows("bar-low")


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("mode-text-large", ("large", "light", False, False)),
        ("mode-contrast-dark", ("standard", "dark", False, False)),
        ("mode-contrast-lowglare", ("standard", "lowglare", False, False)),
        ("mode-low-on", ("standard", "light", True, False)),
        ("mode-motion-on", ("standard", "light", False, True)),
    ],
)
def test_each_mode_shows_at_once_and_ends_with_the_visit(at_home, choice, shown):
    shell = at_home.kiosk.shell
    at_home.touch("bar-access")
    at_home.touch(choice)
    now = (shell.textMode, shell.contrast, shell.lowReach, shell.reducedMotion)
    at_home.touch("bar-end")

    assert now == shown
    assert (shell.textMode, shell.contrast, shell.lowReach, shell.reducedMotion) == (
        "standard",
        "light",
        False,
        False,
    )


@pytest.mark.parametrize("is_silent", [False, True], ids=["by the button", "by silence"])
def test_all_modes_at_once_and_the_language_end_with_the_visit(at_home, is_silent):
    usual = at_home.kiosk.shell.modes
    at_home.kiosk.shell.set_modes(EVERYTHING)
    at_home.kiosk.set_language("en")
    at_home.settle()
    if not is_silent:
        at_home.kiosk.way.end_visit()
    for _ in range(20):
        at_home.wait_s(30)
        if at_home.screen_name() == "attract":
            break
    shell = at_home.kiosk.shell

    assert at_home.screen_name() == "attract"
    assert (shell.modes, shell.curtain, shell.speech) == (usual, False, False)
    assert usual == AccessModes()
    assert at_home.kiosk.translations.language() == "vi"
    assert at_home.picture().pixelColor(540, 1900).name() != "#000000"


def test_as_before_undoes_every_mode(at_home):
    at_home.touch("bar-access")
    at_home.touch("mode-contrast-dark")
    at_home.touch("mode-text-large")
    at_home.touch("reset")

    assert (at_home.kiosk.shell.textMode, at_home.kiosk.shell.contrast) == ("standard", "light")


def test_large_letters_double_the_time_before_the_question(at_home):
    at_home.touch("bar-text")
    at_home.wait_s(179)
    before = at_home.screen_name()
    at_home.wait_s(3)

    assert (before, at_home.screen_name()) == ("home", "still_here")


def test_the_black_ground_is_black_under_every_word(at_home):
    at_home.touch("bar-access")
    at_home.touch("mode-contrast-dark")
    picture = at_home.picture()

    assert picture.pixelColor(2, picture.height() // 2).name() == "#000000"


def test_home_offers_the_way_out_only_once_something_was_entered(at_home):
    nothing_yet = at_home.shows("bar-end")
    at_home.kiosk.visit.of_form("khai-sinh")["child_name"] = "An"
    at_home.touch("tile-sinh-con")
    at_home.touch("bar-back")

    assert not nothing_yet
    assert at_home.shows("bar-end")


@pytest.mark.parametrize("shape", ["landscape", "wide"])
def test_large_letters_show_the_eight_events_in_two_turns_on_a_lying_glass(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.begin()
    citizen.kiosk.shell.set_modes(AccessModes(text=TextSize.LARGE))
    citizen.settle()
    names = [control.objectName() for control in citizen.controls()]

    assert len([name for name in names if name.startswith("tile-")]) == 6
