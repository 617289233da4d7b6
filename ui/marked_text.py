"""Plain words with parts of them marked by weight and a line below: no markup, so nothing can be injected.

Rows come and go with every letter typed, and what QML makes of a Python type is never freed whole (see
`ui.qml_made`): so rows borrow these items and give them back.
"""

from math import ceil

from PySide6.QtCore import Property, QObject, QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement, QmlSingleton, QmlUncreatable
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.qml_made import forget_when_gone

QML_IMPORT_NAME = "Kiosk.Items"
QML_IMPORT_MAJOR_VERSION = 1
_STRONG = QFont.Weight.Bold.value
_RULE_EM = 0.07


@QmlElement
@QmlUncreatable("Lent by MarkedTexts")
class MarkedText(QQuickPaintedItem):  # type: ignore[operator]
    """Wraps at its width; `implicitHeight` follows."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text, self._marks, self._font = "", "", QFont()
        self._line_factor, self._color = 1.0, QColor("black")
        self._layout = QTextLayout()

    @Slot(str, str)
    def say(self, text: str, marks: str) -> None:
        """Show `text`; `marks` is "start length start length …" in letters."""
        if (text, marks) != (self._text, self._marks):
            self._text, self._marks = text, marks
            self._lay_out()

    @Slot(str, int, float, QColor)
    def look(self, family: str, pixels: int, line_factor: float, color: QColor) -> None:
        """Show it in this type. `line_factor` is of the font's natural line height, as in Text."""
        font = QFont(family)
        font.setPixelSize(max(1, pixels))
        font.setWeight(QFont.Weight.DemiBold)
        if (font, line_factor, color) != (self._font, self._line_factor, self._color):
            self._font, self._line_factor, self._color = font, line_factor, QColor(color)
            self._lay_out()

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
        layout = QTextLayout(self._text, self._font)
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
        self.changed.emit()

    def _spans(self) -> list[tuple[int, int]]:
        numbers = [int(number) for number in self._marks.split()]
        return list(zip(numbers[::2], numbers[1::2], strict=False))

    def _rules(self) -> list[QRectF]:
        """The lines below marked parts, deep enough to leave the dot under ạ alone."""
        thick = max(2.0, self._font.pixelSize() * _RULE_EM)
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

    def _get_line_count(self) -> int:
        return self._layout.lineCount()

    text = Property(str, _get_text, notify=changed)
    lineCount = Property(int, _get_line_count, notify=changed)


@QmlElement
@QmlSingleton
class MarkedTexts(QObject):
    """Lends marked texts to rows: as many are made as rows show them at the same time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        forget_when_gone(self)
        self._free: list[MarkedText] = []

    @Slot(QQuickItem, result=QQuickItem)
    def lend(self, place: QQuickItem) -> MarkedText:
        """Return a marked text that stands in `place` and says nothing yet."""
        item = self._free.pop() if self._free else MarkedText()
        item.setParent(self)
        item.setParentItem(place)
        return item

    @Slot(QQuickItem)
    def takeBack(self, item: QQuickItem) -> None:
        """Take a marked text whose row goes; it keeps no word."""
        if isinstance(item, MarkedText):
            item.say("", "")
            item.setParentItem(None)  # type: ignore[arg-type]
            self._free.append(item)


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
