"""The sheet at the end of a set-up: what was done or left out, and what the machine found of itself."""

from collections.abc import Sequence
from datetime import datetime

from kiosk.domain.hall import Hall
from kiosk.domain.print_documents import (
    Align,
    Block,
    CheckItem,
    DocumentKind,
    Field,
    Heading,
    Paragraph,
    PrintDocument,
    Rule,
)
from kiosk.domain.sheet_parts import NO_PERSONAL_DATA, finished, foot, head, nfc

BY_HAND = (
    "Từ lúc có điện đến màn hình đầu: 20 giây",
    "Rút mạng, rút máy in, cắm lại: vẫn chạy",
    "Phím Ctrl-Alt-F2, Alt-F4: không ra ngoài được",
    "Rút điện lúc đang xác nhận: không mất số",
)
"""What only a person at the real machine can see: to be ticked with a pen."""


def setup_report_document(
    hall: Hall,
    *,
    steps: Sequence[tuple[str, str]],
    findings: Sequence[tuple[str, str]],
    by: str,
    version: str,
    kiosk: str,
    printed_at: datetime,
    document_id: str,
    demo: bool,
) -> PrintDocument:
    """Return the sheet. `steps` and `findings` are titles with what came of each, in words."""
    blocks: list[Block] = [
        *head(hall),
        Heading(text="Kết quả lắp đặt", level=1, align=Align.CENTRE),
        Field(label="Người lắp", value=nfc(by)),
        Field(label="Bản phần mềm", value=version),
        Rule(),
        *(Field(label=nfc(title), value=nfc(line)) for title, line in steps),
        Rule(),
        Heading(text="Máy tự kiểm tra", level=2),
        *(Field(label=nfc(title), value=nfc(line)) for title, line in findings),
        Rule(),
        Heading(text="Người lắp tự thử", level=2),
        *(CheckItem(text=text) for text in BY_HAND),
        Rule(dashed=True),
        Paragraph(text=NO_PERSONAL_DATA, align=Align.CENTRE),
        *foot(hall, "vi", printed_at, kiosk=kiosk),
    ]
    return finished(document_id, DocumentKind.TEST_PAGE, "Kết quả lắp đặt", blocks, copy_no=1, demo=demo)
