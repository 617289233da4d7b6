"""Records read out of the portal's Word export, as JSON with the keys `metadata`, `content` and `tables`.

Keys and texts are Vietnamese; "Không có thông tin" means nothing; a form's file name stands in the column of
the number of copies. Older than the portal's own details, which outrank it. Shape: three records of 2025.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

import msgspec

from kiosk.domain.catalogue import (
    Channel,
    Detail,
    Fee,
    FeeType,
    FilingMethod,
    LegalDocument,
    OfficialFile,
    OfficialPaper,
    Procedure,
)
from kiosk.domain.text_folding import fold
from offline_cache.sources.json_rows import json_objects, read_json_row
from offline_cache.sources.reading import (
    TextProblem,
    clean_code,
    clean_text,
    file_day,
    none_if_nothing,
    read_bytes,
    whole_file,
)
from offline_cache.sources.source import SkippedRow, Source, SourceRow
from offline_cache.sources.tables import is_deleted
from offline_cache.sources.terms import (
    MAX_COPIES,
    apart,
    check_range,
    distinct_agencies,
    distinct_texts,
    fee_of,
    is_ward_body,
    levels_of,
    written_duration,
)

_CHANNELS = {
    "truc tiep": Channel.DIRECT,
    "truc tuyen": Channel.ONLINE,
    "dich vu buu chinh": Channel.POSTAL,
    "buu chinh": Channel.POSTAL,
}
_FEE_TYPES = {"phi": FeeType.PHI, "le phi": FeeType.LE_PHI}
_FEE_LINE = re.compile(r"^(phí|lệ phí|giá[^:\n]{0,40}) ?: ?", re.IGNORECASE | re.MULTILINE)
_AMOUNT = re.compile(
    r"([0-9]{1,3}(?:[.,][0-9]{3})*|[0-9]{1,12}) ?(đồng|vnđ|vnd|usd)? ?(?:\((.*)\))?\.?",
    re.IGNORECASE | re.DOTALL,
)
_COPIES = re.compile(r"ban (chinh|sao) ?: ?([0-9]{1,6})")
_STEP = re.compile(r"(?<!\S)Bước ([0-9]{1,2}) ?:")
_FILE_NAME = re.compile(r"[^/\\]{1,200}\.(?:docx?|pdf|xlsx?|rtf|odt)", re.IGNORECASE)


class _Metadata(msgspec.Struct):
    code: str = msgspec.field(name="mã_thủ_tục")
    name: str = msgspec.field(name="tên_thủ_tục")
    decision: str | None = msgspec.field(name="số_quyết_định", default=None)
    level: str | None = msgspec.field(name="cấp_thực_hiện", default=None)
    type: str | None = msgspec.field(name="loại_thủ_tục", default=None)
    field: str | None = msgspec.field(name="lĩnh_vực", default=None)


class _Content(msgspec.Struct):
    steps: str | None = msgspec.field(name="trình_tự_thực_hiện", default=None)
    applicants: str | None = msgspec.field(name="đối_tượng_thực_hiện", default=None)
    agencies: str | None = msgspec.field(name="cơ_quan_thực_hiện", default=None)
    deciding: str | None = msgspec.field(name="cơ_quan_có_thẩm_quyền", default=None)
    delegated: str | None = msgspec.field(name="cơ_quan_được_ủy_quyền", default=None)
    coordinating: str | None = msgspec.field(name="cơ_quan_phối_hợp", default=None)
    address: str | None = msgspec.field(name="địa_chỉ_tiếp_nhận_hs", default=None)
    result: str | None = msgspec.field(name="kết_quả_thực_hiện", default=None)
    conditions: str | None = msgspec.field(name="yêu_cầu_điều_kiện_thực_hiện", default=None)
    keywords: str | None = msgspec.field(name="từ_khóa", default=None)
    note: str | None = msgspec.field(name="mô_tả", default=None)


class _Filing(msgspec.Struct):
    hinh_thuc: str
    thoi_han_giai_quyet: str | None = None
    phi_le_phi: str | None = None
    mo_ta: str | None = None


class _Paper(msgspec.Struct):
    ten_giay_to: str
    so_luong: str | None = None
    ghi_chu: str | None = None


class _Legal(msgspec.Struct):
    so_ky_hieu: str | None = None
    trich_yeu: str | None = None


class _Tables(msgspec.Struct):
    hinh_thuc_nop: list[_Filing] | None = None
    thanh_phan_ho_so: list[_Paper] | None = None
    can_cu_phap_ly: list[_Legal] | None = None


class _Record(msgspec.Struct):
    metadata: _Metadata
    content: _Content
    tables: _Tables = msgspec.field(default_factory=_Tables)


def _recognises(path: Path, head: bytes) -> bool:
    del path
    start = unicodedata.normalize("NFC", head.decode("utf-8", errors="ignore")).lstrip("\ufeff \r\n\t")
    return start.startswith("{") and '"metadata"' in start and '"mã_thủ_tục"' in start


def _read(path: Path, taken_at: date | None) -> Iterator[SourceRow]:
    try:
        # Keys must be in one spelling to be keys.
        content = unicodedata.normalize("NFC", read_bytes(path).decode("utf-8")).encode()
    except UnicodeDecodeError as error:
        raise whole_file(path, "is not UTF-8 text", field="encoding", value=str(error.start)) from error
    day = taken_at or file_day(path)
    for line, record in json_objects(path, content):
        yield read_json_row(path, line, record, partial(_row, line=line, day=day))


def _row(record: bytes, *, line: int, day: date) -> SourceRow:
    export = msgspec.json.decode(record, type=_Record)
    if is_deleted(export.metadata.code):
        return SkippedRow(line=line, code=export.metadata.code[:40], reason="deleted on the portal (-Xoa)")
    return _procedure(export, day)


def _procedure(export: _Record, day: date) -> Procedure:
    head, content, tables = export.metadata, export.content, export.tables
    name = clean_text(head.name, field="tên_thủ_tục")
    if not name:
        raise TextProblem("tên_thủ_tục", head.name, "is empty")
    agencies = _bodies(content.agencies)
    steps = _steps(_known(content.steps, "trình_tự_thực_hiện"))
    methods = tuple(_methods(tables.hinh_thuc_nop or ()))
    return Procedure(
        code=clean_code(head.code),
        name=name,
        field=_known(head.field, "lĩnh_vực"),
        detail=Detail.FULL if steps or methods else Detail.LIST,
        agencies=agencies,
        applicants=distinct_texts(apart(content.applicants or ""), field="đối_tượng_thực_hiện"),
        steps=steps,
        methods=methods,
        papers=tuple(_papers(tables.thanh_phan_ho_so or ())),
        legal_basis=tuple(_legal_basis(tables.can_cu_phap_ly or ())),
        results=distinct_texts((content.result or "").split("\n"), field="kết_quả_thực_hiện"),
        conditions=_known(content.conditions, "yêu_cầu_điều_kiện_thực_hiện"),
        decision_no=_known(head.decision, "số_quyết_định"),
        ward_served=any(is_ward_body(agency) for agency in agencies),
        taken_at=day,
        levels=levels_of((head.level or "").split(",")),
        deciding_agencies=_bodies(content.deciding),
        coordinating_agencies=_bodies(content.coordinating),
        delegated_agencies=_bodies(content.delegated),
        reception_address=_known(content.address, "địa_chỉ_tiếp_nhận_hs"),
        procedure_type=_known(head.type, "loại_thủ_tục"),
        note=_known(content.note, "mô_tả"),
        keywords=distinct_texts(re.split(r"[;\n]", content.keywords or ""), field="từ_khóa"),
    )


def _known(text: str | None, field: str) -> str:
    return none_if_nothing(clean_text(text or "", field=field, lines=True))


def _bodies(text: str | None) -> tuple[str, ...]:
    return distinct_agencies(re.split(r"[;\n]", text or ""), field="cơ_quan")


def _steps(text: str) -> tuple[str, ...]:
    """Return the lines, and "Bước 1: … Bước 2: …" apart where the numbers really count up from 1."""
    starts = list(_STEP.finditer(text))
    counts_up = [int(start[1]) for start in starts] == list(range(1, len(starts) + 1))
    places = [0, *(start.start() for start in starts if counts_up), len(text)]
    parts = (text[start:end] for start, end in pairwise(places))
    return tuple(line.strip() for part in parts for line in part.split("\n") if line.strip())


def _methods(filings: Iterable[_Filing]) -> Iterator[FilingMethod]:
    for filing in filings:
        channel = _CHANNELS.get(fold(clean_text(filing.hinh_thuc, field="hinh_thuc")))
        if channel is None:
            raise TextProblem("hinh_thuc", filing.hinh_thuc, "is no known way of filing")
        note = _known(filing.mo_ta, "mo_ta")
        duration = written_duration(_known(filing.thoi_han_giai_quyet, "thoi_han_giai_quyet"))
        for fee in _fees(_known(filing.phi_le_phi, "phi_le_phi"), note):
            yield FilingMethod(channel=channel, duration=duration, fee=fee, note=note or None)


def _fees(text: str, note: str) -> Iterator[Fee]:
    """Yield a fee for each "Phí : 7.000 Đồng (…)"; anything else is one fee of words."""
    starts = [found.start() for found in _FEE_LINE.finditer(text)]
    if not starts or starts[0] != 0:
        yield fee_of(None, text, note=note)
        return
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        word, _, rest = text[start:end].strip().partition(":")
        type_ = _FEE_TYPES.get(fold(word).strip(), FeeType.PRICE)
        yield _fee(rest.strip(), type_, note)


def _fee(text: str, type_: FeeType, note: str) -> Fee:
    """Return "7.000 Đồng (…)" as an amount; a range, a share or a sentence stays words."""
    amount = _AMOUNT.fullmatch(text)
    if amount is None:
        return fee_of(None, text, note=note, type=type_)
    currency = "USD" if (amount[2] or "").lower() == "usd" else "VND"
    value = float(re.sub(r"[.,]", "", amount[1]))
    return fee_of(value, (amount[3] or "").strip(), note=note, type=type_, currency=currency)


def _papers(papers: Iterable[_Paper]) -> Iterator[OfficialPaper]:
    seen: set[OfficialPaper] = set()
    for row in papers:
        counts = dict(_COPIES.findall(fold(row.ghi_chu or "")))
        originals, copies = int(counts.get("chinh", 0)), int(counts.get("sao", 0))
        check_range(originals, "ghi_chu", 0, MAX_COPIES)
        check_range(copies, "ghi_chu", 0, MAX_COPIES)
        file = clean_text(row.so_luong or "", field="so_luong")
        forms = (OfficialFile(name=file),) if _FILE_NAME.fullmatch(file) else ()
        paper = OfficialPaper(
            name=clean_text(row.ten_giay_to, field="ten_giay_to", lines=True),
            originals=originals,
            copies=copies,
            form=file if forms else None,
            forms=forms,
        )
        if paper.name and paper not in seen:
            seen.add(paper)
            yield paper


def _legal_basis(documents: Iterable[_Legal]) -> Iterator[LegalDocument]:
    for document in documents:
        code, name = _known(document.so_ky_hieu, "so_ky_hieu"), _known(document.trich_yeu, "trich_yeu")
        if code or name:
            yield LegalDocument(code=code, name=name)


SOURCE = Source(
    kind="word_export",
    label="Word export as JSON",
    is_complete=False,
    recognises=_recognises,
    read=_read,
)
