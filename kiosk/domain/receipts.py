"""The sheets a citizen takes home: checklist (giấy tờ cần mang), slip (Phiếu khai trước) and test page.

Words on the slip follow Decree 118/2025/NĐ-CP: the kiosk receives no dossier, so the sheet says in its title
what it is not, and carries no due time of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kiosk.domain.catalogue import Detail, PlainPaper, PlainText, Procedure
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
from kiosk.domain.sheet_parts import (
    NO_PERSONAL_DATA,
    copy_mark,
    fields,
    finished,
    foot,
    head,
    joined,
    marked,
    name_of,
    nfc,
)

# Above this the modules get too fine for a thermal head (measured: under 6 dots a blurred code fails).
PAPER_QR_BYTES_MAX = 200
SLIP_VALID_DAYS = 30
# Official component texts run to pages (one list would be 8 m of paper): so many, so long, the rest by name.
OFFICIAL_PAPERS_MAX = 12
OFFICIAL_LETTERS_MAX = 160

_WORDS = {
    "vi": {
        "checklist": "Giấy tờ cần mang",
        "ask_staff": "Hỏi cán bộ về giấy tờ cần mang.",
        "where": "Nộp ở",
        "time": "Xong",
        "fee": "Tiền",
        "keep": f"Quét để giữ {joined('danh sách')} trong {joined('điện thoại')}",
        "link": "Quét để xem trang chính thức",
        "part": "Danh sách dài: xem đủ trên giấy này",
        "rest": "Còn {} giấy tờ khác. Hỏi cán bộ.",
        "decision": "Quyết định {}, mã {}.",
        "code": "Mã thủ tục {}.",
        "taken": "Thông tin ngày {}. Nếu khác, cán bộ sẽ hướng dẫn.",
        "slip": "Phiếu khai trước",
        "not_receipt": "CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ",
        "lookup": "Mã tra cứu",
        "subject": "Khai cho",
        "at": "Khai lúc",
        "go": "Đến",
        "until": "Dùng đến hết",
        "result": "Nhận kết quả",
        "by_post": "Tại nhà, qua bưu điện",
        "bring": "Mang theo khi đến quầy",
        "this_slip": "Phiếu này",
        "staff_code": "Đưa mã này cho cán bộ",
        "delete": f"Muốn {joined('rút phiếu')}, tra phiếu trên máy hoặc nói với {joined('cán bộ')}.",
    },
    "en": {
        "checklist": "Papers to bring",
        "ask_staff": "Ask the staff which papers to bring.",
        "where": "Hand in at",
        "time": "Ready",
        "fee": "Fee",
        "keep": "Scan to keep the list on your phone",
        "link": "Scan to see the official page",
        "part": "Long list: all of it is on this sheet",
        "rest": "{} more papers. Ask the staff.",
        "decision": "Decision {}, code {}.",
        "code": "Procedure code {}.",
        "taken": "Information as of {}. If it differs, staff will guide you.",
        "slip": "Pre-registration slip",
        "not_receipt": "CHƯA PHẢI GIẤY TIẾP NHẬN HỒ SƠ",
        "not_receipt_en": "Not a receipt for a dossier",
        "lookup": "Look-up code",
        "subject": "Declared for",
        "at": "Declared",
        "go": "Go to",
        "until": "Valid until",
        "result": "Result",
        "by_post": "At home, by post",
        "bring": "Bring to the counter",
        "this_slip": "This slip",
        "staff_code": "Đưa mã này cho cán bộ",
        "delete": "To withdraw it, look it up at a kiosk or tell the staff.",
    },
}


def checklist_document(
    procedure: Procedure,
    text: PlainText | None,
    hall: Hall,
    *,
    language: str,
    taken_at: date | None,
    printed_at: datetime,
    document_id: str,
    papers_subset: Sequence[PlainPaper] | None = None,
    subtitle: str = "",
    copy_no: int = 1,
    demo: bool = False,
) -> PrintDocument:
    """Return the list of papers to bring.

    `papers_subset` is the citizen's own case (else all papers of `text`); `subtitle` says that case in words.
    Without `text` the official papers are listed; where only the procedure's name is known, staff are named
    instead of guessing. `taken_at` is the day of the facts.
    """
    words = _words(language)
    name = text.name if text else procedure.name
    papers = _papers(procedure, text, papers_subset)
    ask: list[Block] = [Paragraph(text=words["ask_staff"])]
    items: list[Block] = [CheckItem(text=paper, note=note) for paper, note in papers.items]
    items += papers.rest(words)
    blocks: list[Block] = [
        *head(hall),
        Heading(text=words["checklist"], level=1),
        name_of(name),
        *([Paragraph(text=nfc(subtitle))] if subtitle else []),
        Rule(),
        *(items or ask),
        Rule(),
        *_facts(procedure, text, hall, words),
        Rule(),
        *_take_home_code(procedure, name, papers, words),
        Rule(dashed=True),
        *_source(procedure, taken_at, words),
        *foot(hall, language, printed_at),
    ]
    title = words["checklist"]
    return finished(document_id, DocumentKind.CHECKLIST, title, blocks, copy_no=copy_no, demo=demo)


def slip_document(
    procedure: Procedure,
    text: PlainText | None,
    hall: Hall,
    *,
    language: str,
    receipt_no: str,
    lookup_code: str,
    dossier_id: str,
    taken_at: date | None,
    created_at: datetime,
    kiosk: str,
    document_id: str,
    papers_subset: Sequence[PlainPaper] | None = None,
    subject: str = "",
    by_post: bool = False,
    printed_at: datetime | None = None,
    copy_no: int = 1,
    demo: bool = False,
) -> PrintDocument:
    """Return the pre-registration slip (Phiếu khai trước).

    `receipt_no` 11 digits, `lookup_code` 6 digits; `subject` is the person's name already masked; `kiosk` is
    the machine's number or name; `by_post` says that the result comes home (the address is not printed). The
    QR holds no personal data: number and 8 hex digits of `dossier_id`.
    """
    words = _words(language)
    name = text.name if text else procedure.name
    valid_until = created_at.date() + timedelta(days=SLIP_VALID_DAYS)
    papers = _papers(procedure, text, papers_subset)
    ask: list[Block] = [Paragraph(text=words["ask_staff"])]
    bring: list[Block] = [Bullet(text=paper) for paper, _ in papers.items]
    bring += papers.rest(words)
    blocks: list[Block] = [
        *head(hall),
        Heading(text=words["slip"], level=1, align=Align.CENTRE),
        Heading(text=words["not_receipt"], level=1, align=Align.CENTRE),
        *([Paragraph(text=words["not_receipt_en"], align=Align.CENTRE)] if "not_receipt_en" in words else []),
        Number(lines=receipt_lines(receipt_no)),
        Field(label=words["lookup"], value=f"{lookup_code[:3]} {lookup_code[3:]}"),
        Rule(),
        name_of(name),
        *fields(
            (words["subject"], subject),
            (words["at"], f"{created_at:%d/%m/%Y, %H:%M}"),
            (words["go"], _place(procedure, text, hall)),
            (words["until"], f"{valid_until:%d/%m/%Y}"),
            (words["result"], words["by_post"] if by_post else ""),
        ),
        Rule(),
        Heading(text=words["bring"], level=2),
        *(bring or ask),
        Bullet(text=words["this_slip"]),
        Rule(),
        QrCode(payload=slip_code(receipt_no, dossier_id), caption=words["staff_code"]),
        Paragraph(text=words["delete"], align=Align.CENTRE),
        Rule(dashed=True),
        *_source(procedure, taken_at, words),
        *foot(hall, language, printed_at or created_at, kiosk=kiosk),
    ]
    return finished(document_id, DocumentKind.SLIP, words["slip"], blocks, copy_no=copy_no, demo=demo)


def test_page_document(
    *, printer: str, paper_mm: int, printed_at: datetime, document_id: str, code: str
) -> PrintDocument:
    """Return the page a member of staff prints to see that every letter, line and code comes out."""
    blocks: list[Block] = [
        Heading(text="Trang in thử", level=1, align=Align.CENTRE),
        Rule(heavy=True),
        *fields(
            ("Máy in", printer), ("Khổ giấy", f"{paper_mm} mm"), ("Lúc", f"{printed_at:%d/%m/%Y, %H:%M:%S}")
        ),
        Rule(),
        Paragraph(text="ă â đ ê ô ơ ư Ă Â Đ Ê Ô Ơ Ư"),
        Paragraph(text="Ễ ễ Ẵ ẵ Ự ự Ộ ộ Ẩ ẩ Ỡ ỡ Ỹ ỹ", strong=True),
        Paragraph(text="Chữ thường: Đọc rõ từng dấu là đạt."),
        Paragraph(text="Chữ đậm: Đọc rõ từng dấu là đạt.", strong=True),
        CheckItem(text="Đủ hai mép giấy", note="Vạch ngang chạm cả hai bên."),
        CheckItem(text="Giấy đã được cắt"),
        Number(lines=("01234", "56789")),
        QrCode(payload=code, caption="Quét thử bằng điện thoại"),
        Rule(dashed=True),
        Paragraph(text=NO_PERSONAL_DATA, align=Align.CENTRE),
    ]
    return PrintDocument(
        document_id=document_id, kind=DocumentKind.TEST_PAGE, title="Trang in thử", blocks=tuple(blocks)
    )


def slip_code(receipt_no: str, dossier_id: str) -> str:
    """Return the slip's QR payload `HNPK1:<11 digits>:<8 hex>`. Raises ValueError for anything else.

    The last 8 digits of the id: the first ones of a UUIDv7 are the time, alike for a minute.
    """
    short = dossier_id.replace("-", "").lower()[-8:]
    if len(receipt_no) != 11 or not (receipt_no.isascii() and receipt_no.isdigit()):  # noqa: PLR2004  11 digits
        raise ValueError(f"a receipt number has 11 digits, not {receipt_no!r}")
    if len(short) != 8 or not set(short) <= set("0123456789abcdef"):  # noqa: PLR2004  8 hex digits
        raise ValueError(f"a dossier id ends in 8 hex digits, not {dossier_id!r}")
    return f"HNPK1:{receipt_no}:{short}"


def as_copy(document: PrintDocument, *, copy_no: int) -> PrintDocument:
    """Return the same sheet as copy `copy_no` (2 and up), marked "BẢN IN LẠI, lần n" near the top."""
    if copy_no <= document.copy_no:
        raise ValueError(f"copy {copy_no} does not follow copy {document.copy_no} of {document.document_id}")
    old = copy_mark(document.copy_no)
    blocks = [block for block in document.blocks if block != old]
    return replace(document, blocks=marked(blocks, copy_mark(copy_no)), copy_no=copy_no)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Papers:
    """(name, note) of the papers to print; `left_out` are not, and `shortened` says a name was cut."""

    items: tuple[tuple[str, str], ...] = ()
    left_out: int = 0
    shortened: bool = False

    def rest(self, words: dict[str, str]) -> list[Block]:
        """Return the line that says how many are not on the sheet."""
        return [Paragraph(text=words["rest"].format(self.left_out), strong=True)] if self.left_out else []


def _papers(procedure: Procedure, text: PlainText | None, subset: Sequence[PlainPaper] | None) -> _Papers:
    """Return our words for the papers, else the official ones, as many as fit a sheet.

    An official line without originals or copies is no paper.
    """
    plain = subset if subset is not None else (text.papers if text is not None else ())
    if plain or subset is not None:
        return _Papers(items=tuple((nfc(paper.name), nfc(paper.note)) for paper in plain))
    if procedure.detail is Detail.LIST:
        return _Papers()
    official = [" ".join(paper.name.split()) for paper in procedure.papers if paper.originals or paper.copies]
    shown = official[:OFFICIAL_PAPERS_MAX]
    return _Papers(
        items=tuple((_shortened(nfc(name)), "") for name in shown),
        left_out=len(official) - len(shown),
        shortened=any(len(name) > OFFICIAL_LETTERS_MAX for name in shown),
    )


def _shortened(name: str) -> str:
    """Cut at a word, with an ellipsis that shows it."""
    if len(name) <= OFFICIAL_LETTERS_MAX:
        return name
    return name[:OFFICIAL_LETTERS_MAX].rsplit(" ", 1)[0] + "…"


def _place(procedure: Procedure, text: PlainText | None, hall: Hall) -> str:
    counter = hall.counter_for(procedure.field)
    return nfc(counter.name if counter else (text.where if text and text.where else hall.point))


def _facts(procedure: Procedure, text: PlainText | None, hall: Hall, words: dict[str, str]) -> list[Block]:
    blocks = fields((words["where"], _place(procedure, text, hall)))
    if text is None:
        return blocks
    blocks += fields((words["time"], text.time), (words["fee"], text.fee))
    notes = " ".join(note for note in (text.time_note, text.fee_note) if note)
    return [*blocks, *([Paragraph(text=nfc(notes))] if notes else [])]


def _take_home_code(procedure: Procedure, name: str, papers: _Papers, words: dict[str, str]) -> list[Block]:
    """Return the short list as a QR code of at most 200 bytes, else name, code and official link."""
    head = f"{nfc(name)} ({procedure.code})"
    whole = "\n".join([head, *(f"- {paper}" for paper, _ in papers.items)])
    complete = bool(papers.items) and not papers.left_out and not papers.shortened
    if complete and _size(whole) <= PAPER_QR_BYTES_MAX:
        return [QrCode(payload=whole, caption=words["keep"])]
    note: list[Block] = [Paragraph(text=words["part"], align=Align.CENTRE)] if complete else []
    if not procedure.url:
        return note
    linked = f"{head}\n{procedure.url}"
    payload = linked if _size(linked) <= PAPER_QR_BYTES_MAX else procedure.url
    if _size(payload) > PAPER_QR_BYTES_MAX:
        return note
    return [QrCode(payload=payload, caption=words["link"]), *note]


def _source(procedure: Procedure, taken_at: date | None, words: dict[str, str]) -> list[Block]:
    key = "decision" if procedure.decision_no else "code"
    told = (procedure.decision_no, procedure.code) if procedure.decision_no else (procedure.code,)
    line = words[key].format(*told)
    if taken_at is not None:
        line += " " + words["taken"].format(f"{taken_at:%d/%m/%Y}")
    return [Paragraph(text=nfc(line))]


def _words(language: str) -> dict[str, str]:
    return _WORDS.get(language, _WORDS["vi"])


def _size(text: str) -> int:
    return len(text.encode("utf-8"))
