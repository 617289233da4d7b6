"""The folder of catalogue versions: names, locks, room, and what is thrown away.

<folder>/versions/<name>.sqlite   finished, read-only; never written again
<folder>/versions/.<name>.<pid>   being built; removed by the next build when its maker died
<folder>/quarantine/<name>.sqlite a version found damaged, for whoever looks into it; the newest only
<folder>/imports/<name>-<file>    the two files imported last, to be read again by a better program
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.outbox import StorageFull
from offline_cache.mark_file import sync_folder
from offline_cache.storage_errors import translated

KEPT_STAGED = 2
KEPT_IMPORTS = 2
MAX_BYTES = 512 * 1024**2  # of all versions together; a national catalogue takes 13 MB
SPARE_BYTES = 16 * 1024**2  # left free by a build, so that the outbox keeps room
BYTES_A_PROCEDURE = 4096  # 2.7 KB measured over 4,822
_SUFFIX = ".sqlite"


class VersionFolder:
    """Version files by name. Whoever changes anything holds `locked`; readers need nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._versions = folder / "versions"

    def path(self, version: str) -> Path:
        """Return the path of a version."""
        return self._versions / f"{version}{_SUFFIX}"

    def existing(self, version: str) -> Path:
        """Return the path of a version that is here. Raises CatalogueRejected for any other name."""
        if not version or "/" in version or version.startswith("."):
            raise CatalogueRejected(
                version, line=0, field="version", value=version, reason="is no version's name"
            )
        if not self.path(version).exists():
            raise CatalogueRejected(
                version, line=0, field="version", value=version, reason="is not on this kiosk"
            )
        return self.path(version)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the catalogue against other processes. Not to be entered twice. Raises StorageBroken."""
        lock_path = self.folder / ".lock"
        with translated(self.folder):
            self._versions.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(lock_path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def publish(self, name: str, make: Callable[[Path], object], *, procedures: int) -> None:
        """Let `make` build a version under a hidden name, then show it whole. Lock held.

        Raises StorageFull, StorageBroken and leaves nothing.
        """
        self._remove_unfinished()
        self._check_room(procedures)
        staging = self._versions / f".{name}.{os.getpid()}"
        with translated(staging):
            try:
                make(staging)
                staging.chmod(0o444)
                staging.replace(self.path(name))
                sync_folder(self._versions)
            finally:
                staging.unlink(missing_ok=True)
                staging.with_name(staging.name + "-journal").unlink(missing_ok=True)

    def keep_import(self, version: str, file: Path) -> None:
        """Keep a copy of the file `version` was made from, beside that of the import before. Lock held.

        Raises StorageFull, StorageBroken; then the copies kept are those from before.
        """
        folder = self.folder / "imports"
        with translated(folder):
            folder.mkdir(exist_ok=True)
            for left in folder.glob(".*"):
                left.unlink()
            staging = folder / f".{os.getpid()}"
            try:
                shutil.copyfile(file, staging)
                staging.replace(folder / f"{version}-{file.name.removeprefix(f'{version}-')}")
            finally:
                staging.unlink(missing_ok=True)
            kept = sorted((path for path in folder.iterdir() if path.is_file()), key=_age, reverse=True)
            for older in kept[KEPT_IMPORTS:]:
                older.unlink(missing_ok=True)

    def put_aside(self, version: str) -> None:
        """Move a damaged version out of the way, in place of the one put aside before. Lock held."""
        aside = self.folder / "quarantine"
        with translated(aside):
            aside.mkdir(exist_ok=True)
            for older in aside.glob(f"*{_SUFFIX}"):
                older.unlink()
            if self.path(version).exists():
                self.path(version).replace(aside / f"{version}{_SUFFIX}")

    def newest_first(self) -> list[str]:
        """Return the names of all versions here, the one built last first."""
        found = sorted(self._versions.glob(f"*{_SUFFIX}"), key=_age, reverse=True)
        return [path.stem for path in found]

    def prune(self, *, live: Iterable[str], previous: Iterable[str], keep: Iterable[str] = ()) -> None:
        """Remove staged versions beyond the newest two; then, over the bound, more of them and previous ones.

        None of `live` and `keep` is touched, nor the first of `previous`. Lock held.
        """
        held, before = {*live, *keep}, [name for name in previous if name not in set(live)]
        staged = [name for name in self.newest_first() if name not in held and name not in before]
        for name in staged[KEPT_STAGED:]:
            self.path(name).unlink(missing_ok=True)
        may_go = [*reversed(staged[:KEPT_STAGED]), *reversed(before[1:])]
        for name in may_go:
            if self._bytes() <= MAX_BYTES:
                return
            self.path(name).unlink(missing_ok=True)

    def sha256(self, version: str) -> str:
        """Return the SHA-256 (hex) of a version's file, "" where it cannot be read."""
        try:
            with self.path(version).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""

    def _bytes(self) -> int:
        return sum(path.stat().st_size for path in self._versions.glob(f"*{_SUFFIX}"))

    def _check_room(self, procedures: int) -> None:
        with translated(self.folder):
            free = shutil.disk_usage(self.folder).free
        needed = procedures * BYTES_A_PROCEDURE + SPARE_BYTES
        if free < needed:
            raise StorageFull(
                f"{self.folder}: {free // 1024**2} MiB free, a new version needs {needed // 1024**2} MiB"
            )

    def _remove_unfinished(self) -> None:
        for left in self._versions.glob(".*"):
            left.unlink(missing_ok=True)


def _age(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
