"""What a catalogue source module offers: recognise a file, then read it row by row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.catalogue import Procedure, RefusedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """A sound row left out on purpose, such as a procedure of another province."""

    line: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeList:
    """Said last by a source that named every procedure there is on `day`: others were withdrawn.

    `codes` are all codes named, also those of rows skipped or refused.
    """

    day: date
    codes: frozenset[str]


SourceRow = Procedure | RefusedRow | SkippedRow | WholeList


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A kind of file. `is_complete` means that what it does not name no longer exists.

    `only_fills` means that its rows are abridged: they add what is missing and never change what is known.
    `recognises` sees the path and the first bytes, unpacked. `read` yields rows in file order, with
    `taken_at` for rows without a date of their own; it raises CatalogueRejected for a file not of its kind.
    """

    kind: str
    label: str
    is_complete: bool
    recognises: Callable[[Path, bytes], bool]
    read: Callable[[Path, date | None], Iterator[SourceRow]]
    only_fills: bool = False
