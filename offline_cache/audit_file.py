"""The log of acts: `staff/audit.jsonl`, one JSON line an act, each with the hash of the line before.

A small head file says how far the log had come, so that a shortened log shows. Whoever can change both leaves
the printed day reports, which carry the head, as witnesses. Source: operations 2.3.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.domain.audit import Act, AuditEntry, AuditReport
from kiosk.ports.outbox import StorageBroken
from offline_cache.proven_file import ProvenFile, alone
from offline_cache.row_hashes import START, row_hash
from offline_cache.staff_book import STAFF_FOLDER
from offline_cache.storage_errors import translated

ABOUT_MAX = 300
_COLUMNS = ("number", "at", "who", "act", "about")


class _Head(msgspec.Struct, frozen=True):
    number: int = 0
    hash: str = START
    size_bytes: int = 0


class AuditFile:
    """AuditLog in `home`. Several processes may write: each waits for its turn."""

    def __init__(self, home: Path) -> None:
        self.folder = home / STAFF_FOLDER
        self.path = self.folder / "audit.jsonl"
        self._head = ProvenFile(self.folder / "audit.head", _Head)

    def append(self, *, at: str, who: str, act: Act, about: str = "") -> AuditEntry:
        """Add an act, durably. Raises StorageFull, StorageBroken."""
        with alone(self.folder):
            head = self._settled_head()
            entry = _entry(head, at=at, who=who, act=act.value, about=about[:ABOUT_MAX])
            line = msgspec.json.encode(entry) + b"\n"
            with translated(self.path):
                _add(self.path, line)
                size_bytes = self.path.stat().st_size
            self._head.write(_Head(entry.number, entry.hash, size_bytes))
        return entry

    def verify(self) -> AuditReport:
        """Read the whole log and say whether it holds together. Raises StorageBroken for a dead disk."""
        with alone(self.folder):
            count, last, damage = 0, _Head(), ""
            for number, entry in enumerate(self._entries(), start=1):
                damage = damage or _fault(number, entry, last)
                if entry is not None:
                    count, last = count + 1, _Head(entry.number, entry.hash)
            return AuditReport(entries=count, head=last.hash, damage=damage or self._shortened(last))

    def latest(self, limit: int) -> tuple[AuditEntry, ...]:
        """Return the newest so many, newest first; lines that cannot be read are left out."""
        sound = [entry for entry in self._entries() if entry is not None]
        return tuple(reversed(sound[-limit:])) if limit > 0 else ()

    def _settled_head(self) -> _Head:
        """Return where to go on.

        A line that was written but not counted belongs to the log, a torn one goes; what a stranger added
        stays, for `verify` to tell.
        """
        head = self._read_head()
        with translated(self.path):
            size_bytes = self.path.stat().st_size if self.path.exists() else 0
            if size_bytes <= head.size_bytes:
                return head
            with self.path.open("rb") as file:
                file.seek(head.size_bytes)
                rest = file.read()
            for line in rest.splitlines(keepends=True):
                if not line.endswith(b"\n"):
                    os.truncate(self.path, size_bytes - len(line))
                    break
                entry = _decoded(line)
                if entry is not None and entry.before == head.hash:
                    head = _Head(entry.number, entry.hash, head.size_bytes + len(line))
        return head

    def _read_head(self) -> _Head:
        try:
            return self._head.read() or _Head()
        except StorageBroken:
            # Go on from the log itself: what is added must not be lost, and `verify` tells of the head.
            last, size_bytes = _Head(), 0
            with translated(self.path):
                raw = self.path.read_bytes() if self.path.exists() else b""
            for line in raw.splitlines(keepends=True):
                entry, size_bytes = _decoded(line), size_bytes + len(line)
                if entry is not None:
                    last = _Head(entry.number, entry.hash, size_bytes)
            return last

    def _shortened(self, last: _Head) -> str:
        try:
            head = self._head.read()
        except StorageBroken as error:
            return str(error)
        if head is None:
            return f"{self._head.path} is missing" if last.number else ""
        if head.number > last.number:
            return f"entries {last.number + 1} to {head.number} are missing at the end"
        if head.number == last.number and head.hash != last.hash:
            return f"entry {last.number} is not the one that was counted"
        return ""

    def _entries(self) -> Iterator[AuditEntry | None]:
        with translated(self.path):
            raw = self.path.read_bytes() if self.path.exists() else b""
        for line in raw.splitlines():
            yield _decoded(line)


def _entry(head: _Head, *, at: str, who: str, act: str, about: str) -> AuditEntry:
    said: dict[str, object] = {
        "number": head.number + 1,
        "at": at,
        "who": who,
        "act": act,
        "about": about,
    }
    digest = row_hash(said, _COLUMNS, head.hash)
    return AuditEntry(
        number=head.number + 1, at=at, who=who, act=act, about=about, before=head.hash, hash=digest
    )


def _fault(number: int, entry: AuditEntry | None, last: _Head) -> str:
    if entry is None:
        return f"line {number} cannot be read"
    said = {name: getattr(entry, name) for name in _COLUMNS}
    if entry.hash != row_hash(said, _COLUMNS, entry.before):
        return f"entry {entry.number} of {entry.at} was changed"
    if entry.number != last.number + 1:
        return f"entries between {last.number} and {entry.number} are missing"
    if entry.before != last.hash:
        return f"entry {entry.number} does not follow the one before"
    return ""


def _decoded(line: bytes) -> AuditEntry | None:
    try:
        return msgspec.json.decode(line, type=AuditEntry)
    except msgspec.DecodeError:
        return None


def _add(path: Path, line: bytes) -> None:
    """Write at the end and make it durable. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def short_head(head: str) -> str:
    """Return the first 16 digits of a head in groups of four, as paper carries it."""
    return " ".join(head[start : start + 4] for start in range(0, 16, 4))
