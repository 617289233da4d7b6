"""The keys of an accessible keypad as a technician taught them: each physical key means a usual one."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kiosk.ports.events import EventLog

USUAL: Mapping[str, Qt.Key] = {
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "choose": Qt.Key.Key_Return,
    "help": Qt.Key.Key_F1,
    "repeat": Qt.Key.Key_F2,
    "speech": Qt.Key.Key_F5,
}
"""What each key of the keypad does, and the key of a plain keyboard that does it."""
_PREFIX = "Key_"
_log = EventLog("kiosk.keypad")


class KeypadKeys:
    """Qt thread. `learned` are the names of keys by what they do; an unknown name is left out and logged."""

    def __init__(self, learned: Mapping[str, str]) -> None:
        self._names: dict[str, str] = {}
        self._meanings: dict[int, Qt.Key] = {}
        self._learner: Callable[[str], None] | None = None
        for what, name in learned.items():
            if name and not self.set(what, name):
                _log.warning("keypad.key_unknown", what=what, key=name)

    def name_of(self, what: str) -> str:
        """Return the name of the key that does `what`, "" for the usual one."""
        return self._names.get(what, "")

    def set(self, what: str, name: str) -> bool:
        """Let the key called `name` do `what` from now on; False for a name no key has."""
        key = getattr(Qt.Key, _PREFIX + name, None)
        if key is None:
            return False
        self._names[what] = name
        self._meanings = {
            int(getattr(Qt.Key, _PREFIX + known)): USUAL[one] for one, known in self._names.items()
        }
        return True

    def learn(self, learner: Callable[[str], None] | None) -> None:
        """Tell `learner` the name of each key pressed, "" for one without, and do nothing else with it."""
        self._learner = learner

    def heard(self, event: QKeyEvent) -> bool:
        """Return True where the key was taken by whoever learns keys."""
        if self._learner is None or event.isAutoRepeat():
            return self._learner is not None
        self._learner(_name(event.key()))
        return True

    def usual(self, event: QKeyEvent) -> QKeyEvent:
        """Return the event as the usual key would have made it."""
        meaning = self._meanings.get(event.key())
        if meaning is None:
            return event
        return QKeyEvent(
            event.type(), meaning, Qt.KeyboardModifier.NoModifier, "", event.isAutoRepeat(), event.count()
        )


def _name(key: int) -> str:
    """Return the name of a key, "" for one that Qt has none for."""
    name = str(Qt.Key(key).name)
    return name.removeprefix(_PREFIX) if name.startswith(_PREFIX) and key != Qt.Key.Key_unknown else ""
