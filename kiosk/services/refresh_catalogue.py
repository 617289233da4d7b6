"""Refresh the catalogue from a file: staged for a person, applied only when one has accepted it by name."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.catalogue import CatalogueInfo, ImportReport
from kiosk.ports.catalogue import CatalogueVersions, Progress
from kiosk.ports.clock import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """The report of an import, and the live version after it where it was applied."""

    report: ImportReport
    applied: CatalogueInfo | None
    held_back: tuple[str, ...] = ()


class RefreshCatalogue:
    """Imports, applies and takes back catalogue versions."""

    def __init__(self, versions: CatalogueVersions, clock: Clock) -> None:
        self._versions, self._clock = versions, clock

    def import_file(
        self,
        path: Path,
        *,
        accepted_by: str,
        taken_at: date | None,
        progress: Progress,
        despite_warnings: bool = False,
    ) -> Refreshed:
        """Stage `path`; apply it when a person is named and nothing shrank suspiciously.

        Official files carry no signature, so without `accepted_by` the version stays staged. Raises
        CatalogueRejected with the live version untouched.
        """
        report = self._versions.stage_file(path, taken_at=taken_at, progress=progress)
        held_back = () if despite_warnings else report.diff.warnings
        if not accepted_by.strip() or held_back:
            return Refreshed(report=report, applied=None, held_back=held_back)
        return Refreshed(report=report, applied=self.apply(report.version, accepted_by=accepted_by))

    def apply(self, version: str, *, accepted_by: str) -> CatalogueInfo:
        """Make a staged version live. Raises CatalogueRejected."""
        return self._versions.apply(version, accepted_by=accepted_by, accepted_at=self._stamp())

    def rollback(self, *, accepted_by: str) -> CatalogueInfo:
        """Go back to the version before. Raises CatalogueRejected where there is none."""
        return self._versions.rollback(accepted_by=accepted_by, accepted_at=self._stamp())

    def _stamp(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")
