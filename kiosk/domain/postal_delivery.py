"""The result sent home by public post: who may choose it, and the questions that give a whole address.

Source: Decision 45/2016/QĐ-TTg (public post takes dossiers in and brings results back).
"""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.catalogue import Channel, Procedure, ReturnPlace
from kiosk.domain.forms import FieldKind, FormDefinition, FormField

_DECLARING = frozenset({"declarant", "applicant"})
_REASON_VI, _REASON_EN = "Bưu tá cần để giao đúng nhà.", "The postman needs it to find the home."
DELIVERY_FIELDS: tuple[FormField, ...] = (
    FormField(
        name="delivery_name",
        kind=FieldKind.PERSON_NAME,
        label_vi="Người nhận bưu điện",
        label_en="Recipient by post",
        question_vi="Ai nhận kết quả tại nhà?",
        question_en="Who receives the result at home?",
        help_vi="Ghi đủ họ và tên.",
        help_en="Enter the full name.",
        reason_vi="Bưu tá chỉ giao cho đúng người.",
        reason_en="The postman hands it to this person only.",
    ),
    FormField(
        name="delivery_phone",
        kind=FieldKind.PHONE,
        label_vi="Điện thoại người nhận",
        label_en="Recipient's phone",
        question_vi="Bưu tá gọi số nào?",
        question_en="Which number does the postman call?",
        help_vi="Số có 10 chữ số.",
        help_en="It has 10 digits.",
        reason_vi="Bưu tá chỉ gọi trước khi giao.",
        reason_en="The postman calls only before coming.",
    ),
    FormField(
        name="delivery_line",
        kind=FieldKind.ADDRESS_LINE,
        label_vi="Số nhà, đường nhận",
        label_en="House and street",
        question_vi="Số nhà và tên đường là gì?",
        question_en="Which house and street?",
        help_vi="Ví dụ: Số 5 ngõ 12 phố Mẫu.",
        help_en="For example: Số 5 ngõ 12 phố Mẫu.",
        reason_vi=_REASON_VI,
        reason_en=_REASON_EN,
        maximum=100,
    ),
    FormField(
        name="delivery_ward",
        kind=FieldKind.WARD,
        label_vi="Phường, xã nhận",
        label_en="Ward",
        question_vi="Nhà ở phường hay xã nào?",
        question_en="Which ward or commune?",
        help_vi="Ghi cả chữ Phường hoặc Xã.",
        help_en="Begin with Phường or Xã.",
        reason_vi=_REASON_VI,
        reason_en=_REASON_EN,
    ),
    FormField(
        name="delivery_province",
        kind=FieldKind.PROVINCE,
        label_vi="Tỉnh, thành phố nhận",
        label_en="Province or city",
        question_vi="Nhà ở tỉnh, thành phố nào?",
        question_en="Which province or city?",
        help_vi="Gõ không dấu cũng được: ha noi.",
        help_en="Without marks is fine: ha noi.",
        reason_vi=_REASON_VI,
        reason_en=_REASON_EN,
    ),
)


def can_post(procedure: Procedure) -> bool:
    """Return whether the record lets the result come home by post.

    Where the record names the ways back, one must be AT_HOME; where it names none, filing by public post
    stands for both directions. A procedure that says neither is handed over at the counter.
    """
    if procedure.return_ways:
        return any(ReturnPlace.AT_HOME in way.places for way in procedure.return_ways)
    return any(method.channel is Channel.POSTAL for method in procedure.methods)


def with_delivery(form: FormDefinition) -> FormDefinition:
    """Return the form with the questions of the address after its own."""
    return replace(form, fields=(*form.fields, *DELIVERY_FIELDS))


def suggested(form: FormDefinition, field: FormField, answers: Mapping[str, str]) -> str:
    """Return what was answered before and is likely meant again, for the person to keep or change.

    The recipient is who declares, where the form tells who that is; "" where nothing is likely.
    """
    if field.name == "delivery_name":
        names = [other for other in form.fields if other.kind is FieldKind.PERSON_NAME and other != field]
        declaring = [other for other in names if other.person in _DECLARING]
        likely = declaring or (names if len(names) == 1 else [])
        return answers.get(likely[0].name, "") if likely else ""
    if field.name == "delivery_phone":
        phones = (other for other in form.fields if other.kind is FieldKind.PHONE and other != field)
        return next((answers[phone.name] for phone in phones if answers.get(phone.name)), "")
    return ""
