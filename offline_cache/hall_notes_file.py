"""What staff say about their hall: `staff/hall.json` in the kiosk's home, replaced whole."""

from pathlib import Path

from kiosk.domain.hall_notes import HallNotes
from offline_cache.proven_file import ProvenFile, alone
from offline_cache.staff_book import STAFF_FOLDER


class HallNotesFile:
    """HallNotesStore in `home`; STAFF lane only."""

    def __init__(self, home: Path) -> None:
        self.folder = home / STAFF_FOLDER
        self._file = ProvenFile(self.folder / "hall.json", HallNotes)

    def read(self) -> HallNotes:
        """Return what was said, nothing where nobody said anything. Raises StorageBroken."""
        return self._file.read() or HallNotes()

    def write(self, notes: HallNotes) -> None:
        """Keep what is said now, durably. Raises StorageFull, StorageBroken."""
        with alone(self.folder):
            self._file.write(notes)
