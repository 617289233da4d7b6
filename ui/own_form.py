"""A form as this person fills it in: its own questions, and the address where the result goes by post."""

from collections.abc import Mapping
from datetime import date

from kiosk.domain.catalogue import Procedure
from kiosk.domain.consents import Purpose
from kiosk.domain.forms import FieldKind, FormDefinition, FormField
from kiosk.domain.person_checks import all_faults
from kiosk.domain.postal_delivery import can_post, with_delivery
from ui.context import Services


def own_form(services: Services, code: str) -> FormDefinition:
    """Return the form of a procedure with all questions this person is asked."""
    form = services.forms[code]
    if Purpose.POST in services.visit.agreed_of(form.form_id):
        return with_delivery(form)
    return form


def takes_in(services: Services, code: str) -> bool:
    """Return whether a pre-registration may be made here: settings, form and ladder say so."""
    return services.takes_dossiers and code in services.forms and services.ladder.rung(code).takes_in


def asked_purposes(services: Services, procedure: Procedure | None, code: str) -> tuple[Purpose, ...]:
    """Return the free purposes that make sense: calling with a number, post where the record allows it."""
    form = services.forms[code]
    number = contact_field(form)
    asked = []
    if number is not None and services.visit.of_form(form.form_id).get(number.name):
        asked.append(Purpose.CONTACT)
    if procedure is not None and can_post(procedure):
        asked.append(Purpose.POST)
    return tuple(asked)


def contact_field(form: FormDefinition) -> FormField | None:
    """Return the question whose answer serves nothing but calling, None where the form has none."""
    numbers = (field for field in form.fields if field.kind is FieldKind.PHONE and not field.required)
    return next(numbers, None)


def first_missing_of_delivery(form: FormDefinition, answers: Mapping[str, str], today: date) -> int | None:
    """Return the place of the first question about the address that must be answered or mended."""
    names = [field.name for field in form.fields]
    faulty = [fault.field for fault in all_faults(form, answers, today)]
    first = next((name for name in faulty if name.startswith("delivery_")), None)
    return names.index(first) if first is not None else None
