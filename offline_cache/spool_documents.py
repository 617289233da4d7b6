"""Print documents as bytes and back: how a sheet waits for paper in the print journal."""

from typing import Any

import msgspec

from kiosk.domain import print_documents as sheets
from kiosk.domain.print_documents import Block, DocumentKind, PrintDocument

_BLOCKS: dict[str, type[Block]] = {
    kind.__name__: kind
    for kind in (
        sheets.Heading,
        sheets.Paragraph,
        sheets.Field,
        sheets.CheckItem,
        sheets.Bullet,
        sheets.Rule,
        sheets.Number,
        sheets.QrCode,
        sheets.Spacer,
    )
}


class _Kept(msgspec.Struct, frozen=True):
    document_id: str
    kind: DocumentKind
    title: str
    blocks: tuple[tuple[str, dict[str, Any]], ...]
    copy_no: int


def to_bytes(document: PrintDocument) -> bytes:
    """Return the sheet as JSON, each block with the name of its kind."""
    blocks = tuple((type(block).__name__, msgspec.to_builtins(block)) for block in document.blocks)
    return msgspec.json.encode(
        _Kept(document.document_id, document.kind, document.title, blocks, document.copy_no)
    )


def from_bytes(raw: bytes) -> PrintDocument:
    """Return the sheet. Raises msgspec.ValidationError, KeyError for bytes not written by `to_bytes`."""
    kept = msgspec.json.decode(raw, type=_Kept)
    blocks = tuple(msgspec.convert(values, _BLOCKS[name]) for name, values in kept.blocks)
    return PrintDocument(
        document_id=kept.document_id,
        kind=kept.kind,
        title=kept.title,
        blocks=blocks,
        copy_no=kept.copy_no,
    )
