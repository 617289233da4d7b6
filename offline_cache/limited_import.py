"""Importing in a process of its own with limits, so that no file can hang, crash or fill the kiosk.

The process stages a version through CatalogueStore and tells what it does as JSON lines on its standard
output. Whatever becomes of it, the live version is untouched and nothing it began is left.
"""

import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

import msgspec

from kiosk.domain.catalogue import ImportReport
from kiosk.ports.catalogue import CatalogueRejected, Progress, no_progress
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageBroken, StorageFull
from offline_cache.catalogue_store import STARTER_FOLDER, CatalogueStore

# Started by name: this package knows nothing of the command line it belongs to.
IMPORT_WORKER = (sys.executable, "-P", "-m", "kiosk.commands.import_worker")
_log = EventLog("offline_cache.limited_import")
_MAX_SAID_BYTES = 256 * 1024**2  # a report on 20,000 changed procedures stays well below
_CHUNK_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLimits:
    """What an import may use: address space, processor time, size of any file it writes, time on the clock.

    The national catalogue (4,822 procedures) takes 190 MiB, 4 s and 15 MB; the largest file that is read at
    all (64 MiB, 10,486 procedures) 370 MiB and 30 s.
    """

    memory_bytes: int = 1024**3
    processor_s: int = 120
    file_bytes: int = 256 * 1024**2
    longest_s: float = 600.0
    niceness: int = 10


class Progressed(msgspec.Struct, frozen=True, tag="progressed"):
    """How far a step has come, as Progress."""

    step: str
    done: int
    every: int


class Staged(msgspec.Struct, frozen=True, tag="staged"):
    """The version is there."""

    report: ImportReport


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The file, or the catalogue on disk, was refused: the fields of CatalogueRejected."""

    file: str
    line: int
    field: str
    value: str
    reason: str


class NotKept(msgspec.Struct, frozen=True, tag="not_kept"):
    """The disk did not take the version."""

    is_full: bool
    reason: str


class OverLimit(msgspec.Struct, frozen=True, tag="over_limit"):
    """The process noticed by itself that a limit was hit."""

    limit: str


Said = Progressed | Staged | Refused | NotKept | OverLimit
_DECODER: msgspec.json.Decoder[Said] = msgspec.json.Decoder(Said)


class LimitedCatalogueStore(CatalogueStore):
    """A CatalogueStore whose imports run in a process of their own under `limits`."""

    def __init__(
        self,
        folder: Path,
        *,
        starter_folder: Path = STARTER_FOLDER,
        today: Callable[[], date] | None = None,
        command: Sequence[str] = IMPORT_WORKER,
        limits: ImportLimits | None = None,
    ) -> None:
        super().__init__(folder, starter_folder=starter_folder, today=today)
        self._folder, self._starter, self._today = folder, starter_folder, today
        self._command, self._limits = tuple(command), limits or ImportLimits()

    def stage_file(
        self, path: Path, *, taken_at: date | None = None, progress: Progress = no_progress
    ) -> ImportReport:
        """Read a file and build a version beside the live one, in the limited process.

        Raises CatalogueRejected, also where a limit was hit, StorageFull and StorageBroken; leaves nothing.
        """
        with tempfile.TemporaryFile() as complaints:
            process = self._started(path, taken_at, complaints)
            try:
                return self._report(path, process, progress, complaints)
            finally:
                process.kill()
                process.wait()
                _output(process).close()
                self._sweep(process.pid)

    def _started(self, path: Path, taken_at: date | None, complaints: IO[bytes]) -> "subprocess.Popen[bytes]":
        limits = self._limits
        today = self._today() if self._today else None
        arguments = (
            str(self._folder.resolve()),
            str(self._starter.resolve()),
            str(path.absolute()),
            taken_at.isoformat() if taken_at else "",
            today.isoformat() if today else "",
            str(limits.memory_bytes),
            str(limits.processor_s),
            str(limits.file_bytes),
            str(limits.niceness),
        )
        try:
            return subprocess.Popen(
                [*self._command, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        except OSError as error:
            raise StorageBroken(f"{self._command[0]}: {error.strerror}") from error

    def _report(
        self, path: Path, process: "subprocess.Popen[bytes]", progress: Progress, complaints: IO[bytes]
    ) -> ImportReport:
        for line in self._lines(path, process):
            said = _said(path, line)
            if isinstance(said, Progressed):
                progress(said.step, said.done, said.every)
            elif isinstance(said, Staged):
                return said.report
            else:
                raise _as_error(path, said)
        code = process.wait()
        reason = _ending(code, self._limits)
        complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - 500))
        _log.error("catalogue.import_ended", code=code, said=complaints.read().decode(errors="replace"))
        raise _refusal(path, "process", str(code), reason)

    def _lines(self, path: Path, process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
        """Yield what the process says, line by line, until it ends. Raises CatalogueRejected over time."""
        deadline = time.monotonic() + self._limits.longest_s
        out = _output(process)
        rest, total = b"", 0
        with selectors.DefaultSelector() as waiting:
            waiting.register(out, selectors.EVENT_READ)
            while True:
                if not waiting.select(max(0.0, deadline - time.monotonic())):
                    reason = f"took longer than {self._limits.longest_s:g} s"
                    raise _refusal(path, "time", f"{self._limits.longest_s:g}", reason)
                part = os.read(out.fileno(), _CHUNK_BYTES)
                total += len(part)
                if not part or total > _MAX_SAID_BYTES:
                    return
                *lines, rest = (rest + part).split(b"\n") if b"\n" in part else (rest + part,)
                yield from lines

    def _sweep(self, pid: int) -> None:
        for left in (self._folder / "versions").glob(f".*.{pid}*"):
            left.unlink(missing_ok=True)


def _output(process: "subprocess.Popen[bytes]") -> IO[bytes]:
    if process.stdout is None:
        raise ValueError("the process was started without a pipe")
    return process.stdout


def _said(path: Path, line: bytes) -> Said:
    try:
        return _DECODER.decode(line)
    except msgspec.DecodeError as error:
        raise _refusal(
            path, "process", line[:100].decode(errors="replace"), "said what nobody knows"
        ) from error


def _as_error(path: Path, said: Refused | NotKept | OverLimit) -> Exception:
    if isinstance(said, Refused):
        return CatalogueRejected(
            said.file, line=said.line, field=said.field, value=said.value, reason=said.reason
        )
    if isinstance(said, NotKept):
        return StorageFull(said.reason) if said.is_full else StorageBroken(said.reason)
    return _refusal(path, said.limit, "", f"needs more {said.limit} than an import may use")


def _ending(code: int, limits: ImportLimits) -> str:
    if code == -signal.SIGXCPU:
        return f"takes more than {limits.processor_s} s of processor time"
    if code < 0:
        return f"the import broke off (signal {-code}), perhaps for want of memory"
    return f"the import ended by itself with code {code}"


def _refusal(path: Path, field: str, value: str, reason: str) -> CatalogueRejected:
    return CatalogueRejected(path.name, line=0, field=field, value=value, reason=reason)
