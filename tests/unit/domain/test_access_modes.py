from dataclasses import replace

import pytest

from kiosk.domain.access_modes import AccessModes, Contrast, TextSize, next_text_size, reach_mm

GLASS_MM = 476


def test_the_usual_modes_need_no_more_time():
    assert not AccessModes().needs_more_time
    assert not AccessModes(contrast=Contrast.DARK, reduced_motion=True).needs_more_time


@pytest.mark.parametrize(
    "changed",
    [
        {"text": TextSize.LARGE},
        {"text": TextSize.LARGEST},
        {"low_reach": True},
        {"speech": True},
        {"keypad": True},
    ],
)
def test_larger_letters_low_reach_speech_and_keypad_need_more_time(changed):
    assert replace(AccessModes(), **changed).needs_more_time


def test_letters_grow_twice_and_then_are_as_before():
    sizes = [TextSize.STANDARD]
    for _ in range(3):
        sizes.append(next_text_size(sizes[-1]))

    assert [size.value for size in sizes] == ["standard", "large", "largest", "standard"]


def test_nobody_measured_the_mounting_so_the_whole_glass_is_used():
    assert reach_mm(glass_mm=GLASS_MM, lower_edge_mm=0, low_reach=False) == GLASS_MM


@pytest.mark.parametrize(("lower_edge", "reach"), [(700, 476), (800, 420), (900, 320), (1000, 220)])
def test_no_control_stands_above_1220_mm(lower_edge, reach):
    assert reach_mm(glass_mm=GLASS_MM, lower_edge_mm=lower_edge, low_reach=False) == reach


def test_low_reach_keeps_to_the_lowest_300_mm():
    assert reach_mm(glass_mm=GLASS_MM, lower_edge_mm=0, low_reach=True) == 300
    assert reach_mm(glass_mm=GLASS_MM, lower_edge_mm=1000, low_reach=True) == 220


def test_a_machine_mounted_too_high_keeps_a_strip_that_holds_a_screen():
    assert reach_mm(glass_mm=GLASS_MM, lower_edge_mm=1200, low_reach=False) == 190
