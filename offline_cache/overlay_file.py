"""The staff's overlays as a file beside the catalogue, for whoever builds a version without outbox.db.

outbox.db keeps them; this copy follows it, because an import runs while the kiosk holds that file.
"""

import hashlib
from pathlib import Path

import msgspec

from kiosk.domain.overlays import Overlay
from offline_cache.mark_file import write_durably
from offline_cache.storage_errors import translated


class _Signed(msgspec.Struct, frozen=True):
    overlays: tuple[Overlay, ...]
    sha256: str


class OverlayFile:
    """`<folder>/overlays.json`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "overlays.json"

    def read(self) -> tuple[Overlay, ...] | None:
        """Return the overlays; None where the file is damaged. Raises StorageBroken."""
        with translated(self._path):
            try:
                raw = self._path.read_bytes()
            except FileNotFoundError:
                return ()
        try:
            signed = msgspec.json.decode(raw, type=_Signed)
        except msgspec.DecodeError:
            return None
        return signed.overlays if signed.sha256 == _digest(signed.overlays) else None

    def write(self, overlays: tuple[Overlay, ...]) -> bool:
        """Keep `overlays` in one step; return whether they differ. Raises StorageFull, StorageBroken."""
        if self.read() == overlays:
            return False
        raw = msgspec.json.format(msgspec.json.encode(_Signed(overlays, _digest(overlays))))
        with translated(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self._path, raw)
        return True


def _digest(overlays: tuple[Overlay, ...]) -> str:
    return hashlib.sha256(msgspec.json.encode(overlays)).hexdigest()
