"""8 MiB of disk kept for the day it is full: freed once, so that what was promised can still be kept.

Source: operations (a reserve of 256 KiB gave 25 rows more, 8 MiB about 800).
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from kiosk.ports.outbox import StorageFull
from offline_cache.mark_file import sync_folder

SIZE_BYTES = 8 * 1024 * 1024
MAKE_ABOVE_FREE_BYTES = 128 * 1024 * 1024
Result = TypeVar("Result")


class DiskReserve:
    """A file of real blocks, made at opening where the disk has room."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def exists(self) -> bool:
        """Return whether the reserve is whole."""
        try:
            return self._path.stat().st_size == SIZE_BYTES
        except OSError:
            return False

    def make(self) -> bool:
        """Make the reserve where there is room; never a reason not to open. Returns whether it is there."""
        if self.exists():
            return True
        with suppress(OSError):
            if shutil.disk_usage(self._path.parent).free >= MAKE_ABOVE_FREE_BYTES:
                descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                try:
                    os.posix_fallocate(descriptor, 0, SIZE_BYTES)
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)
        return self.exists()

    def free(self) -> bool:
        """Give the blocks back to the disk; False where there were none."""
        if not self.exists():
            return False
        self._path.unlink(missing_ok=True)
        sync_folder(self._path.parent)
        return True

    def used_where_full(self, work: Callable[[], Result]) -> Result:
        """Do `work`; where the disk is full, free the reserve and do it once more. Raises StorageFull."""
        try:
            return work()
        except StorageFull:
            if not self.free():
                raise
            return work()
