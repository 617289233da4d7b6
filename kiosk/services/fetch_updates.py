"""Fetch what the city signed; use a new catalogue by its signature, keep everything else to be read.

A signed catalogue needs nobody's acceptance by name. It waits for a person all the same where much of what is
live would be gone: a signature says who made it, not that it was made well.
"""

from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.updates import CATALOGUE, Delivery, SignedFile
from kiosk.ports.catalogue import CatalogueRejected, Progress
from kiosk.ports.trusted_updates import TrustedUpdates
from kiosk.services.refresh_catalogue import RefreshCatalogue, Refreshed


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came, and what became of the catalogue.

    `catalogue` is None where none was new; `refused` tells why a signed one could not be used.
    """

    delivery: Delivery
    catalogue: Refreshed | None
    refused: CatalogueRejected | None = None


class FetchUpdates:
    """Looks at an address or a folder and puts to use what may be used without a person."""

    def __init__(self, updates: TrustedUpdates, catalogue: RefreshCatalogue) -> None:
        self._updates, self._catalogue = updates, catalogue

    def fetch(
        self,
        origin: str,
        *,
        progress: Progress,
        software: bool = False,
        despite_warnings: bool = False,
        stage: bool = False,
    ) -> Fetched:
        """Fetch and verify; apply a new catalogue unless it shrank suspiciously. Raises UpdateRefused.

        With `stage` a new catalogue waits for a person in any case.
        A catalogue that was kept but not yet used, after a power cut or a refusal, is tried again.
        """
        delivery = self._updates.fetch(origin, software=software)
        file, path = self._updates.unused(CATALOGUE), self._updates.path_of(CATALOGUE)
        if file is None or path is None:
            return Fetched(delivery=delivery, catalogue=None)
        try:
            refreshed = self._use(
                file, path, progress=progress, despite_warnings=despite_warnings, stage=stage
            )
        except CatalogueRejected as rejected:
            return Fetched(delivery=delivery, catalogue=None, refused=rejected)
        return Fetched(delivery=delivery, catalogue=refreshed)

    def _use(
        self, file: SignedFile, path: Path, *, progress: Progress, despite_warnings: bool, stage: bool
    ) -> Refreshed:
        refreshed = self._catalogue.import_file(
            path,
            accepted_by="" if stage else signer_name(file, is_demo=self._updates.state().is_demo),
            taken_at=None,
            progress=progress,
            despite_warnings=despite_warnings,
        )
        if refreshed.applied is not None:
            self._updates.mark_used(file)
        return refreshed


def signer_name(file: SignedFile, *, is_demo: bool) -> str:
    """Return in whose name a signed file is put to use, as the history shows it."""
    return f"{'Khóa thử' if is_demo else 'Thành phố'} ký, bản {file.version}"
