"""The kiosk's side of the signed repository: verified metadata, verified files, and what was last good.

    <folder>/metadata/<n>/       the library's own folder, generation n; the highest number counts
    <folder>/files/<sha256>.<name>   verified files
    <folder>/kept.json           which file is the last verified one of its name, and the latest signed time
    <folder>/incoming/           of a fetch under way; thrown away by the next

The library writes each metadata file by rename but without a flush, so a power cut could empty one and with
it the memory of versions that stops rollback. Therefore it works in `incoming/`; what it verified is flushed
and becomes the next generation by one rename, after a refused delivery too: a newer root is not forgotten.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from kiosk.domain.updates import SignedFile, UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.mark_file import sync_folder, write_durably

ROOTS = "root_history"
KEPT_NAME = "kept.json"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The last verified `files`, and of those put to `used` the SHA-256 by name.

    `signed_at` is the latest time a timestamp signed by `signers` (key ids) names.
    """

    files: tuple[SignedFile, ...] = ()
    used: dict[str, str] = {}
    signed_at: datetime | None = None
    signers: tuple[str, ...] = ()


class TrustFolder:
    """One kiosk's trust state; one process at a time holds it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.incoming = folder / "incoming"
        self._metadata, self._files = folder / "metadata", folder / "files"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder, with `incoming/` empty. Raises UpdateRefused: BUSY; OSError."""
        for folder in (self.folder, self._metadata, self._files):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise UpdateRefused(
                    UpdateProblem.BUSY, place=str(self.folder), reason="another fetch holds it"
                ) from error
            shutil.rmtree(self.incoming, ignore_errors=True)
            self.incoming.mkdir(mode=0o700)
            try:
                yield
            finally:
                shutil.rmtree(self.incoming, ignore_errors=True)

    def kept(self) -> Kept:
        """Return what is kept; nothing where the file is missing or damaged. Raises OSError of the disk."""
        try:
            return msgspec.json.decode((self.folder / KEPT_NAME).read_bytes(), type=Kept)
        except (FileNotFoundError, msgspec.DecodeError):
            return Kept()

    def keep(self, kept: Kept) -> None:
        """Make `kept` the last good state, durably, and remove files that are no longer part of it."""
        write_durably(self.folder / KEPT_NAME, msgspec.json.format(msgspec.json.encode(kept)))
        wanted = {self.file_of(file.name, file.sha256) for file in kept.files}
        for path in self._files.iterdir():
            if path not in wanted:
                path.unlink(missing_ok=True)

    def file_of(self, name: str, sha256: str) -> Path:
        """Return where a verified file lies or would lie."""
        return self._files / f"{sha256}.{name}"

    def has_file(self, name: str, sha256: str) -> bool:
        """Return whether the file is there with exactly the bytes that were signed."""
        try:
            with self.file_of(name, sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False

    def store_file(self, fetched: Path, name: str, sha256: str) -> Path:
        """Move a verified file out of `incoming/`, durably. Raises OSError."""
        fetched.chmod(0o444)
        _flush(fetched)
        target = self.file_of(name, sha256)
        fetched.replace(target)
        sync_folder(self._files)
        return target

    def generation(self) -> Path | None:
        """Return the folder of the last verified metadata, or None."""
        return max(self._generations(), key=lambda path: int(path.name), default=None)

    def begin(self) -> Path:
        """Return a copy of the last verified metadata for the library to work in."""
        work = self.incoming / "metadata"
        (work / ROOTS).mkdir(mode=0o700, parents=True)
        last = self.generation()
        if last is not None:
            for name in _names(last):
                shutil.copyfile(last / name, work / name)
        return work

    def commit(self, work: Path) -> None:
        """Make what the library verified in `work` the last verified metadata, durably. Raises OSError."""
        last = self.generation()
        if last is not None and _contents(last) == _contents(work):
            return
        ready = self.incoming / "ready"
        (ready / ROOTS).mkdir(mode=0o700, parents=True)
        for name in _names(work):
            shutil.copyfile(work / name, ready / name)
            _flush(ready / name)
        sync_folder(ready / ROOTS)
        sync_folder(ready)
        number = int(last.name) + 1 if last is not None else 1
        ready.rename(self._metadata / str(number))
        sync_folder(self._metadata)
        for older in self._generations():
            if int(older.name) < number:
                shutil.rmtree(older, ignore_errors=True)

    def _generations(self) -> list[Path]:
        if not self._metadata.is_dir():
            return []
        return [path for path in self._metadata.iterdir() if path.name.isdecimal()]


def _names(folder: Path) -> list[str]:
    """Return the metadata files without the library's link and without what it left half written."""
    found = [path for path in folder.glob("*.json") if not path.is_symlink()]
    found += (folder / ROOTS).glob("*.root.json")
    return sorted(str(path.relative_to(folder)) for path in found)


def _contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in _names(folder)}


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
