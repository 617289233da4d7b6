"""Opening files nobody vouches for: size, ratio and line limits, and text made safe to keep.

Limits (catalogue.md §4.10): 64 MiB after decompression, ratio 100, 20,000 rows, 256 KiB a text.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.ports.catalogue import CatalogueRejected

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_RATIO = 100
RATIO_COUNTS_FROM_BYTES = 1024 * 1024  # short files of repeated text compress better than any real catalogue
MAX_ROWS = 20_000
MAX_TEXT_BYTES = 256 * 1024
MAX_LINE_BYTES = 4 * 1024 * 1024
_CHUNK_BYTES = 256 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib: 16 + 15, a gzip header and the largest window

# Zero-width and direction marks, byte order mark, soft hyphen, private-use bullets of Word exports.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\ue000-\uf8ff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"[^\S\n]+")
_NOTHING = frozenset({"khong", "khong co", "khong quy dinh", "khong co thong tin", "khong yeu cau"})


@dataclass(frozen=True, slots=True)
class TextProblem(Exception):  # noqa: N818  caught by the row reader, never shown by itself
    """A value that cannot be kept, and why."""

    field: str
    value: str
    reason: str


def whole_file(path: Path, reason: str, *, field: str = "file", value: str = "") -> CatalogueRejected:
    """Return the refusal of a whole file."""
    return CatalogueRejected(path.name, line=0, field=field, value=value, reason=reason)


def read_bytes(path: Path) -> bytes:
    """Return the file's bytes, decompressed where it is gzip.

    Raises CatalogueRejected for a file that is missing, too large, a bomb or cut off.
    """
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise whole_file(path, f"larger than {MAX_FILE_BYTES} bytes", field="size", value=str(size))
        stored = path.read_bytes()
    except OSError as error:
        raise whole_file(path, f"cannot be read: {error.strerror or error}") from error
    return _gunzip(path, stored) if stored.startswith(_GZIP_MAGIC) else stored


def _gunzip(path: Path, stored: bytes) -> bytes:
    """Decompress all gzip members, stopping as soon as a limit is passed."""
    parts: list[bytes] = []
    total = 0
    rest = stored
    try:
        while rest.startswith(_GZIP_MAGIC):
            member = zlib.decompressobj(wbits=_GZIP_WINDOW)
            while not member.eof:
                part = member.decompress(rest, _CHUNK_BYTES)
                rest = member.unconsumed_tail
                total += len(part)
                _check_ratio(path, total, len(stored))
                parts.append(part)
                if not part and not rest and not member.eof:
                    raise whole_file(path, "gzip data is cut off", field="gzip")
            rest = member.unused_data
    except zlib.error as error:
        raise whole_file(path, f"gzip data is damaged: {error}", field="gzip") from error
    return b"".join(parts)


def _check_ratio(path: Path, total: int, stored: int) -> None:
    if total > MAX_FILE_BYTES:
        raise whole_file(path, f"larger than {MAX_FILE_BYTES} bytes unpacked", field="size", value=str(total))
    if total > RATIO_COUNTS_FROM_BYTES and total > MAX_RATIO * stored:
        raise whole_file(
            path, f"unpacks to more than {MAX_RATIO} times its size", field="ratio", value=str(total)
        )


def numbered_lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (1-based number, line) of the lines that hold something."""
    start = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    number = 0
    while start < len(content):
        end = content.find(b"\n", start)
        end = len(content) if end < 0 else end
        number += 1
        line = content[start:end].strip()
        if line:
            yield number, line
        start = end + 1


def clean_text(text: str, *, field: str, lines: bool = False) -> str:
    """Return `text` as NFC without invisible letters; blanks collapsed; line breaks kept where `lines`.

    Markup is kept as the letters it is: nothing ever interprets it. Raises TextProblem for NUL, lone
    surrogates and texts over 256 KiB.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        stripped = text.strip()
    else:
        _check_text(text, field)
        shown = _INVISIBLE.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n"))
        shown = _CONTROL.sub(" ", shown)
        if not lines:
            shown = shown.replace("\n", " ")
        stripped = _BLANKS.sub(" ", shown).strip()
    if len(stripped) * 4 > MAX_TEXT_BYTES and len(stripped.encode()) > MAX_TEXT_BYTES:
        raise TextProblem(field, stripped[:200], f"longer than {MAX_TEXT_BYTES} bytes")
    return stripped


def _check_text(text: str, field: str) -> None:
    if "\x00" in text:
        raise TextProblem(field, text[:200].replace("\x00", "\\0"), "holds a NUL character")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        shown = text[:200].encode(errors="replace").decode()
        raise TextProblem(field, shown, "holds half of a surrogate pair") from error


def none_if_nothing(text: str) -> str:
    """Return "" for the ways officials write that there is nothing ("Không.", "Không có thông tin")."""
    from kiosk.domain.text_folding import fold

    return "" if fold(text).strip(" .-:;") in _NOTHING else text


_LOCAL_SUFFIX = re.compile(r"(?:\.000\.00\.00)?\.H\d{2}$")
_CODE = re.compile(r"\d\.\d{6,7}")  # the portal itself uses one code of seven digits (1.0133611)
_PLACEHOLDER = re.compile(r"\d\.9{6,7}")


def clean_code(raw: str) -> str:
    """Return the national code without a province's suffix. Raises TextProblem unless it reads `1.001193`."""
    code = _LOCAL_SUFFIX.sub("", clean_text(raw, field="code"))
    if not _CODE.fullmatch(code) or _PLACEHOLDER.fullmatch(code):
        raise TextProblem("code", raw, "not a national code such as 1.001193")
    return code
