"""What must not depend on hue, on moving pictures or on one way through the keys, on any screen."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QMarginsF, QObject, Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.practice_sheet import PRACTICE_MARK
from tests.ui.screens.audit import number_of, seen_rect
from tests.ui.screens.citizen import Citizen

STATES = ("success", "warning", "error", "priority")
NEAR_MM = 6.0
# Half of the way between two greys that can be told apart by everybody, of 255.
GREY_STEP = 48
SHOUTED_LETTERS = 12
# Far more than any move takes: a busy machine draws late.
REST_MS = 8000
# The law's mark on what is only practised, the same letters as on paper.
MARKS = {PRACTICE_MARK}
MOVING = re.compile(
    r"\b(\w*(?:Animation|Animator)|AnimatedImage|AnimatedSprite|SpriteSequence)\s*(?:on \w+\s*)?\{"
)


def sign_faults(citizen: Citizen) -> list[str]:
    """Return every face or outline in the colour of a state that has neither a sign nor a word at it."""
    theme = citizen.kiosk.view.engine().singletonInstance("Kiosk.Controls", "Theme")
    tones = {QColor(theme.property(name)).rgb(): name for name in STATES}
    items = citizen.items()
    signs = [seen_rect(item) for item in items if _says(item)]
    near = NEAR_MM * citizen.kiosk.shell.pxPerMm
    found = []
    for item in items:
        state = tones.get(_state_colour(item, tones), "")
        rect = seen_rect(item)
        if not state or rect.isEmpty():
            continue
        around = rect.marginsAdded(QMarginsF(near, near, near, near))
        if not any(around.intersects(sign) for sign in signs):
            found.append(f"the colour of {state} alone, no sign or word: {_place(item)}")
    return found


def _says(item: QQuickItem) -> bool:
    if item.inherits("QQuickText"):
        return bool(str(item.property("text")).strip())
    return item.inherits("QQuickImage") and bool(item.property("name"))


def _state_colour(item: QQuickItem, tones: dict[int, str]) -> int:
    if not item.inherits("QQuickRectangle"):
        return 0
    face = QColor(item.property("color"))
    if face.alpha() and face.rgb() in tones:
        return face.rgb()
    value = QQmlExpression(QQmlEngine.contextForObject(item), item, "border.width > 0 ? border.color : color")
    answer = value.evaluate()
    edge = QColor(answer[0] if isinstance(answer, tuple) else answer)
    return edge.rgb() if edge.alpha() else 0


def _place(item: QQuickItem) -> str:
    rect = seen_rect(item)
    return str(item.objectName()) or f"at {rect.x():.0f}, {rect.y():.0f}"


def grey_difference_mm2(one: QImage, other: QImage, px_per_mm: float) -> float:
    """Return over how much of two pictures of one size, without their hues, greys clearly differ (mm²)."""
    first, second = (picture.convertToFormat(QImage.Format.Format_Grayscale8) for picture in (one, other))
    rows = ((first.constScanLine(y), second.constScanLine(y)) for y in range(first.height()))
    width = first.width()
    unlike = sum(
        abs(a - b) > GREY_STEP
        for left, right in rows
        for a, b in zip(bytes(left)[:width], bytes(right)[:width], strict=True)
    )
    return unlike / px_per_mm**2


def letter_faults(citizen: Citizen) -> list[str]:
    """Return every text that is slanted, justified, in another typeface or in capitals only."""
    found = []
    for item in citizen.items():
        if not item.inherits("QQuickText") or not item.property("text"):
            continue
        font, words = item.property("font"), str(item.property("text"))
        if font.family() != "Noto Sans":
            found.append(f"in {font.family()}: {words[:40]!r}")
        if (
            font.style() is not QFont.Style.StyleNormal
            or font.capitalization() is not QFont.Capitalization.MixedCase
        ):
            found.append(f"slanted or turned into capitals: {words[:40]!r}")
        if number_of(item, "horizontalAlignment") == Qt.AlignmentFlag.AlignJustify.value:
            found.append(f"justified: {words[:40]!r}")
        letters = [letter for letter in words if letter.isalpha()]
        if len(letters) >= SHOUTED_LETTERS and words not in MARKS and words.isupper():
            found.append(f"in capitals only: {words[:40]!r}")
    return found


def motion_faults(citizen: Citizen) -> list[str]:
    """Return every animation that repeats or still runs, and every timer that beats, on a screen at rest."""
    things = citizen.kiosk.view.rootObject().findChildren(QObject)
    moves = [one for one in things if one.inherits("QQuickAbstractAnimation") and _once(one)]
    deadline = QDeadlineTimer(REST_MS)
    while any(one.property("running") for one in moves) and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    found = []
    for thing in things:
        if thing.inherits("QQuickAbstractAnimation"):
            if not _once(thing):
                found.append(f"an animation that repeats: {_kind(thing)}")
            elif thing.property("running"):
                found.append(f"an animation that does not come to rest: {_kind(thing)}")
        elif thing.inherits("QQmlTimer") and thing.property("repeat"):
            found.append("a timer that beats: what it changes flashes")
        elif thing.inherits("QQuickAnimatedImage"):
            found.append(f"a picture that moves by itself: {_kind(thing)}")
    return found


def _once(animation: QObject) -> bool:
    return animation.property("loops") in {1, None}


def _kind(thing: QObject) -> str:
    return str(thing.metaObject().className())


def motion_in(source: str) -> Iterator[str]:
    """Yield what in a QML text moves longer than 150 ms, repeats, or moves in reduced motion, too.

    `Theme.moveMs` is 150 ms, and none in reduced motion: it is the one duration there may be.
    """
    for found in MOVING.finditer(source):
        block = _block(source, found.end() - 1)
        name = found[1]
        if name in {"SequentialAnimation", "ParallelAnimation"}:
            yield from (f"{name} repeats" for _ in re.findall(r"\bloops\s*:", block))
        elif "duration: Theme.moveMs" not in block or re.search(r"\bloops\s*:", block):
            yield f"{name} without the one duration there may be"
    for _ in re.finditer(r"\brepeat\s*:\s*true", source):
        yield "a timer that beats"


def _block(source: str, start: int) -> str:
    depth = 0
    for at in range(start, len(source)):
        depth += {"{": 1, "}": -1}.get(source[at], 0)
        if depth == 0:
            return source[start:at]
    raise AssertionError("braces do not match")


def trap_faults(citizen: Citizen) -> list[str]:
    """Press one key of the keypad again and again: it comes to every control and round to the first.

    A page that changed meanwhile, as answers came in, is gone round once more.
    """
    found = _round_faults(citizen)
    if found:
        citizen.settle()
        found = _round_faults(citizen)
    return found


def _round_faults(citizen: Citizen) -> list[str]:
    view = citizen.kiosk.view
    wanted = [item for item in citizen.controls() if item.isEnabled() and item.property("activeFocusOnTab")]
    if len(wanted) < 2:
        return []
    wanted[0].forceActiveFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QQuickItem] = []
    item = view.activeFocusItem()
    while item is not None and item not in reached:
        reached.append(item)
        QTest.keyClick(view, Qt.Key.Key_Down)
        item = view.activeFocusItem()
    if item is not reached[0]:
        return [f"a trap for keys: {str(reached[-1].objectName()) or _kind(reached[-1])}"]
    return [
        f"the keypad does not reach {item.objectName()}"
        for item in wanted
        if item.isEnabled() and item not in reached and str(item.objectName()) not in {"moveUp", "moveDown"}
    ]
