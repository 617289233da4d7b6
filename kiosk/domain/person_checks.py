"""Answers about one person held against each other: number, day of birth, sex, later days of their life.

What contradicts must be mended; what may be right after a correction of civil status is asked about once
more and may stand (`identity_card.Severity`).
"""

from collections.abc import Mapping
from datetime import date

from kiosk.domain.forms import (
    FieldFault,
    FieldKind,
    FormDefinition,
    FormField,
    check_answer,
    check_form,
    normalise_answer,
)
from kiosk.domain.identity_card import NumberFinding, Severity, Sex, check_number

_SEXES = {sex.value: sex for sex in Sex}


def all_faults(definition: FormDefinition, answers: Mapping[str, str], today: date) -> tuple[FieldFault, ...]:
    """Return what must be mended, in the form's order: each answer alone, then numbers beside the rest."""
    alone = {fault.field: fault for fault in check_form(definition, answers, today)}
    for field in definition.fields:
        if field.name not in alone and _is_before_birth(field, definition, answers, today):
            alone[field.name] = FieldFault(field=field.name, code="before_birth")
        if field.name not in alone:
            finding = _first(field, definition, answers, today, blocks=True)
            if finding is not None:
                alone[field.name] = FieldFault(field=field.name, code=finding.code)
    return tuple(alone[field.name] for field in definition.fields if field.name in alone)


def second_looks(
    definition: FormDefinition, answers: Mapping[str, str], today: date
) -> tuple[FieldFault, ...]:
    """Return what is worth a second look and may stand, in the form's order."""
    found = []
    for field in definition.fields:
        finding = _first(field, definition, answers, today, blocks=False)
        if finding is not None:
            found.append(FieldFault(field=field.name, code=finding.code))
    return tuple(found)


def _first(
    field: FormField, definition: FormDefinition, answers: Mapping[str, str], today: date, *, blocks: bool
) -> NumberFinding | None:
    """Return the worst finding of a number, of the kind asked for; None where the number itself is wrong."""
    number = normalise_answer(field, answers.get(field.name, ""))
    if field.kind is not FieldKind.CITIZEN_ID or not number or check_answer(field, number, today) is not None:
        return None
    findings = check_number(
        number,
        today=today,
        sex=_sex(field, definition, answers),
        born=_born(field, definition, answers, today),
    )
    if any(finding.severity is Severity.BLOCKS for finding in findings):
        return findings[0] if blocks else None
    return findings[0] if findings and not blocks else None


def _is_before_birth(
    field: FormField, definition: FormDefinition, answers: Mapping[str, str], today: date
) -> bool:
    """Return whether a day in somebody's life lies before it began; a year alone is compared as a year."""
    day = normalise_answer(field, answers.get(field.name, ""))
    born = _born(field, definition, answers, today) if field.kind is FieldKind.DATE else ""
    return bool(day and born) and day[: len(born)] < born


def _born(field: FormField, definition: FormDefinition, answers: Mapping[str, str], today: date) -> str:
    for other in definition.fields:
        if other.kind is FieldKind.DATE_OF_BIRTH and field.person and other.person == field.person:
            answer = normalise_answer(other, answers.get(other.name, ""))
            return answer if check_answer(other, answer, today) is None else ""
    return ""


def _sex(field: FormField, definition: FormDefinition, answers: Mapping[str, str]) -> Sex | None:
    for other in definition.fields:
        if other.kind is FieldKind.CHOICE and field.person and other.person == field.person:
            return _SEXES.get(answers.get(other.name, ""))
    return None
