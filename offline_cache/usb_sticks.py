"""Sticks on disk: what is mounted below a few folders, looked at no deeper than needed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.ports.sticks import Stick
from offline_cache.mark_file import write_durably
from offline_cache.storage_errors import translated

ROOTS = (Path("/run/kiosk/usb"), Path("/media"), Path("/run/media"), Path("/mnt"))
SIGNED_FOLDER = "kiosk-update"
SETTINGS_SUFFIX = ".kiosk-settings"
CATALOGUE_SUFFIXES = (".jsonl", ".jsonl.gz", ".json", ".xlsx", ".csv")
FILES_MAX, ENTRIES_MAX = 20, 500


class MountedSticks:
    """Sticks below `roots`, one or two folders deep (`/media/<stick>`, `/media/<user>/<stick>`)."""

    def __init__(self, roots: Sequence[Path] | None = None) -> None:
        self._roots = tuple(ROOTS if roots is None else roots)

    def found(self) -> tuple[Stick, ...]:
        """Return the sticks with something on them for us, or that are mount points."""
        folders = (folder for root in self._roots for folder in _below(root))
        return tuple(stick for folder in folders if (stick := _stick(folder)) is not None)

    def write(self, stick: Stick, name: str, content: bytes) -> Path:
        """Write a new file on the stick, durably. Raises StorageFull, StorageBroken."""
        path = stick.folder / name
        with translated(path):
            write_durably(path, content)
        return path


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
