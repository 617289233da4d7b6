"""Any value of a procedure as lines that staff can read and compare, in Vietnamese."""

from collections.abc import Callable
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

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
    ReturnPlace,
    ReturnWay,
)

_WORDS: dict[Enum, str] = {
    Channel.DIRECT: "Trực tiếp",
    Channel.POSTAL: "Bưu chính",
    Channel.ONLINE: "Trực tuyến",
    DurationUnit.WORKING_DAY: "ngày làm việc",
    DurationUnit.DAY: "ngày",
    DurationUnit.HOUR: "giờ",
    DurationUnit.MONTH: "tháng",
    FeeKind.FREE: "không thu phí",
    FeeKind.FREE_WITH_NOTE: "0 đồng, có ghi chú",
    FeeKind.AMOUNT: "có thu",
    FeeKind.TEXT: "ghi bằng chữ",
    FeeKind.UNKNOWN: "chưa rõ phí",
    FeeType.PHI: "phí",
    FeeType.LE_PHI: "lệ phí",
    FeeType.PRICE: "giá dịch vụ",
    FeeType.UNKNOWN: "",
    Detail.FULL: "đủ chi tiết",
    Detail.LIST: "chỉ có tên",
    OnlineLevel.FULL: "toàn trình",
    OnlineLevel.PARTIAL: "một phần",
    OnlineLevel.NONE: "không trực tuyến",
    OnlineLevel.UNKNOWN: "chưa rõ",
    AgencyLevel.MINISTRY: "Bộ",
    AgencyLevel.PROVINCE: "Tỉnh, thành phố",
    AgencyLevel.WARD: "Xã, phường",
    AgencyLevel.VERTICAL: "Ngành dọc",
    AgencyLevel.OTHER: "Cơ quan khác",
    ReturnPlace.AT_SUBMISSION_PLACE: "tại nơi nộp",
    ReturnPlace.AT_HOME: "tại nhà",
    ReturnPlace.ONLINE: "trực tuyến",
}


def shown(value: object) -> str:
    """Return any value of a procedure as a line, "" for nothing."""
    if value is None:
        return ""
    for kind, said in _LINES:
        if isinstance(value, kind):
            return said(value)
    return _parts(value) if is_dataclass(value) else str(value)


def paper_line(paper: OfficialPaper) -> str:
    """Return a paper with its originals and copies, its case and its forms."""
    count = f"bản chính: {paper.originals}, bản sao: {paper.copies}"
    forms = ", ".join(shown(form) for form in paper.forms) or (paper.form or "")
    case = f"trường hợp: {paper.case}" if paper.case else ""
    return _joined(f"{paper.name} ({count})", case, f"mẫu: {forms}" if forms else "")


def amount_line(fee: Fee) -> str:
    """Return the amount, or what is known instead of it."""
    if fee.kind is FeeKind.AMOUNT and fee.amount_vnd is not None:
        return f"{fee.amount_vnd:,} đồng".replace(",", ".")
    return _WORDS[fee.kind]


def _fee(fee: Fee) -> str:
    said, kind = amount_line(fee), _WORDS[fee.type]
    return _joined(f"{said} ({kind})" if kind else said, fee.text or "", shown(fee.file))


def _duration(duration: Duration) -> str:
    unit = f" {_WORDS[duration.unit]}" if duration.unit is not None else ""
    said = f"{duration.value:g}{unit}" if duration.value is not None else ""
    text = duration.text or ""
    return said if said.split(" ", maxsplit=1)[0] == text else _joined(said, text)


def _method(method: FilingMethod) -> str:
    return _joined(_WORDS[method.channel], _duration(method.duration), _fee(method.fee), method.note or "")


def _way(way: ReturnWay) -> str:
    filed = "nộp trực tuyến" if way.filed_online else "nộp giấy"
    return f"{filed}: " + ", ".join(_WORDS[place] for place in way.places)


def _document(document: LegalDocument) -> str:
    return document.name if document.code in document.name else _joined(document.code, document.name)


def _parts(value: Any) -> str:
    return _joined(*(shown(getattr(value, field.name)) for field in dataclass_fields(value)))


def _joined(*parts: str) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))


_LINES: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (FilingMethod, _method),
    (OfficialPaper, paper_line),
    (OfficialFile, lambda file: file.name),
    (Duration, _duration),
    (Fee, _fee),
    (ReturnWay, _way),
    (LegalDocument, _document),
    (Enum, lambda member: _WORDS.get(member, str(member.value))),
    (bool, lambda value: "có" if value else "không"),
    (datetime, lambda moment: f"{moment:%d/%m/%Y %H:%M}"),
    (date, lambda day: f"{day:%d/%m/%Y}"),
    (tuple, lambda values: "; ".join(map(shown, values))),
)
