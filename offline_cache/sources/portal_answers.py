"""Saved answers of the national portal (2026): list pages, list rows, details with and without envelope.

One JSON object a line, or one object or array a file. A list that names its `total` and gives as many rows is
the whole national list: what it does not name was withdrawn.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from kiosk.domain.catalogue import Procedure, RefusedRow
from kiosk.domain.text_folding import fold
from offline_cache.sources.json_rows import json_objects, not_json, read_json_row, validation_refusal
from offline_cache.sources.portal_details import issuer_of, procedure_of
from offline_cache.sources.portal_shapes import PortalAnswer, PortalCode, PortalList, PortalRecord
from offline_cache.sources.reading import (
    MAX_ROWS,
    TextProblem,
    clean_code,
    file_day,
    read_bytes,
    refused_row,
    whole_file,
)
from offline_cache.sources.source import SkippedRow, Source, SourceRow, WholeList

_HANOI = "ha noi"
_DELETED = "-xoa"


def _recognises(path: Path, head: bytes) -> bool:
    del path
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    return start.startswith((b"{", b"[")) and (b'"codeNotation"' in start or b'"executionSteps"' in start)


def _read(path: Path, taken_at: date | None) -> Iterator[SourceRow]:
    content = read_bytes(path)
    day = taken_at or file_day(path)
    total = 0
    records: set[int] = set()
    codes: set[str] = set()
    for line, answer in json_objects(path, content):
        page = _page(path, line, answer)
        if isinstance(page, RefusedRow):
            yield page
            continue
        total = page.total or total
        for place, record in enumerate(page.items):
            records.add(hash(bytes(record)))
            if len(records) > MAX_ROWS:
                raise whole_file(path, f"more than {MAX_ROWS} rows", field="rows", value=str(len(records)))
            row = read_json_row(path, line, bytes(record), partial(_row, line=line, day=day))
            codes |= _codes_of(row, record)
            yield _placed(row, place) if len(page.items) > 1 else row
    if total and total == len(records):
        yield WholeList(day=day, codes=frozenset(codes))


def _placed(row: SourceRow, place: int) -> SourceRow:
    """Of many records in one line, a refusal says which (from 0)."""
    return replace(row, field=f"[{place}].{row.field}") if isinstance(row, RefusedRow) else row


def _page(path: Path, line: int, answer: bytes) -> PortalList | RefusedRow:
    """Return the records of an answer (one for a detail), or why it cannot be believed."""
    try:
        if answer.startswith(b"["):
            return PortalList(items=msgspec.json.decode(answer, type=list[msgspec.Raw]))
        outer = msgspec.json.decode(answer, type=PortalAnswer)
        if outer.data is not msgspec.UNSET:
            if outer.code != "OK":
                return refused_row(path, line, "code", str(outer.code), "the portal did not answer OK")
            inner = msgspec.json.decode(outer.data, type=PortalAnswer)
            return _list_of(inner) or PortalList(items=[outer.data])
        return _list_of(outer) or PortalList(items=[msgspec.Raw(answer)])
    except msgspec.ValidationError as error:
        return validation_refusal(path, line, answer, error)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return not_json(path, line, answer, error)


def _list_of(answer: PortalAnswer) -> PortalList | None:
    if answer.items is msgspec.UNSET:
        return None
    return PortalList(items=answer.items, total=answer.total or 0)


def _row(record: bytes, *, line: int, day: date) -> SourceRow:
    answer = msgspec.json.decode(record, type=PortalRecord)
    return _skipped(line, answer) or replace(procedure_of(answer), taken_at=day)


def _skipped(line: int, record: PortalRecord) -> SkippedRow | None:
    reason = ""
    if fold(record.code).strip().endswith(_DELETED):
        reason = "deleted on the portal (-Xoa)"
    elif record.type == "STANDARD_INTERNAL":
        reason = "between offices, not for citizens"
    elif record.type == "SPECIFIC" and _HANOI not in fold(issuer_of(record)):
        reason = "of another province"
    return SkippedRow(line=line, code=record.code, reason=reason) if reason else None


def _codes_of(row: SourceRow, record: msgspec.Raw) -> set[str]:
    """Return the code a row names, also where the rest of it was refused."""
    if isinstance(row, Procedure):
        return {row.code}
    try:
        return {clean_code(msgspec.json.decode(record, type=PortalCode).code)}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, TextProblem):
        return set()


SOURCE = Source(
    kind="portal_answers",
    label="national portal answers",
    is_complete=False,
    recognises=_recognises,
    read=_read,
)
