"""The versions of the catalogue on disk: whole files, and one small pointer that says which is live.

    <folder>/versions/<name>.sqlite   finished, read-only; never written again
    <folder>/versions/.<name>.<pid>   being built; removed by the next import when its maker died
    <folder>/current                  which version is live, who accepted it, and which came before

A version exists under its name only when it is complete, and the pointer moves by rename: a power cut at any
moment leaves the old version or the new one, never half of either.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.catalogue import CatalogueDiff, CatalogueInfo, ImportReport, Procedure, VersionEntry
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_diff import contradictions, diff_procedures
from offline_cache.catalogue_import import merged, read_file, shrinkage_warnings
from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version, version_name
from offline_cache.sources import starter

KEPT_PREVIOUS = 2
KEPT_STAGED = 2
_SUFFIX = ".sqlite"


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """A version somebody accepted: SHA-256 of the file, who and when (ISO 8601)."""

    version: str
    sha256: str
    accepted_by: str
    accepted_at: str


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """The file `current`: accepted versions, the live one first."""

    accepted: tuple[Accepted, ...] = ()


def _no_progress(_step: str, _done: int, _all: int) -> None:
    return


class CatalogueStore:
    """The catalogue versions in `folder`, joined with the starter catalogue of `starter_folder`."""

    def __init__(self, folder: Path, *, starter_folder: Path = starter.FOLDER) -> None:
        self._folder, self._starter_folder = folder, starter_folder

    def open_live(self) -> SqliteCatalogue:
        """Open the live version; a damaged one gives way to the one before, at last to the starter catalogue.

        Raises CatalogueRejected when even that cannot be read, OSError when it cannot be written.
        """
        for accepted in self._pointer().accepted:
            path = self._path(accepted.version)
            if self._sha256(path) == accepted.sha256:
                return SqliteCatalogue(path)
        return SqliteCatalogue(self._path(self.build_starter()))

    def build_starter(self, progress: Callable[[str, int, int], None] = _no_progress) -> str:
        """Build the version that holds the starter catalogue alone, unless it is there; return its name."""
        return self._build(self._content((), "starter"), progress)

    def live(self) -> str:
        """Return the name of the live version, which may be the starter catalogue's."""
        reader = self.open_live()
        reader.close()
        return reader.info().version

    def stage_file(
        self,
        path: Path,
        *,
        taken_at: date | None = None,
        progress: Callable[[str, int, int], None] = _no_progress,
    ) -> ImportReport:
        """Read a file, build a version beside the live one. Raises CatalogueRejected and leaves nothing."""
        read = read_file(path, taken_at=taken_at, progress=progress)
        live = self.open_live()
        try:
            live_name = live.info().version
        finally:
            live.close()
        facts = merged(self._facts(live_name), read)
        content = self._content(facts, f"{read.source.kind}:{path.name}")
        name = self._build(content, progress, in_use=live_name)
        return ImportReport(
            file=path.name,
            kind=read.source.kind,
            version=name,
            live=live_name,
            read=len(read.facts),
            with_detail=sum(procedure.detail.value == "full" for procedure in read.facts),
            skipped=read.skipped,
            refused=read.refused,
            diff=self.diff(live_name, name),
        )

    def open_version(self, version: str) -> SqliteCatalogue:
        """Open a version by name. Raises CatalogueRejected for an unknown or damaged one."""
        return self._open(version)

    def version_of_file(self, path: Path) -> str:
        """Build a version of `path` and the starter catalogue; return its name. Raises CatalogueRejected."""
        read = read_file(path, taken_at=None, progress=_no_progress)
        return self._build(self._content(merged((), read), f"{read.source.kind}:{path.name}"), _no_progress)

    def diff(self, before: str, after: str) -> CatalogueDiff:
        """Compare two versions field by field. Raises CatalogueRejected for an unknown or damaged one."""
        old, new = self.procedures(before), self.procedures(after)
        found = diff_procedures(old, new, names=(before, after))
        facts = self._facts(after)
        return replace(
            found,
            contradictions=contradictions(facts, starter.read_procedures(self._starter_folder)),
            warnings=shrinkage_warnings(old, found, new),
        )

    def apply(self, version: str, *, accepted_by: str, accepted_at: str) -> CatalogueInfo:
        """Make a version live by moving the pointer. Raises CatalogueRejected: damaged, or nobody named."""
        if not accepted_by.strip():
            raise CatalogueRejected(
                version,
                line=0,
                field="accepted_by",
                value="",
                reason="a person must accept a version by name",
            )
        with self._locked():
            info = self.verify(version)
            entry = Accepted(
                version=version,
                sha256=self._sha256(self._path(version)),
                accepted_by=accepted_by.strip(),
                accepted_at=accepted_at,
            )
            older = [accepted for accepted in self._pointer().accepted if accepted.version != version]
            self._move_pointer(Pointer(accepted=(entry, *older[:KEPT_PREVIOUS])))
            self._prune()
        return info

    def rollback(self, *, accepted_by: str, accepted_at: str) -> CatalogueInfo:
        """Go back to the version before. Raises CatalogueRejected where there is none."""
        accepted = self._pointer().accepted
        if not accepted:
            raise CatalogueRejected(
                "current", line=0, field="version", value="", reason="no version was applied yet"
            )
        if len(accepted) > 1:
            before = accepted[1].version
            with self._locked():
                info = self.verify(before)
                renewed = msgspec.structs.replace(
                    accepted[1], accepted_by=accepted_by, accepted_at=accepted_at
                )
                self._move_pointer(Pointer(accepted=(renewed, *accepted[2:])))
            return info
        with self._locked():
            self._move_pointer(Pointer())
        reader = self.open_live()
        try:
            return reader.info()
        finally:
            reader.close()

    def verify(self, version: str) -> CatalogueInfo:
        """Check every page and record of a version. Raises CatalogueRejected naming what is wrong."""
        reader = self._open(version)
        try:
            problem = reader.check()
            if problem:
                raise CatalogueRejected(version, line=0, field="version", value="", reason=problem)
            return reader.info()
        finally:
            reader.close()

    def versions(self) -> tuple[VersionEntry, ...]:
        """Return the versions kept, the live one first, then newest first."""
        accepted = {entry.version: entry for entry in self._pointer().accepted}
        live = self.live()
        order = [live, *(name for name in accepted if name != live), *self._staged(accepted)]
        entries = []
        for name in dict.fromkeys(order):
            if not self._path(name).exists():
                continue
            reader = self._open(name)
            info = reader.info()
            reader.close()
            entry = accepted.get(name)
            state = "live" if name == live else "previous" if entry else "staged"
            entries.append(
                VersionEntry(
                    version=name,
                    state=state,
                    procedures=info.procedures,
                    taken_at=info.taken_at,
                    accepted_by=entry.accepted_by if entry else "",
                    accepted_at=entry.accepted_at if entry else "",
                )
            )
        return tuple(entries)

    def procedures(self, version: str) -> tuple[Procedure, ...]:
        """Return all procedures of a version, by code. Raises CatalogueRejected."""
        reader = self._open(version)
        try:
            return tuple(reader.all_procedures())
        finally:
            reader.close()

    def _facts(self, version: str) -> tuple[Procedure, ...]:
        reader = self._open(version)
        try:
            return tuple(reader.imported_facts())
        finally:
            reader.close()

    def _content(self, facts: tuple[Procedure, ...], source: str) -> VersionContent:
        return VersionContent(
            facts=facts,
            starter=starter.read_procedures(self._starter_folder),
            life_events=starter.read_life_events(self._starter_folder),
            synonyms=starter.read_synonyms(self._starter_folder),
            source=source,
        )

    def _build(
        self, content: VersionContent, progress: Callable[[str, int, int], None], *, in_use: str = ""
    ) -> str:
        name = version_name(content)
        target = self._path(name)
        with self._locked():
            if target.exists() and self._is_sound(name):
                return name
            self._remove_unfinished()
            staging = target.with_name(f".{name}.{os.getpid()}")
            try:
                build_version(staging, content, progress=lambda done, every: progress("build", done, every))
                staging.chmod(0o444)
                staging.replace(target)
                _flush_folder(target.parent)
            finally:
                staging.unlink(missing_ok=True)
                staging.with_name(staging.name + "-journal").unlink(missing_ok=True)
            self._prune(keep=(name, in_use))
        return name

    def _is_sound(self, name: str) -> bool:
        try:
            self.verify(name)
        except CatalogueRejected:
            return False
        return True

    def _open(self, version: str) -> SqliteCatalogue:
        if not version or "/" in version or version.startswith("."):
            raise CatalogueRejected(
                version, line=0, field="version", value=version, reason="is no version's name"
            )
        if not self._path(version).exists():
            raise CatalogueRejected(
                version, line=0, field="version", value=version, reason="is not on this kiosk"
            )
        return SqliteCatalogue(self._path(version))

    def _path(self, version: str) -> Path:
        return self._folder / "versions" / f"{version}{_SUFFIX}"

    def _pointer(self) -> Pointer:
        try:
            return msgspec.json.decode((self._folder / "current").read_bytes(), type=Pointer)
        except (FileNotFoundError, msgspec.DecodeError):
            # A damaged pointer is as good as none: the starter catalogue is always there.
            return Pointer()

    def _move_pointer(self, pointer: Pointer) -> None:
        staging = self._folder / f".current.{os.getpid()}"
        with staging.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(pointer)))
            file.flush()
            os.fsync(file.fileno())
        staging.replace(self._folder / "current")
        _flush_folder(self._folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        (self._folder / "versions").mkdir(parents=True, exist_ok=True)
        with (self._folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _remove_unfinished(self) -> None:
        for left in (self._folder / "versions").glob(".*"):
            left.unlink(missing_ok=True)

    def _staged(self, accepted: dict[str, Accepted]) -> list[str]:
        paths = (self._folder / "versions").glob(f"*{_SUFFIX}")
        newest_first = sorted(paths, key=lambda path: path.stat().st_mtime_ns, reverse=True)
        return [path.stem for path in newest_first if path.stem not in accepted]

    def _prune(self, keep: tuple[str, ...] = ()) -> None:
        """Remove staged versions beyond the newest two, but none of `keep` (a starter in use is one)."""
        accepted = {entry.version: entry for entry in self._pointer().accepted}
        for name in self._staged(accepted)[KEPT_STAGED:]:
            if name not in keep:
                self._path(name).unlink(missing_ok=True)

    @staticmethod
    def _sha256(path: Path) -> str:
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
