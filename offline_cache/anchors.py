"""Signed start of a hash chain whose oldest rows were removed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

if TYPE_CHECKING:
    from sqlite_utils import Database

AnchorCheck = Callable[[bytes, bytes], bool]
"""(message, signature) -> whether this machine signed it."""


def anchor_message(name: str, seq: int, row_hash: str) -> bytes:
    """Return what is signed: chain, the last removed row's sequence and its hash."""
    return f"kiosk-anchor/v1:{name}:{seq}:{row_hash}".encode()


def signed_by(public_key: Callable[[], bytes]) -> AnchorCheck:
    """Return a check against this machine's anchor key, which is asked for only where there is an anchor."""

    def check(message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(public_key()).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    return check


def read_anchor(db: "Database", name: str) -> tuple[int, str, bytes] | None:
    """Return (sequence, row hash, signature) of a chain's anchor, None where every row is still there."""
    if "anchors" not in db.table_names():
        return None
    row = db.execute("SELECT seq, row_hash, signature FROM anchors WHERE name = ?", (name,)).fetchone()
    return None if row is None else (int(row[0]), str(row[1]), bytes(row[2]))
