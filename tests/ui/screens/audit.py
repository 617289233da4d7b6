"""What holds for every screen: sizes in millimetres, nothing cut, nothing on top of another."""

import itertools
from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from tests.ui.screens.citizen import Citizen, scene_rect, walk

TARGET_MM = 20
GAP_MM = 2.5
CAPITALS_EM = 0.714
WRAP_ANYWHERE = 3
# Rounding of millimetres to whole pixels, at both ends.
ROUNDING_PX = 1.5
SMALLEST_CAPITALS_MM = {
    ("standard", "portrait"): 4.8,
    ("standard", "landscape"): 4.8,
    ("standard", "wide"): 4.8,
    ("large", "portrait"): 8.6,
    ("large", "landscape"): 7.3,
    ("large", "wide"): 8.6,
    ("largest", "portrait"): 12.2,
    ("largest", "landscape"): 12.2,
    ("largest", "wide"): 12.2,
}


def faults(citizen: Citizen, *, shape: str, text_mode: str) -> list[str]:
    """Return what is wrong with the screen shown, in words; empty where all holds."""
    items = citizen.items()
    texts = [item for item in items if item.inherits("QQuickText") and item.property("text")]
    controls = [
        item for item in items if item.property("strikeMs") is not None and _whole_screen(item) is False
    ]
    view = citizen.kiosk.view
    scale = citizen.kiosk.shell.pxPerMm
    glass = QRectF(0, 0, view.width(), view.height())
    page = next((item for item in items if item.objectName() == "screen"), None)
    moves = _moves(items)
    found: list[str] = []
    for window, belongs in _surfaces(glass, scene_rect(page) if moves and page is not None else None):
        shown_texts = [item for item in texts if belongs(item)]
        shown_controls = [item for item in controls if belongs(item)]
        found += [
            *_text_faults(shown_texts, window, SMALLEST_CAPITALS_MM[text_mode, shape] * scale),
            *_control_faults(shown_controls, window, scale),
            *_overlaps(shown_texts, shown_controls),
        ]
    found += _lists_without_rows(items)
    return list(dict.fromkeys(found))


def _lists_without_rows(items: list[QQuickItem]) -> Iterator[str]:
    for view in items:
        if not view.inherits("QQuickListView") or not view.property("count"):
            continue
        texts = [item for item in walk(view) if item.inherits("QQuickText") and item.property("text")]
        if all(seen_rect(text).isEmpty() for text in texts):
            yield f"a list of {view.property('count')} rows shows none of them"


def _moves(items: list[QQuickItem]) -> bool:
    """True where the page is longer than the glass and moves with Up and Down."""
    return any(item.objectName() == "moveDown" for item in items)


def _surfaces(glass: QRectF, page: QRectF | None) -> list[tuple[QRectF, Callable[[QQuickItem], bool]]]:
    """What is looked at by itself: the glass, or the frame on the glass and the long page it moves."""
    if page is None:
        return [(glass, lambda _item: True)]
    return [(glass, lambda item: not on_page(item)), (page, on_page)]


def on_page(item: QQuickItem) -> bool:
    return any(parent.objectName() == "screen" for parent in _ancestors(item))


def _whole_screen(item: QQuickItem) -> bool:
    return "WholeScreen" in item.metaObject().className()


def _words(item: QQuickItem) -> str:
    return repr(str(item.property("text"))[:40])


def _ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def seen_rect(item: QQuickItem) -> QRectF:
    """What of the item is to be seen: its rectangle cut by every clipping ancestor."""
    rect = scene_rect(item)
    for parent in _ancestors(item):
        if parent.clip() and parent.objectName() != "viewport":
            rect = rect.intersected(scene_rect(parent))
    return rect


def number_of(item: QQuickItem, name: str) -> int:
    """Return an enumeration of QML's own, which only QML can read, as its number."""
    context = QQmlEngine.contextForObject(item)
    value = QQmlExpression(context, item, name).evaluate()
    return int(value[0] if isinstance(value, tuple) else value)


def _is_card(item: QQuickItem) -> bool:
    """A face with an edge of its own: a card, a banner, a button, a cell."""
    return item.inherits("QQuickRectangle") or item.property("strikeMs") is not None


def _inside(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-ROUNDING_PX, -ROUNDING_PX, ROUNDING_PX, ROUNDING_PX).contains(inner)


def _text_faults(texts: list[QQuickItem], window: QRectF, smallest_px: float) -> Iterator[str]:
    for text in texts:
        rect, seen = scene_rect(text), seen_rect(text)
        if seen.isEmpty():
            continue  # on another page of its list
        yield from _room_faults(text, smallest_px)
        if not _inside(rect, seen) and not _is_read_by_moving(text):
            yield f"text cut by its list or panel: {_words(text)}"
        if not _inside(seen, window):
            yield f"text outside the window: {_words(text)}"
        card = next((parent for parent in _ancestors(text) if _is_card(parent)), None)
        if card is not None and card.parentItem() is not None and card.parentItem().parentItem() is None:
            card = None  # the frame's own ground: a page that moves reaches beyond it
        if card is not None and not _inside(_letters(text, seen), scene_rect(card)):
            yield f"text outside its card: {_words(text)}"


def _letters(text: QQuickItem, seen: QRectF) -> QRectF:
    """What of a single line is ink: a line box has room for Ễ over Ậ also where a key shows one letter."""
    if text.property("lineCount") != 1:
        return seen
    metrics = QFontMetricsF(text.property("font"))
    ink = metrics.tightBoundingRect(str(text.property("text")))
    top = (seen.height() - metrics.height()) / 2 + metrics.ascent() + ink.top()
    return QRectF(seen.left(), seen.top() + top, seen.width(), ink.height())


def _room_faults(text: QQuickItem, smallest_px: float) -> Iterator[str]:
    if text.property("truncated"):
        yield f"text cut short: {_words(text)}"
    if text.property("contentWidth") > text.width() + ROUNDING_PX:
        yield f"text wider than its room: {_words(text)}"
    if text.property("contentHeight") > text.height() + ROUNDING_PX:
        yield f"text higher than its room: {_words(text)}"
    if text.property("font").pixelSize() * CAPITALS_EM < smallest_px - 1:
        yield f"text too small, {text.property('font').pixelSize()} px: {_words(text)}"
    if number_of(text, "textFormat") != Qt.TextFormat.PlainText.value:
        yield f"not plain text: {_words(text)}"


def broken_words(citizen: Citizen) -> list[str]:
    """Return every text one of whose words stands on two lines."""
    texts = (item for item in citizen.items() if item.inherits("QQuickText") and item.property("text"))
    return [f"a word broken over two lines: {_words(text)}" for text in texts if _breaks_a_word(text)]


def _breaks_a_word(text: QQuickItem) -> bool:
    """True where the longest word is wider than its line; an address may be broken anywhere."""
    if text.property("lineCount") < 2 or number_of(text, "wrapMode") == WRAP_ANYWHERE:
        return False
    metrics = QFontMetricsF(text.property("font"))
    words = str(text.property("text")).split()
    return max(map(metrics.horizontalAdvance, words), default=0) > text.width() + ROUNDING_PX


def _is_read_by_moving(text: QQuickItem) -> bool:
    """True in a row taller than its page, which is read by moving through it."""
    view = next((parent for parent in _ancestors(text) if parent.inherits("QQuickListView")), None)
    return view is not None and scene_rect(text).height() > 0 and _row_of(text, view).height() > view.height()


def _row_of(item: QQuickItem, view: QQuickItem) -> QRectF:
    chain = [item, *_ancestors(item)]
    return scene_rect(chain[max(0, chain.index(view) - 2)])


def _control_faults(controls: list[QQuickItem], window: QRectF, scale: float) -> Iterator[str]:
    shown = [(item, seen_rect(item)) for item in controls]
    shown = [(item, rect) for item, rect in shown if not rect.isEmpty()]
    for item, rect in shown:
        name = item.objectName() or str(item.property("spokenName"))
        if min(rect.width(), rect.height()) < TARGET_MM * scale - ROUNDING_PX:
            size = f"{rect.width() / scale:.1f} x {rect.height() / scale:.1f} mm"
            yield f"target too small, {size}: {name}"
        if not _inside(rect, window):
            yield f"control outside the window: {name}"
        if not item.property("spokenName"):
            yield f"control without a name for speech: {name}"
    for (one, first), (other, second) in itertools.combinations(shown, 2):
        across = max(first.left(), second.left()) - min(first.right(), second.right())
        down = max(first.top(), second.top()) - min(first.bottom(), second.bottom())
        if max(across, down) < GAP_MM * scale - ROUNDING_PX:
            gap = f"{max(across, down) / scale:.1f} mm"
            yield f"controls {gap} apart: {one.objectName()} and {other.objectName()}"


def _overlaps(texts: list[QQuickItem], controls: list[QQuickItem]) -> Iterator[str]:
    shown = [(text, _ink(text)) for text in texts]
    shown = [(text, rect) for text, rect in shown if not rect.isEmpty()]
    for (one, first), (other, second) in itertools.combinations(shown, 2):
        both = first.intersected(second)
        if both.width() > 2 and both.height() > 2 + 0.2 * min(first.height(), second.height()):
            yield f"texts on top of each other: {_words(one)} and {_words(other)}"
    for control in controls:
        face = seen_rect(control)
        for text, rect in shown:
            both = rect.intersected(face)
            if both.width() > 2 and both.height() > 2 and control not in _ancestors(text):
                yield f"text under a control: {_words(text)} and {control.objectName()}"


def _ink(text: QQuickItem) -> QRectF:
    """Where the letters of a text are: its content, aligned in its box, cut by its list."""
    width, height = text.property("contentWidth"), text.property("contentHeight")
    room = max(0.0, text.width() - width)
    alignment = number_of(text, "horizontalAlignment")
    shift = {Qt.AlignmentFlag.AlignHCenter.value: room / 2, Qt.AlignmentFlag.AlignRight.value: room}.get(
        alignment, 0
    )
    rect = text.mapRectToScene(QRectF(shift, 0, width, height))
    for parent in _ancestors(text):
        if parent.clip() and parent.objectName() != "viewport":
            rect = rect.intersected(scene_rect(parent))
    return rect
