"""The pre-registration forms as data files: one TOML file a form, read strictly.

A wrong file is refused with its name, the field and the value; a form is never shown half.
The shape is that of `kiosk.domain.forms.FormDefinition`, with `[[fields]]` and `[[fields.choices]]` tables.
"""

import re
import threading
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from kiosk.domain.forms import Choice, FieldKind, FormDefinition, FormField
from kiosk.domain.word_suggestions import Suggested

FORMS_FOLDER = Path(__file__).resolve().parent / "forms"
MOST_FIELDS = 12
_LONGEST_FILE_BYTES = 64 * 1024
_CODE = re.compile(r"[0-9]\.[0-9]{6}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FORM_ID = re.compile(r"[a-z][a-z0-9-]*")
_VERSION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FEWEST_CHOICES = 2
_LONGEST_QUESTION_WORDS = 12


class FormFileRejected(Exception):  # noqa: N818  a refusal, not a fault of ours
    """A form file that cannot be used: names file, field (such as `fields[2].kind`), value and reason."""

    def __init__(self, file: str, *, field: str, value: str, reason: str) -> None:
        self.file, self.field, self.value, self.reason = file, field, value[:200], reason
        super().__init__(f"{file}: {field}: {reason} (value {self.value!r})")


class _Choice(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    value: str
    vi: str
    en: str


class _Field(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    name: str
    kind: FieldKind
    label_vi: str
    label_en: str
    question_vi: str
    question_en: str
    reason_vi: str
    reason_en: str
    help_vi: str = ""
    help_en: str = ""
    required: bool = True
    choices: tuple[_Choice, ...] = ()
    minimum: int = 0
    maximum: int = 0
    person: str = ""
    year_alone: bool = False
    suggests: Suggested = Suggested.NOTHING


class _Form(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    form_id: str
    version: str
    procedure_codes: tuple[str, ...]
    title_vi: str
    title_en: str
    subject: str
    fields: tuple[_Field, ...]


def forms_by_procedure() -> tuple[dict[str, FormDefinition], tuple[FormFileRejected, ...]]:
    """Return the forms by procedure code, and what was refused: a broken file costs its own form only."""
    forms: dict[str, FormDefinition] = {}
    broken = []
    for path in sorted(FORMS_FOLDER.glob("*.toml")):
        try:
            form = load_form(path)
        except FormFileRejected as rejected:
            broken.append(rejected)
        else:
            forms |= dict.fromkeys(form.procedure_codes, form)
    return forms, tuple(broken)


class FormBook(Mapping[str, FormDefinition]):
    """The forms by procedure code, read from their files when first asked for, or by `read` before that.

    `rejected` hears of each file that was refused.
    """

    def __init__(self, rejected: Callable[[FormFileRejected], None]) -> None:
        self._rejected, self._lock = rejected, threading.Lock()
        self._forms: dict[str, FormDefinition] | None = None

    def read(self) -> None:
        """Read the files, once; from a lane, before anybody waits for a form."""
        self._read()

    def _read(self) -> dict[str, FormDefinition]:
        with self._lock:
            if self._forms is None:
                self._forms, broken = forms_by_procedure()
                for rejected in broken:
                    self._rejected(rejected)
            return self._forms

    def __getitem__(self, code: str) -> FormDefinition:
        return self._read()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def load_forms(folder: Path = FORMS_FOLDER) -> tuple[FormDefinition, ...]:
    """Return all forms of `folder`, by id. Raises FormFileRejected; a procedure may have one form only."""
    forms = tuple(load_form(path) for path in sorted(folder.glob("*.toml")))
    owners: dict[str, str] = {}
    for form in forms:
        for code in form.procedure_codes:
            other = owners.setdefault(code, form.form_id)
            if other != form.form_id:
                reason = f"the procedure has the form {other} already"
                raise FormFileRejected(
                    f"{form.form_id}.toml", field="procedure_codes", value=code, reason=reason
                )
    return forms


def load_form(path: Path) -> FormDefinition:
    """Return the form of one file. Raises FormFileRejected."""
    raw = _read(path)
    try:
        form = msgspec.convert(raw, type=_Form)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at ")
        field = place.strip("`").removeprefix("$").removeprefix(".") or _named_field(reason)
        value = str(_value_at(raw, field))
        raise FormFileRejected(path.name, field=field, value=value, reason=reason) from error
    for field, value, reason in _faults(form, path.stem):
        raise FormFileRejected(path.name, field=field, value=value, reason=reason)
    return _definition(form)


def _read(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > _LONGEST_FILE_BYTES:
            raise FormFileRejected(
                path.name,
                field="(file)",
                value=f"{path.stat().st_size} bytes",
                reason=f"larger than {_LONGEST_FILE_BYTES} bytes",
            )
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormFileRejected(path.name, field="(file)", value="", reason=str(error)) from error


def _named_field(reason: str) -> str:
    """Return the key msgspec names between backticks in a message about the top table."""
    match = re.search(r"field `([^`]+)`", reason)
    return match[1] if match else "(file)"


def _value_at(raw: object, field: str) -> object:
    value = raw
    for key, index in re.findall(r"([a-z_]+)|\[(\d+)\]", field):
        if key and isinstance(value, dict):
            value = value.get(key, "")
        elif index and isinstance(value, list) and int(index) < len(value):
            value = value[int(index)]
    return value if isinstance(value, str | int | float) else ""


def _faults(form: _Form, stem: str) -> Iterator[tuple[str, str, str]]:
    """Yield (field, value, reason) of what the types alone do not catch."""
    names = [field.name for field in form.fields]
    if form.form_id != stem or not _FORM_ID.fullmatch(form.form_id):
        yield "form_id", form.form_id, f"must be the file's name, {stem}"
    if not _VERSION.fullmatch(form.version):
        yield "version", form.version, "must be a day, YYYY-MM-DD"
    for code in form.procedure_codes or ("",):
        if not _CODE.fullmatch(code):
            yield "procedure_codes", code, "must name national codes, at least one"
    if not 1 <= len(names) <= MOST_FIELDS:
        yield "fields", str(len(names)), f"must be 1 to {MOST_FIELDS} questions"
    if form.subject not in names:
        yield "subject", form.subject, "is not a question of this form"
    for index, field in enumerate(form.fields):
        if field.name in names[:index]:
            yield f"fields[{index}].name", field.name, "is used twice"
        for key, value, reason in _field_faults(field):
            yield f"fields[{index}].{key}", value, reason


def _field_faults(field: _Field) -> Iterator[tuple[str, str, str]]:
    if not _NAME.fullmatch(field.name):
        yield "name", field.name, "must be lower-case letters, digits and underscores"
    if field.person and not _NAME.fullmatch(field.person):
        yield "person", field.person, "must be lower-case letters, digits and underscores"
    texts = ("label_vi", "label_en", "question_vi", "question_en", "reason_vi", "reason_en")
    for key in (*texts, "help_vi", "help_en"):
        value: str = getattr(field, key)
        if key in texts and not value.strip():
            yield key, value, "must not be empty"
        if unicodedata.normalize("NFC", value) != value:
            yield key, value, "must be composed Unicode (NFC)"
    if len(field.question_vi.split()) > _LONGEST_QUESTION_WORDS:
        yield "question_vi", field.question_vi, f"must have at most {_LONGEST_QUESTION_WORDS} words"
    if field.year_alone and field.kind is not FieldKind.DATE_OF_BIRTH:
        yield "year_alone", "true", f"is for kind date_of_birth only, not {field.kind.value}"
    if field.suggests is not Suggested.NOTHING and field.kind is not FieldKind.TEXT:
        yield "suggests", field.suggests.value, f"is for kind text only, not {field.kind.value}"
    if field.minimum > field.maximum:
        yield "minimum", str(field.minimum), f"must not be above maximum {field.maximum}"
    yield from _choice_faults(field)


def _choice_faults(field: _Field) -> Iterator[tuple[str, str, str]]:
    values = [choice.value for choice in field.choices]
    if field.kind is not FieldKind.CHOICE:
        if values:
            yield "choices", str(len(values)), f"are for kind choice only, not {field.kind.value}"
        return
    if len(values) < _FEWEST_CHOICES:
        yield "choices", str(len(values)), f"must be at least {_FEWEST_CHOICES}"
    for index, choice in enumerate(field.choices):
        if choice.value in values[:index]:
            yield f"choices[{index}].value", choice.value, "is used twice"
        if not (choice.value and choice.vi and choice.en):
            yield f"choices[{index}]", choice.value, "must have value, vi and en"


def _definition(form: _Form) -> FormDefinition:
    fields = tuple(
        FormField(
            name=field.name,
            kind=field.kind,
            label_vi=field.label_vi,
            label_en=field.label_en,
            question_vi=field.question_vi,
            question_en=field.question_en,
            help_vi=field.help_vi,
            help_en=field.help_en,
            reason_vi=field.reason_vi,
            reason_en=field.reason_en,
            required=field.required,
            choices=tuple(Choice(value=one.value, vi=one.vi, en=one.en) for one in field.choices),
            minimum=field.minimum,
            maximum=field.maximum,
            person=field.person,
            year_alone=field.year_alone,
            suggests=field.suggests,
        )
        for field in form.fields
    )
    return FormDefinition(
        form_id=form.form_id,
        version=form.version,
        procedure_codes=form.procedure_codes,
        title_vi=form.title_vi,
        title_en=form.title_en,
        subject=form.subject,
        fields=fields,
    )
