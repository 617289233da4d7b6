"""Catalogue sources: one module and one line in SOURCES each. The first that recognises a file reads it."""

import zlib
from pathlib import Path

from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources import (
    commune_list,
    json_lines,
    official_list,
    page_text,
    portal_answers,
    signed_target,
    word_export,
)
from offline_cache.sources.reading import stored_bytes, whole_file
from offline_cache.sources.refused_kinds import why_refused
from offline_cache.sources.source import Source

SOURCES: tuple[Source, ...] = (
    signed_target.SOURCE,
    portal_answers.SOURCE,
    word_export.SOURCE,
    page_text.SOURCE,
    json_lines.SOURCE,
    official_list.SOURCE,
    commune_list.SOURCE,
)

_HEAD_BYTES = 64 * 1024


def source_of(path: Path) -> Source:
    """Return the source that reads `path`. Raises CatalogueRejected naming what the file seems to be."""
    if not path.name.isprintable():
        raise whole_file(path, "has a name that cannot be shown; rename it", field="name")
    head = stored_bytes(path, _HEAD_BYTES)
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
    shown = head[:40].decode(errors="replace").replace("\x00", "\\0")
    reason = why_refused(path, head)
    if reason:
        return whole_file(path, reason, value=shown)
    kinds = ", ".join(source.label for source in SOURCES)
    return whole_file(path, f"is none of the kinds that can be imported ({kinds})", value=shown)
