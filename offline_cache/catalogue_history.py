"""The history of the catalogue: one JSON line a change, each naming the hash of the line before it.

Kept beside the versions and not in outbox.db, so that a command can write it while the kiosk holds that file.
"""

import hashlib
import os
from pathlib import Path

import msgspec

from kiosk.domain.catalogue_history import CatalogueHistory
from offline_cache.catalogue_pointer import Change
from offline_cache.mark_file import sync_folder
from offline_cache.row_hashes import START
from offline_cache.storage_errors import translated


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    change: Change
    prev_hash: str
    row_hash: str


class HistoryFile:
    """`<folder>/history.jsonl`; read by anybody, added to under the catalogue's lock."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path = folder, folder / "history.jsonl"

    def changes(self) -> tuple[Change, ...]:
        """Return what the sound lines say, oldest first. Raises StorageBroken."""
        return tuple(line.change for line in self._read()[0])

    def history(self, last: Change | None) -> CatalogueHistory:
        """Return the changes, with `last`, the pointer's, where a power cut kept it from being written."""
        lines, damage = self._read()
        events = [line.change.event for line in lines]
        if last is not None and last.event.seq > (events[-1].seq if events else 0):
            events.append(last.event)
        return CatalogueHistory(events=tuple(events), damage=damage)

    def catch_up(self, last: Change | None) -> None:
        """Write the pointer's last change where it is missing, durably. Raises StorageFull, StorageBroken."""
        if last is None:
            return
        lines, _ = self._read()
        if lines and lines[-1].change.event.seq >= last.event.seq:
            return
        before = lines[-1].row_hash if lines else START
        line = _Line(change=last, prev_hash=before, row_hash=_hash(before, last))
        is_new = not self._path.exists()
        with translated(self._path):
            with self._path.open("ab") as file:
                if not _ends_a_line(self._path):
                    file.write(b"\n")  # what a power cut left half written stays, and stays recognisable
                file.write(msgspec.json.encode(line) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                sync_folder(self._folder)

    def next_seq(self, last: Change | None) -> int:
        """Return the number of the next change."""
        lines, _ = self._read()
        known = lines[-1].change.event.seq if lines else 0
        return max(known, last.event.seq if last else 0) + 1

    def _read(self) -> tuple[list[_Line], str]:
        """Return sound lines and the first fault. A half-written last line is no fault of anyone's."""
        with translated(self._path):
            try:
                raw = self._path.read_bytes()
            except FileNotFoundError:
                return [], ""
        lines: list[_Line] = []
        damage = ""
        texts = raw.split(b"\n")
        for number, text in enumerate(texts, start=1):
            if not text:
                continue
            line = _parsed(text)
            problem = _problem(line, lines[-1] if lines else None)
            if line is not None and not problem:
                lines.append(line)
            elif line is not None or not _is_torn(text):
                damage = damage or f"line {number}: {problem}"
                if line is not None and line.row_hash == _hash(line.prev_hash, line.change):
                    lines.append(line)  # true in itself, though what came before it is not here
        return lines, damage


def _parsed(text: bytes) -> _Line | None:
    try:
        return msgspec.json.decode(text, type=_Line)
    except msgspec.DecodeError:
        return None


def _problem(line: _Line | None, before: _Line | None) -> str:
    if line is None:
        return "cannot be read"
    if line.row_hash != _hash(line.prev_hash, line.change):
        return "was changed after it was written"
    if line.prev_hash != (before.row_hash if before else START):
        return "does not follow the line before it"
    if line.change.event.seq != (before.change.event.seq if before else 0) + 1:
        return "a line is missing before it"
    return ""


def _is_torn(text: bytes) -> bool:
    """Tell a line cut short by a power cut from one that was altered: it begins well and has no end."""
    return text.startswith(b'{"change"') and not text.endswith(b"}")


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _hash(before: str, change: Change) -> str:
    return hashlib.sha256(before.encode() + msgspec.json.encode(change)).hexdigest()
