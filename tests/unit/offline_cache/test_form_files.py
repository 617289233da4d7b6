"""Form files are read strictly: a wrong one is refused by name, field and value."""

import re
from pathlib import Path

import pytest

from kiosk.domain.forms import FieldKind, FormDefinition
from offline_cache.form_files import FORMS_FOLDER, MOST_FIELDS, FormFileRejected, load_form, load_forms

GOOD = (FORMS_FOLDER / "khai-sinh.toml").read_text(encoding="utf-8")
SHIPPED = load_forms()


def written(folder: Path, text: str, name: str = "khai-sinh") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_birth_asks_eight_questions_in_the_pictured_order() -> None:
    form = load_form(FORMS_FOLDER / "khai-sinh.toml")

    labels = [field.label_vi for field in form.fields]
    assert labels == [
        "Họ tên bé",
        "Bé là",
        "Ngày sinh",
        "Nơi sinh",
        "Họ tên mẹ",
        "Số căn cước của mẹ",
        "Họ tên cha",
        "Điện thoại để báo tin",
    ]
    assert [field.required for field in form.fields] == [True] * 6 + [False] * 2


@pytest.mark.parametrize(
    ("before", "after", "field", "value"),
    [
        ('form_id = "khai-sinh"', 'form_id = "sinh"', "form_id", "sinh"),
        ('version = "2026-11-24"', 'version = "1"', "version", "1"),
        ('"1.001193"', '"1001193"', "procedure_codes", "1001193"),
        ('["1.001193"]', "[]", "procedure_codes", ""),
        ('["1.001193"]', "[1.001193]", "procedure_codes[0]", "1.001193"),
        ('subject = "child_name"', 'subject = "nobody"', "subject", "nobody"),
        ('subject = "child_name"\n', "", "subject", ""),
        ('kind = "date_of_birth"', 'kind = "birthday"', "fields[2].kind", "birthday"),
        ('name = "mother_name"', 'name = "child_name"', "fields[4].name", "child_name"),
        ('name = "mother_name"', 'name = "Mother"', "fields[4].name", "Mother"),
        ('kind = "choice"', 'kind = "text"', "fields[1].choices", "2"),
        ('value = "female"', 'value = "male"', "fields[1].choices[1].value", "male"),
        ('name = "birth_place"', 'name = "birth_place"\nyear_alone = true', "fields[3].year_alone", "true"),
        ("minimum = 2", "minimum = 500", "fields[3].minimum", "500"),
        ("minimum = 2", 'minimum = "2"', "fields[3].minimum", "2"),
        ('reason_vi = "Giấy khai sinh ghi tên mẹ của bé."', 'reason_vi = " "', "fields[4].reason_vi", " "),
        (
            "Họ tên mẹ của bé là gì?",
            "một hai ba bốn năm sáu bảy tám chín mười một hai ba",
            "fields[4].question_vi",
            "",
        ),
        ('name = "phone"', 'name = "phone"\ncolour = "red"', "fields[7]", ""),
        ("Họ tên bé", "Ho\u0323 tên bé", "fields[0].label_vi", "Ho\u0323 tên bé"),
    ],
)
def test_a_wrong_file_is_refused_with_field_and_value(
    tmp_path: Path, before: str, after: str, field: str, value: str
) -> None:
    assert before in GOOD
    path = written(tmp_path, GOOD.replace(before, after, 1))

    with pytest.raises(FormFileRejected) as refused:
        load_form(path)

    assert refused.value.file == "khai-sinh.toml"
    assert refused.value.field.startswith(field)
    assert value in refused.value.value


@pytest.mark.parametrize("text", ["form_id = ", "\x00", "# nothing"])
def test_rubbish_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(FormFileRejected):
        load_form(written(tmp_path, text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "khai-sinh.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(FormFileRejected, match="khai-sinh"):
        load_form(path)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(FormFileRejected, match="larger"):
        load_form(written(tmp_path, GOOD + "#" * 70_000))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormFileRejected):
        load_form(tmp_path / "none.toml")


def test_a_procedure_has_one_form_only(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    written(tmp_path, GOOD.replace('form_id = "khai-sinh"', 'form_id = "khac"'), name="khac")

    with pytest.raises(FormFileRejected, match="has the form"):
        load_forms(tmp_path)


def test_too_many_questions_are_refused(tmp_path: Path) -> None:
    question = GOOD[GOOD.rindex("[[fields]]") :]
    more = "\n".join(question.replace('name = "phone"', f'name = "phone_{n}"') for n in range(MOST_FIELDS))

    with pytest.raises(FormFileRejected, match="questions"):
        load_form(written(tmp_path, f"{GOOD}\n{more}"))


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.form_id)
def test_a_shipped_form_asks_briefly_and_says_why(form: FormDefinition) -> None:
    assert len(form.fields) <= 10
    for field in form.fields:
        assert field.reason_vi.endswith(".")
        assert field.question_vi.endswith("?")
        assert field.help_vi
        assert field.help_en
        for text in (field.question_vi, field.help_vi, field.reason_vi):
            assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.?])\s+", text)) <= 12
            assert not re.search(r"\b(bạn|quận|huyện|CCCD|UBND)\b", text)


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.form_id)
def test_the_name_on_the_slip_is_a_persons_and_always_asked(form: FormDefinition) -> None:
    subject = next(field for field in form.fields if field.name == form.subject)

    assert subject.kind is FieldKind.PERSON_NAME
    assert subject.required


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.form_id)
def test_a_phone_number_is_never_demanded(form: FormDefinition) -> None:
    assert all(not field.required for field in form.fields if field.kind is FieldKind.PHONE)
