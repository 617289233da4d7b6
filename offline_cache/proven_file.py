"""A small file that proves itself: replaced whole and durably, with a SHA-256 over its own bytes."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from kiosk.ports.outbox import StorageBroken
from offline_cache.mark_file import write_durably
from offline_cache.storage_errors import translated

Kept = TypeVar("Kept")


class _Proven(msgspec.Struct, frozen=True):
    """`sha256` is over the very bytes of `said`, so that files of older shapes still prove themselves."""

    said: msgspec.Raw
    sha256: str


class ProvenFile(Generic[Kept]):
    """Holds one value of `kind`. A changed or torn file raises StorageBroken, never gives a default."""

    def __init__(self, path: Path, kind: type[Kept]) -> None:
        self.path, self._kind = path, kind

    def read(self) -> Kept | None:
        """Return what is kept, None where there is no file yet. Raises StorageBroken."""
        with translated(self.path):
            if not self.path.exists():
                return None
            raw = self.path.read_bytes()
        try:
            proven = msgspec.json.decode(raw, type=_Proven)
            kept = msgspec.json.decode(proven.said, type=self._kind)
        except msgspec.DecodeError as error:
            raise StorageBroken(f"{self.path}: cannot be read: {error}") from error
        if hashlib.sha256(bytes(proven.said)).hexdigest() != proven.sha256:
            raise StorageBroken(f"{self.path}: its contents were changed")
        return kept

    def write(self, kept: Kept) -> None:
        """Keep `kept`, durably. Raises StorageFull, StorageBroken; then the old value stands."""
        said = msgspec.json.encode(kept)
        proven = _Proven(said=msgspec.Raw(said), sha256=hashlib.sha256(said).hexdigest())
        with translated(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_durably(self.path, msgspec.json.encode(proven))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let no other process work in `folder` meanwhile; waits for its turn. Raises StorageBroken."""
    path = folder / "lock"
    with translated(path):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with translated(path):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
