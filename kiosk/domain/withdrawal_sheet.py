"""The sheet of a request to withdraw a pre-registration: what was asked and when, never that it is done."""

from datetime import datetime

from kiosk.domain.hall import Hall
from kiosk.domain.numbering import receipt_lines
from kiosk.domain.print_documents import (
    Align,
    Block,
    DocumentKind,
    Heading,
    Number,
    Paragraph,
    PrintDocument,
    Rule,
)
from kiosk.domain.sheet_parts import fields, finished, foot, head

_WORDS = {
    "vi": {
        "title": "Yêu cầu rút phiếu khai trước",
        "asked": "Yêu cầu lúc",
        "state": "Máy đã giữ yêu cầu, sẽ gửi khi có mạng.",
        "open": "Phiếu chưa rút xong khi Cổng chưa nhận.",
        "look": "Tra số phiếu và mã tra cứu để biết đã rút.",
        "code": "Mã tra cứu in trên phiếu khai trước.",
    },
    "en": {
        "title": "Request to withdraw (Yêu cầu rút phiếu)",
        "asked": "Asked",
        "state": "The kiosk keeps your request and sends it when online.",
        "open": "Nothing is withdrawn before the portal has it.",
        "look": "Look up your slip number to see when it is.",
        "code": "The six-digit code is on your slip.",
    },
}


def withdrawal_document(
    hall: Hall,
    *,
    language: str,
    receipt_no: str,
    asked_at: datetime,
    document_id: str,
    kiosk: str = "",
    demo: bool = False,
) -> PrintDocument:
    """Return the sheet; `receipt_no` has 11 digits (domain/numbering). No name, no code of the person."""
    words = _WORDS.get(language, _WORDS["vi"])
    blocks: list[Block] = [
        *head(hall),
        Heading(text=words["title"], level=1, align=Align.CENTRE),
        Number(lines=receipt_lines(receipt_no)),
        *fields((words["asked"], f"{asked_at:%d/%m/%Y, %H:%M}")),
        Rule(),
        Paragraph(text=words["state"], strong=True),
        Paragraph(text=words["open"]),
        Paragraph(text=words["look"]),
        Paragraph(text=words["code"]),
        Rule(dashed=True),
        *foot(hall, language, asked_at, kiosk=kiosk),
    ]
    return finished(document_id, DocumentKind.WITHDRAWAL, words["title"], blocks, copy_no=1, demo=demo)
