"""Our own JSON lines: one procedure a line, plain or gzip; the shape of the published catalogue target."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from kiosk.domain.catalogue import (
    AgencyLevel,
    Channel,
    Detail,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FeeType,
    FilingMethod,
    LegalDocument,
    OfficialFile,
    OfficialPaper,
    OnlineLevel,
    Procedure,
    ProcedureCase,
    ReturnPlace,
    ReturnWay,
)
from offline_cache.sources.json_rows import json_objects, read_json_row
from offline_cache.sources.reading import (
    TextProblem,
    clean_code,
    clean_text,
    file_day,
    none_if_nothing,
    read_bytes,
    refused_row,
)
from offline_cache.sources.source import SkippedRow, Source, SourceRow
from offline_cache.sources.tables import is_deleted
from offline_cache.sources.terms import (
    MAX_COPIES,
    MAX_DURATION,
    MAX_FEE_VND,
    check_range,
    clean_url,
    honest_fee,
    levels_of,
    portal_stamp,
)

_DATE = re.compile(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]")
_SOURCE_DATE = re.compile(rb'"source": ?"[^"\n]{0,200}?(20[0-9]{2}-[01][0-9]-[0-3][0-9])')


class _File(msgspec.Struct, kw_only=True):
    name: str
    file_id: str = ""


class _Method(msgspec.Struct, kw_only=True):
    channel: Literal["direct", "postal", "online"]
    duration_value: float | None = None
    duration_unit: Literal["working_day", "day", "hour", "month"] | None = None
    duration_text: str | None = None
    fee_kind: Literal["free", "free_with_note", "amount", "text", "unknown"] = "unknown"
    fee_vnd: int | None = None
    fee_text: str | None = None
    fee_type: Literal["phi", "le_phi", "price", "unknown"] = "unknown"
    fee_currency: str = ""
    fee_file: _File | None = None
    note: str | None = None


class _Document(msgspec.Struct, kw_only=True):
    name: str
    originals: int = 0
    copies: int = 0
    form: str | None = None
    case: str | None = None
    forms: list[_File] = []


class _Case(msgspec.Struct, kw_only=True):
    name: str = ""
    code: str = ""
    duration_value: float | None = None
    duration_unit: Literal["working_day", "day", "hour", "month"] | None = None
    duration_text: str | None = None


class _ReturnWay(msgspec.Struct, kw_only=True):
    filed_online: bool
    places: list[Literal["at_submission_place", "at_home", "online"]] = []


class _Named(msgspec.Struct, kw_only=True):
    name: str | None = None
    code: str | None = None


class _Row(msgspec.Struct, kw_only=True):
    code: str
    name: str
    field: str = ""
    detail: Literal["full", "list"] = "list"
    ward_served: bool = False
    applicants: list[str] = []
    agency: list[str] = []
    steps: list[str] = []
    methods: list[_Method] = []
    documents: list[_Document] = []
    legal_basis: list[_Named] = []
    result: list[_Named] = []
    conditions: str = ""
    issuer: str = ""
    decision_no: str = ""
    decision_date: date | None = None
    url: str = ""
    source: str = ""
    taken_at: date | None = None
    level: list[str] = []
    levels: list[Literal["ministry", "province", "ward", "vertical", "other"]] = []
    online_level: Literal["full", "partial", "none", "unknown"] | None = None
    non_territorial: bool | None = None
    cases: list[_Case] = []
    deciding_agencies: list[str] = []
    coordinating_agencies: list[str] = []
    delegated_agencies: list[str] = []
    return_ways: list[_ReturnWay] = []
    reception_address: str = ""
    procedure_type: str = ""
    procedure_note: str = ""
    keywords: list[str] = []
    service_groups: list[str] = []
    effective_on: date | None = None
    expires_on: date | None = None
    withdrawn_at: date | None = None
    replaced_by: str = ""
    portal_id: str | None = None
    updated_at: int | None = None
    in_national_list: bool | None = None


def _recognises(path: Path, head: bytes) -> bool:
    del path
    first = head.lstrip(b"\xef\xbb\xbf \r\n\t").split(b"\n", 1)[0]
    return (
        first.startswith(b"{")
        and b'"code"' in first
        and b'"name"' in first
        and b'"codeNotation"' not in first
    )


def _read(path: Path, taken_at: date | None) -> Iterator[SourceRow]:
    whole = read_bytes(path)
    default = taken_at or _newest_date(whole) or file_day(path)
    seen: set[str] = set()
    for line, content in json_objects(path, whole):
        row = read_json_row(path, line, content, partial(_row, line=line, default=default, forced=taken_at))
        if isinstance(row, Procedure) and row.code in seen:
            row = refused_row(path, line, "code", row.code, "this code was already read above")
        elif isinstance(row, Procedure):
            seen.add(row.code)
        yield row


def _newest_date(whole: bytes) -> date | None:
    """Return the newest day that rows name as their source's, for the rows beside them that name none."""
    days = (_day_in(found.decode()) for found in set(_SOURCE_DATE.findall(whole)))
    return max((day for day in days if day), default=None)


def _day_in(text: str) -> date | None:
    found = _DATE.search(text)
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None  # 2026-02-30 and the like


def _row(content: bytes, *, line: int, default: date, forced: date | None) -> SourceRow:
    row = _DECODER.decode(content)
    if is_deleted(row.code):
        return SkippedRow(line=line, code=row.code[:40], reason="deleted on the portal (-Xoa)")
    return _procedure(row, default, forced)


def _procedure(row: _Row, default: date, forced: date | None) -> Procedure:
    name = clean_text(row.name, field="name")
    if not name:
        raise TextProblem("name", row.name, "is empty")
    taken_at = row.taken_at or forced or _day_in(row.source) or default
    return Procedure(
        code=clean_code(row.code),
        name=name,
        field=clean_text(row.field, field="field"),
        detail=Detail(row.detail),
        agencies=_texts(row.agency, "agency"),
        applicants=_texts(row.applicants, "applicants"),
        steps=_texts(row.steps, "steps"),
        methods=tuple(_method(method) for method in row.methods),
        papers=tuple(_paper(document) for document in row.documents),
        legal_basis=_legal_basis(row.legal_basis),
        results=_texts((result.name or "" for result in row.result), "result"),
        conditions=_something(row.conditions, "conditions"),
        issuer=clean_text(row.issuer, field="issuer"),
        decision_no=clean_text(row.decision_no, field="decision_no"),
        decision_date=row.decision_date,
        url=clean_url(row.url),
        ward_served=row.ward_served,
        taken_at=taken_at,
        levels=tuple(AgencyLevel(level) for level in row.levels) or levels_of(row.level),
        online_level=OnlineLevel(row.online_level or "unknown"),
        non_territorial=row.non_territorial,
        cases=tuple(_case(case) for case in row.cases),
        deciding_agencies=_texts(row.deciding_agencies, "deciding_agencies"),
        coordinating_agencies=_texts(row.coordinating_agencies, "coordinating_agencies"),
        delegated_agencies=_texts(row.delegated_agencies, "delegated_agencies"),
        return_ways=tuple(_return_way(way) for way in row.return_ways),
        reception_address=_something(row.reception_address, "reception_address"),
        procedure_type=clean_text(row.procedure_type, field="procedure_type"),
        note=_something(row.procedure_note, "procedure_note"),
        keywords=_texts(row.keywords, "keywords"),
        service_groups=_texts(row.service_groups, "service_groups"),
        effective_on=row.effective_on,
        expires_on=row.expires_on,
        # A row says it is in no list: then the newest list of the file is the one that no longer named it.
        withdrawn_at=row.withdrawn_at or (default if row.in_national_list is False else None),
        replaced_by=clean_code(row.replaced_by) if row.replaced_by else "",
        portal_id=clean_text(row.portal_id or "", field="portal_id"),
        portal_updated=portal_stamp(row.updated_at),
    )


def _texts(values: Iterable[str], field: str) -> tuple[str, ...]:
    cleaned = (clean_text(value, field=field) for value in values)
    return tuple(value for value in cleaned if value and none_if_nothing(value))


def _something(text: str, field: str) -> str:
    return none_if_nothing(clean_text(text, field=field, lines=True))


def _optional(text: str | None, field: str) -> str | None:
    return (clean_text(text, field=field, lines=True) or None) if text else None


def _method(method: _Method) -> FilingMethod:
    check_range(method.duration_value, "methods.duration_value", 0, MAX_DURATION)
    check_range(method.fee_vnd, "methods.fee_vnd", 0, MAX_FEE_VND)
    unit = DurationUnit(method.duration_unit) if method.duration_unit else None
    note = _optional(method.note, "methods.note")
    fee = Fee(
        kind=FeeKind(method.fee_kind),
        amount_vnd=method.fee_vnd,
        text=_optional(method.fee_text, "methods.fee"),
        type=FeeType(method.fee_type),
        currency=clean_text(method.fee_currency, field="methods.fee_currency"),
        file=_file(method.fee_file) if method.fee_file else None,
    )
    return FilingMethod(
        channel=Channel(method.channel),
        duration=Duration(
            value=method.duration_value,
            unit=unit,
            text=_optional(method.duration_text, "methods.duration_text"),
        ),
        fee=honest_fee(fee, note or ""),
        note=note,
    )


def _case(case: _Case) -> ProcedureCase:
    check_range(case.duration_value, "cases.duration_value", 0, MAX_DURATION)
    duration = Duration(
        value=case.duration_value,
        unit=DurationUnit(case.duration_unit) if case.duration_unit else None,
        text=_optional(case.duration_text, "cases.duration_text"),
    )
    return ProcedureCase(
        name=clean_text(case.name, field="cases.name"),
        code=clean_text(case.code, field="cases.code"),
        duration=duration,
    )


def _return_way(way: _ReturnWay) -> ReturnWay:
    return ReturnWay(filed_online=way.filed_online, places=tuple(ReturnPlace(place) for place in way.places))


def _file(file: _File) -> OfficialFile:
    return OfficialFile(
        name=clean_text(file.name, field="file.name"), file_id=clean_text(file.file_id, field="file.file_id")
    )


def _paper(document: _Document) -> OfficialPaper:
    check_range(document.originals, "documents.originals", 0, MAX_COPIES)
    check_range(document.copies, "documents.copies", 0, MAX_COPIES)
    return OfficialPaper(
        name=clean_text(document.name, field="documents.name"),
        originals=document.originals,
        copies=document.copies,
        form=_optional(document.form, "documents.form"),
        case=_optional(document.case, "documents.case"),
        forms=tuple(_file(file) for file in document.forms),
    )


def _legal_basis(rows: list[_Named]) -> tuple[LegalDocument, ...]:
    found = (
        LegalDocument(
            code=clean_text(row.code or "", field="legal_basis.code", lines=True),
            name=clean_text(row.name or "", field="legal_basis.name", lines=True),
        )
        for row in rows
    )
    return tuple(document for document in found if document.code or document.name)


_DECODER = msgspec.json.Decoder(_Row)
SOURCE = Source(kind="json_lines", label="JSON lines", is_complete=True, recognises=_recognises, read=_read)
