"""Sticks on disk: what is mounted below a few folders, looked at no deeper than needed."""

import errno
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.ports.sticks import Stick, StickRefused, StickTrouble
from offline_cache.mark_file import write_durably
from offline_cache.stick_helper import LENT, RootStickHelper

ROOTS = (LENT, Path("/media"), Path("/run/media"), Path("/mnt"))
SIGNED_FOLDER = "kiosk-update"
SETTINGS_SUFFIX = ".kiosk-settings"
CATALOGUE_SUFFIXES = (".jsonl", ".jsonl.gz", ".json", ".xlsx", ".csv")
FILES_MAX, ENTRIES_MAX = 20, 500
_TROUBLES = {
    errno.ENOSPC: StickTrouble.FULL,
    errno.EDQUOT: StickTrouble.FULL,
    errno.EFBIG: StickTrouble.FULL,
    errno.EROFS: StickTrouble.PROTECTED,
    errno.ENOENT: StickTrouble.GONE,
    errno.ENODEV: StickTrouble.GONE,
    errno.ENXIO: StickTrouble.GONE,
}


class MountedSticks:
    """Sticks below `roots`, one or two folders deep (`/media/<stick>`, `/media/<user>/<stick>`)."""

    def __init__(self, roots: Sequence[Path] | None = None, *, helper: RootStickHelper | None = None) -> None:
        self._roots = tuple(ROOTS if roots is None else roots)
        self._helper = helper

    def found(self) -> tuple[Stick, ...]:
        """Return the sticks with something on them for us, or that are mount points."""
        folders = (folder for root in self._roots for folder in _below(root))
        return tuple(stick for folder in folders if (stick := _stick(folder)) is not None)

    def write(self, stick: Stick, name: str, content: bytes) -> None:
        """Put a file on the stick: through root's helper where it lent the stick, else by ourselves."""
        if self._helper is not None and self._helper.lends(stick):
            self._helper.put(stick, name, content)
            return
        try:
            write_durably(stick.folder / name, content)
        except OSError as error:
            trouble = _TROUBLES.get(error.errno or 0, StickTrouble.BROKEN)
            raise StickRefused(trouble, f"{stick.folder / name}: {error.strerror}") from error


def _below(root: Path) -> Iterator[Path]:
    for folder in _folders(root):
        yield folder
        yield from _folders(folder)


def _folders(folder: Path) -> list[Path]:
    """Return the real folders in `folder`, never links; none where it cannot be read."""
    try:
        entries = sorted(folder.iterdir())[:ENTRIES_MAX]
        return [entry for entry in entries if entry.is_dir() and not entry.is_symlink()]
    except OSError:
        return []


def _stick(folder: Path) -> Stick | None:
    try:
        signed = folder / SIGNED_FOLDER
        is_signed = (signed / "metadata").is_dir() and not signed.is_symlink()
        entries = sorted(folder.iterdir())[:ENTRIES_MAX]
        files = tuple(entry for entry in entries if _is_catalogue(entry))[-FILES_MAX:]
        settings = tuple(entry for entry in entries if _is_settings(entry))[-FILES_MAX:]
        if not (is_signed or files or settings or folder.is_mount()):
            return None
    except OSError:
        return None
    return Stick(
        folder=folder,
        name=folder.name,
        signed=signed if is_signed else None,
        files=files,
        settings=settings,
    )


def _is_catalogue(path: Path) -> bool:
    named = path.name.lower().endswith(CATALOGUE_SUFFIXES) and not path.name.startswith(".")
    return named and path.is_file() and not path.is_symlink()


def _is_settings(path: Path) -> bool:
    return path.name.endswith(SETTINGS_SUFFIX) and path.is_file() and not path.is_symlink()
