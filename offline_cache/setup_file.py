"""How far the set-up of this machine has come: `staff/setup.json` in the kiosk's home, replaced whole."""

from pathlib import Path

from kiosk.domain.setup_steps import SetupProgress
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageError
from offline_cache.proven_file import ProvenFile, alone
from offline_cache.staff_book import STAFF_FOLDER

_log = EventLog("kiosk.setup")


class SetupFile:
    """SetupStore in `home`; STAFF lane only."""

    def __init__(self, home: Path) -> None:
        self.folder = home / STAFF_FOLDER
        self._file = ProvenFile(self.folder / "setup.json", SetupProgress)

    def read(self) -> SetupProgress:
        """Return how far somebody has come; a file that cannot be believed counts as none."""
        try:
            return self._file.read() or SetupProgress()
        except StorageError as error:
            _log.warning("setup.progress_unread", reason=str(error))
            return SetupProgress()

    def write(self, progress: SetupProgress) -> None:
        """Keep it, durably. Raises StorageFull, StorageBroken."""
        with alone(self.folder):
            self._file.write(progress)
