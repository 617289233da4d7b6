"""Renewing the catalogue in a process of its own, so that the screens keep the processor."""

import os
import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.catalogue_history import CatalogueEvent
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.outbox import StorageBroken

LONGEST_S = 600
_NICENESS = 5


class _Answer(msgspec.Struct, frozen=True):
    renewed: CatalogueEvent | None = None
    error: str = ""


class RenewalProcess:
    """Runs `<command> catalogue renew` for `home` and waits, in the BUILD lane; `stop` ends it early.

    A process that is killed leaves the version before. `today` is the hall's day.
    """

    def __init__(self, command: Sequence[str], *, home: Path, today: Callable[[], date]) -> None:
        self._command, self._home, self._today = tuple(command), home, today
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def run(self, by: str, note: str) -> CatalogueEvent | None:
        """Return what was done, None where nothing was. Raises CatalogueRejected, StorageBroken."""
        arguments = ("catalogue", "renew", "--by", by, "--note", note, "--today", self._today().isoformat())
        try:
            process = subprocess.Popen(
                [*self._command, *arguments, "--json"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"KIOSK_HOME": str(self._home)},
            )
        except OSError as error:
            raise StorageBroken(f"{self._command[0]}: {error.strerror}") from error
        with process:
            self._running = process
            if self._stopped:
                process.kill()
            _be_nice(process.pid)
            said = _said(process)
            self._running = None
        if process.returncode and self._stopped:
            return None
        return _answer(said, process.returncode)

    def stop(self) -> None:
        """End what runs, and whatever is asked for later."""
        self._stopped = True
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


def _answer(said: bytes, code: int) -> CatalogueEvent | None:
    try:
        answer = msgspec.json.decode(said, type=_Answer)
    except msgspec.DecodeError:
        answer = _Answer(error=f"ended with {code} and no answer")
    if answer.error or code:
        raise CatalogueRejected("renew", line=0, field="version", value="", reason=answer.error or str(code))
    return answer.renewed
