"""Plain words with parts of them marked by weight and a line below: no markup, so nothing can be injected."""

from math import ceil

from PySide6.QtCore import Property, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.qml_made import forget_when_gone

QML_IMPORT_NAME = "Kiosk.Items"
QML_IMPORT_MAJOR_VERSION = 1
_STRONG = QFont.Weight.Bold.value
_RULE_EM = 0.07


@QmlElement
class MarkedText(QQuickPaintedItem):
    """Wraps at its width; `implicitHeight` follows. `marks` is "start length start length …" in letters.

    Sizes are pixels; `lineFactor` is of the font's natural line height, as in Text.
    """

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        forget_when_gone(self)
        self._text = ""
        self._marks = ""
        self._family, self._pixel_size, self._weight = "Noto Sans", 16, QFont.Weight.DemiBold.value
        self._line_factor, self._color = 1.0, QColor("black")
        self._layout = QTextLayout()

    def geometryChange(self, newGeometry: QRectF | QRect, oldGeometry: QRectF | QRect) -> None:
        super().geometryChange(newGeometry, oldGeometry)
        if newGeometry.width() != oldGeometry.width():
            self._lay_out()

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self._color)
        self._layout.draw(painter, QPointF(0, 0))
        for rule in self._rules():
            painter.fillRect(rule, self._color)

    def _lay_out(self) -> None:
        font = QFont(self._family)
        font.setPixelSize(max(1, self._pixel_size))
        font.setWeight(QFont.Weight(self._weight))
        layout = QTextLayout(self._text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_strong(start, length) for start, length in self._spans()])
        top, bottom = 0.0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, self.width()))
            line.setPosition(QPointF(0, top))
            # The last line keeps its whole height: the rule below marked words is in its descent.
            bottom = top + line.height()
            top += line.height() * self._line_factor
        layout.endLayout()
        self._layout = layout
        self.setImplicitHeight(ceil(bottom))
        self.update()

    def _spans(self) -> list[tuple[int, int]]:
        numbers = [int(number) for number in self._marks.split()]
        return list(zip(numbers[::2], numbers[1::2], strict=False))

    def _rules(self) -> list[QRectF]:
        """The lines below marked parts, deep enough to leave the dot under ạ alone."""
        thick = max(2.0, self._pixel_size * _RULE_EM)
        rules = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, end = line.textStart(), line.textStart() + line.textLength()
            for start, length in self._spans():
                left, right = max(start, first), min(start + length, end)
                if left < right:
                    x, until = _x(line, left), _x(line, right)
                    y = line.y() + line.ascent() + line.descent() - thick
                    rules.append(QRectF(x, y, until - x, thick))
        return rules

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._renew()

    def _get_marks(self) -> str:
        return self._marks

    def _set_marks(self, marks: str) -> None:
        if marks != self._marks:
            self._marks = marks
            self._renew()

    def _get_pixel_size(self) -> int:
        return self._pixel_size

    def _set_pixel_size(self, pixels: int) -> None:
        if pixels != self._pixel_size:
            self._pixel_size = pixels
            self._renew()

    def _get_family(self) -> str:
        return self._family

    def _set_family(self, family: str) -> None:
        if family != self._family:
            self._family = family
            self._renew()

    def _get_line_factor(self) -> float:
        return self._line_factor

    def _set_line_factor(self, factor: float) -> None:
        if factor != self._line_factor:
            self._line_factor = factor
            self._renew()

    def _get_color(self) -> QColor:
        return self._color

    def _set_color(self, color: QColor) -> None:
        if color != self._color:
            self._color = QColor(color)
            self._renew()

    def _renew(self) -> None:
        self._lay_out()
        self.changed.emit()

    def _get_line_count(self) -> int:
        return self._layout.lineCount()

    lineCount = Property(int, _get_line_count, notify=changed)
    text = Property(str, _get_text, _set_text, notify=changed)
    marks = Property(str, _get_marks, _set_marks, notify=changed)
    pixelSize = Property(int, _get_pixel_size, _set_pixel_size, notify=changed)
    family = Property(str, _get_family, _set_family, notify=changed)
    lineFactor = Property(float, _get_line_factor, _set_line_factor, notify=changed)
    color = Property(QColor, _get_color, _set_color, notify=changed)


def _strong(start: int, length: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, length
    look = QTextCharFormat()
    look.setFontWeight(_STRONG)
    marked.format = look
    return marked


def _x(line: object, place: int) -> float:
    found = line.cursorToX(place)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)
