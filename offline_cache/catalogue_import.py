"""Reading an import file into facts, and joining them with the facts the kiosk already has."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.catalogue import CatalogueDiff, Detail, Procedure, RefusedRow
from offline_cache.sources import source_of
from offline_cache.sources.reading import whole_file
from offline_cache.sources.source import SkippedRow, Source

MAX_LOST_SHARE = 0.05  # of codes: catalogue.md decision 12
MAX_EMPTIED_SHARE = 0.02  # of procedures that lose their steps or papers
_PROGRESS_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """The sound rows of a file, what was left out and what was refused."""

    source: Source
    facts: tuple[Procedure, ...]
    skipped: tuple[tuple[str, int], ...]
    refused: tuple[RefusedRow, ...]


def read_file(path: Path, *, taken_at: date | None, progress: Callable[[str, int, int], None]) -> FileRead:
    """Read `path` by whichever source recognises it. Raises CatalogueRejected, also when no row is sound."""
    source = source_of(path)
    facts: dict[str, Procedure] = {}
    skipped: Counter[str] = Counter()
    refused: list[RefusedRow] = []
    for count, row in enumerate(source.read(path, taken_at), start=1):
        if isinstance(row, Procedure):
            facts[row.code] = richer(facts.get(row.code), row)
        elif isinstance(row, SkippedRow):
            skipped[row.reason] += 1
        else:
            refused.append(row)
        if count % _PROGRESS_EVERY == 0:
            progress("read", count, 0)
    if not facts:
        first = refused[0].reason if refused else "it holds no rows"
        raise whole_file(
            path, f"no procedure could be taken from it: {first}", field="rows", value=str(len(refused))
        )
    return FileRead(
        source=source,
        facts=tuple(facts.values()),
        skipped=tuple(sorted(skipped.items())),
        refused=tuple(refused),
    )


def richer(known: Procedure | None, arrived: Procedure) -> Procedure:
    """Return `arrived`, unless it knows only the list's line of what is `known` in full."""
    if known is not None and known.detail is Detail.FULL and arrived.detail is Detail.LIST:
        return known
    return arrived


def merged(known: Iterable[Procedure], read: FileRead) -> tuple[Procedure, ...]:
    """Return the facts after an import, by code. A complete source replaces; any other adds and renews."""
    before = {} if read.source.is_complete else {procedure.code: procedure for procedure in known}
    for arrived in read.facts:
        before[arrived.code] = richer(before.get(arrived.code), arrived)
    return tuple(before[code] for code in sorted(before))


def shrinkage_warnings(
    before: Iterable[Procedure], diff: CatalogueDiff, after: Iterable[Procedure]
) -> tuple[str, ...]:
    """Return why a person should look before applying: many codes gone, or emptied of steps or papers."""
    old = {procedure.code: procedure for procedure in before}
    new = {procedure.code: procedure for procedure in after}
    warnings = []
    if old and len(diff.removed) > MAX_LOST_SHARE * len(old):
        warnings.append(f"{len(diff.removed)} of {len(old)} procedures are gone")
    emptied = sum(
        1
        for code, procedure in new.items()
        if code in old
        and ((old[code].steps and not procedure.steps) or (old[code].papers and not procedure.papers))
    )
    if old and emptied > MAX_EMPTIED_SHARE * len(old):
        warnings.append(f"{emptied} of {len(old)} procedures lose their steps or papers")
    return tuple(warnings)
