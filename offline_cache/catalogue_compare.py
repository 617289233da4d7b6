"""Comparing two version files; only procedures whose hashes differ are unpacked."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kiosk.domain.catalogue import CatalogueDiff, Procedure
from kiosk.domain.overlays import Overlay, overlay_contradictions
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.catalogue_diff import contradictions, diff_procedures
from offline_cache.catalogue_import import shrinkage_warnings
from offline_cache.catalogue_reader import SqliteCatalogue


def compare(
    before: Path, after: Path, *, ours: tuple[Procedure, ...], overlays: tuple[Overlay, ...]
) -> CatalogueDiff:
    """Return what separates two versions, and where `after`'s facts contradict our texts or `overlays`.

    Raises CatalogueRejected for a damaged version.
    """
    with closing(SqliteCatalogue(before)) as old, closing(SqliteCatalogue(after)) as new:
        had, has = old.shown_hashes(), new.shown_hashes()
        touched = sorted(code for code in had.keys() | has.keys() if had.get(code) != has.get(code))
        was, now = tuple(old.some(touched)), tuple(new.some(touched))
        found = diff_procedures(was, now, names=(before.stem, after.stem))
        watched = {procedure.code for procedure in ours} | {overlay.code for overlay in overlays}
        facts = tuple(new.imported_of(sorted(watched)))
        return replace(
            found,
            contradictions=(*contradictions(facts, ours), *overlay_contradictions(facts, overlays)),
            warnings=shrinkage_warnings(was, found, now, of=len(had)),
        )


def counts(before: Path, after: Path) -> tuple[int, int, int]:
    """Return how many procedures `after` has added, changed and removed; zeros where one cannot be read."""
    try:
        old, new = _hashes(before), _hashes(after)
    except CatalogueRejected:
        return (0, 0, 0)
    shared = old.keys() & new.keys()
    return (
        len(new.keys() - old.keys()),
        sum(old[code] != new[code] for code in shared),
        len(old.keys() - new.keys()),
    )


def _hashes(path: Path) -> dict[str, bytes]:
    with closing(SqliteCatalogue(path)) as reader:
        return reader.shown_hashes()
