import itertools
import random
import string

import pytest

from kiosk.domain.identifiers import uuid7
from kiosk.domain.numbering import (
    BadReceiptNumber,
    NumberRange,
    emergency_range,
    format_receipt,
    new_lookup_code,
    parse_receipt,
    receipt_body,
    receipt_lines,
    receipt_number,
)

DICE = random.Random(24)
SAMPLES = [receipt_number(body) for body in (170123456, 100000000, 899999999, 900000001, 999999999)]
SAMPLES += [receipt_number(DICE.randrange(10**8, 10**9)) for _ in range(60)]


def refused(digits: str) -> bool:
    try:
        parse_receipt(digits)
    except BadReceiptNumber:
        return True
    return False


def test_the_number_of_the_design_reads_as_two_lines_and_as_one():
    assert receipt_number(170123456) == "17012345680"
    assert receipt_lines("17012345680") == ("PK 170 123", "456-80")
    assert format_receipt("17012345680") == "PK 170 123 456-80"


def test_the_number_of_the_protocol_example_has_its_check_digits():
    assert receipt_number(170000501) == "17000050154"


@pytest.mark.parametrize("text", ["PK 170 123 456-80", "pk170123456 80", "170.123.456-80", "17012345680"])
def test_a_number_is_read_however_it_is_written(text):
    assert parse_receipt(text) == "17012345680"
    assert receipt_body(text) == 170123456


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "digits"), ("PK", "digits"), ("1701234568", "length"), ("170123456801", "length"),
     ("１７０１２３４５６８０", "digits"),
     ("17012345681", "check"), ("01701234568", "digits"), ("17O12345680", "digits")],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_its_reason(text, reason):
    with pytest.raises(BadReceiptNumber) as refusal:
        parse_receipt(text)

    assert refusal.value.reason == reason


def test_every_single_wrong_digit_is_noticed():
    for number in SAMPLES:
        for place, digit in enumerate(number):
            for other in string.digits.replace(digit, ""):
                assert refused(number[:place] + other + number[place + 1 :])


def test_every_swap_of_neighbours_and_every_jump_swap_is_noticed():
    for number in SAMPLES:
        for distance in (1, 2):
            for place in range(len(number) - distance):
                digits = list(number)
                digits[place], digits[place + distance] = digits[place + distance], digits[place]
                assert "".join(digits) == number or refused("".join(digits))


def test_every_twin_error_is_noticed():
    for number in SAMPLES:
        for distance in (1, 2):
            for place in range(len(number) - distance):
                if number[place] != number[place + distance]:
                    continue
                for other in string.digits.replace(number[place], ""):
                    digits = list(number)
                    digits[place] = digits[place + distance] = other
                    assert refused("".join(digits))


def test_the_emergency_ranges_of_two_kiosks_never_meet():
    bounds = [emergency_range(no) for no in range(10_000)]

    assert all(before.last < after.first for before, after in itertools.pairwise(bounds))
    assert (bounds[0].first, bounds[9999].last) == (900000001, 999999999)


@pytest.mark.parametrize("kiosk_no", [-1, 10_000])
def test_a_kiosk_number_outside_four_digits_is_refused(kiosk_no):
    with pytest.raises(ValueError, match="kiosk_no"):
        emergency_range(kiosk_no)


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="range"):
        NumberRange(first=200000000, last=199999999)


def test_look_up_codes_have_six_digits_and_vary():
    codes = {new_lookup_code() for _ in range(200)}

    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert len(codes) > 190


def test_identifiers_sort_by_time_and_carry_version_and_variant():
    early, late = uuid7(1_000), uuid7(2_000)

    assert early < late
    assert early[14] == "7"
    assert early[19] in "89ab"
    assert len({uuid7(5) for _ in range(1000)}) == 1000
