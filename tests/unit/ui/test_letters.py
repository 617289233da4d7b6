from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.text_folding import fold
from ui.letters import FEWEST_NAMES, letter_ranges


def test_a_short_list_needs_no_letters():
    assert letter_ranges(["An toàn"] * (FEWEST_NAMES - 1)) == ()


def test_a_long_list_is_split_between_letters_into_parts_of_about_one_size():
    names = [letter + " việc" for letter in "aaabbbbccddddđđeeghhhhiklmnnnn"]

    ranges = letter_ranges(sorted(names, key=fold))

    assert [one.label for one in ranges] == ["A–B", "C–D", "E–H", "I–M", "N"]


@given(st.lists(st.sampled_from([letter + " x" for letter in "aăbcdđeghiklmnopqrstuvxy"]), max_size=200))
def test_every_name_is_in_exactly_one_range(names):
    ordered = sorted(names, key=fold)
    ranges = letter_ranges(ordered)

    covered = [place for one in ranges for place in range(one.first, one.last + 1)]
    assert covered == (list(range(len(names))) if len(names) >= FEWEST_NAMES else [])
    assert len({one.label for one in ranges}) == len(ranges)
    assert len(ranges) <= 8
