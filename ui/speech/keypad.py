"""The keys of an accessible keypad: arrows, a round key that chooses, a diamond that helps.

Source: the EZ Access pattern; keypads of this kind are plain USB keyboards with keys a technician may learn.
"""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem, QQuickView

from ui.speech.page_reader import controls_of, is_control

_MOVING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab})
_CHOOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
HELP, REPEAT, HOLD, SKIP, SPEECH = (
    Qt.Key.Key_F1,
    Qt.Key.Key_F2,
    Qt.Key.Key_F3,
    Qt.Key.Key_F4,
    Qt.Key.Key_F5,
)
KEYPAD = _MOVING | _CHOOSING | {HELP, REPEAT, HOLD, SKIP, SPEECH}


def focused_control(view: QQuickView) -> QQuickItem | None:
    """Return the control that has the keys, None where none has."""
    item = cast("QQuickItem | None", view.activeFocusItem())
    return item if item is not None and is_control(item) else None


def focus_first(page: QQuickItem) -> None:
    """Give the keys to the first control of a page."""
    first = next(iter(controls_of(page)), None)
    if first is not None:
        first.forceActiveFocus(Qt.FocusReason.TabFocusReason)
