"""What a scanner types: letters in a burst, ended by Enter, as keyboard-wedge scanners send them."""

from collections.abc import Callable

from kiosk.ports.clock import Clock

LONGEST_GAP_S = 0.1
SHORTEST = 8
LONGEST = 400
LONGEST_LINE = 2048


class Scans:
    """Tells bursts from a person's keys. Qt thread. What nobody watches for is dropped unread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._letters: list[str] = []
        self._last_s = 0.0
        self._watchers: list[Callable[[str], None]] = []

    def watch(self, watcher: Callable[[str], None]) -> Callable[[], None]:
        """Call `watcher` with each text scanned while it is the newest one; returns how to stop."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def take(self, text: str) -> None:
        """Take a whole text as a scanner of its own line sent it; dropped unread where nobody watches."""
        if self._watchers and SHORTEST <= len(text) <= LONGEST_LINE:
            self._watchers[-1](text)

    def key(self, text: str, *, ends: bool) -> bool:
        """Take a key's text; True where it ended a scan, and means nothing else then."""
        now_s = self._clock.monotonic_s()
        if now_s - self._last_s > LONGEST_GAP_S:
            self._letters.clear()
        self._last_s = now_s
        if not ends:
            if len(text) == 1 and text.isprintable():
                self._letters.append(text)
                del self._letters[:-LONGEST]
            return False
        scanned = "".join(self._letters)
        self._letters.clear()
        if len(scanned) < SHORTEST:
            return False
        if self._watchers:
            self._watchers[-1](scanned)
        return True
