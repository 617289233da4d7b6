"""Saved answers of the national portal (2026): list rows, details, and details without their envelope.

One JSON object a line, or one a file. Shapes: public crawls of July 2026; the portal publishes no
contract, so only what is used is read, and everything about it may be missing.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from kiosk.domain.catalogue import (
    Channel,
    Detail,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FilingMethod,
    LegalDocument,
    OfficialPaper,
    Procedure,
    RefusedRow,
)
from kiosk.domain.text_folding import fold
from offline_cache.sources.json_lines import check_range
from offline_cache.sources.reading import (
    MAX_LINE_BYTES,
    MAX_ROWS,
    TextProblem,
    clean_code,
    clean_text,
    none_if_nothing,
    numbered_lines,
    read_bytes,
    whole_file,
)
from offline_cache.sources.source import SkippedRow, Source, SourceRow

_HANOI = "ha noi"
_CHANNELS = {"DIRECT": Channel.DIRECT, "POSTAL": Channel.POSTAL, "ONLINE": Channel.ONLINE}
_UNITS = {
    "WORKING_DAY": DurationUnit.WORKING_DAY,
    "DAY": DurationUnit.DAY,
    "HOUR": DurationUnit.HOUR,
    "MONTH": DurationUnit.MONTH,
}
_TIME = re.compile(r"(\d+(?:[.,]\d+)?) ngày( làm việc)?\.?", re.IGNORECASE)
_PATH = re.compile(r" - at `\$\.?([^`]*)`$")
_WARD = re.compile(
    r"(uy ban nhan dan|ubnd|chu tich|cong an|ban chi huy quan su).*\b(cap xa|xa, phuong|phuong, xa)"
)
_PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Named(msgspec.Struct):
    name: str | None = None
    code: str | None = None


class _Fee(msgspec.Struct, rename="camel"):
    value: int | float | None = None
    currency_name: str | None = None
    description: str | None = None


class _Method(msgspec.Struct, rename="camel"):
    submission_method: str | None = None
    processing_time: int | float | str | None = None
    processing_time_unit: str | None = None
    description: str | None = None
    fees: list[_Fee] | None = None


class _Component(msgspec.Struct, rename="camel"):
    name: str | None = None
    original_qty: int | None = None
    copy_qty: int | None = None
    attachments: list[dict[str, Any]] | None = None


class _PaperGroup(msgspec.Struct, rename="camel"):
    name: str | None = None
    profile_components: list[_Component] | None = None


class _Step(msgspec.Struct):
    name: str | None = None
    description: str | None = None


class _Proposal(msgspec.Struct, rename="camel"):
    proposal_number: str | None = None
    decision_date: int | None = None
    issuing_agency: _Named | None = None


class _Quantity(msgspec.Struct):
    qty: int | float | None = None
    type: str | None = None


class _Case(msgspec.Struct, rename="camel"):
    processing_day: _Quantity | None = None


class _Answer(msgspec.Struct, rename="camel"):
    code: str
    name: str
    id: str | None = None
    type: str | None = None
    categories: list[str] | None = None
    departments: list[str] | None = None
    department_promulgate: str | None = None
    formality_target_type: list[str] | None = None
    execution_steps: list[_Step] | None = None
    execution_methods: list[_Method] | None = None
    execution_cases: list[_PaperGroup] | None = None
    category: _Named | None = None
    categories_details: list[_Named] | None = None
    departments_executing: list[_Named] | None = None
    unit_groups_executing: list[_Named] | None = None
    executing_agencies: str | None = None
    subject_types_details: list[_Named] | None = None
    legal_basises_details: list[_Named] | None = None
    results_details: list[_Named] | None = None
    requirements_and_conditions: str | None = None
    procedure_proposal: _Proposal | None = None
    cases: list[_Case] | None = None


class _Envelope(msgspec.Struct):
    code: str
    data: _Answer


def _recognises(path: Path, head: bytes) -> bool:
    del path
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    return start.startswith(b"{") and (b'"codeNotation"' in start or b'"executionSteps"' in start)


def _read(path: Path, taken_at: date | None) -> Iterator[SourceRow]:
    content = read_bytes(path)
    day = taken_at or datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    for count, (line, row) in enumerate(_objects(content), start=1):
        if count > MAX_ROWS:
            raise whole_file(path, f"more than {MAX_ROWS} rows", field="rows", value=str(count))
        yield _read_row(path, line, row, day)


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines, or the whole file where its first line is not one whole object."""
    first = next(numbered_lines(content), (0, b""))
    if first[1].endswith(b"}"):
        yield from numbered_lines(content)
    else:
        yield 1, content


def _read_row(path: Path, line: int, content: bytes, day: date) -> SourceRow:
    def refused(field: str, value: str, reason: str) -> RefusedRow:
        return RefusedRow(file=path.name, line=line, field=field, value=value[:200], reason=reason)

    excerpt = content[:200].decode(errors="replace")
    if len(content) > MAX_LINE_BYTES:
        return refused("line", f"{len(content)} bytes", f"longer than {MAX_LINE_BYTES} bytes")
    try:
        answer = _answer(content)
        return _skipped(line, answer) or _procedure(answer, day)
    except msgspec.ValidationError as error:
        field = _PATH.search(str(error))
        return refused(field.group(1) if field else "row", excerpt, _PATH.sub("", str(error)))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return refused("row", excerpt, f"not JSON: {error}")
    except TextProblem as problem:
        return refused(problem.field, problem.value, problem.reason)


def _answer(content: bytes) -> _Answer:
    if b'"data"' not in content[:200]:
        return msgspec.json.decode(content, type=_Answer)
    envelope = msgspec.json.decode(content, type=_Envelope)
    if envelope.code != "OK":
        raise TextProblem("code", envelope.code, "the portal did not answer OK")
    return envelope.data


def _skipped(line: int, answer: _Answer) -> SkippedRow | None:
    if answer.type == "STANDARD_INTERNAL":
        return SkippedRow(line=line, code=answer.code, reason="between offices, not for citizens")
    agency = answer.procedure_proposal.issuing_agency if answer.procedure_proposal else None
    issuers = fold(f"{answer.department_promulgate or ''} {(agency.name if agency else None) or ''}")
    if answer.type == "SPECIFIC" and _HANOI not in issuers:
        return SkippedRow(line=line, code=answer.code, reason="of another province")
    return None


def _procedure(answer: _Answer, day: date) -> Procedure:
    name = clean_text(answer.name, field="name")
    if not name:
        raise TextProblem("name", answer.name, "is empty")
    agencies = _agencies(answer)
    proposal = answer.procedure_proposal or _Proposal()
    issuer = (
        (proposal.issuing_agency.name if proposal.issuing_agency else None)
        or answer.department_promulgate
        or ""
    )
    field = answer.category or next(iter(answer.categories_details or []), None)
    names = answer.categories or []
    is_full = bool(answer.execution_steps or answer.execution_methods)
    return Procedure(
        code=clean_code(answer.code),
        name=name,
        field=clean_text((field.name if field else None) or (names[0] if names else ""), field="category"),
        detail=Detail.FULL if is_full else Detail.LIST,
        agencies=agencies,
        applicants=_names(answer.subject_types_details)
        or tuple(
            clean_text(text, field="formalityTargetType") for text in answer.formality_target_type or ()
        ),
        steps=_steps(answer.execution_steps or ()),
        methods=tuple(_methods(answer.execution_methods or (), next(iter(answer.cases or ()), None))),
        papers=tuple(_papers(answer.execution_cases or ())),
        legal_basis=tuple(
            LegalDocument(
                code=clean_text(document.code or "", field="legalBasis"),
                name=clean_text(document.name or "", field="legalBasis"),
            )
            for document in answer.legal_basises_details or ()
        ),
        results=_names(answer.results_details),
        conditions=none_if_nothing(
            clean_text(
                answer.requirements_and_conditions or "", field="requirementsAndConditions", lines=True
            )
        ),
        issuer=clean_text(issuer, field="issuer"),
        decision_no=clean_text(proposal.proposal_number or "", field="proposalNumber"),
        decision_date=_day(proposal.decision_date),
        url=_PAGE + answer.id if answer.id and _UUID.fullmatch(answer.id) else "",
        ward_served=any(_WARD.search(fold(agency)) for agency in agencies),
        taken_at=day,
    )


def _day(stamp_ms: int | None) -> date | None:
    """Return the day in Hà Nội of a portal time stamp; None where it is out of any sensible range."""
    if stamp_ms is None or not 0 < stamp_ms < 4_102_444_800_000:  # noqa: PLR2004  the year 2100
        return None
    return datetime.fromtimestamp(stamp_ms / 1000 + 7 * 3600, UTC).date()


def _names(rows: Iterable[_Named] | None) -> tuple[str, ...]:
    cleaned = (clean_text(row.name or "", field="name") for row in rows or ())
    return tuple(dict.fromkeys(name for name in cleaned if none_if_nothing(name)))


def _agencies(answer: _Answer) -> tuple[str, ...]:
    """Return the union of the places that name executing agencies: each alone is often empty."""
    found = [*_names(answer.departments_executing), *_names(answer.unit_groups_executing)]
    texts = [*(answer.departments or ()), *((answer.executing_agencies or "").split(";"))]
    found += [clean_text(text, field="executingAgencies") for text in texts]
    by_folded = {
        fold(" ".join(name.split())).strip(" ."): name.rstrip(" .") for name in found if none_if_nothing(name)
    }
    return tuple(name for folded, name in by_folded.items() if folded)


def _steps(steps: Iterable[_Step]) -> tuple[str, ...]:
    lines: list[str] = []
    for step in steps:
        text = clean_text(f"{step.name or ''}\n{step.description or ''}", field="executionSteps", lines=True)
        lines += [line.strip() for line in text.split("\n") if line.strip()]
    return tuple(lines)


def _methods(methods: Iterable[_Method], case: _Case | None) -> Iterator[FilingMethod]:
    for method in methods:
        channel = _CHANNELS.get(method.submission_method or "")
        if channel is None:
            raise TextProblem("submissionMethod", str(method.submission_method), "is no known way of filing")
        duration = _duration(method.processing_time, method.processing_time_unit, case)
        note = clean_text(method.description or "", field="executionMethods.description", lines=True) or None
        for fee in method.fees or [_Fee()]:
            yield FilingMethod(channel=channel, duration=duration, fee=_fee(fee, note or ""), note=note)


def _duration(value: float | str | None, unit: str | None, case: _Case | None) -> Duration:
    """Return a processing time; where its unit is `OTHER` the first case says it, if the numbers agree.

    They often do not (registering a death: method 1, case 5): then the number stays without a unit.
    """
    if isinstance(value, str):
        text = clean_text(value, field="processingTime")
        whole = _TIME.fullmatch(text)
        if whole is None:
            return Duration(text=text or None)
        days = DurationUnit.WORKING_DAY if whole.group(2) else DurationUnit.DAY
        return Duration(value=float(whole.group(1).replace(",", ".")), unit=days, text=text)
    said = case.processing_day if case else None
    if said and unit not in _UNITS and said.qty is not None and value in (None, said.qty):
        value, unit = said.qty, said.type
    check_range(value, "processingTime", 0, 100_000)
    return Duration(
        value=None if value is None else float(value),
        unit=_UNITS.get(unit or ""),
        text=None if value is None else f"{value:g}",
    )


def _fee(fee: _Fee, note: str) -> Fee:
    """Return what is known: zero is free only where neither the fee nor its method says anything else."""
    text = clean_text(fee.description or "", field="fees.description", lines=True)
    check_range(fee.value, "fees.value", 0, 10**12)
    if fee.value is None:
        return Fee(kind=FeeKind.TEXT if text else FeeKind.UNKNOWN, text=text or None)
    if fold(fee.currency_name or "") == "usd":
        return Fee(kind=FeeKind.TEXT, text=" ".join(filter(None, (f"{fee.value:g} USD", text))))
    if fee.value:
        return Fee(kind=FeeKind.AMOUNT, amount_vnd=round(fee.value), text=text or None)
    if text or _speaks_of_fees(note):
        return Fee(kind=FeeKind.FREE_WITH_NOTE, amount_vnd=0, text=text or note)
    return Fee(kind=FeeKind.FREE, amount_vnd=0)


def _speaks_of_fees(note: str) -> bool:
    folded = fold(note)
    return any(word in folded for word in ("phi", "dong", "hoi dong nhan dan", "thong tu", "nghi quyet"))


def _papers(groups: Iterable[_PaperGroup]) -> Iterator[OfficialPaper]:
    seen: set[OfficialPaper] = set()
    for group in groups:
        case = clean_text(group.name or "", field="executionCases.name") or None
        for component in group.profile_components or ():
            originals, copies = component.original_qty or 0, component.copy_qty or 0
            check_range(originals, "originalQty", 0, 1000)
            check_range(copies, "copyQty", 0, 1000)
            files = [str(file.get("fileName") or "") for file in component.attachments or ()]
            paper = OfficialPaper(
                name=clean_text(component.name or "", field="profileComponents.name"),
                originals=originals,
                copies=copies,
                form=clean_text(files[0], field="attachments.fileName") or None if files else None,
                case=case,
            )
            if paper.name and paper not in seen:
                seen.add(paper)
                yield paper


SOURCE = Source(
    kind="portal_answers",
    label="national portal answers",
    is_complete=False,
    recognises=_recognises,
    read=_read,
)
