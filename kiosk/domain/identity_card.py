"""The identity card (thẻ căn cước): its QR text and its 12-digit number.

The QR is unsigned: it fills in a form, it proves nothing. Newer cards append the numbers of relatives; those
parts are discarded unread (data minimisation).

Source: Decree 137/2015/NĐ-CP art. 13 on the number: 3 digits place of birth registration, 1 century and sex,
2 year of birth, 6 random; there is no check digit.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum

OLDEST_AGE_YEARS = 130
NUMBER_DIGITS = 12
_PARTS = range(6, 17)  # older cards carry 7, newer ones often 11
_CENTURY_BASE = 1900
_BASE_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE_LETTERS = frozenset(
    unicodedata.normalize("NFC", base + tone)
    for base in _BASE_LETTERS
    for tone in (_TONES if base in "aăâeêioôơuưy" else ("",))
)
_WORD_MARKS = frozenset(" '-")
# Circular 59/2021/TT-BCA, annex I: the 63 provinces of birth registration before the mergers of 2025.
_PROVINCE_NUMBERS = """
1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38,
40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80,
82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96
"""
PROVINCE_CODES = frozenset(number.strip().zfill(3) for number in _PROVINCE_NUMBERS.split(","))


class Severity(Enum):
    """What follows from a finding: the answer cannot stand, must be looked at again, or is only flagged."""

    BLOCKS = "blocks"
    LOOK_AGAIN = "look_again"
    FLAG = "flag"


class Sex(Enum):
    """Sex as printed on the card."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFinding:
    """Something about a card number, as a code."""

    code: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityCard:
    """What a card's QR says; any part but the number may be empty or None where it was not readable.

    `born` and `issued` are ISO text (`YYYY-MM-DD`, `born` also `YYYY` where only the year is known).
    """

    number: str
    name: str = ""
    born: str = ""
    sex: Sex | None = None
    residence: str = ""
    issued: str = ""


class CardProblem(Enum):
    """Why a scanned text gives no card."""

    NOT_A_CARD = "not_a_card"
    NO_NUMBER = "no_number"


def parse_card_qr(text: str) -> IdentityCard | CardProblem:
    """Read the QR text of a chip card: `number|old number|name|ddmmyyyy|Nam/Nữ|residence|ddmmyyyy|…`.

    Parts whose shape is wrong stay empty, so a scanner that damages diacritics still fills in the digits.
    Anything else, a VNeID code included, is NOT_A_CARD.
    """
    parts = [part.strip() for part in unicodedata.normalize("NFC", text).strip().split("|")]
    if len(parts) not in _PARTS:
        return CardProblem.NOT_A_CARD
    number, _old_number, name, born, sex, residence, issued = (*parts[:7], "")[:7]
    if not is_card_number(number):
        return CardProblem.NO_NUMBER
    if name and residence and f"{name}{residence}".isascii():
        # A scanner that types like a keyboard dropped the marks: "Trn Th Thu H" is nobody's name.
        name = residence = ""
    return IdentityCard(
        number=number,
        name=name if is_person_name(name) else "",
        born=_card_date(born) or _card_year(born),
        sex={"nam": Sex.MALE, "nữ": Sex.FEMALE}.get(sex.casefold()),
        residence=residence if _is_clean(residence) else "",
        issued=_card_date(issued),
    )


def check_number(
    number: str,
    *,
    today: date,
    sex: Sex | None = None,
    born: str = "",
) -> tuple[NumberFinding, ...]:
    """Return what is wrong or unusual in a card number, worst first; `sex` and `born` (ISO) are compared.

    A different sex or century may be right after a correction of civil status: a second look, no refusal.
    """
    if not is_card_number(number):
        return (NumberFinding(code="id_length", severity=Severity.BLOCKS),)
    findings = [
        *_age_findings(number, today),
        *_comparison_findings(number, sex=sex, born=born),
        *_rarity_findings(number),
    ]
    order = list(Severity)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))


def birth_year(number: str) -> int:
    """Return the year of birth a 12-digit card number carries."""
    return _CENTURY_BASE + 100 * (int(number[3]) // 2) + int(number[4:6])


def sex_of(number: str) -> Sex:
    """Return the sex a 12-digit card number carries."""
    return Sex.FEMALE if int(number[3]) % 2 else Sex.MALE


def is_card_number(text: str) -> bool:
    """Return whether `text` is 12 ASCII digits."""
    return len(text) == NUMBER_DIGITS and text.isascii() and text.isdigit()


def is_person_name(text: str) -> bool:
    """Return whether `text` is a name: 2 to 80 Vietnamese letters, spaces, apostrophes, hyphens."""
    letters = text.lower()
    return (
        2 <= len(text) <= 80  # noqa: PLR2004  the lengths of the sentence above
        and letters[0] in VIETNAMESE_LETTERS
        and all(letter in VIETNAMESE_LETTERS or letter in _WORD_MARKS for letter in letters)
        and sum(letter not in _WORD_MARKS for letter in letters) > 1
    )


def _age_findings(number: str, today: date) -> list[NumberFinding]:
    year = birth_year(number)
    if year > today.year:
        return [NumberFinding(code="id_future", severity=Severity.BLOCKS)]
    if year < today.year - OLDEST_AGE_YEARS:
        return [NumberFinding(code="id_old", severity=Severity.BLOCKS)]
    return []


def _comparison_findings(number: str, *, sex: Sex | None, born: str) -> list[NumberFinding]:
    findings = []
    if born and born[2:4] != number[4:6]:
        findings.append(NumberFinding(code="id_year", severity=Severity.BLOCKS))
    elif born and int(born[:4]) != birth_year(number):
        findings.append(NumberFinding(code="id_century", severity=Severity.LOOK_AGAIN))
    if sex is not None and sex is not sex_of(number):
        findings.append(NumberFinding(code="id_sex", severity=Severity.LOOK_AGAIN))
    return findings


def _rarity_findings(number: str) -> list[NumberFinding]:
    findings = []
    if number[:3] not in PROVINCE_CODES:
        findings.append(NumberFinding(code="id_province", severity=Severity.FLAG))
    if number.endswith("000000"):
        findings.append(NumberFinding(code="id_zeros", severity=Severity.FLAG))
    return findings


def _card_date(text: str) -> str:
    if not re.fullmatch(r"[0-9]{8}", text):
        return ""
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2])).isoformat()
    except ValueError:
        return ""


def _card_year(text: str) -> str:
    match = re.fullmatch(r"(?:0000)?((?:19|20)[0-9]{2})", text)
    return match[1] if match else ""


def _is_clean(text: str) -> bool:
    return not any(sign in "?\ufffd" or unicodedata.category(sign).startswith("C") for sign in text)
