"""A commune's own list as CSV: codes with a province's suffix, names cut off with "…".

Such a list says what is served, not how: it adds procedures the catalogue lacks and changes no other. Its
desks and its days (working or calendar, it does not say) are left out. Shape: catalogue.md §1.3.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.domain.catalogue import RefusedRow
from offline_cache.sources.reading import (
    MAX_ROWS,
    TextProblem,
    file_day,
    read_bytes,
    refused_row,
    whole_file,
)
from offline_cache.sources.source import SkippedRow, Source, SourceRow
from offline_cache.sources.tables import Columns, columns_of, is_blank, is_deleted, listed_procedure

_DELIMITERS = (",", ";", "\t", "|")
_BOM = b"\xef\xbb\xbf"
_MAX_HEADING_BYTES = 4096
_MAX_COLUMNS = 100


def _recognises(path: Path, head: bytes) -> bool:
    del path
    try:
        return _delimiter(_decoded(head.split(b"\n", 1)[0][:_MAX_HEADING_BYTES])) is not None
    except UnicodeDecodeError:
        return False


def _decoded(content: bytes) -> str:
    """Return UTF-8 text with or without its mark, else Windows-1258. Raises UnicodeDecodeError."""
    content = content.removeprefix(_BOM)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1258")


def _delimiter(heading: str) -> str | None:
    """Return the sign that parts the line into headings of procedures; None where none does."""
    for sign in _DELIMITERS:
        if columns_of(_parted(heading, sign)).are_of_procedures:
            return sign
    return None


def _parted(line: str, sign: str) -> list[str]:
    return [part.strip().strip('"') for part in line.strip("\r\n ").split(sign)][:_MAX_COLUMNS]


def _read(path: Path, taken_at: date | None) -> Iterator[SourceRow]:
    try:
        text = _decoded(read_bytes(path))
    except UnicodeDecodeError as error:
        reason = "is neither UTF-8 nor Windows-1258; save it as CSV UTF-8"
        raise whole_file(
            path, reason, field="encoding", value=str(error.object[error.start : error.end])
        ) from error
    sign = _delimiter(re.split(r"\r?\n", text, maxsplit=1)[0][:_MAX_HEADING_BYTES])
    if sign is None:
        raise whole_file(path, "has no headings of a code and a name in its first line", field="headings")
    day = taken_at or file_day(path)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        columns = _columns(path, next(rows))
        start = rows.line_num + 1
        for count, values in enumerate(rows, start=1):
            if count > MAX_ROWS:
                raise whole_file(path, f"more than {MAX_ROWS} rows", field="rows", value=str(count))
            if not is_blank(values):
                yield _row(path, start, columns, values, day)
            start = rows.line_num + 1
    except csv.Error as error:
        raise whole_file(
            path,
            f"line {rows.line_num}: {error}; save it as CSV again",
            field="CSV",
            value=str(rows.line_num),
        ) from error


def _columns(path: Path, headings: list[str]) -> Columns:
    columns = columns_of(headings)
    if columns.unknown:
        reason = "is no heading of a list of procedures; remove the column, or import another file"
        raise whole_file(path, reason, field="headings", value=columns.unknown[0])
    if not columns.are_of_procedures:
        raise whole_file(path, "has no headings of a code and a name", field="headings", value=str(headings))
    return columns


def _row(path: Path, line: int, columns: Columns, values: list[str], day: date) -> SourceRow:
    texts = {part: values[place] if place < len(values) else "" for part, place in columns.places.items()}
    for part in ("code", "local_code"):
        if is_deleted(texts.get(part, "")):
            return SkippedRow(line=line, code=texts[part][:40], reason="deleted on the portal (-Xoa)")
    if len(values) > _MAX_COLUMNS:
        return refused_row(path, line, "row", str(len(values)), f"has more than {_MAX_COLUMNS} columns")
    try:
        return listed_procedure(texts, taken_at=day, ward_served=True)
    except TextProblem as problem:
        return _refused(path, line, problem)


def _refused(path: Path, line: int, problem: TextProblem) -> RefusedRow:
    return refused_row(path, line, problem.field, problem.value, problem.reason)


SOURCE = Source(
    kind="commune_list",
    label="commune list (.csv)",
    is_complete=False,
    recognises=_recognises,
    read=_read,
    only_fills=True,
)
