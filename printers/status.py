"""What a printer says of itself, from bytes: a state machine that takes nothing for good news.

Answers of different questions share patterns; only the order tells some apart, so one reader owns one
connection from its first byte. Bytes that fit nothing are rubbish. Silence and rubbish leave UNKNOWN.
Source: Epson ESC/POS reference (DLE EOT, GS a, GS r, GS ( H function 48).
"""

from dataclasses import dataclass, replace

from kiosk.ports.printing import PrinterCondition

_XON_XOFF = b"\x11\x13"
_PROCESS_HEAD = (0x37, 0x22)
_PROCESS_LENGTH = 7
_ASB_LENGTH = 4


@dataclass(frozen=True, slots=True)
class RealTime:
    """The answer to a DLE EOT; only the question says which."""

    byte: int


@dataclass(frozen=True, slots=True)
class AutoStatus:
    """Four bytes a printer sends by itself (ASB)."""

    data: bytes


@dataclass(frozen=True, slots=True)
class ProcessId:
    """The printer has printed everything up to the question with these 4 characters."""

    identity: str


@dataclass(frozen=True, slots=True)
class Queued:
    """The answer to `GS r 1`: everything before it was processed."""

    byte: int


@dataclass(frozen=True, slots=True)
class Rubbish:
    """A byte that fits nothing."""

    byte: int


Reply = RealTime | AutoStatus | ProcessId | Queued | Rubbish


class StatusReader:
    """Cuts the bytes of one connection into replies; halves wait for the rest until `settle`."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> tuple[Reply, ...]:
        """Return the replies completed by `data`. Flow control bytes are dropped wherever they stand."""
        self._held += bytes(byte for byte in data if byte not in _XON_XOFF)
        replies: list[Reply] = []
        while self._held:
            length = _length(self._held)
            if length is None:
                break
            replies.append(_reply(bytes(self._held[:length])))
            del self._held[:length]
        return tuple(replies)

    def settle(self) -> tuple[Reply, ...]:
        """Give up on a half reply: its bytes are rubbish. To be called when a question's time is over."""
        held, self._held = bytes(self._held), bytearray()
        return tuple(Rubbish(byte) for byte in held)


def _length(held: bytearray) -> int | None:
    """Return how many bytes the first reply has, or None while it may still grow."""
    first = held[0]
    if first == _PROCESS_HEAD[0]:
        fits = all(_fits_process(index, byte) for index, byte in enumerate(held[:_PROCESS_LENGTH]))
        return 1 if not fits else (_PROCESS_LENGTH if len(held) >= _PROCESS_LENGTH else None)
    if first & 0x93 == 0x10:  # noqa: PLR2004  0xx1xx00
        if any(byte & 0x90 for byte in held[1:_ASB_LENGTH]):
            return 1
        return _ASB_LENGTH if len(held) >= _ASB_LENGTH else None
    return 1


def _fits_process(index: int, byte: int) -> bool:
    if index < len(_PROCESS_HEAD):
        return byte == _PROCESS_HEAD[index]
    return byte == 0 if index == _PROCESS_LENGTH - 1 else 0x20 <= byte <= 0x7E  # noqa: PLR2004  printable


def _reply(frame: bytes) -> Reply:
    if len(frame) == _PROCESS_LENGTH:
        return ProcessId(frame[2:6].decode("ascii"))
    if len(frame) == _ASB_LENGTH:
        return AutoStatus(frame)
    byte = frame[0]
    if byte & 0x93 == 0x12:  # noqa: PLR2004  0xx1xx10
        return RealTime(byte)
    # GS r 1 says each thing with two bits; a byte that contradicts itself is noise.
    if byte in (0x00, 0x03, 0x0C, 0x0F):
        return Queued(byte)
    return Rubbish(byte)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterStatus:
    """What is known; None is "the printer has not said"."""

    online: bool | None = None
    cover_open: bool | None = None
    paper_out: bool | None = None
    paper_low: bool | None = None
    error: bool | None = None

    @property
    def condition(self) -> PrinterCondition:
        """Return the worst that is known; READY only where everything was said and all of it is good."""
        if self.cover_open:
            return PrinterCondition.COVER_OPEN
        if self.paper_out:
            return PrinterCondition.PAPER_OUT
        if self.error:
            return PrinterCondition.FAULT
        if self.online is False:
            return PrinterCondition.OFFLINE
        if None in (self.online, self.cover_open, self.paper_out, self.error):
            return PrinterCondition.UNKNOWN
        return PrinterCondition.PAPER_LOW if self.paper_low else PrinterCondition.READY


# DLE EOT questions asked at a round trip, one at a time: each answer has the same pattern.
QUESTIONS = (1, 2, 4)


def with_real_time(status: PrinterStatus, number: int, byte: int) -> PrinterStatus:
    """Fold the answer to DLE EOT `number` (1 printer, 2 offline, 3 error, 4 paper) into `status`."""
    match number:
        case 1:
            return replace(status, online=not byte & 0x08)
        case 2:
            out = True if byte & 0x20 else status.paper_out
            return replace(status, cover_open=bool(byte & 0x04), error=bool(byte & 0x40), paper_out=out)
        case 3:
            return replace(status, error=bool(byte & 0x68) or status.error)
        case 4:
            return replace(status, paper_low=bool(byte & 0x0C), paper_out=bool(byte & 0x60))
    raise ValueError(f"DLE EOT {number} is not asked")


def with_auto(status: PrinterStatus, data: bytes) -> PrinterStatus:
    """Fold an ASB frame into `status`."""
    return replace(
        status,
        online=not data[0] & 0x08,
        cover_open=bool(data[0] & 0x20),
        error=bool(data[1] & 0x6C),
        paper_low=bool(data[2] & 0x03),
        paper_out=bool(data[2] & 0x0C),
    )
