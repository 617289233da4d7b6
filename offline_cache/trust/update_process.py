"""Fetching signed updates in a process of its own, with the processor left to the screens."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import msgspec

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.trusted_updates import UpdateRefused

LONGEST_S = 1800
_NICENESS = 10


class _Catalogue(msgspec.Struct, frozen=True):
    version: str = ""
    applied: bool = False
    error: str = ""


class _New(msgspec.Struct, frozen=True):
    name: str
    version: int


class _Error(msgspec.Struct, frozen=True):
    problem: str = ""
    place: str = ""
    reason: str = ""


class _Answer(msgspec.Struct, frozen=True):
    new: tuple[_New, ...] = ()
    catalogue: _Catalogue | None = None
    error: _Error | None = None


class UpdateProcess:
    """Runs `<command> update fetch` for `home` and waits, in the BUILD lane; `stop` ends it early.

    A process that is killed leaves what was kept before.
    """

    def __init__(self, command: Sequence[str], *, home: Path) -> None:
        self._command, self._home = tuple(command), home
        self._running: subprocess.Popen[bytes] | None = None
        self._ended = Event()

    def run(self) -> str:
        """Return what came, in a line, "" where nothing was new. Raises UpdateRefused."""
        said = self._asked()
        return "" if said is None else _news(*said)

    def stage(self, origin: str) -> str:
        """Fetch from `origin` for a person to look at; return the staged version, "" where none is new.

        Raises UpdateRefused, and CatalogueRejected for a signed catalogue that cannot be used.
        """
        said = self._asked(origin, "--stage")
        if said is None:
            return ""
        catalogue = _read(*said).catalogue
        if catalogue is not None and catalogue.error:
            raise CatalogueRejected(origin, line=0, field="", value="", reason=catalogue.error)
        return catalogue.version if catalogue is not None else ""

    def software(self, origin: str) -> tuple[str, ...]:
        """Fetch from `origin` with the software; return "name version" of the new. Raises UpdateRefused."""
        said = self._asked(origin, "--stage", "--software")
        return () if said is None else tuple(f"{new.name} {new.version}" for new in _read(*said).new)

    def _asked(self, *arguments: str) -> tuple[bytes, int] | None:
        """Return what the process said and its code; None where it was stopped."""
        if self._ended.is_set():
            return None
        try:
            process = subprocess.Popen(
                [*self._command, "update", "fetch", *arguments, "--json"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"KIOSK_HOME": str(self._home)},
            )
        except OSError as error:
            raise UpdateRefused(
                UpdateProblem.UNREACHABLE, place=self._command[0], reason=str(error.strerror)
            ) from error
        with process:
            self._running = process
            _be_nice(process.pid)
            said = _said(process)
            self._running = None
        return None if self._ended.is_set() else (said, process.returncode)

    def stop(self) -> None:
        """End what runs, and whatever is asked for later."""
        self._ended.set()
        running = self._running
        if running is not None:
            running.kill()


def _be_nice(pid: int) -> None:
    try:
        os.setpriority(os.PRIO_PROCESS, pid, _NICENESS)
    except OSError:
        return  # it has ended already


def _said(process: "subprocess.Popen[bytes]") -> bytes:
    try:
        return process.communicate(timeout=LONGEST_S)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[0]


def _read(said: bytes, code: int) -> _Answer:
    """Return the answer. Raises UpdateRefused for one that says why not."""
    try:
        answer = msgspec.json.decode(said, type=_Answer)
    except (msgspec.DecodeError, msgspec.ValidationError):
        answer = _Answer(error=_Error(reason=f"ended with {code} and no answer"))
    if answer.error is not None:
        known = {problem.value for problem in UpdateProblem}
        problem = (
            UpdateProblem(answer.error.problem)
            if answer.error.problem in known
            else UpdateProblem.UNREACHABLE
        )
        raise UpdateRefused(problem, place=answer.error.place, reason=answer.error.reason)
    return answer


def _news(said: bytes, code: int) -> str:
    answer = _read(said, code)
    lines = [f"{new.name} {new.version}" for new in answer.new]
    if answer.catalogue is not None and answer.catalogue.version:
        lines.append(f"catalogue {answer.catalogue.version}" + ("" if answer.catalogue.applied else " waits"))
    return ", ".join(lines)
