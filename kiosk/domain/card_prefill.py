"""An identity card before the scanner fills in the questions about one person; it proves nothing."""

from datetime import date

from kiosk.domain.forms import FieldKind, FormDefinition, FormField, check_answer, normalise_answer
from kiosk.domain.identity_card import IdentityCard

_HOMES = frozenset({"address", "residence"})


def takes_card(field: FormField) -> bool:
    """Return whether a card fills in this question: it asks about a person, for something a card says."""
    return bool(field.person) and (
        field.kind in {FieldKind.PERSON_NAME, FieldKind.CITIZEN_ID, FieldKind.DATE_OF_BIRTH}
        or field.kind is FieldKind.CHOICE
        or field.name in _HOMES
    )


def card_answers(
    form: FormDefinition, asked: FormField, card: IdentityCard, today: date
) -> tuple[tuple[str, str], ...]:
    """Return (field name, answer) for the questions about the person of `asked`, in the form's order.

    Only what is readable and stands by the question's own rules; nothing where `asked` takes no card.
    """
    if not takes_card(asked):
        return ()
    found = []
    for field in form.fields:
        if field.person != asked.person or not takes_card(field):
            continue
        answer = normalise_answer(field, _part(field, card))
        if answer and check_answer(field, answer, today) is None:
            found.append((field.name, answer))
    return tuple(found)


def _part(field: FormField, card: IdentityCard) -> str:
    if field.kind is FieldKind.PERSON_NAME:
        return card.name
    if field.kind is FieldKind.CITIZEN_ID:
        return card.number
    if field.kind is FieldKind.DATE_OF_BIRTH:
        return card.born
    if field.kind is FieldKind.CHOICE:
        return card.sex.value if card.sex is not None else ""
    return card.residence
