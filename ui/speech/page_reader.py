"""What a page says aloud: the very names the accessible tree holds, in the order a person reads them."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from kiosk.ports.speech import Utterance
from ui.view_model import translated

_CONTROLS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.ListItem,
    }
)
_SPOKEN = _CONTROLS | {
    QAccessible.Role.AlertMessage,
    QAccessible.Role.EditableText,
    QAccessible.Role.Graphic,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.StaticText,
}


def read_page(page: QQuickItem, language: str) -> tuple[Utterance, ...]:
    """Return what stands on a page and is seen, words first, then what can be touched."""
    words: list[Utterance] = []
    controls: list[Utterance] = []
    for item in _seen(page, scene_rect(page)):
        utterance = speech_of(item, language)
        if utterance is not None:
            (controls if is_control(item) else words).append(utterance)
    return tuple(dict.fromkeys([*words, *controls]))


def speech_of(item: QQuickItem, language: str) -> Utterance | None:
    """Return what one item says, None for one that says nothing."""
    spoken = cast("QAccessibleInterface | None", QAccessible.queryAccessibleInterface(item))
    if spoken is None or spoken.role() not in _SPOKEN or item.property("spoken") is False:
        return None
    name = spoken.text(QAccessible.Text.Name).strip()
    if not name:
        return None
    parts = [name, spoken.text(QAccessible.Text.Description).strip()]
    if not item.isEnabled():
        parts.append(translated("Speech", "Chưa dùng được"))
    elif item.property("checked") is True:
        parts.append(translated("Speech", "Đang chọn"))
    text = ". ".join(part for part in parts if part)
    return Utterance(text=text, language=language, private=bool(item.property("personal")))


def is_control(item: QQuickItem) -> bool:
    """Whether the item can be touched."""
    return item.property("strikeMs") is not None


def scene_rect(item: QQuickItem) -> QRectF:
    """Return where the item stands in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _seen(item: QQuickItem, window: QRectF) -> Iterator[QQuickItem]:
    """The items shown, parents first, without those another page of a list hides."""
    if not item.isVisible():
        return
    if item.clip():
        window = window.intersected(scene_rect(item))
    if item.width() > 0 and item.height() > 0 and not window.intersects(scene_rect(item)):
        return
    yield item
    for child in sorted(item.childItems(), key=_place):
        yield from _seen(child, window)


def _place(item: QQuickItem) -> tuple[int, int]:
    return round(item.y()), round(item.x())


def controls_of(page: QQuickItem) -> tuple[QQuickItem, ...]:
    """Return what can be touched on a page, in reading order."""
    return tuple(item for item in _seen(page, scene_rect(page)) if is_control(item) and item.isEnabled())
