"""ESC/POS bytes to commands, strictly: what is not understood is text that leaks onto paper.

Incomplete commands wait for more bytes. Raster rows come one by one, as the head needs them.
"""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Command:
    """A whole command: its name and its parameter bytes."""

    name: str
    data: bytes = b""


# Fixed lengths after the two-byte head.
_ESC = {b"@": 0, b"a": 1, b"t": 1, b"3": 1, b"2": 0, b"d": 1, b"J": 1, b"M": 1, b"E": 1, b"R": 1, b"!": 1}
_GS = {b"a": 1, b"r": 1, b"I": 1}
_LIVE = (0x04, 0x05, 0x14)
_PLAIN = {b"\n": "LF", b"\0": "NUL"}
_LIVE_PAIRS = frozenset((0x10, second) for second in _LIVE)
_PICTURE_HEAD = 8
_PICTURE_HEIGHT_MAX = 2303


class Parser:
    """Holds the bytes received and not yet understood."""

    def __init__(self) -> None:
        self.held = bytearray()
        self.row_bytes = 0
        self.rows_left = 0
        self.live_inside_picture = 0
        self._picture_tail = b""

    def feed(self, data: bytes) -> None:
        """Take bytes in."""
        self.held += data

    def reset(self) -> None:
        """Forget everything, as a printer without power does."""
        self.held.clear()
        self.rows_left = 0
        self._picture_tail = b""

    def next(self) -> Command | None:
        """Return the next whole command, picture row or leaked byte; None while more bytes are needed."""
        if self.rows_left:
            return self._row()
        match self.held[:1]:
            case b"":
                return None
            case b"\x1b":
                return self._short("ESC ", _ESC)
            case b"\x1d":
                return self._group()
            case b"\x10":
                return self._live()
            case other:
                return self._take(1, _PLAIN.get(bytes(other), "text"), keep=1)

    def _take(self, length: int, name: str, *, keep: int = 0) -> Command | None:
        """Remove `length` bytes; the last `keep` of them are the parameters."""
        if len(self.held) < length:
            return None
        data = bytes(self.held[length - keep : length])
        del self.held[:length]
        return Command(name, data)

    def _short(self, family: str, lengths: dict[bytes, int]) -> Command | None:
        if len(self.held) < 2:  # noqa: PLR2004  head
            return None
        key = bytes(self.held[1:2])
        if key not in lengths:
            return self._take(1, "text", keep=1)
        return self._take(2 + lengths[key], family + key.decode(), keep=lengths[key])

    def _live(self) -> Command | None:
        if len(self.held) < 2:  # noqa: PLR2004  head
            return None
        return self._take(3, "live", keep=2) if self.held[1] in _LIVE else self._take(1, "text", keep=1)

    def _group(self) -> Command | None:
        key = bytes(self.held[1:2])
        if key == b"v":
            return self._picture()
        if key == b"V":
            return self._cut()
        if key == b"(":
            return self._long()
        return self._short("GS ", _GS)

    def _cut(self) -> Command | None:
        if len(self.held) < 3:  # noqa: PLR2004  GS V m
            return None
        mode = self.held[2]
        if mode in (65, 66):
            return self._take(4, "cut", keep=2)
        return self._take(3, "cut", keep=1) if mode in (0, 1, 48, 49) else self._take(1, "text", keep=1)

    def _long(self) -> Command | None:
        """`GS ( x pL pH …`: fn H is understood, k is counted by the engine, others are skipped by length."""
        if len(self.held) < 5:  # noqa: PLR2004  GS ( x pL pH
            return None
        kind = chr(self.held[2])
        size = int.from_bytes(self.held[3:5], "little")
        return self._take(5 + size, f"GS ( {kind}", keep=size)

    def _picture(self) -> Command | None:
        if len(self.held) < _PICTURE_HEAD:
            return None
        mode, height = self.held[2:4], int.from_bytes(self.held[6:8], "little")
        width = int.from_bytes(self.held[4:6], "little")
        if mode != b"0\0" or not width or not 0 < height <= _PICTURE_HEIGHT_MAX:
            return self._take(1, "text", keep=1)
        self.row_bytes, self.rows_left, self._picture_tail = width, height, b""
        return self._take(_PICTURE_HEAD, "picture", keep=4)

    def _row(self) -> Command | None:
        command = self._take(self.row_bytes, "row", keep=self.row_bytes)
        if command is not None:
            self.rows_left -= 1
            self._count_live(command.data)
        return command

    def _count_live(self, row: bytes) -> None:
        whole = self._picture_tail + row
        self.live_inside_picture += sum((first, second) in _LIVE_PAIRS for first, second in pairwise(whole))
        self._picture_tail = row[-1:]
