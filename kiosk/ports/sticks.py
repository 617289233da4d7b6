"""USB sticks as the helper mounts them: read-only, looked at in one folder, never run from."""

from dataclasses import dataclass
from enum import Enum
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


class StickTrouble(Enum):
    """Why a file did not come onto a stick.

    KIND: neither FAT nor exFAT. FORBIDDEN: the hall lets nothing be copied. UNHEARD: nobody took the file.
    UNKNOWN: it was taken, and whether it is whole on the stick was never said.
    """

    NO_STICK = "no-stick"
    FULL = "full"
    PROTECTED = "protected"
    GONE = "gone"
    KIND = "kind"
    FORBIDDEN = "forbidden"
    BROKEN = "broken"
    UNHEARD = "unheard"
    UNKNOWN = "unknown"


class StickRefused(Exception):  # noqa: N818  a refusal, not a fault of ours
    """A stick did not take a file; `reason` is for the log."""

    def __init__(self, trouble: StickTrouble, reason: str) -> None:
        super().__init__(f"{trouble.value}: {reason}")
        self.trouble = trouble


class Sticks(Protocol):
    """Looks for sticks; touches the disk, so never on the Qt thread."""

    def found(self) -> tuple[Stick, ...]:
        """Return the sticks that can be read now; a broken one is left out."""
        ...

    def write(self, stick: Stick, name: str, content: bytes) -> None:
        """Put a file on the stick, durably: it may be pulled when this returns. Raises StickRefused."""
        ...
