"""A print document laid out in dots, by Qt: the only module of the printers that knows Qt (QtGui).

Text has no grey edges and full hinting: thermal heads know black and white only. Works in any thread once a
QGuiApplication exists.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QTextLayout,
    QTextOption,
)

from kiosk.domain.print_documents import (
    Align,
    Block,
    Bullet,
    CheckItem,
    Field,
    Heading,
    Number,
    Paragraph,
    PrintDocument,
    QrCode,
    Rule,
    Spacer,
)
from kiosk.ports.printing import SheetUnprintable
from printers.rendering.bitmap import Bitmap
from printers.rendering.qr_code import QUIET_MODULES, qr_modules
from printers.rendering.type_scale import DOTS_PER_MM, TypeScale, scale_for

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Kiosk Ticket"
# 1.2 m: three times the longest list a hall prints; more is a fault somewhere, not a sheet.
ROWS_MAX = 9600
# A last line shorter than this share of its room is a word left alone: the lines above share with it.
LONELY_SHARE = 0.22
LONELY_STEP = 12
REGULAR, SEMI_BOLD, BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold

_loading = threading.Lock()
_application: list[QGuiApplication] = []

Draw = Callable[[QPainter], None]


def ensure_gui() -> None:
    """Start an offscreen QGuiApplication where none runs: for commands without a screen. Main thread only."""
    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication(["kiosk", "-platform", "offscreen"]))


def render(document: PrintDocument, width_dots: int) -> Bitmap:
    """Return the ticket, `width_dots` (576 or 384) wide. Raises SheetUnprintable."""
    _load_fonts()
    sheet = _Sheet(scale_for(width_dots))
    for block in document.blocks:
        sheet.add(block)
    return sheet.bitmap()


@cache
def _load_fonts() -> None:
    with _loading:
        for file in sorted(FONTS.glob("*.ttf")):
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise RuntimeError(f"ticket font {file.name} cannot be loaded")


@cache
def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoAntialias | QFont.StyleStrategy.NoFontMerging)
    return font


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    width: float


class _Sheet:
    """Lays blocks out from top to bottom: notes what to draw, then draws it on an image just high enough."""

    def __init__(self, scale: TypeScale) -> None:
        self.scale = scale
        self.y = scale.gap
        self.draws: list[Draw] = []

    def add(self, block: Block) -> None:
        """Lay one block out below the others."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                weight = BOLD if block.strong else REGULAR
                self._text(block.text, self.scale.body, weight, align=block.align)
            case Field():
                self._field(block)
            case CheckItem():
                self._check_item(block)
            case Bullet():
                self._bullet(block)
            case Rule():
                self._rule(block)
            case Number():
                self._number(block)
            case QrCode():
                self._qr(block)
            case Spacer():
                self.y += round(block.height_mm * DOTS_PER_MM)

    def bitmap(self) -> Bitmap:
        """Return what was drawn, with a little white below."""
        if self.y > ROWS_MAX:
            raise SheetUnprintable(f"a sheet of {self.y // DOTS_PER_MM} mm is too long")
        image = QImage(self.scale.width, self.y + self.scale.gap, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, on=False)
        for draw in self.draws:
            draw(painter)
        painter.end()
        return _packed(image)

    @property
    def _inner(self) -> int:
        return self.scale.width - 2 * self.scale.margin

    def _heading(self, block: Heading) -> None:
        size = {1: self.scale.title, 2: self.scale.section}.get(block.level, self.scale.hall)
        self.y += 4
        self._text(block.text, size, BOLD, align=block.align)
        self.y += 4 if block.level == 1 else 0

    def _field(self, block: Field) -> None:
        size, margin = self.scale.body, self.scale.margin
        label = _line(block.label, size, REGULAR)
        value = _line(block.value, size, BOLD)
        if label.width + value.width + self.scale.gap > self._inner:
            self.y += self.scale.gap // 2
            self._text(block.label, size, REGULAR)
            self._text(block.value, size, BOLD)
            self.y += self.scale.gap // 2
            return
        self._put(label.text, size, REGULAR, margin)
        self._put(value.text, size, BOLD, self.scale.width - margin - round(value.width))
        self.y += self._pitch(size) + 2

    def _check_item(self, block: CheckItem) -> None:
        box, margin = self.scale.box, self.scale.margin
        self.y += 6
        pitch = self._pitch(self.scale.item)
        self._frame(QRect(margin, self.y + (pitch - box) // 2, box, box), 4)
        indent = box + self.scale.gap + 8
        self._text(block.text, self.scale.item, BOLD, indent=indent)
        if block.note:
            self._text(block.note, self.scale.body, REGULAR, indent=indent)
        self.y += 8

    def _bullet(self, block: Bullet) -> None:
        size = self.scale.body
        indent = round(_line("• ", size, REGULAR).width)
        self._put("•", size, REGULAR, self.scale.margin)
        self._text(block.text, size, REGULAR, indent=indent)
        self.y += 2

    def _rule(self, block: Rule) -> None:
        self.y += self.scale.gap
        height = 4 if block.heavy else 2
        left, width, y = self.scale.margin, self._inner, self.y
        if block.dashed:
            for x in range(left, left + width, 14):
                self._fill(QRect(x, y, min(8, left + width - x), height))
        else:
            self._fill(QRect(left, y, width, height))
        self.y += height + self.scale.gap

    def _number(self, block: Number) -> None:
        """White on black: read from afar, and never mistaken for running text."""
        size = self.scale.number
        metrics = QFontMetricsF(_font(size, BOLD))
        cap, pad = round(metrics.capHeight()), round(size * 0.3)
        step = cap + round(size * 0.35)
        height = cap + step * (len(block.lines) - 1) + 2 * pad
        self.y += self.scale.gap
        top = self.y
        self._fill(QRect(self.scale.margin, top, self._inner, height))
        for index, text in enumerate(block.lines):
            width = _line(text, size, BOLD).width
            if width > self._inner:
                raise SheetUnprintable(f"the number line {text!r} is wider than the paper")
            baseline = top + pad + cap + index * step
            self._baseline(text, size, BOLD, round((self.scale.width - width) / 2), baseline, white=True)
        self.y = top + height + self.scale.gap

    def _qr(self, block: QrCode) -> None:
        modules = qr_modules(block.payload)
        size = self.scale.qr_module
        side = len(modules) * size
        if side > self.scale.width:
            raise SheetUnprintable(f"a code of {side} dots is wider than the paper")
        # The rules around leave white already; the rest of the quiet zone is added.
        quiet = QUIET_MODULES * size - self.scale.gap
        left, top = (self.scale.width - side) // 2, self.y + quiet
        for row, line in enumerate(modules):
            for column, black in enumerate(line):
                if black:
                    self._fill(QRect(left + column * size, top + row * size, size, size))
        self.y = top + side + QUIET_MODULES * size
        if block.caption:
            self._text(block.caption, self.scale.body, REGULAR, align=Align.CENTRE)

    def _text(
        self,
        text: str,
        size: int,
        weight: QFont.Weight,
        *,
        align: Align = Align.LEFT,
        indent: int = 0,
    ) -> None:
        room = self._inner - indent
        lines = _wrapped(text, size, weight, room)
        if align is Align.CENTRE and len(lines) > 1:
            lines = _balanced(text, size, weight, room, len(lines))
        elif len(lines) > 1 and lines[-1].width < LONELY_SHARE * room:
            lines = _with_company(text, size, weight, room, lines)
        for line in lines:
            left = self.scale.margin + indent
            if align is Align.CENTRE:
                left += round((room - line.width) / 2)
            self._put(line.text, size, weight, left)
            self.y += self._pitch(size)

    def _pitch(self, size: int) -> int:
        return round(size * self.scale.pitch)

    def _put(self, text: str, size: int, weight: QFont.Weight, left: int) -> None:
        """Draw one line whose pitch begins at the present height."""
        metrics = QFontMetricsF(_font(size, weight))
        above = (self._pitch(size) - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self._baseline(text, size, weight, left, round(self.y + above))

    def _baseline(
        self, text: str, size: int, weight: QFont.Weight, left: int, y: int, *, white: bool = False
    ) -> None:
        def draw(painter: QPainter) -> None:
            painter.setPen(Qt.GlobalColor.white if white else Qt.GlobalColor.black)
            painter.setFont(_font(size, weight))
            painter.drawText(QPointF(left, y), text)

        self.draws.append(draw)

    def _fill(self, area: QRect) -> None:
        self.draws.append(lambda painter: painter.fillRect(area, Qt.GlobalColor.black))

    def _frame(self, area: QRect, line: int) -> None:
        self._fill(area)
        inner = area.adjusted(line, line, -line, -line)
        self.draws.append(lambda painter: painter.fillRect(inner, Qt.GlobalColor.white))


def _line(text: str, size: int, weight: QFont.Weight) -> _Line:
    return _Line(text, QFontMetricsF(_font(size, weight)).horizontalAdvance(text))


def _wrapped(text: str, size: int, weight: QFont.Weight, room: float) -> list[_Line]:
    """Break `text` into lines at most `room` wide, inside a word only where a word alone is wider."""
    lines: list[_Line] = []
    for part in text.split("\n"):
        layout = QTextLayout(part, _font(size, weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            taken = part.encode("utf-16-le")[
                line.textStart() * 2 : (line.textStart() + line.textLength()) * 2
            ]
            lines.append(_line(taken.decode("utf-16-le").rstrip(), size, weight))
        layout.endLayout()
    return lines


def _balanced(text: str, size: int, weight: QFont.Weight, room: float, count: int) -> list[_Line]:
    """Break into the same number of lines, as even as can be."""
    low, high = room / count, room
    while high - low > 4:  # noqa: PLR2004  dots: finer is not seen
        middle = (low + high) / 2
        if len(_wrapped(text, size, weight, middle)) > count:
            low = middle
        else:
            high = middle
    return _wrapped(text, size, weight, high)


def _with_company(text: str, size: int, weight: QFont.Weight, room: float, lines: list[_Line]) -> list[_Line]:
    """Break a little earlier, in as many lines, so that the last word does not stand alone."""
    for narrower in range(round(room) - LONELY_STEP, round(room * 0.6), -LONELY_STEP):
        found = _wrapped(text, size, weight, narrower)
        if len(found) > len(lines):
            break
        if found[-1].width >= LONELY_SHARE * room:
            return found
    return lines


def _packed(image: QImage) -> Bitmap:
    """Return the grey image as bits: darker than half is black."""
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
    mono = image.convertToFormat(QImage.Format.Format_Mono, flags)
    if mono.pixelIndex(0, 0) == 1:  # the corner is white: Qt chose 1 for white
        mono.invertPixels()
    stride, step = (mono.width() + 7) // 8, mono.bytesPerLine()
    bits = bytes(mono.constBits())
    rows = [bits[y * step : y * step + stride] for y in range(mono.height())]
    return Bitmap(width=mono.width(), height=mono.height(), data=b"".join(rows))
