"""USB sticks as the helper mounts them: read-only, looked at in one folder, never run from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Stick:
    """One stick. `signed` is its folder of signed updates, None where there is none.

    `files` are catalogue files lying on top of it, newest name last; `folder` is where files may be written.
    `settings` are files of another kiosk's settings.
    """

    folder: Path
    name: str
    signed: Path | None = None
    files: tuple[Path, ...] = ()
    settings: tuple[Path, ...] = ()


class Sticks(Protocol):
    """Looks for sticks; touches the disk, so never on the Qt thread."""

    def found(self) -> tuple[Stick, ...]:
        """Return the sticks that can be read now; a broken one is left out."""
        ...

    def write(self, stick: Stick, name: str, content: bytes) -> Path:
        """Write a new file on the stick, durably. Raises StorageFull, StorageBroken."""
        ...
