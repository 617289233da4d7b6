"""Print documents: what goes on a ticket, as blocks, before any pixel.

Rendering lays the same blocks out anew for 576 and 384 dots (80 and 58 mm paper at 8 dots a millimetre);
nothing is scaled. All texts are NFC.
"""

from dataclasses import dataclass
from enum import Enum


class Align(Enum):
    """Horizontal place of a block."""

    LEFT = "left"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the ticket's title, 2 a section, 3 the line above the title (hall)."""

    text: str
    level: int = 2
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text, wrapped; `strong` prints it bold."""

    text: str
    align: Align = Align.LEFT
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label at the left and its value, bold, at the right; wraps under the label where too long."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """A box to tick with a pen, a paper's name and one line of help."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One line of a short list."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line across the paper; `dashed` before the footer, `heavy` under the hall's name."""

    dashed: bool = False
    heavy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number to be read from afar: white on black, one or two lines, never broken inside a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A QR code (ECC M, at most 200 bytes of UTF-8 on paper) with its caption below."""

    payload: str
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacer:
    """White paper, in millimetres."""

    height_mm: float


Block = Heading | Paragraph | Field | CheckItem | Bullet | Rule | Number | QrCode | Spacer


class DocumentKind(Enum):
    """What a sheet is for; decides how long it may wait for paper and who may see it again."""

    CHECKLIST = "checklist"
    SLIP = "slip"
    TEST_PAGE = "test_page"
    TRACKING = "tracking"
    QUESTION = "question"
    WITHDRAWAL = "withdrawal"
    PUPILS = "pupils"
    DAY_REPORT = "day_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintDocument:
    """One sheet. `document_id` and `copy_no` (1 = first print) together are printed at most once.

    A copy above 1 carries "BẢN IN LẠI, lần n". `demo` sheets carry "BẢN THỬ".
    """

    document_id: str
    kind: DocumentKind
    title: str
    blocks: tuple[Block, ...]
    copy_no: int = 1
