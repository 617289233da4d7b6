"""The four facts of a procedure in words: what to bring, how long, how much, where.

Where we have no text of our own the official record speaks, shortened never, guessed never.
"""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.catalogue import (
    Channel,
    Detail,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FilingMethod,
    PlainText,
    Procedure,
)
from kiosk.domain.hall import Hall
from ui.dates import short_date
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
        Row(
            key=str(number), title=paper.name.lstrip("-+* "), line=amount_words(paper.originals, paper.copies)
        )
        for number, paper in enumerate(procedure.papers)
        if paper.originals or paper.copies
    ]


def time_fact(procedure: Procedure, text: PlainText | None) -> Fact:
    """Return how long it takes: our words, else the record's number and unit, else to be asked.

    Where rows of the same channel differ the whole range is told, where even their units differ that it
    depends on the case.
    """
    if text is not None and text.time:
        return Fact(headline=text.time, line=text.time_note)
    known = [
        (method.duration.value, method.duration.unit)
        for method in _nearest(procedure)
        if method.duration.value is not None and method.duration.unit is not None
    ]
    if len({unit for _, unit in known}) > 1:
        return Fact(
            headline=translated("Facts", "Tùy trường hợp"), line=translated("Facts", "Xem từng cách nộp.")
        )
    if known:
        values, unit = [value for value, _ in known], known[0][1]
        return Fact(headline=_span_words(min(values), max(values), unit))
    return Fact(headline=translated("Facts", "Hỏi cán bộ"), line=translated("Facts", "Thời hạn chưa ghi rõ."))


def fee_fact(procedure: Procedure, text: PlainText | None) -> Fact:
    """Return how much it costs; "free" only where every row says so without a contrary note.

    What the staff of this hall set goes before everything else.
    """
    if (local := _local_fee(procedure)) is not None:
        return local
    if text is not None and text.fee:
        return Fact(headline=text.fee, line=text.fee_note)
    return _official_fee(procedure)


def _official_fee(procedure: Procedure) -> Fact:
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
    several = len(amounts) > 1
    if not several and (amount := next(iter(amounts), None)) is not None:
        return Fact(headline=money(amount))
    line = (
        translated("Facts", "Có nhiều mức thu.") if several else translated("Facts", "Mức thu chưa ghi rõ.")
    )
    return Fact(headline=translated("Facts", "Hỏi cán bộ"), line=line)


def place_fact(procedure: Procedure, text: PlainText | None, hall: Hall) -> Fact:
    """Return where to hand it in: the ward's own counter if it named one, else the part of the hall."""
    if procedure.local is not None and procedure.local.counter:
        return Fact(headline=procedure.local.counter, line=procedure.local.opening_note)
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


def source_line(procedure: Procedure, catalogue_taken_at: date | None = None) -> str:
    """Return the decision the facts rest on and the day they were taken, in words."""
    if procedure.detail is Detail.LIST:
        return translated("Facts", "Máy chỉ biết tên việc này. Mời ông/bà hỏi cán bộ.")
    taken_at = procedure.taken_at or catalogue_taken_at
    said = [decision_words(procedure)]
    if taken_at is not None:
        said.append(translated("Facts", "Dữ liệu ngày %1.").replace("%1", short_date(taken_at)))
    return " ".join(said)


def decision_words(procedure: Procedure) -> str:
    """Return "Theo Quyết định … ngày …." or, without a decision, the portal the facts come from."""
    if not procedure.decision_no:
        return translated("Facts", "Theo Cổng Dịch vụ công quốc gia.")
    if procedure.decision_date is None:
        return translated("Facts", "Theo Quyết định %1.").replace("%1", procedure.decision_no)
    words = translated("Facts", "Theo Quyết định %1 ngày %2.")
    return words.replace("%1", procedure.decision_no).replace("%2", short_date(procedure.decision_date))


def duration_words(duration: Duration) -> str:
    """Return `3 ngày làm việc`, else the published text, else that it is not said."""
    if duration.value is not None and duration.unit is not None:
        return _span_words(duration.value, duration.value, duration.unit)
    text = (duration.text or "").strip()
    if not text:
        return translated("Facts", "Chưa ghi rõ")
    if any(letter.isalpha() for letter in text):
        return text
    return translated("Facts", "Ghi là %1, không rõ ngày hay giờ").replace("%1", text)


def fee_words(fee: Fee) -> str:
    """Return a fee as a headline; its published text, where there is more to say, stands beside it."""
    if fee.kind is FeeKind.AMOUNT and fee.amount_vnd is not None:
        return money(fee.amount_vnd)
    return {
        FeeKind.FREE: translated("Facts", "Miễn phí"),
        FeeKind.FREE_WITH_NOTE: translated("Facts", "Có thể thu phí"),
        FeeKind.AMOUNT: translated("Facts", "Xem mức thu"),
        FeeKind.TEXT: translated("Facts", "Xem mức thu"),
        FeeKind.UNKNOWN: translated("Facts", "Mức thu chưa ghi rõ"),
    }[fee.kind]


def amount_words(originals: int, copies: int) -> str:
    """Return `Bản chính: 1 · Bản sao: 2`, "" for none of both."""
    parts = []
    if originals:
        parts.append(translated("Facts", "Bản chính: %1").replace("%1", str(originals)))
    if copies:
        parts.append(translated("Facts", "Bản sao: %1").replace("%1", str(copies)))
    return " · ".join(parts)


def money(amount_vnd: int) -> str:
    """Return `8.000 đồng`."""
    return translated("Facts", "%1 đồng").replace("%1", f"{amount_vnd:,}".replace(",", "."))


def _local_fee(procedure: Procedure) -> Fact | None:
    local = procedure.local
    if local is None or (local.fee_vnd is None and not local.fee_text):
        return None
    line = translated("Facts", "Mức thu tại phường này.")
    if local.fee_vnd is None:
        return Fact(headline=local.fee_text, line=line)
    free = translated("Facts", "Miễn phí")
    return Fact(headline=money(local.fee_vnd) if local.fee_vnd else free, line=line)


def _nearest(procedure: Procedure) -> list[FilingMethod]:
    """The rows of filing here in person, else those of the first channel the record names."""
    channels = [method.channel for method in procedure.methods]
    channel = Channel.DIRECT if Channel.DIRECT in channels else channels[0] if channels else None
    return [method for method in procedure.methods if method.channel is channel]


def _span_words(least: float, most: float, unit: DurationUnit) -> str:
    words = _duration_words(unit, is_one=least == most == 1)
    span = f"{least:g}" if least == most else f"{least:g}–{most:g}"
    return words.replace("%1", span.replace(".", translated("Facts", ",")))


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


def _short_field(field: str) -> str:
    short = field.partition("(")[0].strip()
    for verbs in ("Đăng ký, quản lý ", "Cấp, quản lý "):
        if short.startswith(verbs):
            return short.removeprefix(verbs).capitalize()
    return short
