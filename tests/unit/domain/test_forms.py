"""Answers are checked by rules that say what to do next."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.forms import (
    Choice,
    FieldFault,
    FieldKind,
    FormDefinition,
    FormField,
    check_answer,
    check_form,
    longest_answer,
    normalise_answer,
    warn_answer,
)
from kiosk.domain.forms_wording import FAULT_CODES, display_answer, fault_text, masked_name

TODAY = date(2026, 11, 24)
KINDS = st.sampled_from(list(FieldKind))


def field(kind: FieldKind, *, required: bool = True, minimum: int = 0, maximum: int = 0) -> FormField:
    choices = (Choice(value="male", vi="Con trai", en="Boy"), Choice(value="female", vi="Con gái", en="Girl"))
    return FormField(
        name="asked",
        kind=kind,
        label_vi="Họ tên bé",
        label_en="Child's name",
        question_vi="Họ tên bé là gì?",
        question_en="What is the child's name?",
        required=required,
        choices=choices if kind is FieldKind.CHOICE else (),
        minimum=minimum,
        maximum=maximum,
    )


def code_of(fault: FieldFault | None) -> str:
    return "" if fault is None else fault.code


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Minh An", "Trần Thị Thu Hà", "Y Moan Êban", "H'Hen Niê", "Lê-Trần Đức", "Ý An", "ĐẶNG THỊ NGỌC"],
)
def test_vietnamese_names_stand(name: str) -> None:
    assert check_answer(field(FieldKind.PERSON_NAME), name, TODAY) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("A", "name_short"),
        ("A" * 81, "name_long"),
        ("Nguyễn An 2", "name_digits"),
        ("Nguyễn An!", "name_letters"),
        ("Nguyen @ An", "name_letters"),
        ("'An Nguyễn", "name_letters"),
        ("Müller Jürgen", "name_letters"),
        ("", "missing"),
        ("   ", "missing"),
    ],
)
def test_a_name_is_refused_with_the_reason(name: str, code: str) -> None:
    assert code_of(check_answer(field(FieldKind.PERSON_NAME), name, TODAY)) == code


def test_an_optional_question_may_stay_empty() -> None:
    assert check_answer(field(FieldKind.PHONE, required=False), " ", TODAY) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2026-11-21", ""),
        ("2026-11-24", ""),
        ("2024-02-29", ""),
        ("2026-02-29", "date_unknown"),
        ("21/11/2026", "date_unknown"),
        ("20261121", "date_unknown"),
        ("2026-11-25", "birth_future"),
        ("1896-11-01", "date_far"),
        ("1897-01-01", ""),
    ],
)
def test_a_birth_date_is_a_real_day_of_the_last_130_years(value: str, code: str) -> None:
    assert code_of(check_answer(field(FieldKind.DATE_OF_BIRTH), value, TODAY)) == code


@pytest.mark.parametrize(
    ("days", "code"),
    [(-30, ""), (0, ""), (60, ""), (61, "date_late"), (-31, "date_early"), (99_999, "date_far")],
)
def test_a_date_keeps_to_its_days_around_today(days: int, code: str) -> None:
    value = (TODAY + timedelta(days=days)).isoformat()

    assert code_of(check_answer(field(FieldKind.DATE, minimum=-30, maximum=60), value, TODAY)) == code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("001190001234", ""),
        ("0011 9000 1234", ""),
        ("00119000123", "id_length"),
        ("0011900012345", "id_length"),
        ("00119000123x", "id_digits"),
        ("٠٠١١٩٠٠٠١٢٣٤", "id_digits"),
        ("001399001234", "id_future"),
        ("001900001234", "id_future"),
    ],
)
def test_a_citizen_number_has_twelve_digits_of_a_person_alive(value: str, code: str) -> None:
    assert code_of(check_answer(field(FieldKind.CITIZEN_ID), value, TODAY)) == code


def test_an_unusual_citizen_number_is_a_second_look_not_a_refusal() -> None:
    unusual = field(FieldKind.CITIZEN_ID)

    assert check_answer(unusual, "003190001234", TODAY) is None
    assert code_of(warn_answer(unusual, "003190001234", TODAY)) == "id_province"
    assert code_of(warn_answer(unusual, "001190000000", TODAY)) == "id_zeros"
    assert warn_answer(unusual, "001190001234", TODAY) is None
    assert warn_answer(unusual, "00119", TODAY) is None
    assert warn_answer(field(FieldKind.PHONE), "0912345678", TODAY) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0912 345 678", ""),
        ("+84 912.345.678", ""),
        ("912345678", "phone_start"),
        ("0012345678", "phone_start"),
        ("091234567", "phone_length"),
        ("02438251234", "phone_length"),
        ("09123x5678", "phone_digits"),
    ],
)
def test_a_phone_number_has_ten_digits_from_zero(value: str, code: str) -> None:
    assert code_of(check_answer(field(FieldKind.PHONE), value, TODAY)) == code


@pytest.mark.parametrize(
    ("value", "code"),
    [("1", ""), ("50", ""), ("51", "number_large"), ("0", "number_small"), ("hai", "number_digits")],
)
def test_a_number_keeps_to_its_bounds(value: str, code: str) -> None:
    assert code_of(check_answer(field(FieldKind.NUMBER, minimum=1, maximum=50), value, TODAY)) == code


def test_a_number_of_hundreds_of_digits_is_too_large_not_a_crash() -> None:
    assert code_of(check_answer(field(FieldKind.NUMBER), "9" * 500, TODAY)) == "number_large"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Bệnh viện Phụ sản Hà Nội", ""),
        ("a", "text_short"),
        ("a" * 41, "text_long"),
        ("Hà\u200bNội", "text_signs"),
    ],
)
def test_a_text_has_a_sensible_length_and_no_hidden_signs(value: str, code: str) -> None:
    assert code_of(check_answer(field(FieldKind.TEXT, minimum=2, maximum=40), value, TODAY)) == code


def test_a_choice_is_one_of_those_offered() -> None:
    assert check_answer(field(FieldKind.CHOICE), "female", TODAY) is None
    assert code_of(check_answer(field(FieldKind.CHOICE), "Con gái", TODAY)) == "choice_unknown"


def test_a_form_lists_its_faults_in_the_order_asked() -> None:
    questions = tuple(
        FormField(name=name, kind=kind, label_vi=name, label_en=name, question_vi="?", question_en="?")
        for name, kind in (
            ("name", FieldKind.PERSON_NAME),
            ("born", FieldKind.DATE_OF_BIRTH),
            ("id", FieldKind.PHONE),
        )
    )
    form = FormDefinition(
        form_id="f",
        version="2026-11-24",
        procedure_codes=("1.001193",),
        title_vi="t",
        title_en="t",
        subject="name",
        fields=questions,
    )

    faults = check_form(form, {"born": "2026-02-30", "id": "0912345678"}, TODAY)

    assert [(fault.field, fault.code) for fault in faults] == [("name", "missing"), ("born", "date_unknown")]


@given(kind=KINDS, value=st.text(max_size=60))
def test_normalising_twice_changes_nothing(kind: FieldKind, value: str) -> None:
    once = normalise_answer(field(kind), value)

    assert normalise_answer(field(kind), once) == once


@given(kind=KINDS, value=st.text(max_size=120), required=st.booleans())
def test_any_text_is_either_good_or_gets_a_sentence_with_a_next_step(
    kind: FieldKind, value: str, required: bool
) -> None:
    asked = field(kind, required=required)
    fault = check_answer(asked, value, TODAY)

    if fault is not None:
        assert fault.code in FAULT_CODES
        for language in ("vi", "en"):
            assert fault_text(fault, asked, language)
    assert isinstance(display_answer(asked, value, "vi"), str)


@pytest.mark.parametrize("code", sorted(FAULT_CODES))
@pytest.mark.parametrize("numbers", [(11, 12), (0, 0), (5, 60), (3, -30)])
def test_fault_sentences_are_short_and_without_office_words(code: str, numbers: tuple[int, int]) -> None:
    fault = FieldFault(field="asked", code=code, found=numbers[0], expected=numbers[1])

    text = fault_text(fault, field(FieldKind.CITIZEN_ID), "vi")

    sentences = [sentence for sentence in text.replace("?", ".").split(". ") if sentence]
    assert max(len(sentence.split()) for sentence in sentences) <= 12
    assert len(sentences) > 1
    assert "{" not in text
    assert "không hợp lệ" not in text.lower()


def test_a_short_citizen_number_says_how_many_digits_are_there() -> None:
    fault = check_answer(field(FieldKind.CITIZEN_ID), "0011 9000 123", TODAY)

    assert fault is not None
    assert fault_text(fault, field(FieldKind.CITIZEN_ID), "vi") == (
        "Số căn cước có 12 chữ số, mới nhập 11. Xem mặt trước thẻ."
    )


def test_a_long_citizen_number_says_what_to_remove() -> None:
    fault = check_answer(field(FieldKind.CITIZEN_ID), "0011900012345", TODAY)

    assert fault is not None
    assert "đang nhập 13" in fault_text(fault, field(FieldKind.CITIZEN_ID), "vi")


@pytest.mark.parametrize(
    ("kind", "value", "vi", "en"),
    [
        (FieldKind.DATE_OF_BIRTH, "2026-11-21", "Thứ Bảy, 21/11/2026", "Saturday, 21/11/2026"),
        (FieldKind.DATE, "2026-11-22", "Chủ Nhật, 22/11/2026", "Sunday, 22/11/2026"),
        (FieldKind.DATE, "2026-13-01", "2026-13-01", "2026-13-01"),
        (FieldKind.CITIZEN_ID, "001190001234", "0011 9000 1234", "0011 9000 1234"),
        (FieldKind.CITIZEN_ID, "00119000123", "0011 9000 123", "0011 9000 123"),
        (FieldKind.PHONE, "0912345678", "0912 345 678", "0912 345 678"),
        (FieldKind.NUMBER, "1500", "1.500", "1,500"),
        (FieldKind.CHOICE, "female", "Con gái", "Girl"),
        (FieldKind.CHOICE, "other", "other", "other"),
        (FieldKind.PERSON_NAME, " Nguyễn  Minh An ", "Nguyễn Minh An", "Nguyễn Minh An"),
        (FieldKind.PHONE, "", "", ""),
    ],
)
def test_an_answer_is_shown_as_people_read_it(kind: FieldKind, value: str, vi: str, en: str) -> None:
    assert display_answer(field(kind), value, "vi") == vi
    assert display_answer(field(kind), value, "en") == en


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Nguyễn Minh Anh", "N. M. A***"),
        ("nguyễn văn an", "N. V. A***"),
        ("An", "A***"),
        ("Đỗ Ý", "Đ. Ý***"),
        ("", ""),
    ],
)
def test_a_name_on_paper_is_masked(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(name=st.text(alphabet="abcđêơ ", max_size=40))
def test_a_masked_name_keeps_only_first_letters(name: str) -> None:
    shown = masked_name(name)

    assert sum(letter.isalpha() for letter in shown) == len(name.split())


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("1945", ""),
        ("2026", ""),
        ("1896", ""),
        ("1895", "date_far"),
        ("2027", "birth_future"),
        ("945", "date_unknown"),
        ("1945-00-00", "date_unknown"),
        ("１９４５", "date_unknown"),
    ],
)
def test_a_year_alone_stands_where_the_form_takes_it(answer: str, code: str) -> None:
    asked = replace(field(FieldKind.DATE_OF_BIRTH), year_alone=True)

    assert code_of(check_answer(asked, answer, TODAY)) == code
    assert code_of(check_answer(field(FieldKind.DATE_OF_BIRTH), answer, TODAY)) == "date_unknown"


def test_a_year_alone_is_shown_as_a_year() -> None:
    asked = replace(field(FieldKind.DATE_OF_BIRTH), year_alone=True)

    assert [display_answer(asked, "1945", language) for language in ("vi", "en")] == ["Năm 1945", "Year 1945"]


@given(KINDS, st.integers(min_value=1, max_value=150))
def test_what_may_be_typed_is_never_called_too_long(kind: FieldKind, longest: int) -> None:
    asked = field(kind, maximum=longest)

    fault = check_answer(asked, "a" * longest_answer(asked), TODAY)

    assert code_of(fault) not in {"text_long", "name_long"}
