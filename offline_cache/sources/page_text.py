"""Pages of the portal kept as text (JSON): only what stands apart in them is taken, the line of a list.

Steps, papers and fees of these pages are tables glued together without a separator: reading them would be
guessing. Shape: 22 keys in Vietnamese without marks, 201 records of 2026.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from kiosk.domain.catalogue import Detail, Procedure
from offline_cache.sources.json_rows import json_objects, read_json_row
from offline_cache.sources.reading import (
    TextProblem,
    clean_code,
    clean_text,
    file_day,
    none_if_nothing,
    read_bytes,
)
from offline_cache.sources.source import SkippedRow, Source, SourceRow
from offline_cache.sources.tables import is_deleted
from offline_cache.sources.terms import (
    apart,
    clean_url,
    distinct_agencies,
    distinct_texts,
    is_ward_body,
    levels_of,
)


class _Page(msgspec.Struct):
    ma_thu_tuc: str
    ten_thu_tuc: str
    linh_vuc: str = ""
    so_quyet_dinh: str = ""
    cap_thuc_hien: str = ""
    loai_thu_tuc: str = ""
    doi_tuong_thuc_hien: str = ""
    co_quan_thuc_hien: str = ""
    co_quan_co_tham_quyen: str = ""
    detail_url: str = ""


def _recognises(path: Path, head: bytes) -> bool:
    del path
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    return start.startswith((b"{", b"[")) and b'"ma_thu_tuc"' in start and b'"ten_thu_tuc"' in start


def _read(path: Path, taken_at: date | None) -> Iterator[SourceRow]:
    content = read_bytes(path)
    day = taken_at or file_day(path)
    for line, record in json_objects(path, content):
        yield read_json_row(path, line, record, partial(_row, line=line, day=day))


def _row(record: bytes, *, line: int, day: date) -> SourceRow:
    page = msgspec.json.decode(record, type=_Page)
    if is_deleted(page.ma_thu_tuc):
        return SkippedRow(line=line, code=page.ma_thu_tuc[:40], reason="deleted on the portal (-Xoa)")
    name = clean_text(page.ten_thu_tuc, field="ten_thu_tuc")
    if not name:
        raise TextProblem("ten_thu_tuc", page.ten_thu_tuc, "is empty")
    agencies = distinct_agencies(page.co_quan_thuc_hien.split("\n"), field="co_quan_thuc_hien")
    return Procedure(
        code=clean_code(page.ma_thu_tuc),
        name=name,
        field=_known(page.linh_vuc, "linh_vuc"),
        detail=Detail.LIST,
        agencies=agencies,
        applicants=distinct_texts(apart(page.doi_tuong_thuc_hien), field="doi_tuong_thuc_hien"),
        decision_no=_known(page.so_quyet_dinh, "so_quyet_dinh"),
        url=clean_url(page.detail_url),
        ward_served=any(is_ward_body(agency) for agency in agencies),
        taken_at=day,
        levels=levels_of(page.cap_thuc_hien.split(",")),
        deciding_agencies=distinct_agencies(
            page.co_quan_co_tham_quyen.split("\n"), field="co_quan_co_tham_quyen"
        ),
        procedure_type=_known(page.loai_thu_tuc, "loai_thu_tuc"),
    )


def _known(text: str, field: str) -> str:
    return none_if_nothing(clean_text(text, field=field))


SOURCE = Source(
    kind="page_text",
    label="portal pages as text",
    is_complete=False,
    recognises=_recognises,
    read=_read,
)
