"""The signed repository in a folder, as on a USB stick: read-only, by plain names, never through a link.

Layout: `metadata/` and `targets/`, directly or under `kiosk-update/`, the same tree as over the network.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tuf.api.exceptions import DownloadHTTPError

from kiosk.domain.updates import UpdateProblem
from offline_cache.trust.fetching import BoundedFetcher, FetchFailed, Patience

STICK_FOLDER = "kiosk-update"
BASE = "folder:/"
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,250}")
_MAX_DEPTH = 6
_CHUNK_BYTES = 64 * 1024
_NOT_FOUND = 404
_GONE = "the stick was pulled out or cannot be read"


class FolderFetcher(BoundedFetcher):
    """Reads `root`, which a person chose; below it links, devices and other file systems are refused."""

    def __init__(self, root: Path, staging: Path, patience: Patience) -> None:
        super().__init__(staging, patience)
        self._root = root

    def _fetch(self, url: str) -> Iterator[bytes]:
        place = url.removeprefix(BASE).lstrip("/")
        descriptor = self._open(place)
        try:
            while part := self._read(descriptor, place):
                yield part
        finally:
            with suppress(OSError):
                os.close(descriptor)

    def _read(self, descriptor: int, place: str) -> bytes:
        try:
            return os.read(descriptor, _CHUNK_BYTES)
        except OSError as error:
            raise FetchFailed(UpdateProblem.UNREACHABLE, place, f"{_GONE} ({error.strerror})") from error

    def _open(self, place: str) -> int:
        """Open a regular file step by step, following no link. Raises FetchFailed, DownloadHTTPError 404."""
        parts = place.split("/")
        if len(parts) > _MAX_DEPTH or not all(_PART.fullmatch(part) for part in parts):
            raise FetchFailed(UpdateProblem.UNSAFE_FOLDER, place[:200], "is no plain name")
        folder = self._step(str(self._root), None, place, follow=True)
        try:
            if _has_stick_folder(folder):
                parts = [STICK_FOLDER, *parts]
            device = os.fstat(folder).st_dev
            for part in parts:
                inner = self._step(part, folder, place)
                os.close(folder)
                folder = inner
            _check(os.fstat(folder), device, place)
        except BaseException:
            os.close(folder)
            raise
        return folder

    @staticmethod
    def _step(name: str, folder: int | None, place: str, *, follow: bool = False) -> int:
        flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
        try:
            return os.open(name, flags | (0 if follow else os.O_NOFOLLOW), dir_fd=folder)
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.ENXIO, errno.ENOTDIR):
                reason = "is a link" if error.errno == errno.ELOOP else "is no regular file"
                raise FetchFailed(UpdateProblem.UNSAFE_FOLDER, place, reason) from error
            if error.errno == errno.ENOENT and folder is not None:
                raise DownloadHTTPError(f"{place} is not there", _NOT_FOUND) from error
            raise FetchFailed(UpdateProblem.UNREACHABLE, place, f"{_GONE} ({error.strerror})") from error


def _has_stick_folder(folder: int) -> bool:
    try:
        os.stat(STICK_FOLDER, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return False
    return True


def _check(found: os.stat_result, device: int, place: str) -> None:
    if found.st_dev != device:
        raise FetchFailed(UpdateProblem.UNSAFE_FOLDER, place, "lies on another file system")
    if not stat.S_ISREG(found.st_mode):
        raise FetchFailed(UpdateProblem.UNSAFE_FOLDER, place, "is no regular file")
