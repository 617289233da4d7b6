"""Identity cards fill in a form; they prove nothing and give away no relatives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.identity_card import (
    PROVINCE_CODES,
    CardProblem,
    IdentityCard,
    Severity,
    Sex,
    birth_year,
    check_number,
    parse_card_qr,
    sex_of,
)

TODAY = date(2026, 11, 24)
CHIP_CARD = "001190001234|012345678|Trần Thị Thu Hà|15081990|Nữ|Số 1, phố Mẫu, phường Mẫu, Hà Nội|01072021"


def test_a_chip_card_gives_its_seven_parts() -> None:
    assert parse_card_qr(CHIP_CARD) == IdentityCard(
        number="001190001234",
        name="Trần Thị Thu Hà",
        born="1990-08-15",
        sex=Sex.FEMALE,
        residence="Số 1, phố Mẫu, phường Mẫu, Hà Nội",
        issued="2021-07-01",
    )


def test_relatives_on_a_newer_card_are_not_kept() -> None:
    card = parse_card_qr(f"{CHIP_CARD}|001065000001|001067000002|Nguyễn Văn Mẫu|")

    assert card == parse_card_qr(CHIP_CARD)


def test_a_card_of_six_parts_has_no_issue_date() -> None:
    card = parse_card_qr(CHIP_CARD.rpartition("|")[0])

    assert isinstance(card, IdentityCard)
    assert card.issued == ""


def test_damaged_diacritics_still_give_the_digits() -> None:
    damaged = "001190001234|012345678|Tr?n Th? Thu H\ufffd|15081990|N?|S? 1 ph? M?u|01072021"

    assert parse_card_qr(damaged) == IdentityCard(
        number="001190001234", born="1990-08-15", issued="2021-07-01"
    )


@pytest.mark.parametrize("year", ["1950", "00001950"])
def test_a_card_may_know_the_year_of_birth_only(year: str) -> None:
    card = parse_card_qr(f"001050001234||Nguyễn Văn Mẫu|{year}|Nam|Hà Nội|01072021")

    assert isinstance(card, IdentityCard)
    assert card.born == "1950"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", CardProblem.NOT_A_CARD),
        ("https://vneid.example/qr?x=1", CardProblem.NOT_A_CARD),
        ("a|b|c|d|e", CardProblem.NOT_A_CARD),
        ("|".join(["001190001234"] * 17), CardProblem.NOT_A_CARD),
        ("12345||Nguyễn Văn Mẫu|15081990|Nam|Hà Nội|01072021", CardProblem.NO_NUMBER),
    ],
)
def test_other_codes_are_told_apart_from_cards(text: str, problem: CardProblem) -> None:
    assert parse_card_qr(text) is problem


@given(
    text=st.text(alphabet=st.characters(codec="utf-8"), max_size=300)
    | st.lists(st.text(max_size=12), max_size=20)
)
def test_no_scanned_text_breaks_the_reading(text: str | list[str]) -> None:
    read = parse_card_qr(text if isinstance(text, str) else "|".join(text))

    assert isinstance(read, IdentityCard | CardProblem)


@given(relatives=st.lists(st.text(alphabet="0123456789abc ", max_size=12), max_size=9))
def test_nothing_beyond_the_seventh_part_changes_the_card(relatives: list[str]) -> None:
    assert parse_card_qr("|".join([CHIP_CARD, *relatives])) == parse_card_qr(CHIP_CARD)


@pytest.mark.parametrize(
    ("number", "year", "sex"),
    [("001090001234", 1990, Sex.MALE), ("001190001234", 1990, Sex.FEMALE), ("079225001234", 2025, Sex.MALE)],
)
def test_a_number_carries_year_and_sex(number: str, year: int, sex: Sex) -> None:
    assert birth_year(number) == year
    assert sex_of(number) is sex


@pytest.mark.parametrize(
    ("number", "sex", "born", "expected"),
    [
        ("001190001234", Sex.FEMALE, "1990-08-15", []),
        ("001190001234", Sex.MALE, "1990-08-15", [("id_sex", Severity.LOOK_AGAIN)]),
        ("001190001234", None, "1991-08-15", [("id_year", Severity.BLOCKS)]),
        (
            "001390001234",
            None,
            "1990-08-15",
            [("id_future", Severity.BLOCKS), ("id_century", Severity.LOOK_AGAIN)],
        ),
        ("005190000000", None, "", [("id_province", Severity.FLAG), ("id_zeros", Severity.FLAG)]),
        ("00119000123", None, "", [("id_length", Severity.BLOCKS)]),
    ],
)
def test_a_number_is_compared_with_what_is_known(
    number: str, sex: Sex | None, born: str, expected: list[tuple[str, Severity]]
) -> None:
    findings = check_number(number, today=TODAY, sex=sex, born=born)

    assert [(finding.code, finding.severity) for finding in findings] == expected


def test_a_person_of_more_than_130_years_is_refused() -> None:
    findings = check_number("001005001234", today=date(2036, 1, 1))

    assert [finding.code for finding in findings] == ["id_old"]


def test_the_provinces_of_birth_registration_are_63() -> None:
    assert len(PROVINCE_CODES) == 63
    assert {"001", "079", "096"} <= PROVINCE_CODES
