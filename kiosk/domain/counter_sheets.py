"""Sheets beside the dossier's own: tracking result, question code, lesson for pupils, the staff's day report.

Each is told what to say and decides only how it stands on paper; none holds a person's name or number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.catalogue import PlainText, Procedure
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import receipt_lines
from kiosk.domain.print_documents import (
    Align,
    Block,
    Bullet,
    CheckItem,
    DocumentKind,
    Field,
    Heading,
    Number,
    Paragraph,
    PrintDocument,
    QrCode,
    Rule,
)
from kiosk.domain.sheet_parts import NO_PERSONAL_DATA, fields, finished, foot, head, joined, name_of, nfc

_CODE_GROUP = 4
_Words = dict[str, str | tuple[str, ...]]
_WORDS: dict[str, _Words] = {
    "vi": {
        "tracking": "Kết quả tra cứu",
        "state": "Tình trạng",
        "as_of": "Tính đến",
        "next": "Việc tiếp theo",
        "not_result": "Giấy này không thay kết quả.",
        "again": "BẢN IN LẠI TỪ HỆ THỐNG",
        "question": "Mã câu hỏi",
        "about": "Hỏi về",
        "asked": "Hỏi lúc",
        "show": "Giữ kín mã này: ai có mã đều đọc được.",
        "no_answer": "Nhập hoặc quét mã ở máy này để xem trả lời.",
        "pupils": "Hướng dẫn cho học sinh",
        "practice": f"BÀI TẬP, {joined('KHÔNG GỬI ĐI ĐÂU')}",
        "task": "Em giúp gia đình làm thủ tục",
        "steps": (
            "Hỏi ông bà cần làm việc gì.",
            "Tìm thủ tục trên máy cùng ông bà.",
            "Đọc to các giấy tờ cần mang.",
            "Đánh dấu giấy tờ nhà mình đã có.",
            "Ghi lại điều chưa rõ để hỏi cán bộ.",
        ),
        "papers": "Giấy tờ cần tìm ở nhà",
        "no_names": "Không ghi tên thật hay số căn cước.",
        "official": "Quét để xem trang chính thức",
    },
    "en": {
        "tracking": "Tracking result",
        "state": "State",
        "as_of": "As of",
        "next": "Next step",
        "not_result": "This sheet is not the result itself.",
        "again": "BẢN IN LẠI TỪ HỆ THỐNG (printed again)",
        "question": "Question code",
        "about": "About",
        "asked": "Asked",
        "show": "Keep it to yourself: who has the code can read the answer.",
        "no_answer": "Type or scan the code here to read the answer.",
        "pupils": "Lesson for pupils",
        "practice": f"PRACTICE, {joined('SENT NOWHERE')}",
        "task": "Help your family with a procedure",
        "steps": (
            "Ask what your family needs to do.",
            "Find the procedure here together.",
            "Read aloud which papers to bring.",
            "Tick the papers you have at home.",
            "Write down what to ask the staff.",
        ),
        "papers": "Papers to find at home",
        "no_names": "Write no real names or ID numbers.",
        "official": "Scan to see the official page",
    },
}


def tracking_document(
    hall: Hall,
    *,
    language: str,
    receipt_no: str,
    state: str,
    next_step: str,
    as_of: datetime,
    printed_at: datetime,
    document_id: str,
    procedure: str = "",
    issued: Sequence[tuple[str, str]] = (),
    kiosk: str = "",
    demo: bool = False,
) -> PrintDocument:
    """Return where a pre-registration stands: `state` and `next_step` in plain words, true at `as_of`.

    `issued` are (label, value) of an official receipt the portal issued, printed again as such.
    """
    words = _words(language)
    blocks: list[Block] = [
        *head(hall),
        Heading(text=_text(words, "tracking"), level=1, align=Align.CENTRE),
        Number(lines=receipt_lines(receipt_no)),
        *([name_of(procedure)] if procedure else []),
        *fields((_text(words, "state"), state), (_text(words, "as_of"), f"{as_of:%d/%m/%Y, %H:%M}")),
        *(_section(_text(words, "next"), next_step) if next_step.strip() else []),
        *([Rule(), Heading(text=_text(words, "again"), level=2), *fields(*issued)] if issued else []),
        Rule(dashed=True),
        Paragraph(text=_text(words, "not_result")),
        *foot(hall, language, printed_at, kiosk=kiosk),
    ]
    title = _text(words, "tracking")
    return finished(document_id, DocumentKind.TRACKING, title, blocks, copy_no=1, demo=demo)


def question_document(
    hall: Hall,
    *,
    language: str,
    code: str,
    about: str,
    asked_at: datetime,
    document_id: str,
    kiosk: str = "",
    demo: bool = False,
) -> PrintDocument:
    """Return the slip that opens the answer to a question: `code` is at most 12 letters or digits."""
    words = _words(language)
    blocks: list[Block] = [
        *head(hall),
        Heading(text=_text(words, "question"), level=1, align=Align.CENTRE),
        Number(lines=_code_lines(nfc(code))),
        *fields((_text(words, "about"), about), (_text(words, "asked"), f"{asked_at:%d/%m/%Y, %H:%M}")),
        Rule(),
        QrCode(payload=f"HNQ1:{nfc(code)}", caption=_text(words, "show")),
        Paragraph(text=_text(words, "no_answer"), align=Align.CENTRE),
        Rule(dashed=True),
        *foot(hall, language, asked_at, kiosk=kiosk),
    ]
    title = _text(words, "question")
    return finished(document_id, DocumentKind.QUESTION, title, blocks, copy_no=1, demo=demo)


def pupils_document(
    procedure: Procedure,
    text: PlainText | None,
    hall: Hall,
    *,
    language: str,
    printed_at: datetime,
    document_id: str,
    demo: bool = False,
) -> PrintDocument:
    """Return the lesson for pupils who guide their families: steps to tick and papers; nothing is sent."""
    words = _words(language)
    bullets = [Bullet(text=nfc(paper.name)) for paper in text.papers] if text is not None else []
    papers: list[Block] = [Rule(), Heading(text=_text(words, "papers"), level=2), *bullets] if bullets else []
    steps = [CheckItem(text=step) for step in words["steps"]]
    code = [QrCode(payload=procedure.url, caption=_text(words, "official"))] if procedure.url else []
    blocks: list[Block] = [
        *head(hall),
        Heading(text=_text(words, "pupils"), level=1, align=Align.CENTRE),
        Heading(text=_text(words, "practice"), level=2, align=Align.CENTRE),
        Paragraph(text=_text(words, "task"), strong=True),
        name_of(text.name if text is not None else procedure.name),
        Rule(),
        *steps,
        *papers,
        Rule(),
        *code,
        Paragraph(text=_text(words, "no_names"), strong=True),
        Rule(dashed=True),
        *foot(hall, language, printed_at),
    ]
    title = _text(words, "pupils")
    return finished(document_id, DocumentKind.PUPILS, title, blocks, copy_no=1, demo=demo)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """What a kiosk did on one day, in counts; nothing of a person."""

    day: date
    taken: int
    sent: int
    waiting: int
    put_aside: int
    printed: int
    unconfirmed: int
    uncertain: int
    reprinted: int
    not_printed: int


def day_report_document(
    figures: DayFigures,
    hall: Hall,
    *,
    printed_at: datetime,
    document_id: str,
    kiosk: str,
    notes: Sequence[str] = (),
    demo: bool = False,
) -> PrintDocument:
    """Return the staff's report of one day; `notes` are lines such as the printer's condition."""
    exchange = (
        ("Phiếu khai trước", figures.taken),
        ("Đã gửi", figures.sent),
        ("Còn chờ gửi", figures.waiting),
        ("Cần cán bộ xem", figures.put_aside),
    )
    paper = (
        ("Đã ra giấy", figures.printed),
        ("Chưa có xác nhận", figures.unconfirmed),
        ("Chưa chắc đã ra", figures.uncertain),
        ("In lại", figures.reprinted),
        ("Không in được", figures.not_printed),
    )
    told: list[Block] = [Rule(), *(Bullet(text=nfc(note)) for note in notes)] if notes else []
    blocks: list[Block] = [
        *head(hall),
        Heading(text="Báo cáo ngày", level=1, align=Align.CENTRE),
        Field(label="Ngày", value=f"{figures.day:%d/%m/%Y}"),
        Rule(),
        Heading(text="Khai trước", level=2),
        *(Field(label=label, value=str(count)) for label, count in exchange),
        Rule(),
        Heading(text="Giấy in", level=2),
        *(Field(label=label, value=str(count)) for label, count in paper),
        *told,
        Rule(dashed=True),
        Paragraph(text=NO_PERSONAL_DATA, align=Align.CENTRE),
        *foot(hall, "vi", printed_at, kiosk=kiosk),
    ]
    return finished(document_id, DocumentKind.DAY_REPORT, "Báo cáo ngày", blocks, copy_no=1, demo=demo)


def _code_lines(code: str) -> tuple[str, ...]:
    """Return a code in groups of four, at most two groups a line: longer lines are wider than the paper."""
    if len(code) <= _CODE_GROUP * 2:
        return (code,)
    groups = [code[start : start + _CODE_GROUP] for start in range(0, len(code), _CODE_GROUP)]
    return tuple(" ".join(groups[start : start + 2]) for start in range(0, len(groups), 2))


def _section(title: str, text: str) -> list[Block]:
    return [Rule(), Heading(text=title, level=2), Paragraph(text=nfc(text))]


def _words(language: str) -> _Words:
    return _WORDS.get(language, _WORDS["vi"])


def _text(words: _Words, key: str) -> str:
    value = words[key]
    return value if isinstance(value, str) else " ".join(value)
