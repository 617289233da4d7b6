from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.date_entry import DateEntry


def typed(digits, entry=None):
    entry = entry or DateEntry()
    for digit in digits:
        entry = entry.typed(digit)
    return entry


def parts(entry):
    return entry.day, entry.month, entry.year, entry.active


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("21112026", ("21", "11", "2026", "year")),
        ("4", ("4", "", "", "month")),
        ("3", ("3", "", "", "day")),
        ("412", ("4", "12", "", "year")),
        ("42", ("4", "2", "", "year")),
        ("41", ("4", "1", "", "month")),
    ],
)
def test_a_box_that_can_take_no_more_hands_over_to_the_next(digits, expected):
    assert parts(typed(digits)) == expected


def test_a_full_box_that_is_touched_begins_anew():
    entry = typed("21112026").at("day").typed("0")

    assert parts(entry) == ("0", "11", "2026", "day")


def test_a_full_year_begins_anew_with_the_next_digit():
    assert typed("211120261").year == "1"


def test_erasing_an_empty_box_takes_from_the_one_before():
    entry = typed("2111").erased()

    assert parts(entry) == ("21", "1", "", "month")


def test_erasing_nothing_stays_at_the_first_box():
    assert DateEntry().erased() == DateEntry()


def test_touching_something_that_is_no_box_changes_nothing():
    assert typed("21").at("century") == typed("21")


@pytest.mark.parametrize("digits", ["31022026", "00112026", "21132026", "2111", "211120"])
def test_a_day_that_does_not_exist_is_no_date_but_is_kept_as_typed(digits):
    entry = typed(digits)

    assert entry.date() is None
    assert entry.iso() != ""


def test_nothing_typed_is_no_answer():
    assert DateEntry().iso() == ""
    assert DateEntry.from_iso("") == DateEntry()


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_date_typed_with_its_zeros_is_that_date(day):
    entry = typed(day.strftime("%d%m%Y"))

    assert entry.date() == day
    assert DateEntry.from_iso(entry.iso()).date() == day


@given(st.text(alphabet="0123456789<", max_size=30))
def test_no_row_of_keys_makes_more_digits_than_boxes_hold(keys):
    entry = DateEntry()
    for key in keys:
        entry = entry.erased() if key == "<" else entry.typed(key)

    assert (len(entry.day) <= 2, len(entry.month) <= 2, len(entry.year) <= 4) == (True, True, True)


def test_a_year_alone_is_an_answer_only_where_it_may_be_one():
    entry = typed("1945", DateEntry().at("year"))

    assert (entry.iso(year_alone=True), entry.iso()) == ("1945", "1945-00-00")
    assert typed("194", DateEntry().at("year")).iso(year_alone=True) == "0194-00-00"
    assert typed("12", entry.at("day")).iso(year_alone=True) == "1945-00-12"
    assert DateEntry.from_iso("1945").iso(year_alone=True) == "1945"
