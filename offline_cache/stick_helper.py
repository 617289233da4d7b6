"""Asking root's helper (`kiosk-export`) to put a file on a stick: a wish in a file, an answer in another.

The kiosk sees sticks read-only. systemd watches for the wish; the helper reads it as the kiosk's user, opens
the stick for this one file, closes it again and answers where the kiosk can only read.
"""

import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.ports.sticks import Stick, StickRefused, StickTrouble
from offline_cache.mark_file import write_durably

LENT = Path("/run/kiosk/usb")
"""Where `kiosk-stick` lends sticks, read-only."""
HELPER = Path("/opt/kiosk/kiosk-export")
ANSWER = Path("/run/kiosk/export-answer")
WISH_NAME = "to-stick"
LONGEST_FILE = 8 * 1024 * 1024
"""As in packaging/lobby/kiosk-export."""
_PATIENCE_S = 65.0
_UNHEARD_AFTER_S = 10.0
_LOOK_EVERY_S = 0.2


class RootStickHelper:
    """STAFF lane only: waits until the helper has answered, at most 65 s (its unit's own limit is 60 s)."""

    def __init__(
        self,
        home: Path,
        *,
        lent: Path = LENT,
        helper: Path = HELPER,
        answer: Path = ANSWER,
        pause: Callable[[float], object] | None = None,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wish, self._lent = home / WISH_NAME, lent
        self._helper, self._answer = helper, answer
        self._pause = threading.Event().wait if pause is None else pause
        self._monotonic_s = monotonic_s

    def lends(self, stick: Stick) -> bool:
        """Return whether a stick is lent by root, on a machine that has the helper to write on it."""
        return stick.folder.parent == self._lent and self._helper.exists()

    def put(self, stick: Stick, name: str, content: bytes) -> None:
        """Have a file put on a lent stick. Raises StickRefused."""
        if len(content) > LONGEST_FILE:
            raise StickRefused(StickTrouble.BROKEN, f"{name} has {len(content)} bytes")
        number = secrets.token_hex(8)
        wish = f"{number} {stick.folder.name} {name}\n".encode() + content
        try:
            write_durably(self._wish, wish)
        except OSError as error:
            raise StickRefused(StickTrouble.UNHEARD, f"{self._wish}: {error.strerror}") from error
        said = self._heard(number)
        if said != "done":
            raise StickRefused(_trouble(said), f"the helper says {said}")

    def _heard(self, number: str) -> str:
        began_s = self._monotonic_s()
        while (waited_s := self._monotonic_s() - began_s) < _PATIENCE_S:
            answered, _, word = _text(self._answer).strip().partition(" ")
            if answered == number:
                return word
            if waited_s > _UNHEARD_AFTER_S and self._taken_back():
                return StickTrouble.UNHEARD.value
            self._pause(_LOOK_EVERY_S)
        return StickTrouble.UNKNOWN.value

    def _taken_back(self) -> bool:
        """Take a wish back that nobody has read, so that it is not done when nobody waits for it any more."""
        try:
            self._wish.unlink()
        except OSError:
            return False
        return True


def _trouble(word: str) -> StickTrouble:
    try:
        return StickTrouble(word)
    except ValueError:
        return StickTrouble.BROKEN


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace")
    except OSError:
        return ""
