"""Pre-registration forms (tờ khai): questions as data, answers checked by pure rules.

A form is one data file; at most 12 questions, one a page. Each field carries the reason it is asked
(data minimisation: Law 91/2025/QH15 on personal data).
"""

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a choice question."""

    value: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question: short label for the check page, question, help, and the reason it is asked."""

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
    """What is wrong with an answer, as a code with its numbers; the screen words it."""

    field: str
    code: str
    found: int = 0
    expected: int = 0
