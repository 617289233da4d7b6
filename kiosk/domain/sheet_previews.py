"""Every kind of sheet with the hall's own words and nothing of a person, to be looked at before it is needed.

Numbers are never given to anybody, counts are zero, and each sheet bears "BẢN THỬ": on paper it is worth
nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.catalogue import Procedure
from kiosk.domain.counter_sheets import (
    DayFigures,
    day_report_document,
    pupils_document,
    question_document,
    tracking_document,
)
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import emergency_range, receipt_number
from kiosk.domain.print_documents import DocumentKind, PrintDocument
from kiosk.domain.receipts import checklist_document, slip_document, test_page_document
from kiosk.domain.withdrawal_sheet import withdrawal_document

# One before the demo machine's first number: right in its check digits, and never given to anybody.
_RECEIPT_NO = receipt_number(emergency_range(0).first - 1)
_LOOKUP_CODE, _DOSSIER_ID, _CODE = "0" * 6, "0" * 32, "H-0000"
_STATE = {"vi": "Chưa có hồ sơ nào", "en": "No dossier yet"}
_NEXT = {"vi": "Hỏi cán bộ ở quầy.", "en": "Ask the staff at the counter."}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewFrame:
    """What all previews share. `taken_at` is the day of the catalogue's facts; `paper_mm` 80 or 58."""

    hall: Hall
    procedure: Procedure
    language: str
    now: datetime
    taken_at: date | None
    kiosk: str
    printer: str
    paper_mm: int


def preview_sheet(kind: DocumentKind, frame: PreviewFrame) -> PrintDocument:
    """Return the sheet of `kind`."""
    return _MAKERS[kind](frame, f"preview-{kind.value}")


def _checklist(frame: PreviewFrame, document_id: str) -> PrintDocument:
    return checklist_document(
        frame.procedure,
        frame.procedure.text(frame.language),
        frame.hall,
        language=frame.language,
        taken_at=frame.taken_at,
        printed_at=frame.now,
        document_id=document_id,
        demo=True,
    )


def _slip(frame: PreviewFrame, document_id: str) -> PrintDocument:
    text = frame.procedure.text(frame.language)
    # As on a real slip: what everybody brings; the rest is for the checklist.
    everybody = tuple(paper for paper in text.papers if paper.always) if text is not None else None
    return slip_document(
        frame.procedure,
        text,
        frame.hall,
        papers_subset=everybody,
        language=frame.language,
        receipt_no=_RECEIPT_NO,
        lookup_code=_LOOKUP_CODE,
        dossier_id=_DOSSIER_ID,
        taken_at=frame.taken_at,
        created_at=frame.now,
        kiosk=frame.kiosk,
        document_id=document_id,
        demo=True,
    )


def _tracking(frame: PreviewFrame, document_id: str) -> PrintDocument:
    return tracking_document(
        frame.hall,
        language=frame.language,
        receipt_no=_RECEIPT_NO,
        state=_STATE.get(frame.language, _STATE["vi"]),
        next_step=_NEXT.get(frame.language, _NEXT["vi"]),
        as_of=frame.now,
        printed_at=frame.now,
        document_id=document_id,
        procedure=_name(frame),
        kiosk=frame.kiosk,
        demo=True,
    )


def _question(frame: PreviewFrame, document_id: str) -> PrintDocument:
    return question_document(
        frame.hall,
        language=frame.language,
        code=_CODE,
        about=_name(frame),
        asked_at=frame.now,
        document_id=document_id,
        kiosk=frame.kiosk,
        demo=True,
    )


def _withdrawal(frame: PreviewFrame, document_id: str) -> PrintDocument:
    return withdrawal_document(
        frame.hall,
        language=frame.language,
        receipt_no=_RECEIPT_NO,
        asked_at=frame.now,
        document_id=document_id,
        kiosk=frame.kiosk,
        demo=True,
    )


def _pupils(frame: PreviewFrame, document_id: str) -> PrintDocument:
    return pupils_document(
        frame.procedure,
        frame.procedure.text(frame.language),
        frame.hall,
        language=frame.language,
        printed_at=frame.now,
        document_id=document_id,
        demo=True,
    )


def _day_report(frame: PreviewFrame, document_id: str) -> PrintDocument:
    none = DayFigures(
        day=frame.now.date(),
        taken=0,
        sent=0,
        waiting=0,
        put_aside=0,
        printed=0,
        unconfirmed=0,
        uncertain=0,
        reprinted=0,
        not_printed=0,
    )
    return day_report_document(
        none, frame.hall, printed_at=frame.now, document_id=document_id, kiosk=frame.kiosk, demo=True
    )


def _test_page(frame: PreviewFrame, document_id: str) -> PrintDocument:
    return test_page_document(
        printer=frame.printer,
        paper_mm=frame.paper_mm,
        printed_at=frame.now,
        document_id=document_id,
        code="KIOSK-TEST:0",
    )


def _name(frame: PreviewFrame) -> str:
    text = frame.procedure.text(frame.language)
    return text.name if text is not None else frame.procedure.name


_MAKERS: dict[DocumentKind, Callable[[PreviewFrame, str], PrintDocument]] = {
    DocumentKind.CHECKLIST: _checklist,
    DocumentKind.SLIP: _slip,
    DocumentKind.TRACKING: _tracking,
    DocumentKind.QUESTION: _question,
    DocumentKind.WITHDRAWAL: _withdrawal,
    DocumentKind.PUPILS: _pupils,
    DocumentKind.DAY_REPORT: _day_report,
    DocumentKind.TEST_PAGE: _test_page,
}
