"""Sample halls, procedures and sheets, with impossible telephone numbers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.catalogue import Detail, PlainPaper, PlainText, Procedure
from kiosk.domain.counter_sheets import (
    DayFigures,
    day_report_document,
    pupils_document,
    question_document,
    tracking_document,
)
from kiosk.domain.hall import Counter, Hall, Hotline
from kiosk.domain.print_documents import DocumentKind, Heading, PrintDocument, Spacer
from kiosk.domain.receipts import checklist_document, slip_document, test_page_document
from kiosk.domain.withdrawal_sheet import withdrawal_document

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
RECEIPT_NO = "17012345680"
DOSSIER_ID = "01935a6e-7f00-7000-8000-000000000001"

HALL = Hall(
    ward="Phường Mẫu",
    counters=(Counter(name="Quầy 2, Hộ tịch", fields=("Hộ tịch",)),),
    hotlines=(Hotline(name="Hỏi đáp", number="0000 000 000"),),
)
TEXT = PlainText(
    language="vi",
    name="Đăng ký khai sinh",
    summary="Cho trẻ mới sinh",
    papers=(
        PlainPaper(name="Giấy chứng sinh", note="Bản gốc do bệnh viện cấp. Không có thì hỏi cán bộ."),
        PlainPaper(name="Căn cước hoặc hộ chiếu", note="Của người đi khai."),
        PlainPaper(name="Tờ khai đăng ký khai sinh"),
    ),
    time="Trong ngày",
    time_note="Nộp sau 15 giờ: hôm sau lấy.",
    fee="Miễn phí",
)
PROCEDURE = Procedure(
    code="1.001193",
    name="Thủ tục đăng ký khai sinh",
    field="Hộ tịch",
    detail=Detail.FULL,
    decision_no="163/QĐ-BTP",
    url="https://dichvucong.gov.vn/p/home/dvc-tthc-chi-tiet.html?ma_thu_tuc=1.001193",
)


def a_checklist(document_id: str = "checklist-1", **changes) -> PrintDocument:
    options = {
        "language": "vi",
        "taken_at": date(2026, 11, 20),
        "printed_at": NOW,
        "document_id": document_id,
        **changes,
    }
    return checklist_document(PROCEDURE, TEXT, HALL, **options)


def a_slip(document_id: str = "slip-1", **changes) -> PrintDocument:
    options = {
        "language": "vi",
        "receipt_no": RECEIPT_NO,
        "lookup_code": "482913",
        "dossier_id": DOSSIER_ID,
        "taken_at": date(2026, 11, 20),
        "created_at": NOW,
        "kiosk": "0000",
        "document_id": document_id,
        **changes,
    }
    return slip_document(PROCEDURE, TEXT, HALL, **options)


def a_short_sheet(
    document_id: str = "short-1", kind: DocumentKind = DocumentKind.SLIP, copy_no: int = 1
) -> PrintDocument:
    """A sheet of two lines, quick to draw and print."""
    blocks = (Heading(text=document_id, level=1), Spacer(height_mm=2))
    return PrintDocument(document_id=document_id, kind=kind, title="Phiếu", blocks=blocks, copy_no=copy_no)


def a_tracking_sheet(document_id: str = "tracking-1", *, language: str = "vi") -> PrintDocument:
    return tracking_document(
        HALL,
        language=language,
        receipt_no=RECEIPT_NO,
        state="Cán bộ đang xem" if language == "vi" else "Staff are looking at it",
        next_step="Chờ cán bộ gọi." if language == "vi" else "Wait for the staff to call.",
        as_of=NOW,
        printed_at=NOW,
        document_id=document_id,
        procedure=TEXT.name,
        kiosk="0000",
    )


def a_question(document_id: str = "question-1", *, language: str = "vi") -> PrintDocument:
    return question_document(
        HALL, language=language, code="H-0423", about=TEXT.name, asked_at=NOW, document_id=document_id
    )


def a_withdrawal(document_id: str = "withdrawal-1", *, language: str = "vi") -> PrintDocument:
    return withdrawal_document(
        HALL,
        language=language,
        receipt_no=RECEIPT_NO,
        asked_at=NOW,
        document_id=document_id,
        kiosk="số 1",
    )


def a_pupils_sheet(document_id: str = "pupils-1", *, language: str = "vi") -> PrintDocument:
    return pupils_document(PROCEDURE, TEXT, HALL, language=language, printed_at=NOW, document_id=document_id)


def a_day_report(document_id: str = "day-1") -> PrintDocument:
    figures = DayFigures(
        day=NOW.date(), taken=41, sent=38, waiting=3, put_aside=0, printed=96, unconfirmed=2, uncertain=1,
        reprinted=2, not_printed=4,
    )  # fmt: skip
    return day_report_document(
        figures, HALL, printed_at=NOW, document_id=document_id, kiosk="0000", notes=("Giấy sắp hết.",)
    )


def a_test_page(document_id: str = "test-1", *, paper_mm: int = 80) -> PrintDocument:
    return test_page_document(
        printer="Máy in", paper_mm=paper_mm, printed_at=NOW, document_id=document_id, code="KIOSK-TEST:1"
    )
