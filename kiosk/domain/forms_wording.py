"""What a citizen reads about their answers: faults with a next step, answers as they are shown, masked names.

Sentences have at most 12 words, name what was found, and say what to do. Languages are `vi` and `en`.
"""

import re
from datetime import date

from kiosk.domain.forms import FieldFault, FieldKind, FormField, is_year_alone, normalise_answer, parse_date

_WEEKDAYS_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MASK = "***"

# code -> (vi, en); {found} and {expected} are the numbers of the fault, {label} the question's short name.
_FAULTS: dict[str, tuple[str, str]] = {
    "missing": (
        "Còn thiếu: {label}. Mời ông/bà điền thêm.",
        "Still missing: {label}. Please fill it in.",
    ),
    "name_short": (
        "Tên còn quá ngắn. Mời ghi đủ họ và tên như giấy tờ.",
        "The name is too short. Enter the full name as on the papers.",
    ),
    "name_long": (
        "Tên dài {found} chữ, ô này chứa {expected}. Mời rút gọn, cán bộ ghi đủ sau.",
        "The name has {found} letters, the box holds {expected}. Shorten it; the officer adds the rest.",
    ),
    "name_digits": (
        "Tên đang có chữ số. Xoá chữ số rồi tiếp tục.",
        "The name contains a digit. Remove it, then continue.",
    ),
    "name_letters": (
        "Tên đang có dấu lạ. Chỉ giữ chữ cái và khoảng trắng.",
        "The name contains an unusual sign. Keep letters and spaces only.",
    ),
    "text_signs": (
        "Câu trả lời có dấu lạ. Mời xoá và gõ lại.",
        "The answer contains an unusual sign. Please type it again.",
    ),
    "text_long": (
        "Đã gõ {found} chữ, ô này chứa {expected}. Mời viết ngắn hơn.",
        "You typed {found} characters, the box holds {expected}. Please shorten it.",
    ),
    "text_short": (
        "Câu trả lời cần ít nhất {expected} chữ, mới có {found}. Mời ghi rõ hơn.",
        "The answer needs at least {expected} characters, it has {found}. Please add detail.",
    ),
    "date_unknown": (
        "Lịch không có ngày này. Xem lại ngày, tháng và năm.",
        "There is no such day. Check the day, month and year.",
    ),
    "birth_future": (
        "Ngày sinh đang ở sau hôm nay. Xem lại năm sinh.",
        "The birth date is after today. Check the year.",
    ),
    "before_birth": (
        "Ngày này ở trước ngày sinh. Xem lại cả hai.",
        "This day is before the birth date. Check both.",
    ),
    "date_far": (
        "Năm {found} cách nay hơn {expected} năm. Xem lại năm.",
        "The year {found} is more than {expected} years away. Check the year.",
    ),
    "choice_unknown": (
        "Chưa chọn câu trả lời. Chạm vào một ô.",
        "No answer chosen yet. Touch one of the boxes.",
    ),
    "id_digits": (
        "Số căn cước chỉ có chữ số. Xoá chữ và dấu khác.",
        "The identity number has digits only. Remove other signs.",
    ),
    "id_length": (
        "Số căn cước có {expected} chữ số, mới nhập {found}. Xem mặt trước thẻ.",
        "The identity number has {expected} digits, {found} entered. Look at the front of the card.",
    ),
    "id_long": (
        "Số căn cước có {expected} chữ số, đang nhập {found}. Xoá bớt số thừa.",
        "The identity number has {expected} digits, {found} entered. Remove the extra ones.",
    ),
    "id_future": (
        "Bốn số đầu của căn cước chưa đúng. Xem lại từng số trên thẻ.",
        "The start of the identity number looks wrong. Compare it with the card.",
    ),
    "id_province": (
        "Ông/bà xem lại: ba số đầu ít gặp. Đúng thì tiếp tục.",
        "The first three digits are unusual. Check the card; if right, continue.",
    ),
    "id_zeros": (
        "Ông/bà xem lại: sáu số cuối toàn số 0. Đúng thì tiếp tục.",
        "The last six digits are all 0. Check the card; if right, continue.",
    ),
    "id_year": (
        "Số căn cước không khớp năm sinh. Xem lại cả hai.",
        "The identity number does not match the birth year. Check both.",
    ),
    "id_century": (
        "Ông/bà xem lại: năm sinh và số căn cước khác nhau. Đúng thì tiếp tục.",
        "Check the birth year and the identity number. If right, continue.",
    ),
    "id_sex": (
        "Ông/bà xem lại: giới tính và số căn cước khác nhau. Đúng thì tiếp tục.",
        "Check the sex and the identity number. If right, continue.",
    ),
    "phone_digits": (
        "Số điện thoại chỉ có chữ số. Xoá chữ và dấu khác.",
        "The phone number has digits only. Remove other signs.",
    ),
    "phone_start": (
        "Số điện thoại bắt đầu bằng số 0. Mời nhập lại.",
        "The phone number starts with 0. Please enter it again.",
    ),
    "phone_length": (
        "Số điện thoại có {expected} chữ số, mới nhập {found}. Xem lại giúp.",
        "The phone number has {expected} digits, {found} entered. Please check it.",
    ),
    "number_digits": (
        "Ô này chỉ nhận chữ số. Ví dụ: 2.",
        "This box takes digits only. For example: 2.",
    ),
    "number_small": (
        "Số nhỏ nhất là {expected}. Mời nhập lại.",
        "The smallest number is {expected}. Please enter it again.",
    ),
    "number_large": (
        "Máy này nhận nhiều nhất {expected}. Cần nhiều hơn, hỏi cán bộ.",
        "This kiosk takes at most {expected}. For more, ask the officer.",
    ),
    "line_short": (
        "Địa chỉ còn ngắn. Mời ghi số nhà và tên đường.",
        "The address is short. Enter house number and street.",
    ),
    "line_letters": (
        "Còn thiếu tên đường hoặc thôn. Mời ông/bà ghi thêm.",
        "Street or village is still missing. Please add it.",
    ),
    "level_gone": (
        "Địa chỉ nay chỉ có hai cấp. Chỉ ghi phường hoặc xã.",
        "Addresses have two levels now. Enter the ward only.",
    ),
    "ward_kind": (
        "Còn thiếu chữ Phường hoặc Xã. Mời ghi ở đầu.",
        "Phường or Xã is missing. Please write it first.",
    ),
    "ward_name": (
        "Còn thiếu tên phường, xã. Mời ghi đủ tên.",
        "The ward's name is missing. Please enter all of it.",
    ),
    "province_unknown": (
        "Máy chưa tìm ra tỉnh này. Xem lại tên tỉnh, thành phố.",
        "No province has this name. Check the name of province or city.",
    ),
    "province_merged": (
        "Tỉnh này nay thuộc {word}. Mời ghi {word}.",
        "This province is part of {word} now. Please enter {word}.",
    ),
}
_FAULTS["id_old"] = _FAULTS["id_future"]
FAULT_CODES = frozenset({*_FAULTS, "date_late", "date_early"})


def fault_text(fault: FieldFault, field: FormField, language: str) -> str:
    """Return what is wrong and what to do, in `language`. Raises KeyError for a code no rule gives."""
    is_vietnamese = language == "vi"
    if fault.code in {"date_late", "date_early"}:
        return _date_bound_text(fault, is_vietnamese=is_vietnamese)
    code = "id_long" if fault.code == "id_length" and fault.found > fault.expected else fault.code
    sentence = _FAULTS[code][0 if is_vietnamese else 1]
    label = field.label_vi if is_vietnamese else field.label_en
    return sentence.format(
        found=_grouped(fault.found, language) if fault.code.startswith("number_") else fault.found,
        expected=_grouped(fault.expected, language),
        label=f"{label[:1].lower()}{label[1:]}",
        word=fault.word,
    )


def display_answer(field: FormField, value: str, language: str) -> str:
    """Return an answer as the check page shows it: dates with weekday, numbers grouped, choices in words.

    A value that is not yet right is shown as it was typed.
    """
    answer = normalise_answer(field, value)
    if field.kind in {FieldKind.DATE, FieldKind.DATE_OF_BIRTH}:
        return _shown_date(field, answer, language)
    if field.kind is FieldKind.CHOICE:
        chosen = next((choice for choice in field.choices if choice.value == answer), None)
        return answer if chosen is None else (chosen.vi if language == "vi" else chosen.en)
    if field.kind is FieldKind.CITIZEN_ID:
        return " ".join(re.findall(r".{1,4}", answer))
    if field.kind is FieldKind.PHONE:
        return " ".join(part for part in (answer[:4], answer[4:7], answer[7:]) if part)
    if field.kind is FieldKind.NUMBER and answer.isascii() and answer.isdigit():
        return _grouped(int(answer), language)
    return answer


def _shown_date(field: FormField, answer: str, language: str) -> str:
    if is_year_alone(field, answer):
        return f"Năm {answer}" if language == "vi" else f"Year {answer}"
    day = parse_date(answer)
    return answer if day is None else display_date(day, language)


def display_date(day: date, language: str) -> str:
    """Return "Thứ Bảy, 21/11/2026" or "Saturday, 21/11/2026", whatever the machine's locale."""
    if language == "vi":
        return f"{_WEEKDAYS_VI[day.weekday()]}, {day.day:02}/{day.month:02}/{day.year:04}"
    return f"{_WEEKDAYS_EN[day.weekday()]}, {day.day:02}/{day.month:02}/{day.year:04}"


def masked_name(name: str) -> str:
    """Return a name as a slip may show it: "Nguyễn Minh Anh" becomes "N. M. A***"; empty stays empty."""
    *before, last = name.split() or [""]
    if not last:
        return ""
    initials = [f"{word[0].upper()}." for word in before]
    return " ".join([*initials, f"{last[0].upper()}{_MASK}"])


def _date_bound_text(fault: FieldFault, *, is_vietnamese: bool) -> str:
    days = abs(fault.expected)
    if fault.code == "date_late" and fault.expected <= 0:
        vi, en = "Ngày này đang ở sau hôm nay.", "This day is after today."
    elif fault.code == "date_late":
        vi, en = f"Chọn ngày trong vòng {days} ngày tới.", f"Choose a day within the next {days} days."
    elif fault.expected >= 0:
        vi, en = "Ngày này đã qua.", "This day has passed."
    else:
        vi, en = f"Ngày này đã qua hơn {days} ngày.", f"This day was more than {days} days ago."
    return f"{vi} Xem lại ngày, tháng và năm." if is_vietnamese else f"{en} Check the day, month and year."


def _grouped(number: int, language: str) -> str:
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language == "vi" else grouped
