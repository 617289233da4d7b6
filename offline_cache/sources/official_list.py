"""The portal's official list "Danh sách TTHC" as .xlsx: one line a procedure, codes as text.

Shape: a title, then the headings "Mã số, Tên, Cơ quan ban hành, Cơ quan thực hiện, Lĩnh vực" within the first
rows; agencies are separated by line breaks. Measured on seven files of July 2026.
"""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.domain.catalogue import RefusedRow
from offline_cache.sources.archives import checked_archive, member_names
from offline_cache.sources.reading import MAX_ROWS, TextProblem, file_day, refused_row, whole_file
from offline_cache.sources.source import SkippedRow, Source, SourceRow
from offline_cache.sources.tables import Columns, columns_of, is_blank, is_deleted, listed_procedure

_HEADING_ROWS = 10
_MAX_COLUMNS = 26  # A to Z: beyond that no list has anything, and a hostile row could be 16,384 cells wide
_MAX_SHEETS = 20
_TEXT, _INLINE, _FORMULA = "s", "inlineStr", "f"
# A damaged sheet ends in whatever its first wrong byte leads to inside openpyxl.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,  # xml.etree's ParseError is one
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


def _recognises(path: Path, head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and "xl/workbook.xml" in member_names(path)


def _read(path: Path, taken_at: date | None) -> Iterator[SourceRow]:
    day = taken_at or file_day(path)
    with checked_archive(path) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of missing styles and the like: nothing a row depends on
        try:
            rows = tuple(_rows(path, archive, day))
        except _DAMAGE as error:
            raise whole_file(path, f"is a damaged sheet: {error}", field="xlsx") from error
    yield from rows


def _rows(path: Path, archive: zipfile.ZipFile, day: date) -> Iterator[SourceRow]:
    # Loaded only when a sheet is read: it would cost a third of a second at every start.
    from openpyxl import load_workbook

    book = load_workbook(archive.fp, read_only=True, data_only=False, keep_links=False)
    seen: list[str] = []
    for sheet in book.worksheets[:_MAX_SHEETS]:
        columns: Columns | None = None
        for line, cells in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS), start=1):
            if line > MAX_ROWS + _HEADING_ROWS:
                raise whole_file(path, f"more than {MAX_ROWS} rows", field="rows", value=str(line))
            if columns is None:
                columns = _headings(cells, seen)
                if columns is None and line >= _HEADING_ROWS:
                    break
            elif not is_blank(cell.value for cell in cells):
                yield _row(path, line, columns, cells, day)
        if columns is not None:
            return
    shown = ", ".join(dict.fromkeys(seen))
    raise whole_file(
        path, 'has no row of headings with "Mã số" and "Tên"; export the list again', field="A2", value=shown
    )


def _headings(cells: tuple[Any, ...], seen: list[str]) -> Columns | None:
    texts = [cell.value if isinstance(cell.value, str) else None for cell in cells]
    seen.extend(text.strip()[:40] for text in texts if text and text.strip())
    columns = columns_of(texts)
    return columns if columns.are_of_procedures else None


def _row(path: Path, line: int, columns: Columns, cells: tuple[Any, ...], day: date) -> SourceRow:
    texts: dict[str, str] = {}
    for part, place in columns.places.items():
        cell = cells[place] if place < len(cells) else None
        problem = _cell_problem(cell, part)
        if problem:
            return _refused(path, line, columns, TextProblem(part, str(cell and cell.value), problem))
        texts[part] = cell.value if cell is not None and cell.value is not None else ""
    if is_deleted(texts.get("code", "")):
        return SkippedRow(line=line, code=texts["code"], reason="deleted on the portal (-Xoa)")
    try:
        return listed_procedure(texts, taken_at=day, ward_served=None)
    except TextProblem as problem:
        return _refused(path, line, columns, problem)


def _cell_problem(cell: Any, part: str) -> str:
    if cell is None or cell.value is None:
        return ""
    if cell.data_type == _FORMULA:
        return "is a formula; paste the column as values"
    if cell.data_type in (_TEXT, _INLINE, "str") and isinstance(cell.value, str):
        return ""
    if part == "code":
        return "is a number, which loses the zeros at its end; make the column text and export again"
    return "is not text"


def _refused(path: Path, line: int, columns: Columns, problem: TextProblem) -> RefusedRow:
    place = columns.places.get(problem.field, columns.places.get("code", 0))
    return refused_row(
        path, line, f"{chr(ord('A') + place)}{line}", problem.value, f"{problem.field}: {problem.reason}"
    )


SOURCE = Source(
    kind="official_list",
    label="official list (.xlsx)",
    is_complete=False,
    recognises=_recognises,
    read=_read,
)
