"""Files people do bring that cannot be read safely: each is named, with what to do instead."""

import re
from collections.abc import Callable
from pathlib import Path

from offline_cache.sources.archives import member_names

_WORD_STREAM = "WordDocument".encode("utf-16-le")
_LOCAL_CODE = re.compile(rb"\d\.\d{6}(?:\.000\.00\.00)?\.H\d\d")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WEB_PAGE = re.compile(rb"<(?:!doctype|html|head|body|\?xml|script|table|div)\b", re.IGNORECASE)
_SHOWN_MEMBERS = 4


def why_refused(path: Path, head: bytes) -> str:
    """Return what `path` seems to be and what to do, "" where that is not known. `head` is unpacked."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    for fits, reason in _KINDS:
        if fits(start):
            return reason
    if start.startswith(b"PK\x03\x04"):
        return _of_zip(member_names(path))
    return "a program's file, not text; ask for the list as .xlsx" if _CONTROL.search(head) else ""


def _of_zip(names: frozenset[str]) -> str:
    if "word/document.xml" in names:
        return "a Word file; ask for the list as .xlsx, or for the portal's answers"
    if "content.xml" in names:
        return "a LibreOffice file; save it as .xlsx"
    inside = ", ".join(sorted(names)[:_SHOWN_MEMBERS])[:200]
    return f"an archive ({inside or 'damaged or empty'}); unpack it and import the file in it"


def _begins(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda start: start.startswith(magic)


def _is_old_word(start: bytes) -> bool:
    return start.startswith(b"\xd0\xcf\x11\xe0") and _WORD_STREAM in start


def _is_province_map(start: bytes) -> bool:
    first_lines = start.split(b"\n", 20)[:20]
    return all(line.count(b"|") >= 3 for line in first_lines[:1]) and bool(  # noqa: PLR2004  three signs, four columns
        _LOCAL_CODE.search(start)
    )


def _is_place_list(start: bytes) -> bool:
    return start.startswith(b"{") and b'"rows"' in start[:400] and b'"codeNotation"' not in start


_KINDS: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (_is_old_word, "an old Word file (.doc); ask for the list as .xlsx, or for the portal's answers"),
    (
        _begins(b"\xd0\xcf\x11\xe0"),
        "an old Excel file (.xls), where codes are numbers and lose their zeros; ask for the list as .xlsx",
    ),
    (_begins(b"%PDF"), "a PDF; ask for the list as .xlsx"),
    (_begins(b"SQLite format 3\x00"), "a database; only files that describe procedures are imported"),
    (
        lambda start: bool(_WEB_PAGE.match(start)),
        "a web page; save the answer itself, not the page around it",
    ),
    (_begins(b"<"), "a web page; save the answer itself, not the page around it"),
    (_begins(b"{\\rtf"), "an RTF text; ask for the list as .xlsx"),
    (_begins(b"\xff\xfe", b"\xfe\xff"), "text in UTF-16; save it as CSV UTF-8"),
    (
        _begins(b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd"),
        "an archive; unpack it and import the file in it",
    ),
    (_begins(b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "a picture; ask for the list as .xlsx"),
    (
        _is_province_map,
        "a province's own table of codes (.psv) without headings; ask for the official list as .xlsx",
    ),
    (_is_place_list, "a list of places, not of procedures; save the answers of the list or of a procedure"),
)
