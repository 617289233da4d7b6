"""The four facts of a procedure in words: what to bring, how long, how much, where.

Where we have no text of our own the official record speaks, shortened never, guessed never.
"""

from dataclasses import dataclass

from kiosk.domain.catalogue import Channel, Detail, DurationUnit, FeeKind, FilingMethod, PlainText, Procedure
from kiosk.domain.hall import Hall
from ui.rows import Row
from ui.view_model import translated


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A headline of few words and a line under it (either may be empty)."""

    headline: str
    line: str = ""


def bare_name(name: str) -> str:
    """Return an official name without "Thủ tục" in front and a full stop behind."""
    text = name.strip().rstrip(".")
    if text.lower().startswith("thủ tục "):
        text = text[len("thủ tục ") :]
    return text[:1].upper() + text[1:]


def paper_rows(procedure: Procedure, text: PlainText | None) -> list[Row]:
    """Return the papers: ours with what each is for, else the official components."""
    if text is not None and text.papers:
        return [
            Row(key=str(number), title=paper.name, line=paper.note, icon=paper.icon, note=paper.why)
            for number, paper in enumerate(text.papers)
        ]
    return [
        Row(key=str(number), title=paper.name.lstrip("-+* "), line=_amount_of(paper.originals, paper.copies))
        for number, paper in enumerate(procedure.papers)
        if paper.originals or paper.copies
    ]


def time_fact(procedure: Procedure, text: PlainText | None) -> Fact:
    """Return how long it takes: our words, else the record's number and unit, else to be asked."""
    if text is not None and text.time:
        return Fact(headline=text.time, line=text.time_note)
    method = _direct(procedure)
    if method is not None and method.duration.value is not None and method.duration.unit is not None:
        words = _duration_words(method.duration.unit, is_one=method.duration.value == 1)
        return Fact(headline=words.replace("%1", f"{method.duration.value:g}"))
    return Fact(headline=translated("Facts", "Hỏi cán bộ"), line=translated("Facts", "Thời hạn chưa ghi rõ."))


def fee_fact(procedure: Procedure, text: PlainText | None) -> Fact:
    """Return how much it costs; "free" only where every row says so without a contrary note."""
    if text is not None and text.fee:
        return Fact(headline=text.fee, line=text.fee_note)
    fees = [method.fee for method in procedure.methods]
    if fees and all(fee.kind is FeeKind.FREE for fee in fees):
        return Fact(headline=translated("Facts", "Miễn phí"))
    if any(fee.kind is FeeKind.FREE_WITH_NOTE for fee in fees):
        return Fact(
            headline=translated("Facts", "Có thể thu phí"),
            line=translated("Facts", "Mức thu do thành phố quy định."),
        )
    here = [method.fee for method in procedure.methods if method.channel is Channel.DIRECT] or fees
    amounts = {fee.amount_vnd if fee.kind is FeeKind.AMOUNT else None for fee in here}
    if len(amounts) == 1 and (amount := amounts.pop()) is not None:
        return Fact(headline=money(amount))
    return Fact(headline=translated("Facts", "Hỏi cán bộ"), line=translated("Facts", "Có nhiều mức thu."))


def place_fact(procedure: Procedure, text: PlainText | None, hall: Hall) -> Fact:
    """Return where to hand it in: the ward's own counter if it named one, else the part of the hall."""
    counter = hall.counter_for(procedure.field)
    part = text.where if text is not None else ""
    if counter is not None:
        headline = f"{counter.name}, {_short_field(procedure.field)}"
        return Fact(headline=headline, line=counter.directions)
    if part:
        return Fact(headline=part, line=text.where_note if text is not None else "")
    if procedure.ward_served:
        return Fact(
            headline=translated("Facts", "Tại sảnh này"), line=translated("Facts", "Hỏi cán bộ để biết quầy.")
        )
    agency = procedure.agencies[0] if procedure.agencies else translated("Facts", "Hỏi cán bộ")
    return Fact(headline=agency, line=translated("Facts", "Việc này không làm tại phường."))


def source_line(procedure: Procedure) -> str:
    """Return the decision the facts rest on, in words."""
    if procedure.detail is Detail.LIST:
        return translated("Facts", "Máy chỉ biết tên việc này. Mời ông/bà hỏi cán bộ.")
    if procedure.decision_no:
        words = translated("Facts", "Theo Quyết định %1. Nếu khác, cán bộ hướng dẫn.")
        return words.replace("%1", procedure.decision_no)
    return translated("Facts", "Theo Cổng Dịch vụ công quốc gia. Nếu khác, cán bộ hướng dẫn.")


def money(amount_vnd: int) -> str:
    """Return `8.000 đồng`."""
    return translated("Facts", "%1 đồng").replace("%1", f"{amount_vnd:,}".replace(",", "."))


def _direct(procedure: Procedure) -> FilingMethod | None:
    methods = sorted(procedure.methods, key=lambda method: method.channel is not Channel.DIRECT)
    return methods[0] if methods else None


def _duration_words(unit: DurationUnit, *, is_one: bool) -> str:
    if is_one:
        return {
            DurationUnit.WORKING_DAY: translated("Facts", "1 ngày làm việc"),
            DurationUnit.DAY: translated("Facts", "1 ngày"),
            DurationUnit.HOUR: translated("Facts", "1 giờ"),
            DurationUnit.MONTH: translated("Facts", "1 tháng"),
        }[unit]
    return {
        DurationUnit.WORKING_DAY: translated("Facts", "%1 ngày làm việc"),
        DurationUnit.DAY: translated("Facts", "%1 ngày"),
        DurationUnit.HOUR: translated("Facts", "%1 giờ"),
        DurationUnit.MONTH: translated("Facts", "%1 tháng"),
    }[unit]


def _amount_of(originals: int, copies: int) -> str:
    parts = []
    if originals:
        parts.append(translated("Facts", "Bản chính: %1").replace("%1", str(originals)))
    if copies:
        parts.append(translated("Facts", "Bản sao: %1").replace("%1", str(copies)))
    return " · ".join(parts)


def _short_field(field: str) -> str:
    short = field.partition("(")[0].strip()
    for verbs in ("Đăng ký, quản lý ", "Cấp, quản lý "):
        if short.startswith(verbs):
            return short.removeprefix(verbs).capitalize()
    return short
