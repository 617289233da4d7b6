"""Building versions into their folder, and knowing which are overtaken by our texts or by the staff."""

from collections.abc import Callable
from pathlib import Path

from kiosk.ports.catalogue import CatalogueRejected, no_progress
from kiosk.ports.outbox import StorageError
from offline_cache.catalogue_folder import VersionFolder
from offline_cache.catalogue_ingredients import CatalogueIngredients
from offline_cache.catalogue_reader import SqliteCatalogue, read_facts, read_meta
from offline_cache.catalogue_version import VersionContent, build_version, version_name


class VersionBuilder:
    """Builds under the lock of `files`, which the caller holds."""

    def __init__(self, files: VersionFolder, ingredients: CatalogueIngredients) -> None:
        self._files, self._ingredients = files, ingredients

    def build(self, content: VersionContent, progress: Callable[[str, int, int], None] = no_progress) -> str:
        """Build the version of `content` unless it is there and sound; return its name.

        Raises StorageFull, StorageBroken and leaves nothing.
        """
        name = version_name(content)
        if self._is_sound(name):
            return name

        def make(staging: Path) -> None:
            build_version(staging, content, progress=lambda done, every: progress("build", done, every))

        self._files.publish(name, make, procedures=len(content.facts) + len(content.starter))
        return name

    def is_stale(self, version: str) -> bool:
        """Return whether `version` would be built differently today. Raises CatalogueRejected.

        Who does not know the day cannot judge overlays with dates, and calls nothing stale for them.
        """
        day = self._ingredients.day()
        if day is None and any(kept.valid_from or kept.valid_to for kept in self._ingredients.overlays()):
            return False
        meta = read_meta(self._files.path(version))
        if meta.get("ingredients") != self._ingredients.token(self._ingredients.in_force()):
            return True
        if day is None:
            return False
        return not meta.get("right_from", "") <= day.isoformat() < meta.get("right_before", "9")

    def up_to_date(self, version: str) -> str:
        """Return `version`, or the name of one built from the same facts where it is stale.

        Raises CatalogueRejected, StorageError.
        """
        if not self.is_stale(version):
            return version
        path = self._files.path(version)
        source = read_meta(path).get("source", "")
        content = self._ingredients.content(read_facts(path), source, self._ingredients.in_force())
        return self.build(content)

    def as_fresh_as_can_be(self, version: str) -> str:
        """Return as `up_to_date` does; without room, or without the overlays, an old version beats none."""
        try:
            return self.up_to_date(version)
        except (StorageError, CatalogueRejected):
            return version

    def _is_sound(self, name: str) -> bool:
        if not self._files.path(name).exists():
            return False
        try:
            reader = SqliteCatalogue(self._files.path(name))
        except CatalogueRejected:
            return False
        try:
            return not reader.check()
        finally:
            reader.close()
