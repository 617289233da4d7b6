"""What a catalogue version is made of besides the official facts: our own texts, and the staff's overlays."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec

from kiosk import __version__
from kiosk.domain.catalogue import LifeEvent, Procedure
from kiosk.domain.freshness import forgotten_on
from kiosk.domain.overlays import Overlay, in_force
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_version import FORMAT, VersionContent
from offline_cache.overlay_file import OverlayFile
from offline_cache.sources import starter
from offline_cache.sources.everyday_names import read_everyday_names


class CatalogueIngredients:
    """Our files in `starter_folder` and the overlays kept beside the catalogue, on the day `today` says.

    Without `today` overlays with dates count as not in force.
    """

    def __init__(self, folder: Path, starter_folder: Path, today: Callable[[], date] | None) -> None:
        self._overlays, self.starter_folder = OverlayFile(folder), starter_folder
        self._today = today

    def day(self) -> date | None:
        """Return the hall's day, None where nobody told."""
        return self._today() if self._today is not None else None

    def keep_overlays(self, overlays: tuple[Overlay, ...]) -> bool:
        """Keep the staff's overlays for builds to come; return whether they differ. Raises StorageError."""
        return self._overlays.write(overlays)

    def overlays(self) -> tuple[Overlay, ...]:
        """Return all overlays kept. Raises CatalogueRejected where the file is damaged, StorageBroken."""
        kept = self._overlays.read()
        if kept is None:
            raise CatalogueRejected(
                "overlays.json",
                line=0,
                field="sha256",
                value="",
                reason="is damaged; `kiosk catalogue overlays list` makes it anew from the outbox",
            )
        return kept

    def in_force(self) -> tuple[Overlay, ...]:
        """Return the overlays of this day. Raises as `overlays` does."""
        return in_force(self.overlays(), self.day())

    def token(self, overlays: Iterable[Overlay]) -> str:
        """Return 16 hex digits for program, format, our files and `overlays`: other ones, other digits."""
        said = (__version__, FORMAT, self._shipped, tuple(overlays))
        return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:16]

    def content(
        self, facts: Iterable[Procedure], source: str, overlays: tuple[Overlay, ...]
    ) -> VersionContent:
        """Return all a version is built from; facts withdrawn a year ago are kept and not shown.

        Raises CatalogueRejected for a file of ours that cannot be read.
        """
        day, known = self.day(), tuple(facts)
        return VersionContent(
            facts=known,
            forgotten=tuple(sorted(procedure.code for procedure in known if is_forgotten(procedure, day))),
            starter=self.our_procedures,
            life_events=self._life_events,
            synonyms=self._synonyms,
            everyday_names=self._everyday_names,
            overlays=overlays,
            source=source,
            ingredients=self.token(overlays),
        )

    # Our files are parsed once: an import asks three times, and they change with the program only.

    @cached_property
    def our_procedures(self) -> tuple[Procedure, ...]:
        """Our own texts of procedures. Raises CatalogueRejected for a file of ours that cannot be read."""
        return starter.read_procedures(self.starter_folder)

    @cached_property
    def _life_events(self) -> tuple[LifeEvent, ...]:
        return starter.read_life_events(self.starter_folder)

    @cached_property
    def _synonyms(self) -> tuple[tuple[str, str], ...]:
        return starter.read_synonyms(self.starter_folder)

    @cached_property
    def _everyday_names(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return read_everyday_names(self.starter_folder)

    @cached_property
    def _shipped(self) -> str:
        """A digest of our files."""
        digest = hashlib.sha256()
        for path in sorted(self.starter_folder.rglob("*.toml")):
            digest.update(path.relative_to(self.starter_folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def is_forgotten(facts: Procedure, day: date | None) -> bool:
    """Return whether `facts` were withdrawn so long before `day` that they are no longer found."""
    last = forgotten_on(facts)
    return last is not None and day is not None and day >= last
