"""What the page of a procedure shows besides its lists: notices above the cards, and the cards as rows."""

from collections.abc import Sequence
from datetime import date

from kiosk.domain.catalogue import Procedure
from kiosk.domain.freshness import freshness_of
from kiosk.domain.hall import Hall
from kiosk.domain.linked_procedures import linked_parts
from ui.dates import short_date
from ui.facts import fee_fact, place_fact, source_line, time_fact
from ui.rows import Row
from ui.view_model import translated


def notice_rows(procedure: Procedure, *, today: date, catalogue_taken_at: date | None) -> list[Row]:
    """Return what must be known first; `pigment` is the kind of banner: warning or info."""
    fresh = freshness_of(procedure, today=today, catalogue_taken_at=catalogue_taken_at)
    rows = []
    if fresh.withdrawn_at is not None:
        words = translated("ProcedureCards", "Việc này đã bãi bỏ từ ngày %1")
        line = (
            translated("ProcedureCards", "Đã có việc khác thay thế.")
            if fresh.replaced_by
            else translated("ProcedureCards", "Mời ông/bà hỏi cán bộ.")
        )
        rows.append(
            _notice("withdrawn", words.replace("%1", short_date(fresh.withdrawn_at)), line, warning=True)
        )
    elif fresh.is_old and fresh.taken_at is not None:
        words = translated("ProcedureCards", "Dữ liệu đã cũ, ngày %1").replace(
            "%1", short_date(fresh.taken_at)
        )
        rows.append(
            _notice("old", words, translated("ProcedureCards", "Hỏi lại cán bộ trước khi nộp."), warning=True)
        )
    if parts := linked_parts(procedure.name):
        words = translated("ProcedureCards", "Nộp một lần, làm %1 việc").replace("%1", str(len(parts)))
        rows.append(_notice("linked", words, "; ".join(parts) + "."))
    local = procedure.local
    if local is not None and (local.note or local.opening_note):
        said = " ".join(text for text in (local.note, local.opening_note) if text)
        rows.append(_notice("local", translated("ProcedureCards", "Phường báo thêm"), said))
    return rows


def _notice(key: str, title: str, line: str, *, warning: bool = False) -> Row:
    return Row(
        key=key,
        title=title,
        line=line,
        icon="warning" if warning else "info",
        pigment="warning" if warning else "info",
    )


def card_rows(
    procedure: Procedure,
    language: str,
    hall: Hall,
    *,
    papers: Sequence[Row],
    notices: Sequence[Row],
    catalogue_taken_at: date | None,
) -> list[Row]:
    """Return the cards one under another: notices, papers one by one, time, fee, place, and the source."""
    text = procedure.text(language)
    facts = (
        ("time", time_fact(procedure, text), "schedule", "sky", translated("ProcedureScreen", "Mất bao lâu")),
        (
            "fee",
            fee_fact(procedure, text),
            "payments",
            "jade",
            translated("ProcedureScreen", "Bao nhiêu tiền"),
        ),
        (
            "place",
            place_fact(procedure, text, hall),
            "location_on",
            "rose",
            translated("ProcedureScreen", "Nộp ở đâu"),
        ),
    )
    return [
        *(_notice_card(row) for row in notices),
        *_paper_cards(papers),
        *(
            Row(key=key, title=fact.headline, line=fact.line, icon=icon, pigment=pigment, note=note)
            for key, fact, icon, pigment, note in facts
        ),
        Row(
            key="source",
            title=source_line(procedure, catalogue_taken_at),
            icon="verified",
            pigment="stone",
            note=translated("ProcedureCards", "Nguồn"),
        ),
    ]


def _notice_card(row: Row) -> Row:
    return Row(
        key=f"notice-{row.key}",
        title=row.title,
        line=row.line,
        icon=row.icon,
        pigment="amber" if row.pigment == "warning" else "teal",
        note=translated("ProcedureCards", "Cần biết"),
    )


def _paper_cards(papers: Sequence[Row]) -> list[Row]:
    bring = translated("ProcedureScreen", "Cần mang gì")
    if not papers:
        ask = translated("ProcedureScreen", "Máy chưa có danh sách. Mời ông/bà hỏi cán bộ.")
        return [Row(key="paper-none", title=ask, icon="folder_open", note=bring, marked=True)]
    how_many = translated("ProcedureCards", "Cần mang gì: %1 thứ").replace("%1", str(len(papers)))
    heading = how_many if len(papers) > 1 else bring
    return [
        Row(
            key=f"paper-{paper.key}",
            title=paper.title,
            line=paper.line,
            icon=paper.icon,
            note="" if number else heading,
            marked=number == 0,
        )
        for number, paper in enumerate(papers)
    ]
