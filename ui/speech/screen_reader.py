"""Joins voice, keys and pages: each new page is read, each control named as it gets the keys."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtQuick import QQuickItem

from kiosk.ports.speech import Utterance
from kiosk.services.read_aloud import ReadAloud
from ui.engine import KioskView
from ui.shell.shell_view_model import ShellViewModel
from ui.speech.keypad import HELP, HOLD, KEYPAD, REPEAT, SKIP, SPEECH, focus_first, focused_control
from ui.speech.page_reader import read_page, speech_of
from ui.view_model import translated

# Rows of a list come from the catalogue's lane: a page is read once they had time to arrive.
_SETTLED_MS = 150


class ScreenReader(QObject):
    """Lives beside the view. Speaks only while the person's modes say so."""

    def __init__(
        self, view: KioskView, shell: ShellViewModel, aloud: ReadAloud, language: Callable[[], str]
    ) -> None:
        super().__init__(view)
        self._view, self._shell, self._aloud, self._language = view, shell, aloud, language
        self._was_speaking = False
        self._arrived = QTimer(self)
        self._arrived.setSingleShot(True)
        self._arrived.setInterval(_SETTLED_MS)
        self._arrived.timeout.connect(self._read)
        shell.screenChanged.connect(self._turn_page)
        shell.languageChanged.connect(self._turn_page)
        shell.modesChanged.connect(self._modes_changed)
        view.pointed.connect(aloud.hush)
        view.keyed.connect(self.key)
        view.activeFocusItemChanged.connect(self._focus_moved)

    def key(self, key: int) -> None:
        """A key was pressed: from the first key of a keypad on, one control always has the keys."""
        pressed = Qt.Key(key)
        if pressed not in KEYPAD:
            return
        modes = self._shell.modes
        if pressed not in {HOLD, SKIP, REPEAT}:
            self._aloud.hush()
        if not modes.keypad:
            self._shell.set_modes(replace(modes, keypad=True))
        if pressed is HELP:
            self._shell.press("help")
        elif pressed is SPEECH:
            self._shell.press("speech")
        elif pressed is REPEAT:
            self._aloud.repeat(modes)
        elif pressed is HOLD:
            self._aloud.hold()
        elif pressed is SKIP:
            self._aloud.skip()
        elif focused_control(self._view) is None and (page := self._page()) is not None:
            focus_first(page)

    def _page(self) -> QQuickItem | None:
        root = cast("QQuickItem | None", self._view.rootObject())
        frame = cast("QQuickItem | None", root.findChild(QQuickItem, "screen")) if root is not None else None
        page = frame.property("item") if frame is not None else None
        return page if isinstance(page, QQuickItem) else None

    def _turn_page(self) -> None:
        self._aloud.hush()
        self._arrived.start()

    def _modes_changed(self) -> None:
        speaking = self._shell.modes.speech
        if speaking and not self._was_speaking:
            self._arrived.start()
        if self._was_speaking and not speaking:
            self._aloud.hush()
        self._was_speaking = speaking

    def _read(self) -> None:
        page, modes = self._page(), self._shell.modes
        if page is None:
            return
        if modes.keypad and focused_control(self._view) is None:
            focus_first(page)
        if modes.speech:
            self._aloud.say(read_page(page, self._language()), modes)

    def _focus_moved(self) -> None:
        control, modes = focused_control(self._view), self._shell.modes
        if control is None or not modes.speech or not modes.keypad or self._arrived.isActive():
            return
        named = speech_of(control, self._language())
        if named is not None:
            button = Utterance(text=translated("Speech", "nút bấm"), language=named.language)
            self._aloud.say([named, button], modes)
