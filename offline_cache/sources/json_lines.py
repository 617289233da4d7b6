"""Our own JSON lines: one procedure a line, plain or gzip; the shape of the published catalogue target."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Literal

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
from offline_cache.sources.source import Source, SourceRow

_DATE = re.compile(r"20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_SOURCE_DATE = re.compile(rb'"source": ?"[^"\n]{0,200}?(' + _DATE.pattern.encode() + rb")")
_PATH = re.compile(r" - at `\$\.?([^`]*)`$")


class _Method(msgspec.Struct, kw_only=True):
    channel: Literal["direct", "postal", "online"]
    duration_value: float | None = None
    duration_unit: Literal["working_day", "day", "hour", "month"] | None = None
    duration_text: str | None = None
    fee_kind: Literal["free", "free_with_note", "amount", "text", "unknown"] = "unknown"
    fee_vnd: int | None = None
    fee_text: str | None = None
    note: str | None = None


class _Document(msgspec.Struct, kw_only=True):
    name: str
    originals: int = 0
    copies: int = 0
    form: str | None = None
    case: str | None = None


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
    default = taken_at or _newest_date(whole) or _file_date(path)
    seen: set[str] = set()
    for count, (line, content) in enumerate(numbered_lines(whole), start=1):
        if count > MAX_ROWS:
            raise whole_file(path, f"more than {MAX_ROWS} rows", field="rows", value=str(count))
        row = _read_line(path, line, content, default, taken_at)
        if isinstance(row, Procedure) and row.code in seen:
            row = _refused(path, line, "code", row.code, "this code was already read above")
        elif isinstance(row, Procedure):
            seen.add(row.code)
        yield row


def _newest_date(whole: bytes) -> date | None:
    """Return the newest day that rows name as their source's, for the rows beside them that name none."""
    return max((date.fromisoformat(found.decode()) for found in _SOURCE_DATE.findall(whole)), default=None)


def _file_date(path: Path) -> date:
    # The file's own age is the best that is known of rows without a date.
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()


def _read_line(path: Path, line: int, content: bytes, default: date, forced: date | None) -> SourceRow:
    if len(content) > MAX_LINE_BYTES:
        return _refused(path, line, "line", f"{len(content)} bytes", f"longer than {MAX_LINE_BYTES} bytes")
    try:
        row = _DECODER.decode(content)
        return _procedure(row, default, forced)
    except msgspec.ValidationError as error:
        field = _PATH.search(str(error))
        reason = _PATH.sub("", str(error))
        return _refused(path, line, field.group(1) if field else "row", _excerpt(content), reason)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _refused(path, line, "row", _excerpt(content), f"not JSON: {error}")
    except TextProblem as problem:
        return _refused(path, line, problem.field, problem.value, problem.reason)
    except RecursionError:
        return _refused(path, line, "row", _excerpt(content), "nested too deeply")


def _excerpt(content: bytes) -> str:
    return content[:200].decode(errors="replace")


def _refused(path: Path, line: int, field: str, value: str, reason: str) -> RefusedRow:
    return RefusedRow(file=path.name, line=line, field=field, value=value[:200], reason=reason)


def _procedure(row: _Row, default: date, forced: date | None) -> Procedure:
    named = _DATE.search(row.source)
    name = clean_text(row.name, field="name")
    if not name:
        raise TextProblem("name", row.name, "is empty")
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
        conditions=none_if_nothing(clean_text(row.conditions, field="conditions", lines=True)),
        issuer=clean_text(row.issuer, field="issuer"),
        decision_no=clean_text(row.decision_no, field="decision_no"),
        decision_date=row.decision_date,
        url=clean_url(row.url),
        ward_served=row.ward_served,
        taken_at=row.taken_at or forced or (date.fromisoformat(named.group()) if named else default),
    )


def _texts(values: Iterable[str], field: str) -> tuple[str, ...]:
    cleaned = (clean_text(value, field=field) for value in values)
    return tuple(value for value in cleaned if value and none_if_nothing(value))


def _optional(text: str | None, field: str) -> str | None:
    return (clean_text(text, field=field, lines=True) or None) if text else None


def _method(method: _Method) -> FilingMethod:
    check_range(method.duration_value, "methods.duration_value", 0, 100_000)
    check_range(method.fee_vnd, "methods.fee_vnd", 0, 10**12)
    unit = DurationUnit(method.duration_unit) if method.duration_unit else None
    note = _optional(method.note, "methods.note")
    fee = Fee(
        kind=FeeKind(method.fee_kind),
        amount_vnd=method.fee_vnd,
        text=_optional(method.fee_text, "methods.fee"),
    )
    return FilingMethod(
        channel=Channel(method.channel),
        duration=Duration(
            value=method.duration_value,
            unit=unit,
            text=_optional(method.duration_text, "methods.duration_text"),
        ),
        fee=honest_fee(fee),
        note=note,
    )


def honest_fee(fee: Fee) -> Fee:
    """Return `fee` as no more than is known: an amount needs a number, and free means zero."""
    if fee.kind is FeeKind.AMOUNT and fee.amount_vnd is None:
        return Fee(kind=FeeKind.TEXT if fee.text else FeeKind.UNKNOWN, text=fee.text)
    if fee.kind is FeeKind.FREE and fee.amount_vnd:
        return Fee(kind=FeeKind.AMOUNT, amount_vnd=fee.amount_vnd, text=fee.text)
    return fee


def check_range(value: float | None, field: str, low: float, high: float) -> None:
    """Raise TextProblem unless `value` is None or within `low` to `high`."""
    if value is not None and not low <= value <= high:
        raise TextProblem(field, str(value), f"outside {low:g} to {high:g}")


def _paper(document: _Document) -> OfficialPaper:
    check_range(document.originals, "documents.originals", 0, 1000)
    check_range(document.copies, "documents.copies", 0, 1000)
    return OfficialPaper(
        name=clean_text(document.name, field="documents.name"),
        originals=document.originals,
        copies=document.copies,
        form=_optional(document.form, "documents.form"),
        case=_optional(document.case, "documents.case"),
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


def clean_url(url: str) -> str:
    """Return an https address, or "" for anything else: a QR code never leads elsewhere by a file's wish."""
    cleaned = clean_text(url, field="url")
    return cleaned if cleaned.startswith("https://") and " " not in cleaned else ""


_DECODER = msgspec.json.Decoder(_Row)
SOURCE = Source(kind="json_lines", label="JSON lines", is_complete=True, recognises=_recognises, read=_read)
