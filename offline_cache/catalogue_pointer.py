"""The file `current`: which catalogue version is live, and the last change, until history has it."""

import os
from pathlib import Path

import msgspec

from kiosk.domain.catalogue_history import CatalogueEvent
from offline_cache.mark_file import sync_folder
from offline_cache.storage_errors import translated


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """A version somebody accepted: SHA-256 of the file, who and when (ISO 8601)."""

    version: str
    sha256: str
    accepted_by: str
    accepted_at: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the live version as it is written down; `accepted` is the list it left behind."""

    event: CatalogueEvent
    accepted: tuple[Accepted, ...] = ()


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """Accepted versions, the live one first, and the shipped catalogue as it was last built.

    `last` stands here too because this file moves in one step: history is brought up to it afterwards.
    """

    accepted: tuple[Accepted, ...] = ()
    starter: Accepted | None = None
    last: Change | None = None


class PointerFile:
    """`<folder>/current`; read by anybody, moved under the catalogue's lock."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path = folder, folder / "current"

    def read(self) -> Pointer | None:
        """Return the pointer; None where there is none or it is damaged. Raises StorageBroken."""
        with translated(self._path):
            try:
                return msgspec.json.decode(self._path.read_bytes(), type=Pointer)
            except (FileNotFoundError, msgspec.DecodeError):
                return None

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever the pointer moves: inode and time in ns; (0, 0) where none is."""
        try:
            found = self._path.stat()
        except OSError:
            return (0, 0)
        return (found.st_ino, found.st_mtime_ns)

    def exists(self) -> bool:
        """Return whether there is a file, damaged or not."""
        return self._path.exists()

    def move(self, pointer: Pointer) -> None:
        """Replace the file in one step, durably. Raises StorageFull, StorageBroken and leaves the old one."""
        staging = self._folder / f".current.{os.getpid()}"
        with translated(self._path):
            try:
                with staging.open("wb") as file:
                    file.write(msgspec.json.format(msgspec.json.encode(pointer)))
                    file.flush()
                    os.fsync(file.fileno())
                staging.replace(self._path)
            finally:
                staging.unlink(missing_ok=True)
            sync_folder(self._folder)


def rescued(changes: tuple[Change, ...]) -> Pointer:
    """Return the pointer that the newest line of history knows, for a pointer that cannot be read."""
    return Pointer(accepted=changes[-1].accepted, last=changes[-1]) if changes else Pointer()
