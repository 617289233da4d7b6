"""What the core asks of the staff's overlays and of the log of queries nothing was found for."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from kiosk.domain.overlays import Overlay, OverlayDraft
from kiosk.domain.search_misses import Miss


class OverlayStore(Protocol):
    """Overlays in outbox.db, DATABASE lane only. A row is never changed; each edit is a row of its own.

    Every call may raise StorageFull or StorageBroken; then nothing was kept.
    """

    def overlays(self) -> tuple[Overlay, ...]:
        """Return the overlays kept, past and future ones too, in the order they were made."""
        ...

    def add(self, draft: OverlayDraft, *, at_ms: int, replaces: int = 0) -> Overlay:
        """Keep `draft`, in place of the overlay numbered `replaces` where that is not 0.

        Raises OverlayRefused for a draft that cannot be taken, KeyError for an unknown number.
        """
        ...

    def remove(self, overlay_id: int, *, by: str, at_ms: int) -> Overlay:
        """Take an overlay away; the row that says so is kept. Raises KeyError, OverlayRefused."""
        ...


class MissLog(Protocol):
    """Folded queries nothing was found for, counted by day; DATABASE lane only."""

    def count(self, queries: Iterable[str], *, day: date) -> None:
        """Count each query once more on `day`; what is too old or too much is dropped."""
        ...

    def misses(self) -> tuple[Miss, ...]:
        """Return the queries with their counts over all days kept, most frequent first."""
        ...

    def forget(self, query: str) -> None:
        """Drop a query, as when it became an everyday name."""
        ...
