"""Reading the procedure catalogue, and refusing a bad one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from kiosk.domain.catalogue import (
    CatalogueDiff,
    CatalogueInfo,
    ImportReport,
    LifeEvent,
    Procedure,
    ProcedureRow,
    SearchAnswer,
    VersionEntry,
)
from kiosk.domain.catalogue_history import CatalogueEvent, CatalogueHistory
from kiosk.domain.overlays import Overlay

_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


class CatalogueRejected(Exception):  # noqa: N818  a refusal, not a fault of ours
    """Input that is not a catalogue: names file, line (1-based, 0 = whole file), field and value.

    The message leaves out the value where there is none, or bytes nobody can read.
    """

    def __init__(self, file: str | Path, *, line: int, field: str, value: str, reason: str) -> None:
        self.file, self.line, self.field, self.value, self.reason = (
            str(file),
            line,
            field,
            value[:200],
            reason,
        )
        where = f"{file}:{line}" if line else str(file)
        shown = f" (value {self.value!r})" if self.value and _UNREADABLE not in self.value else ""
        super().__init__(f"{where}: {field}: {reason}{shown}")


class CatalogueReader(Protocol):
    """One open catalogue version; used in the CATALOGUE lane only. `language` is `vi` or `en`."""

    def info(self) -> CatalogueInfo:
        """Return version, date and counts."""
        ...

    def life_events(self) -> tuple[LifeEvent, ...]:
        """Return the tiles of the home screen, in order."""
        ...

    def rows_of_event(self, event_id: str, language: str) -> tuple[ProcedureRow, ...]:
        """Return the procedures of a life event, most wanted first."""
        ...

    def fields(self) -> tuple[tuple[str, int], ...]:
        """Return the fields (lĩnh vực) of ward-served procedures with their counts, alphabetically."""
        ...

    def rows_of_field(self, field: str, language: str) -> tuple[ProcedureRow, ...]:
        """Return the ward-served procedures of a field, most wanted first."""
        ...

    def procedure(self, code: str) -> Procedure | None:
        """Return the procedure with this national code, or None."""
        ...

    def search(self, query: str, *, language: str, limit: int = 60) -> SearchAnswer:
        """Find procedures by people's words: with or without accents, half-typed, misspelt."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...


Progress = Callable[[str, int, int], None]


def no_progress(_step: str, _done: int, _every: int) -> None:
    """Nobody waits for the steps."""


"""Called with the step (`read` or `build`), how much is done and how much there is (0 = unknown)."""


class CatalogueVersions(Protocol):
    """The catalogue versions on this kiosk. Only `apply` and `rollback` change which one is live."""

    def stage_file(self, path: Path, *, taken_at: date | None, progress: Progress) -> ImportReport:
        """Read a file, build a version beside the live one. Raises CatalogueRejected and leaves nothing."""
        ...

    def diff(self, before: str, after: str) -> CatalogueDiff:
        """Compare two versions field by field. Raises CatalogueRejected for an unknown one."""
        ...

    def apply(self, version: str, *, accepted_by: str, accepted_at: str) -> CatalogueInfo:
        """Make a version live by moving one pointer, in the name of a person. Raises CatalogueRejected."""
        ...

    def rollback(self, *, accepted_by: str, accepted_at: str) -> CatalogueInfo:
        """Go back to the version before. Raises CatalogueRejected where there is none."""
        ...

    def versions(self) -> tuple[VersionEntry, ...]:
        """Return the versions kept, the live one first, then newest first."""
        ...

    def history(self) -> CatalogueHistory:
        """Return who changed the live version, when and by how much. Raises StorageBroken."""
        ...


class CatalogueUpkeep(Protocol):
    """Keeping the live version what it should be: sound, and built with our texts and the staff's."""

    def open_live(self) -> CatalogueReader:
        """Open the live version, or the best there is; `info().trouble` says why it is another one."""
        ...

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever another version becomes live; costs nothing."""
        ...

    def is_current(self) -> bool:
        """Return whether the live version is what a renewal would build. Raises CatalogueRejected."""
        ...

    def renew(self, *, at: str, by: str, note: str) -> CatalogueEvent | None:
        """Put a damaged live version aside, build a stale one anew; return what was done, else None.

        Raises CatalogueRejected, StorageFull, StorageBroken; the live version stays as it was.
        """
        ...

    def keep_overlays(self, overlays: tuple[Overlay, ...]) -> bool:
        """Keep the staff's overlays for builds to come; return whether they differ. Raises StorageError."""
        ...

    def official_record(self, code: str) -> Procedure | None:
        """Return a procedure of the live version, also one that staff hide, or None."""
        ...

    def codes(self) -> frozenset[str]:
        """Return the code of every procedure of the live version, hidden ones too."""
        ...
