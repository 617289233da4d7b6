"""Opening files nobody vouches for: size, ratio and line limits, and text made safe to keep.

Limits (catalogue.md §4.10): 64 MiB after decompression, ratio 100, 20,000 rows, 256 KiB a text.
"""

import re
import stat
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.domain.catalogue import RefusedRow
from kiosk.domain.text_folding import fold
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources.markup import without_markup

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_RATIO = 100
RATIO_COUNTS_FROM_BYTES = 1024 * 1024  # short files of repeated text compress better than any real catalogue
MAX_ROWS = 20_000
MAX_TEXT_BYTES = 256 * 1024
MAX_LINE_BYTES = 4 * 1024 * 1024
_CHUNK_BYTES = 256 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib: 16 + 15, a gzip header and the largest window

# Zero-width and direction marks, byte order mark, soft hyphen, fillers, variation selectors, language tags,
# non-characters, and the private-use bullets of Word exports.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
# Those of them that Python counts as printable, and marks that no composed text has in a row.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U0010ffff]|[\u0300-\u036f]{3}"
)
_STACKED = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")  # no letter of any language has so many marks
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n ?")
_NOTHING = frozenset({"", "khong", "khong co", "khong quy dinh", "khong co thong tin", "khong yeu cau"})
_LONGEST_NOTHING = 40  # letters, with the signs around them


@dataclass(frozen=True, slots=True)
class TextProblem(Exception):  # noqa: N818  caught by the row reader, never shown by itself
    """A value that cannot be kept, and why."""

    field: str
    value: str
    reason: str


def refused_row(path: Path, line: int, field: str, value: str, reason: str) -> RefusedRow:
    """Return the refusal of one row; `value` is cut to 200 letters that can be written anywhere."""
    return RefusedRow(
        file=_writable(path.name), line=line, field=field, value=_writable(value[:200]), reason=reason
    )


def whole_file(path: Path, reason: str, *, field: str = "file", value: str = "") -> CatalogueRejected:
    """Return the refusal of a whole file."""
    return CatalogueRejected(
        _writable(path.name), line=0, field=field, value=_writable(value[:200]), reason=reason
    )


def _writable(text: str) -> str:
    """Return `text` so that it can be written anywhere: no half surrogates, no NUL."""
    return text.encode(errors="replace").decode().replace("\x00", "\\0")


def read_bytes(path: Path) -> bytes:
    """Return the file's bytes, decompressed where it is gzip.

    Raises CatalogueRejected for a file that is missing, too large, a bomb or cut off.
    """
    stored = stored_bytes(path)
    return _gunzip(path, stored) if stored.startswith(_GZIP_MAGIC) else stored


def stored_bytes(path: Path, most: int = MAX_FILE_BYTES + 1) -> bytes:
    """Return at most `most` of the file's bytes as they lie there.

    Raises CatalogueRejected for what is missing, over 64 MiB, or no ordinary file (a device never ends).
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise whole_file(path, "is not an ordinary file")
        with path.open("rb") as file:
            stored = file.read(most)
    except (OSError, ValueError) as error:
        raise whole_file(path, f"cannot be read: {getattr(error, 'strerror', '') or error}") from error
    if len(stored) > MAX_FILE_BYTES:
        raise whole_file(
            path, f"larger than {MAX_FILE_BYTES} bytes", field="size", value=str(path.stat().st_size)
        )
    return stored


def file_day(path: Path) -> date:
    """Return the day the file was last written (UTC): the best that is known of rows without a date."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    except (OSError, OverflowError, ValueError) as error:
        raise whole_file(path, f"has no readable date: {error}") from error


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
    """Return `text` as NFC without markup and invisible letters, blanks collapsed, line breaks if `lines`.

    Raises TextProblem for NUL, lone surrogates and texts over 256 KiB.
    """
    if _is_clean(text, lines=lines):
        stripped = text.strip()
    else:
        _check_text(text, field)
        stripped = _cleaned(text, lines=lines)
    if len(stripped) * 4 > MAX_TEXT_BYTES and len(stripped.encode()) > MAX_TEXT_BYTES:
        raise TextProblem(field, stripped[:200], f"longer than {MAX_TEXT_BYTES} bytes")
    return stripped


def _is_clean(text: str, *, lines: bool) -> bool:
    """True where only the ends may need a trim; most texts are so, and this is what an import waits for."""
    shown = text.replace("\n", "") if lines and " \n" not in text and "\n " not in text else text
    return (
        shown.isprintable()
        and "  " not in text
        and "<" not in text
        and "&" not in text
        and (text.isascii() or (unicodedata.is_normalized("NFC", text) and not _UNSEEN.search(text)))
    )


def _cleaned(text: str, *, lines: bool) -> str:
    shown = _visible(without_markup(_visible(text)))
    shown = _STACKED.sub(r"\1", unicodedata.normalize("NFC", shown)).replace("\r\n", "\n")
    shown = _CONTROL.sub(" ", shown)
    if not lines:
        shown = shown.replace("\n", " ")
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", shown)).strip()


def _visible(text: str) -> str:
    """Return `text` without what no font shows; blanks and control signs are for the caller."""
    shown = _INVISIBLE.sub("", text)
    if "".join(shown.split()).isprintable():
        return shown
    return "".join(sign for sign in shown if sign.isprintable() or sign.isspace() or sign < "\xa0")


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
    if len(text) > _LONGEST_NOTHING:
        return text
    return "" if fold(text).strip(" .-:;,()*+") in _NOTHING else text


_LOCAL_SUFFIX = re.compile(r"(?:\.000\.00\.00)?\.H[0-9]{2}$")
_CODE = re.compile(r"[0-9]\.[0-9]{6,7}")  # the portal itself uses one code of seven digits (1.0133611)
_PLACEHOLDER = re.compile(r"[0-9]\.9{6,7}")


def clean_code(raw: str) -> str:
    """Return the national code without a province's suffix (`.000.00.00.H41`, `.H41`).

    Raises TextProblem unless the rest reads like 1.001193. A code is text and never a number.
    """
    code = _LOCAL_SUFFIX.sub("", clean_text(raw, field="code"))
    if not _CODE.fullmatch(code) or _PLACEHOLDER.fullmatch(code):
        raise TextProblem("code", raw, "not a national code such as 1.001193")
    return code
