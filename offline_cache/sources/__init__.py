"""Catalogue sources: one module and one line in SOURCES each. The first that recognises a file reads it."""

import zlib
from pathlib import Path

from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources import json_lines, portal_answers
from offline_cache.sources.reading import whole_file
from offline_cache.sources.source import Source

SOURCES: tuple[Source, ...] = (
    json_lines.SOURCE,
    portal_answers.SOURCE,
)

_HEAD_BYTES = 64 * 1024
# Files people do bring that cannot be read safely: named, so that nobody has to guess.
_KNOWN_BUT_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file; save it as .xlsx and import that"),
    (b"%PDF", "a PDF; ask for the list as .xlsx"),
    (b"SQLite format 3\x00", "a database; only files that describe procedures are imported"),
    (b"<", "a web page; save the answer itself, not the page around it"),
)


def source_of(path: Path) -> Source:
    """Return the source that reads `path`. Raises CatalogueRejected naming what the file seems to be."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise whole_file(path, f"cannot be read: {error.strerror or error}") from error
    if not head:
        raise whole_file(path, "is empty")
    head = _unpacked_head(path, head)
    for source in SOURCES:
        if source.recognises(path, head):
            return source
    raise _unknown(path, head)


def _unpacked_head(path: Path, head: bytes) -> bytes:
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        return zlib.decompressobj(wbits=31).decompress(head, _HEAD_BYTES)
    except zlib.error as error:
        raise whole_file(path, f"gzip data is damaged: {error}", field="gzip") from error


def _unknown(path: Path, head: bytes) -> CatalogueRejected:
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    for magic, reason in _KNOWN_BUT_REFUSED:
        if start.startswith(magic):
            return whole_file(path, reason)
    kinds = ", ".join(source.label for source in SOURCES)
    shown = head[:40].decode(errors="replace")
    return whole_file(path, f"is none of the kinds that can be imported ({kinds})", value=shown)
