"""What eyes and keys need of a screen: contrast in the picture, focus in reading order, names and roles."""

import itertools
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtQuick import QQuickItem

from tests.ui.screens.audit import on_page, seen_rect
from tests.ui.screens.citizen import Citizen, scene_rect, walk

ON_GROUND, ON_TINT = 10.0, 7.0
# A letter's core shows its colour pure; its edge is mixed with the ground.
CORE_SHARE = 0.002
MOVES = ("moveUp", "moveDown")
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ListItem,
}


def luminance(rgb: int) -> float:
    """Return the relative luminance of 0xRRGGBB (WCAG 2.2)."""
    parts = [(rgb >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_faults(citizen: Citizen) -> list[str]:
    """Return every text whose picture is too pale: 10:1 on the grounds, 7:1 on tints and coloured faces."""
    picture = citizen.picture().convertToFormat(QImage.Format.Format_RGB32)
    grounds = {_theme(citizen, name) for name in ("page", "paper")}
    glass = QRectF(0, 0, picture.width(), picture.height())
    found = []
    for item in citizen.items():
        if not item.inherits("QQuickText") or not item.property("text") or not item.opacity():
            continue
        rect = scene_rect(item).intersected(_viewed(item)).intersected(glass).toAlignedRect()
        if rect.width() < 4 or rect.height() < item.property("font").pixelSize():
            continue  # less than a line of it is seen: it is read when the page is moved
        ground, letters = _colours(picture.copy(rect), QColor(item.property("color")).rgb() & 0xFFFFFF)
        least = ON_GROUND if ground in grounds else ON_TINT
        if (ratio := contrast(ground, letters)) < least:
            words = str(item.property("text"))[:30]
            found.append(f"pale, {ratio:.1f}:1 #{letters:06x} on #{ground:06x}: {words!r}")
    return found


def _theme(citizen: Citizen, name: str) -> int:
    theme = citizen.kiosk.view.engine().singletonInstance("Kiosk.Controls", "Theme")
    return QColor(theme.property(name)).rgb() & 0xFFFFFF


def _viewed(item: QQuickItem) -> QRectF:
    """The part of the glass that `item` may be seen in, cut by what clips it and by a moving page's frame."""
    rect = scene_rect(item)
    parent = item.parentItem()
    while parent is not None:
        if parent.clip():
            rect = rect.intersected(scene_rect(parent))
        parent = parent.parentItem()
    return rect


def _colours(part: QImage, wanted: int) -> tuple[int, int]:
    """The ground (most of the pixels) and, of what is no mere edge, the colour nearest the wanted one."""
    counts = Counter(value & 0xFFFFFF for value in memoryview(part.constBits()).cast("B").cast("I"))
    ground = counts.most_common(1)[0][0]
    if ground == wanted:  # letters so large that they cover more than half
        ground = counts.most_common(2)[-1][0]
    least = CORE_SHARE * part.width() * part.height()
    cores = [colour for colour, count in counts.items() if count >= least and colour != ground]
    return ground, min(cores, key=lambda colour: _distance(colour, wanted), default=ground)


def _distance(one: int, other: int) -> int:
    return sum(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (16, 8, 0))


def focus_faults(citizen: Citizen) -> list[str]:
    """Go round by keys: each control is reached, in reading order, its ring on the glass, and no trap."""
    wanted = [item for item in citizen.controls() if item.isEnabled() and "WholeScreen" not in _kind(item)]
    if len(wanted) < 2:
        return []
    found: list[str] = []
    reached: list[QQuickItem] = []
    resting: set[str] = set()
    item = wanted[0]
    for _ in range(4 * len(wanted) + 200):
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        citizen.kiosk.view.contentItem().ensurePolished()
        if item in reached:
            break
        reached.append(item)
        # Up and Down rest where there is nothing further: the page has moved to where the keys are.
        resting.update(
            name for name in MOVES if any(_name(one) == name and not one.isEnabled() for one in wanted)
        )
        found += _ring_faults(citizen, item)
        item = item.nextItemInFocusChain(True)
    else:
        found.append("the keys never come round")
    found += [
        f"keys do not reach {_name(item)}"
        for item in wanted
        if item.isEnabled() and item not in reached and _name(item) not in resting
    ]
    if citizen.kiosk.shell.shape != "portrait":
        return found  # beside one another stand what is read and what is done: the words come first
    return [*found, *_order_faults([item for item in reached if item in wanted])]


def _ring_faults(citizen: Citizen, item: QQuickItem) -> Iterator[str]:
    rings = [child for child in walk(item) if "FocusRing" in _kind(child)]
    if not rings or not rings[0].isVisible():
        yield f"no focus ring: {_name(item)}"
    if not citizen.on_glass(item):
        yield f"has the focus and is not on the glass: {_name(item)}"


def _order_faults(order: list[QQuickItem]) -> Iterator[str]:
    """Reading order: never up, except to the top of a column further right.

    A page longer than the glass moves as keys go on: where it stands at the end says nothing of how it lay to
    the frame when they left it, so page and frame are each read by themselves.
    """
    is_moving = any(_name(item) in MOVES for item in order)
    for before, after in itertools.pairwise(order):
        if is_moving and on_page(before) != on_page(after):
            continue
        one, other = seen_rect(before), seen_rect(after)
        if other.bottom() <= one.top() and other.left() < one.right() - 2:
            yield f"the keys go up from {_name(before)} to {_name(after)}"


def _kind(item: QQuickItem) -> str:
    return str(item.metaObject().className())


def _name(item: QQuickItem) -> str:
    return str(item.objectName() or item.property("spokenName"))


def name_faults(citizen: Citizen) -> list[str]:
    """Return every control the accessible tree does not know by a role and a name."""
    found = []
    for item in citizen.controls():
        interface = QAccessible.queryAccessibleInterface(item)
        if interface is None or interface.role() not in ROLES:
            found.append(f"no role in the accessible tree: {_name(item)}")
        elif not interface.text(QAccessible.Text.Name):
            found.append(f"no name in the accessible tree: {_name(item)}")
    return found


def reach_faults(citizen: Citizen) -> list[str]:
    """Return every control on the glass that stands above the line hands reach."""
    shell, view = citizen.kiosk.shell, citizen.kiosk.view
    line = view.height() - shell.reachMm * shell.pxPerMm - 2
    return [
        f"{(line - scene_rect(item).top()) / shell.pxPerMm:.0f} mm above reach: {_name(item)}"
        for item in citizen.controls()
        if scene_rect(item).top() < line and _viewed(item).top() < line and "WholeScreen" not in _kind(item)
    ]
