"""The starter catalogue: procedures of a ward hall with plain texts written by us, one TOML file each.

A folder holds `<code>.toml`, `life_events.toml` and `synonyms.toml`. Our own files are read as strictly as
anyone's: an unknown key or a missing text refuses the file with its name, line, field and value.
"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from kiosk.domain.catalogue import (
    Channel,
    ChecklistQuestion,
    Detail,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FilingMethod,
    LegalDocument,
    LifeEvent,
    OfficialPaper,
    PlainPaper,
    PlainText,
    Procedure,
    QuestionText,
)
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources.conditions import ConditionProblem, check_questions, read_condition
from offline_cache.sources.reading import TextProblem, clean_code, clean_text
from offline_cache.sources.terms import honest_fee

FOLDER = Path(__file__).resolve().parent.parent / "starter_catalogue"
PIGMENTS = ("rose", "plum", "sky", "jade", "amber", "teal", "violet", "stone")
_PATH = re.compile(r" - at `\$\.?([^`]*)`$")
_TOML_LINE = re.compile(r"at line (\d+)")
Struct = TypeVar("Struct", bound=msgspec.Struct)


class _PaperText(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    name: str
    note: str = ""
    why: str = ""


class _Paper(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    official: str
    vi: _PaperText
    en: _PaperText
    originals: int = 1
    copies: int = 0
    icon: str = "description"
    always: bool = True
    needed_when: str = ""


class _QuestionText(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    text: str
    help: str = ""
    yes: str = ""
    no: str = ""


class _Question(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    id: str
    vi: _QuestionText
    en: _QuestionText
    icon: str = "help"


class _Method(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    channel: Literal["direct", "postal", "online"]
    fee_kind: Literal["free", "free_with_note", "amount", "text", "unknown"]
    duration_value: float | None = None
    duration_unit: Literal["working_day", "day", "hour", "month"] | None = None
    duration_text: str | None = None
    fee_vnd: int | None = None
    fee_text: str | None = None
    note: str | None = None


class _Text(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    name: str
    summary: str
    time: str = ""
    time_note: str = ""
    fee: str = ""
    fee_note: str = ""
    where: str = ""
    where_note: str = ""
    steps: list[str] = []


class _Legal(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    code: str
    name: str = ""


class _File(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    code: str
    official_name: str
    field: str
    taken_at: date
    vi: _Text | None = None
    en: _Text | None = None
    group: str = ""
    agencies: list[str] = []
    applicants: list[str] = []
    issuer: str = ""
    decision_no: str = ""
    decision_date: date | None = None
    url: str = ""
    core: bool = False
    popularity: int = 0
    icon: str = "description"
    life_events: list[str] = []
    aliases: list[str] = []
    form: str | None = None
    results: list[str] = []
    legal_basis: list[_Legal] = []
    conditions_hint: str = ""
    methods: list[_Method] = []
    papers: list[_Paper] = []
    questions: list[_Question] = []


class _Event(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    id: str
    icon: str
    pigment: str
    title_vi: str
    line_vi: str
    title_en: str
    line_en: str


class _Events(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    events: list[_Event] = []


class _Synonym(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    phrase: str
    means: str


class _Synonyms(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    synonyms: list[_Synonym] = []


def read_procedures(folder: Path = FOLDER) -> tuple[Procedure, ...]:
    """Return the procedures of `folder`, by code. Raises CatalogueRejected."""
    files = sorted(path for path in folder.glob("*.toml") if re.match(r"\d\.", path.name))
    return tuple(_read_procedure(path) for path in files)


def read_life_events(folder: Path = FOLDER) -> tuple[LifeEvent, ...]:
    """Return the life events in file order; () without such a file. Raises CatalogueRejected."""
    path = folder / "life_events.toml"
    if not path.exists():
        return ()
    source, events = load_file(path, _Events)
    for event in events.events:
        if event.pigment not in PIGMENTS:
            raise refusal(path, source, "pigment", event.pigment, f"not one of {', '.join(PIGMENTS)}")
    return tuple(
        LifeEvent(
            event_id=event.id,
            icon=event.icon,
            pigment=event.pigment,
            title_vi=_clean(path, source, "title_vi", event.title_vi),
            line_vi=_clean(path, source, "line_vi", event.line_vi),
            title_en=_clean(path, source, "title_en", event.title_en),
            line_en=_clean(path, source, "line_en", event.line_en),
        )
        for event in events.events
    )


def read_synonyms(folder: Path = FOLDER) -> tuple[tuple[str, str], ...]:
    """Return (everyday phrase, official words) pairs; () without such a file. Raises CatalogueRejected."""
    path = folder / "synonyms.toml"
    if not path.exists():
        return ()
    source, found = load_file(path, _Synonyms)
    return tuple(
        (_clean(path, source, "phrase", pair.phrase), _clean(path, source, "means", pair.means))
        for pair in found.synonyms
    )


def load_file(path: Path, struct: type[Struct]) -> tuple[str, Struct]:
    """Return a TOML file's text and what it says, checked against `struct`. Raises CatalogueRejected."""
    source = ""
    try:
        source = path.read_text(encoding="utf-8")
        return source, msgspec.convert(tomllib.loads(source), struct)
    except OSError as error:
        raise CatalogueRejected(path.name, line=0, field="file", value="", reason=str(error)) from error
    except UnicodeDecodeError as error:
        raise CatalogueRejected(path.name, line=0, field="file", value="", reason="not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        place = _TOML_LINE.search(str(error))
        line = int(place.group(1)) if place else 0
        raise CatalogueRejected(path.name, line=line, field="TOML", value="", reason=str(error)) from error
    except msgspec.ValidationError as error:
        place = _PATH.search(str(error))
        where = place.group(1) if place else "file"
        raise refusal(path, source, where, "", _PATH.sub("", str(error))) from error


def refusal(path: Path, source: str, field: str, value: str, reason: str) -> CatalogueRejected:
    """Return the refusal of `field` ("methods[1].channel") with the line of `source` where it stands."""
    return CatalogueRejected(path.name, line=_line_of(source, field), field=field, value=value, reason=reason)


def _line_of(source: str, field: str) -> int:
    """Return the line where `field` ("methods[1].channel") stands; 0 where it cannot be told."""
    parts = re.findall(r"([A-Za-z_]\w*)(?:\[(\d+)\])?", field)
    if not parts:
        return 0
    lines = source.splitlines()
    start = 0
    for name, number in parts[:-1]:
        headers = [
            i for i, line in enumerate(lines) if re.match(rf"\s*\[+(?:\w+\.)*{name}\]+", line) and i >= start
        ]
        index = int(number) if number else 0
        start = headers[index] if index < len(headers) else start
    key = re.compile(rf"\s*(?:{parts[-1][0]}\s*=|\[+(?:\w+\.)*{parts[-1][0]}\]+)")
    return next((i + 1 for i, line in enumerate(lines) if i >= start and key.match(line)), 0)


def _clean(path: Path, source: str, field: str, text: str) -> str:
    try:
        return clean_text(text, field=field, lines=True)
    except TextProblem as problem:
        raise refusal(path, source, problem.field, problem.value, problem.reason) from problem


def _read_procedure(path: Path) -> Procedure:
    source, raw = load_file(path, _File)
    file = _cleaned(path, source, raw)
    try:
        code = clean_code(file.code)
    except TextProblem as problem:
        raise refusal(path, source, "code", file.code, problem.reason) from problem
    if f"{code}.toml" != path.name:
        raise refusal(path, source, "code", code, "is not the file's name")
    if not 0 <= file.popularity <= 100:  # noqa: PLR2004
        raise refusal(path, source, "popularity", str(file.popularity), "outside 0 to 100")
    for number, method in enumerate(file.methods):
        if method.fee_kind == "amount" and method.fee_vnd is None:
            raise refusal(path, source, f"methods[{number}].fee_kind", "amount", "an amount needs fee_vnd")
    try:
        check_questions([question.id for question in file.questions], _needs(file))
    except ConditionProblem as problem:
        raise refusal(path, source, problem.field, problem.value, problem.reason) from problem
    return _procedure(file, code)


def _cleaned(path: Path, source: str, file: _File) -> _File:
    def clean(value: Any, field: str) -> Any:
        if isinstance(value, str):
            return _clean(path, source, field, value)
        if isinstance(value, list):
            return [clean(item, f"{field}[{number}]") for number, item in enumerate(value)]
        if isinstance(value, dict):
            return {key: clean(item, f"{field}.{key}" if field else key) for key, item in value.items()}
        return value

    return msgspec.convert(clean(msgspec.to_builtins(file, builtin_types=(date,)), ""), _File)


def _procedure(file: _File, code: str) -> Procedure:
    return Procedure(
        code=code,
        name=file.official_name,
        field=file.field,
        # A file without filing methods knows the line of the national list only.
        detail=Detail.FULL if file.methods or file.papers else Detail.LIST,
        agencies=tuple(file.agencies),
        applicants=tuple(file.applicants),
        methods=tuple(_method(method) for method in file.methods),
        papers=tuple(
            OfficialPaper(name=paper.official, originals=paper.originals, copies=paper.copies)
            for paper in file.papers
        ),
        legal_basis=tuple(
            LegalDocument(code=document.code, name=document.name) for document in file.legal_basis
        ),
        results=tuple(file.results),
        conditions=file.conditions_hint,
        issuer=file.issuer,
        decision_no=file.decision_no,
        decision_date=file.decision_date,
        url=file.url,
        ward_served=True,
        core=file.core,
        popularity=file.popularity,
        icon=file.icon,
        life_events=tuple(file.life_events),
        aliases=tuple(file.aliases),
        form_id=file.form or "",
        taken_at=file.taken_at,
        texts=tuple(
            _plain_text(language, text, file.papers)
            for language, text in (("vi", file.vi), ("en", file.en))
            if text
        ),
        questions=tuple(_question(question) for question in file.questions),
    )


def _needs(file: _File) -> list[tuple[str, bool]]:
    return [(paper.needed_when, paper.always) for paper in file.papers]


def _question(question: _Question) -> ChecklistQuestion:
    return ChecklistQuestion(
        question_id=question.id,
        vi=_question_text(question.vi),
        en=_question_text(question.en),
        icon=question.icon,
    )


def _question_text(text: _QuestionText) -> QuestionText:
    return QuestionText(question=text.text, help=text.help, yes=text.yes, no=text.no)


def _method(method: _Method) -> FilingMethod:
    unit = DurationUnit(method.duration_unit) if method.duration_unit else None
    return FilingMethod(
        channel=Channel(method.channel),
        duration=Duration(value=method.duration_value, unit=unit, text=method.duration_text),
        fee=honest_fee(
            Fee(kind=FeeKind(method.fee_kind), amount_vnd=method.fee_vnd, text=method.fee_text),
            method.note or "",
        ),
        note=method.note,
    )


def _plain_text(language: str, text: _Text, papers: list[_Paper]) -> PlainText:
    return PlainText(
        language=language,
        name=text.name,
        summary=text.summary,
        papers=tuple(_plain_paper(paper, paper.vi if language == "vi" else paper.en) for paper in papers),
        time=text.time,
        time_note=text.time_note,
        fee=text.fee,
        fee_note=text.fee_note,
        where=text.where,
        where_note=text.where_note,
        steps=tuple(text.steps),
    )


def _plain_paper(paper: _Paper, text: _PaperText) -> PlainPaper:
    return PlainPaper(
        name=text.name,
        note=text.note,
        why=text.why,
        icon=paper.icon,
        official=paper.official,
        originals=paper.originals,
        copies=paper.copies,
        always=paper.always,
        needed_when=read_condition(paper.needed_when, field="needed_when"),
    )
