"""Reading an import file into facts, and joining them with the facts the kiosk already has."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.catalogue import CatalogueDiff, Procedure, RefusedRow
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.fact_precedence import preferred, withdrawn
from offline_cache.sources import source_of
from offline_cache.sources.reading import whole_file
from offline_cache.sources.source import SkippedRow, Source, WholeList

MAX_LOST_SHARE = 0.05  # of codes: catalogue.md decision 12
MAX_EMPTIED_SHARE = 0.02  # of procedures that lose their steps or papers
_PROGRESS_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """The sound rows of a file, what was left out and what was refused.

    `whole_list` is there where the file named every procedure of the national list.
    """

    source: Source
    facts: tuple[Procedure, ...]
    skipped: tuple[tuple[str, int], ...]
    refused: tuple[RefusedRow, ...]
    whole_list: WholeList | None = None


def read_file(path: Path, *, taken_at: date | None, progress: Callable[[str, int, int], None]) -> FileRead:
    """Read `path` by whichever source recognises it. Raises CatalogueRejected, also when no row is sound."""
    source = source_of(path)
    facts: dict[str, Procedure] = {}
    skipped: Counter[str] = Counter()
    refused: list[RefusedRow] = []
    whole_list = None
    for count, row in enumerate(source.read(path, taken_at), start=1):
        if isinstance(row, Procedure):
            facts[row.code] = preferred(facts.get(row.code), row)
        elif isinstance(row, SkippedRow):
            skipped[row.reason] += 1
        elif isinstance(row, WholeList):
            whole_list = row
        else:
            refused.append(row)
        if count % _PROGRESS_EVERY == 0:
            progress("read", count, 0)
    if not facts:
        raise _nothing(path, refused)
    return FileRead(
        source=source,
        facts=tuple(facts.values()),
        skipped=tuple(sorted(skipped.items())),
        refused=tuple(refused),
        whole_list=whole_list,
    )


def _nothing(path: Path, refused: list[RefusedRow]) -> CatalogueRejected:
    """Return why a file without a sound row is refused: what its first row was refused for."""
    if not refused:
        return whole_file(path, "no procedure could be taken from it: it holds no rows", field="rows")
    first = refused[0]
    return CatalogueRejected(
        first.file,
        line=first.line,
        field=first.field,
        value=first.value,
        reason=f"no procedure could be taken from it ({len(refused)} rows refused); first: {first.reason}",
    )


def merged(known: Iterable[Procedure], read: FileRead) -> tuple[Procedure, ...]:
    """Return the facts after an import, by code. A complete source replaces; any other adds and renews.

    What the whole national list no longer names is kept with the day it was withdrawn.
    """
    before = {} if read.source.is_complete else {procedure.code: procedure for procedure in known}
    for arrived in read.facts:
        before[arrived.code] = preferred(before.get(arrived.code), arrived, only_fills=read.source.only_fills)
    if read.whole_list:
        before = withdrawn(before, read.whole_list)
    return tuple(before[code] for code in sorted(before))


def shrinkage_warnings(
    before: Iterable[Procedure], diff: CatalogueDiff, after: Iterable[Procedure], *, of: int
) -> tuple[str, ...]:
    """Return why a person should look before applying: many codes gone, or emptied of steps or papers.

    `before` and `after` need hold only what differs; `of` is how many procedures there were.
    """
    old = {procedure.code: procedure for procedure in before}
    new = {procedure.code: procedure for procedure in after}
    warnings = []
    lost = len(diff.removed) + sum(
        1 for code in old.keys() & new.keys() if new[code].withdrawn_at and not old[code].withdrawn_at
    )
    if lost > MAX_LOST_SHARE * of:
        warnings.append(f"{lost} of {of} procedures are gone")
    emptied = sum(
        1
        for code, procedure in new.items()
        if code in old
        and ((old[code].steps and not procedure.steps) or (old[code].papers and not procedure.papers))
    )
    if emptied > MAX_EMPTIED_SHARE * of:
        warnings.append(f"{emptied} of {of} procedures lose their steps or papers")
    return tuple(warnings)
