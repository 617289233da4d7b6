"""The ESC/POS bytes we send: initialise, picture strips, cut, questions.

Written out here rather than taken from python-escpos: a dozen commands, each with its source, and importing
that package costs half a second at start. A test compares them with its constants.
Source: Epson ESC/POS command reference.
"""

from collections.abc import Iterable

from printers.rendering.bitmap import Bitmap
from printers.rendering.strips import Strip, strips

INITIALISE = b"\x1b@"
ALIGN_LEFT = b"\x1ba\x00"
# GS a 0x0E: report online, error and paper changes unasked. After ESC @, which may switch it off (UB-E02).
REPORT_CHANGES = b"\x1da\x0e"
# GS V 66 0: feed to the cutter and cut; without a cutter it only feeds. GS V 0 would cut through the text.
FEED_AND_CUT = b"\x1dVB\x00"
FENCE = b"\x1dr\x01"


def picture(strip: Strip) -> bytes:
    """Return `GS v 0` for one strip."""
    width, height = strip.width_bytes.to_bytes(2, "little"), strip.height.to_bytes(2, "little")
    return b"\x1dv0\x00" + width + height + strip.data


def preamble(*, reports: bool) -> bytes:
    """Return what a line or a ticket begins with; `reports`: the printer shall tell changes unasked."""
    return INITIALISE + (REPORT_CHANGES if reports else b"")


def ticket(bitmap: Bitmap, *, reports: bool = False) -> bytes:
    """Return all bytes of one ticket, cut included."""
    return preamble(reports=reports) + ALIGN_LEFT + pictures(strips(bitmap)) + FEED_AND_CUT


def pictures(parts: Iterable[Strip]) -> bytes:
    """Return the strips as bytes, in order."""
    return b"".join(map(picture, parts))


def ask_status(number: int) -> bytes:
    """Return `DLE EOT n`: 1 printer, 2 offline cause, 3 error cause, 4 paper."""
    return bytes((0x10, 0x04, number))


def ask_process_id(identity: str) -> bytes:
    """Return `GS ( H` function 48: answer these 4 characters once everything before is printed."""
    text = identity.encode("ascii")
    if len(text) != 4 or not all(0x20 <= byte <= 0x7E for byte in text):  # noqa: PLR2004  fixed by the command
        raise ValueError(f"a process id has 4 printable characters, not {identity!r}")
    return b"\x1d(H\x06\x0000" + text
