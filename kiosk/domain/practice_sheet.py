"""What a pupil takes home after practising: a slip that looks like one and says twice that it is none."""

from collections.abc import Sequence
from datetime import datetime

from kiosk.domain.catalogue import PlainText, Procedure
from kiosk.domain.hall import Hall
from kiosk.domain.print_documents import (
    Align,
    Block,
    Bullet,
    DocumentKind,
    Heading,
    Number,
    Paragraph,
    PrintDocument,
    Rule,
)
from kiosk.domain.sheet_parts import finished, foot, head, marked, name_of, nfc

PRACTICE_MARK = "TẬP LÀM, KHÔNG GỬI"
# Where a number would stand: none of the real range is used up or shown.
_NO_NUMBER = ("TẬP LÀM",)
_WORDS = {
    "vi": {
        "slip": "Phiếu khai trước",
        "not_receipt": "CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ",
        "bring": "Khi làm thật, mang theo",
        "ask": "Hỏi cán bộ về giấy tờ cần mang.",
        "nothing": "Máy không gửi và không giữ gì.",
    },
    "en": {
        "slip": "Pre-registration slip",
        "not_receipt": "CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ",
        "bring": "When it is real, bring",
        "ask": "Ask the staff which papers to bring.",
        "nothing": "Nothing was sent or kept.",
    },
}


def practice_document(
    procedure: Procedure,
    text: PlainText | None,
    hall: Hall,
    *,
    language: str,
    printed_at: datetime,
    document_id: str,
    demo: bool = False,
) -> PrintDocument:
    """Return the sheet: no number, no code, no name, nothing that was typed."""
    words = _WORDS[language if language in _WORDS else "vi"]
    papers: Sequence[Block] = (
        [Bullet(text=nfc(paper.name)) for paper in text.papers if paper.always] if text is not None else []
    )
    blocks: list[Block] = [
        *head(hall),
        Heading(text=words["slip"], level=1, align=Align.CENTRE),
        Heading(text=words["not_receipt"], level=1, align=Align.CENTRE),
        Number(lines=_NO_NUMBER),
        Rule(),
        name_of(text.name if text is not None else procedure.name),
        Rule(),
        Heading(text=words["bring"], level=2),
        *(papers or [Paragraph(text=words["ask"])]),
        Rule(),
        Paragraph(text=words["nothing"], strong=True),
        Rule(dashed=True),
        *foot(hall, language, printed_at),
    ]
    sheet = finished(document_id, DocumentKind.PUPILS, words["slip"], blocks, copy_no=1, demo=demo)
    return as_practice(sheet)


def as_practice(sheet: PrintDocument) -> PrintDocument:
    """Return any sheet with the mark that nothing of it is real."""
    mark = Heading(text=PRACTICE_MARK, level=2, align=Align.CENTRE)
    return PrintDocument(
        document_id=sheet.document_id,
        kind=sheet.kind,
        title=sheet.title,
        blocks=marked(list(sheet.blocks), mark),
        copy_no=sheet.copy_no,
    )
