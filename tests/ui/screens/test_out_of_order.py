"""E4: the machine rests; where to go meanwhile, and that it comes back."""

import pytest

SHAPES = ["portrait", "landscape", "wide"]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_resting_machine_says_where_help_is_and_when_it_is_back(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)

    citizen.kiosk.show_out_of_order()
    citizen.settle()

    for words in (
        "Máy đang tạm nghỉ",
        "Máy tự mở lại trong một phút.",
        "Quầy 1: Tầng 1, ngay cửa vào",
        "8:00–17:00, thứ Hai đến thứ Sáu",
        "Hỏi về thủ tục: 000 000 0001",
        "This kiosk is resting.",
    ):
        citizen.see(words)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_hall_that_named_nothing_leaves_no_empty_lines(open_kiosk, shape):
    citizen = open_kiosk(shape=shape, settings={"hall": {"ward": "", "counters": [], "hotlines": []}})

    citizen.kiosk.show_out_of_order()
    citizen.settle()

    citizen.see("Mời ông/bà gặp cán bộ trong sảnh.")
    assert not citizen.shows("place")
