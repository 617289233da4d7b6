"""One signed file of settings for many kiosks, by stick: written here, or looked through and taken."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from kiosk.domain.audit import Act
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.write_to_stick import Written

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChange:
    """One setting as it is and as it would be, in words of TOML; "" where it has none."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigurationFound:
    """A file that was read: whose settings, who signed them, and what would change here.

    `signer` is the first digits of the device's key, or "" for the city's signature. `text` is the TOML.
    """

    path: Path
    ward: str
    kiosk: str
    made_at: str
    made_by: str
    signer: str
    text: str
    changes: tuple[SettingChange, ...]


class ConfigurationRefused(Exception):  # noqa: N818  a refusal, not a fault of ours
    """Nothing was changed; the text says why, for technicians."""


class ConfigurationTools(Protocol):
    """What only adapters can do; STAFF lane. All raise ConfigurationRefused."""

    def write(self, made_by: str) -> Written:
        """Write this machine's settings, signed, to the first stick that takes them."""
        ...

    def found(self) -> tuple[Path, ...]:
        """Return the files of settings on the sticks, and the city's own where one waits."""
        ...

    def read(self, path: Path) -> ConfigurationFound:
        """Check a file's signature and say what it would change."""
        ...

    def take(self, found: ConfigurationFound) -> None:
        """Use these settings from the next start on; the ones before are kept to go back to."""
        ...

    def may_go_back(self) -> bool:
        """Return whether settings from before the last taking are kept."""
        ...

    def go_back(self) -> None:
        """Use the settings from before the last taking."""
        ...


class ConfigurationDesk:
    """Qt thread; answers come there. `refused` hears why in technicians' words.

    `shown` is the file that is looked through, `taken` tells the page before that it was taken.
    """

    def __init__(self, tasks: TaskRunner, tools: ConfigurationTools, staff: StaffDesk) -> None:
        self._tasks, self._tools, self._staff = tasks, tools, staff
        self.shown: ConfigurationFound | None = None
        self.taken = False

    def look(self, done: Callable[[tuple[Path, ...], bool], None], refused: Callable[[str], None]) -> None:
        """Ask which files there are, and whether one can go back."""
        self._ask(lambda: (self._tools.found(), self._tools.may_go_back()), lambda both: done(*both), refused)

    def write(self, done: Callable[[Written], None], refused: Callable[[str], None]) -> None:
        """Write the settings to a stick."""
        name = self._staff.name

        def written(what: Written) -> None:
            self._staff.note_written(what)
            done(what)

        self._ask(lambda: self._tools.write(name), written, refused)

    def read(
        self, path: Path, done: Callable[[ConfigurationFound], None], refused: Callable[[str], None]
    ) -> None:
        """Look through a file."""

        def read(found: ConfigurationFound) -> None:
            self.shown = found
            done(found)

        self._ask(lambda: self._tools.read(path), read, refused)

    def take(self, done: Callable[[], None], refused: Callable[[str], None]) -> None:
        """Take the file that was looked through, in the name of who has entered."""
        found = self.shown
        if found is None:
            return

        def taken(_nothing: None) -> None:
            self.shown, self.taken = None, True
            signer = f"key {found.signer}" if found.signer else "signed by the city"
            self._staff.note(Act.CONFIGURATION_TAKEN, f"{found.ward}, {found.kiosk}, {signer}")
            done()

        self._ask(lambda: self._tools.take(found), taken, refused)

    def go_back(self, done: Callable[[], None], refused: Callable[[str], None]) -> None:
        """Use the settings from before the last taking."""

        def back(_nothing: None) -> None:
            self._staff.note(Act.CONFIGURATION_TAKEN, "back to the one before")
            done()

        self._ask(self._tools.go_back, back, refused)

    def _ask(
        self, work: Callable[[], Answer], done: Callable[[Answer], None], refused: Callable[[str], None]
    ) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, ConfigurationRefused):
                raise error
            refused(str(error))

        self._tasks.submit(Lane.STAFF, work, done=done, failed=failed)
