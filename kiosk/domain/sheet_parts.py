"""What all sheets share: the hall at the top, the foot, the marks "BẢN IN LẠI" and "BẢN THỬ"."""

import unicodedata
from datetime import datetime

from kiosk.domain.hall import Hall
from kiosk.domain.print_documents import (
    Align,
    Block,
    DocumentKind,
    Field,
    Heading,
    Paragraph,
    PrintDocument,
    Rule,
    Spacer,
)

# Between words that read badly apart: a date and its time, "thông" and "tin".
NO_BREAK = "\N{NO-BREAK SPACE}"
NO_PERSONAL_DATA = f"Không có thông{NO_BREAK}tin của người{NO_BREAK}dân."
# Longest of our plain names is half of this; the official record has one of 1050 letters.
HEADING_LETTERS_MAX = 120
COPY_MARK = "BẢN IN LẠI, lần {}"
DEMO_MARK = "BẢN THỬ"
_FOOT = {
    "vi": {"hotline": "Cần giúp, gọi", "printed": "In lúc {}", "kiosk": "Máy {}"},
    "en": {"hotline": "For help, call", "printed": "Printed {}", "kiosk": "Kiosk {}"},
}


def finished(
    document_id: str, kind: DocumentKind, title: str, blocks: list[Block], *, copy_no: int, demo: bool
) -> PrintDocument:
    """Return the sheet with the marks it must bear."""
    whole: tuple[Block, ...] = tuple(blocks)
    if demo:
        whole = marked(list(whole), Heading(text=DEMO_MARK, level=2, align=Align.CENTRE))
    if copy_no > 1:
        whole = marked(list(whole), copy_mark(copy_no))
    return PrintDocument(document_id=document_id, kind=kind, title=title, blocks=whole, copy_no=copy_no)


def copy_mark(copy_no: int) -> Heading:
    """Return the mark of copy `copy_no` (2 and up)."""
    return Heading(text=COPY_MARK.format(copy_no), level=2, align=Align.CENTRE)


def marked(blocks: list[Block], mark: Heading) -> tuple[Block, ...]:
    """Put `mark` below the first heavy rule, or on top where there is none."""
    place = next((i + 1 for i, block in enumerate(blocks) if isinstance(block, Rule) and block.heavy), 0)
    return (*blocks[:place], mark, *blocks[place:])


def head(hall: Hall) -> list[Block]:
    """Return point and ward, as far as they are named, and the heavy rule below which marks stand."""
    point: list[Block] = [Paragraph(text=nfc(hall.point), align=Align.CENTRE)] if hall.point else []
    # A line of a name such as "Văn Miếu - Quốc Tử Giám" never begins with its dash.
    name = nfc(hall.ward).replace(" - ", f"{NO_BREAK}- ")
    ward: list[Block] = [Heading(text=name, level=3, align=Align.CENTRE)] if name else []
    return [*point, *ward, Rule(heavy=True)]


def foot(hall: Hall, language: str, printed_at: datetime, *, kiosk: str = "") -> list[Block]:
    """Return where to call, which machine (`kiosk`, "" leaves it out) and when it was printed."""
    words = _FOOT.get(language, _FOOT["vi"])
    printed = words["printed"].format(f"{printed_at:%d/%m/%Y,{NO_BREAK}%H:%M}")
    line = f"{words['kiosk'].format(kiosk)}. {printed}." if kiosk else f"{printed}."
    help_lines = [Field(label=words["hotline"], value=nfc(hall.hotlines[0].number))] if hall.hotlines else []
    return [*help_lines, Paragraph(text=nfc(line)), Spacer(height_mm=2)]


def name_of(procedure: str) -> Block:
    """Return a procedure's name: a heading, or bold running text where official words go on for lines."""
    text = nfc(procedure)
    if len(text) > HEADING_LETTERS_MAX:
        return Paragraph(text=text, strong=True)
    return Heading(text=text, level=2)


def fields(*pairs: tuple[str, str]) -> list[Block]:
    """Return one field a (label, value); a value that is empty leaves its line out."""
    return [Field(label=label, value=nfc(value)) for label, value in pairs if value.strip()]


def joined(text: str) -> str:
    """Return `text` never broken between its words, unless it is wider than the paper."""
    return text.replace(" ", NO_BREAK)


def nfc(text: str) -> str:
    """Return `text` composed, as every sheet holds it."""
    return unicodedata.normalize("NFC", text)
