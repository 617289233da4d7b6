"""Pre-registration forms (tờ khai): questions as data, answers checked by pure rules.

A form is one data file; at most 12 questions, one a page. Each field carries the reason it is asked
(data minimisation: Law 91/2025/QH15 on personal data). What a fault says to a citizen is in `forms_wording`.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kiosk.domain.identity_card import OLDEST_AGE_YEARS, Severity, check_number, is_person_name
from kiosk.domain.postal_address import (
    line_fault,
    merged_into,
    province_fault,
    province_of,
    ward_fault,
    ward_of,
)
from kiosk.domain.word_suggestions import Suggested


class FieldKind(Enum):
    """How a question is asked and which rules its answer must meet."""

    PERSON_NAME = "person_name"
    TEXT = "text"
    DATE_OF_BIRTH = "date_of_birth"
    DATE = "date"
    CHOICE = "choice"
    CITIZEN_ID = "citizen_id"
    PHONE = "phone"
    NUMBER = "number"
    ADDRESS_LINE = "address_line"
    WARD = "ward"
    PROVINCE = "province"


_ADDRESS_PARTS = frozenset({FieldKind.ADDRESS_LINE, FieldKind.WARD, FieldKind.PROVINCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a choice question."""

    value: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question: short label for the check page, question, help, and the reason it is asked.

    `minimum` and `maximum` bound a NUMBER by value, a TEXT by its count of characters, and a DATE by days
    from today (-30 = thirty days ago); where both are 0 the kind's own bounds hold. `person` groups the
    questions about one person, so that an identity card fills them in together; "" for the others.
    `year_alone`: of a DATE_OF_BIRTH the year may be all that is known, then the answer is `YYYY`.
    `suggests` names the words offered while a TEXT is typed; parts of an address offer places by themselves.
    """

    name: str
    kind: FieldKind
    label_vi: str
    label_en: str
    question_vi: str
    question_en: str
    help_vi: str = ""
    help_en: str = ""
    reason_vi: str = ""
    reason_en: str = ""
    required: bool = True
    choices: tuple[Choice, ...] = ()
    minimum: int = 0
    maximum: int = 0
    person: str = ""
    year_alone: bool = False
    suggests: Suggested = Suggested.NOTHING

    def offers(self) -> Suggested:
        """Return what to offer while this answer is typed: never anything for names and numbers."""
        if self.kind in _ADDRESS_PARTS:
            return Suggested.PLACES
        return self.suggests if self.kind is FieldKind.TEXT else Suggested.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDefinition:
    """A form with its fields in the order asked; `subject` names the field shown (masked) on the slip."""

    form_id: str
    version: str
    procedure_codes: tuple[str, ...]
    title_vi: str
    title_en: str
    subject: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFault:
    """What is wrong with an answer, as a code with its numbers; `forms_wording.fault_text` words it.

    `word` is a name the words need (the province that holds a former one now), never what was entered.
    """

    field: str
    code: str
    found: int = 0
    expected: int = 0
    word: str = ""


LONGEST_TEXT = 200
NAME_LENGTHS = (2, 80)
PHONE_DIGITS = 10
CITIZEN_ID_DIGITS = 12
_LONGEST_NUMBER = 9
_DAYS_A_YEAR = 365.2425
_FAR_DAYS = int(OLDEST_AGE_YEARS * _DAYS_A_YEAR)
_SPACES = re.compile(r"\s+")
_NUMBER_MARKS = re.compile(r"[\s.\-()]")
_YEAR = re.compile(r"[0-9]{4}")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def normalise_answer(field: FormField, value: str) -> str:
    """Return `value` as it is kept: NFC, trimmed, single spaces; numbers unmarked, +84 as 0. Idempotent."""
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", value)).strip()
    if field.kind is FieldKind.PERSON_NAME:
        return text.replace("\u2019", "'").replace("\u2010", "-")
    if field.kind in {FieldKind.CITIZEN_ID, FieldKind.PHONE, FieldKind.NUMBER}:
        text = _NUMBER_MARKS.sub("", text)
    if field.kind is FieldKind.PHONE:
        return re.sub(r"^\+84", "0", text)
    if field.kind is FieldKind.WARD:
        return ward_of(text)
    if field.kind is FieldKind.PROVINCE:
        return province_of(text) or text
    return text


def longest_answer(field: FormField) -> int:
    """Return how many characters an answer may have while it is typed."""
    if field.kind is FieldKind.PERSON_NAME:
        return NAME_LENGTHS[1]
    if field.kind is FieldKind.CITIZEN_ID:
        return CITIZEN_ID_DIGITS
    if field.kind is FieldKind.PHONE:
        return PHONE_DIGITS
    if field.kind is FieldKind.NUMBER:
        return len(str(field.maximum)) if field.maximum else _LONGEST_NUMBER
    return field.maximum or LONGEST_TEXT


def is_year_alone(field: FormField, answer: str) -> bool:
    """Return whether `answer` is a year of birth without day and month, where the question takes one."""
    return field.year_alone and _YEAR.fullmatch(answer) is not None


def check_answer(field: FormField, value: str, today: date) -> FieldFault | None:
    """Return what must be put right before this answer can stand, or None; `value` need not be normalised."""
    answer = normalise_answer(field, value)
    if not answer:
        return FieldFault(field=field.name, code="missing") if field.required else None
    return _CHECKS[field.kind](field, answer, today)


def warn_answer(field: FormField, value: str, today: date) -> FieldFault | None:
    """Return what is unusual in an answer that may stand: worth a second look, never a refusal."""
    if field.kind is not FieldKind.CITIZEN_ID or check_answer(field, value, today) is not None:
        return None
    findings = check_number(normalise_answer(field, value), today=today)
    return next((FieldFault(field=field.name, code=finding.code) for finding in findings), None)


def check_form(definition: FormDefinition, answers: Mapping[str, str], today: date) -> tuple[FieldFault, ...]:
    """Return the faults of all answers in the form's order; a question without an answer counts as empty."""
    faults = (check_answer(field, answers.get(field.name, ""), today) for field in definition.fields)
    return tuple(fault for fault in faults if fault is not None)


def parse_date(value: str) -> date | None:
    """Return the calendar date of `YYYY-MM-DD`, or None where there is no such day."""
    if not _ISO_DATE.fullmatch(value) or not value.isascii():
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _check_name(field: FormField, answer: str, _today: date) -> FieldFault | None:
    shortest, longest = NAME_LENGTHS
    if len(answer) > longest:
        return FieldFault(field=field.name, code="name_long", found=len(answer), expected=longest)
    if any(character.isdigit() for character in answer):
        return FieldFault(field=field.name, code="name_digits")
    if sum(character.isalpha() for character in answer) < shortest:
        return FieldFault(field=field.name, code="name_short", found=len(answer), expected=shortest)
    return None if is_person_name(answer) else FieldFault(field=field.name, code="name_letters")


def _check_text(field: FormField, answer: str, _today: date) -> FieldFault | None:
    longest = field.maximum or LONGEST_TEXT
    if any(unicodedata.category(character).startswith("C") for character in answer):
        return FieldFault(field=field.name, code="text_signs")
    if len(answer) > longest:
        return FieldFault(field=field.name, code="text_long", found=len(answer), expected=longest)
    if len(answer) < field.minimum:
        return FieldFault(field=field.name, code="text_short", found=len(answer), expected=field.minimum)
    return None


def _check_birth(field: FormField, answer: str, today: date) -> FieldFault | None:
    if is_year_alone(field, answer):
        return _check_birth_year(field, int(answer), today)
    day = parse_date(answer)
    if day is None:
        return FieldFault(field=field.name, code="date_unknown")
    if day > today:
        return FieldFault(field=field.name, code="birth_future")
    if (today - day).days > _FAR_DAYS:
        return FieldFault(field=field.name, code="date_far", found=day.year, expected=OLDEST_AGE_YEARS)
    return None


def _check_birth_year(field: FormField, year: int, today: date) -> FieldFault | None:
    if year > today.year:
        return FieldFault(field=field.name, code="birth_future")
    if today.year - year > OLDEST_AGE_YEARS:
        return FieldFault(field=field.name, code="date_far", found=year, expected=OLDEST_AGE_YEARS)
    return None


def _check_date(field: FormField, answer: str, today: date) -> FieldFault | None:
    day = parse_date(answer)
    if day is None:
        return FieldFault(field=field.name, code="date_unknown")
    if abs((day - today).days) > _FAR_DAYS:
        return FieldFault(field=field.name, code="date_far", found=day.year, expected=OLDEST_AGE_YEARS)
    if field.minimum == field.maximum == 0:
        return None
    if day > today + timedelta(days=field.maximum):
        return FieldFault(field=field.name, code="date_late", expected=field.maximum)
    if day < today + timedelta(days=field.minimum):
        return FieldFault(field=field.name, code="date_early", expected=field.minimum)
    return None


def _check_choice(field: FormField, answer: str, _today: date) -> FieldFault | None:
    known = any(choice.value == answer for choice in field.choices)
    return None if known else FieldFault(field=field.name, code="choice_unknown")


def _check_citizen_id(field: FormField, answer: str, today: date) -> FieldFault | None:
    if not _only_digits(answer):
        return FieldFault(field=field.name, code="id_digits")
    if len(answer) != CITIZEN_ID_DIGITS:
        return FieldFault(field=field.name, code="id_length", found=len(answer), expected=CITIZEN_ID_DIGITS)
    findings = check_number(answer, today=today)
    blocking = (finding for finding in findings if finding.severity is Severity.BLOCKS)
    return next((FieldFault(field=field.name, code=finding.code) for finding in blocking), None)


def _check_phone(field: FormField, answer: str, _today: date) -> FieldFault | None:
    if not _only_digits(answer):
        return FieldFault(field=field.name, code="phone_digits")
    if not answer.startswith("0") or answer.startswith("00"):
        return FieldFault(field=field.name, code="phone_start")
    if len(answer) != PHONE_DIGITS:
        return FieldFault(field=field.name, code="phone_length", found=len(answer), expected=PHONE_DIGITS)
    return None


def _check_number(field: FormField, answer: str, _today: date) -> FieldFault | None:
    if not _only_digits(answer):
        return FieldFault(field=field.name, code="number_digits")
    count = int(answer) if len(answer) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
    unbounded = field.minimum == field.maximum == 0
    largest = 10**_LONGEST_NUMBER - 1 if unbounded else field.maximum
    if count > largest:
        return FieldFault(field=field.name, code="number_large", found=count, expected=largest)
    if count < field.minimum:
        return FieldFault(field=field.name, code="number_small", found=count, expected=field.minimum)
    return None


def _check_line(field: FormField, answer: str, _today: date) -> FieldFault | None:
    longest = field.maximum or LONGEST_TEXT
    if len(answer) > longest:
        return FieldFault(field=field.name, code="text_long", found=len(answer), expected=longest)
    code = line_fault(answer)
    return FieldFault(field=field.name, code=code) if code else None


def _check_ward(field: FormField, answer: str, _today: date) -> FieldFault | None:
    code = ward_fault(answer)
    return FieldFault(field=field.name, code=code) if code else None


def _check_province(field: FormField, answer: str, _today: date) -> FieldFault | None:
    code = province_fault(answer)
    return FieldFault(field=field.name, code=code, word=merged_into(answer)) if code else None


def _only_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


_CHECKS: dict[FieldKind, Callable[[FormField, str, date], FieldFault | None]] = {
    FieldKind.PERSON_NAME: _check_name,
    FieldKind.TEXT: _check_text,
    FieldKind.DATE_OF_BIRTH: _check_birth,
    FieldKind.DATE: _check_date,
    FieldKind.CHOICE: _check_choice,
    FieldKind.CITIZEN_ID: _check_citizen_id,
    FieldKind.PHONE: _check_phone,
    FieldKind.NUMBER: _check_number,
    FieldKind.ADDRESS_LINE: _check_line,
    FieldKind.WARD: _check_ward,
    FieldKind.PROVINCE: _check_province,
}
