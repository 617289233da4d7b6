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


class CatalogueRejected(Exception):  # noqa: N818  a refusal, not a fault of ours
    """Input that is not a catalogue: names file, line (1-based, 0 = whole file), field and value."""

    def __init__(self, file: str | Path, *, line: int, field: str, value: str, reason: str) -> None:
        self.file, self.line, self.field, self.value, self.reason = (
            str(file),
            line,
            field,
            value[:200],
            reason,
        )
        super().__init__(f"{file}:{line}: {field}: {reason} (value {self.value!r})")


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
