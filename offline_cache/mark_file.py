"""The mark file: the last numbers, kept apart from the database that may be damaged without a word.

`*_reserved` is durable *before* any number up to it is used; `*_used` is durable before a citizen is told.
So a database that knows less than `*_used` has lost rows, and numbering above `*_reserved` never repeats one.
Source: operations O5 (600 damaged write-ahead logs: no error reported, up to 200 rows gone).
"""

import hashlib
import os
from pathlib import Path

import msgspec

from kiosk.domain.numbering import EMERGENCY_SIZE
from offline_cache.storage_errors import translated

STEP = 50
EMERGENCY_FIRST = 900_000_000


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Row sequence and number bodies: used (told to someone) and reserved (may be in use). 0: none.

    `number_*` is about the emergency range, which a lost database begins anew; `leased_*` about the leased
    block in use, which begins at `leased_first`. `boots` counts how often the room was opened, `beats` the
    heartbeats that may have gone out.
    """

    seq_used: int = 0
    seq_reserved: int = 0
    number_used: int = 0
    number_reserved: int = 0
    leased_first: int = 0
    leased_used: int = 0
    leased_reserved: int = 0
    boots: int = 0
    beats: int = 0


class _Signed(msgspec.Struct, frozen=True):
    """`sha256` is over the very bytes of `mark`, so that files of older shapes still prove themselves."""

    mark: msgspec.Raw
    sha256: str


class MarkFile:
    """Reads and writes the mark; each write is write, fsync, rename, fsync of the folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.mark = Mark()
        self.found = False

    def read(self) -> bool:
        """Load the mark; `found` says whether there was one. Returns False for a file that is damaged."""
        self.found, self.mark = False, Mark()
        with translated(self._path):
            if not self._path.exists():
                return True
            raw = self._path.read_bytes()
        try:
            signed = msgspec.json.decode(raw, type=_Signed)
            mark = msgspec.json.decode(signed.mark, type=Mark)
        except msgspec.DecodeError:
            return False
        if signed.sha256 != hashlib.sha256(bytes(signed.mark)).hexdigest():
            return False
        self.mark, self.found = mark, True
        return True

    def reserve(self, *, seq: int, number: int | None = None, last: int | None = None) -> None:
        """Make sure `seq` and `number` are reserved, 50 ahead at a time. Durable when it returns.

        `number` None: a row without a PK number. `last` is where the number's range ends; None where that
        is not known any more, then nothing ahead is reserved.
        """
        mark = self.mark
        if seq > mark.seq_reserved:
            mark = msgspec.structs.replace(mark, seq_reserved=seq + STEP - 1)
        if number is not None:
            mark = _reserved(mark, number, number if last is None else last)
        self.write(mark)

    def use(self, *, seq: int, number: int | None = None) -> None:
        """Record that `seq` and `number` are bound. Durable when it returns."""
        mark = msgspec.structs.replace(self.mark, seq_used=max(seq, self.mark.seq_used))
        if number is not None:
            name = "number_used" if number >= EMERGENCY_FIRST else "leased_used"
            mark = msgspec.structs.replace(mark, **{name: number})
        self.write(mark)

    def write(self, mark: Mark) -> None:
        """Store `mark` durably where it differs. Raises StorageFull, StorageBroken."""
        if mark == self.mark and self.found:
            return
        said = msgspec.json.encode(mark)
        raw = msgspec.json.encode(_Signed(mark=msgspec.Raw(said), sha256=hashlib.sha256(said).hexdigest()))
        with translated(self._path):
            write_durably(self._path, raw)
        self.mark, self.found = mark, True


def write_durably(path: Path, raw: bytes) -> None:
    """Replace `path` by `raw` (mode 0600) so that a power cut leaves old bytes or new. Raises OSError."""
    fresh = path.with_name(path.name + ".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            file.write(raw)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    fresh.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reserved(mark: Mark, number: int, last: int) -> Mark:
    """Reserve within the emergency range, or within the leased block: a new block may lie anywhere.

    Never past `last`: what lies behind a block is another kiosk's, or the next block of this one.
    """
    ahead = min(number + STEP - 1, last)
    if number >= EMERGENCY_FIRST:
        is_same_kiosk = number // EMERGENCY_SIZE == mark.number_reserved // EMERGENCY_SIZE
        if is_same_kiosk and number <= mark.number_reserved:
            return mark
        return msgspec.structs.replace(mark, number_reserved=ahead)
    if 0 < mark.leased_first <= number <= mark.leased_reserved:
        return mark
    goes_on = mark.leased_first > 0 and number == mark.leased_reserved + 1
    first = mark.leased_first if goes_on else number
    return msgspec.structs.replace(mark, leased_first=first, leased_reserved=ahead)
