"""Where staff's notes about the hall are kept; STAFF lane only."""

from typing import Protocol

from kiosk.domain.hall_notes import HallNotes


class HallNotesStore(Protocol):
    """Holds one value, replaced whole."""

    def read(self) -> HallNotes:
        """Return what was said. Raises StorageBroken where the file was changed by hand."""
        ...

    def write(self, notes: HallNotes) -> None:
        """Keep what is said now, durably. Raises StorageFull, StorageBroken."""
        ...
