"""The kiosk's own command line in a process beside it, with the processor left to the screens."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a process wrote on its standard output, and the code it ended with."""

    output: bytes
    code: int


class OwnProcess:
    """Runs `command` for `home`, one at a time, and waits for it in the lane of the caller.

    `niceness` as in nice(2); one that runs longer than `longest_s` seconds is killed. `stop`, from any
    thread, ends what runs and whatever is asked for later.
    """

    def __init__(self, command: Sequence[str], *, home: Path, niceness: int, longest_s: float) -> None:
        self._command, self._home = tuple(command), home
        self._niceness, self._longest_s = niceness, longest_s
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = Event()
        self._lock = Lock()

    @property
    def program(self) -> str:
        """What is started, for a message."""
        return self._command[0]

    def run(self, *arguments: str) -> Said | None:
        """Run it with `arguments` and `--json`; None where it was stopped. Raises OSError if it cannot."""
        with self._lock:  # a stop comes before the start or finds the process
            if self._stopped.is_set():
                return None
            process = self._running = subprocess.Popen(
                [*self._command, *arguments, "--json"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"KIOSK_HOME": str(self._home)},
            )
        with process:
            _be_nice(process.pid, self._niceness)
            output = self._output(process)
        with self._lock:
            self._running = None
            return None if self._stopped.is_set() else Said(output=output, code=process.returncode)

    def stop(self) -> None:
        """End what runs, and whatever is asked for later."""
        with self._lock:
            self._stopped.set()
            if self._running is not None:
                self._running.kill()

    def _output(self, process: "subprocess.Popen[bytes]") -> bytes:
        try:
            return process.communicate(timeout=self._longest_s)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            return process.communicate()[0]


def _be_nice(pid: int, niceness: int) -> None:
    try:
        os.setpriority(os.PRIO_PROCESS, pid, niceness)
    except OSError:
        return  # it has ended already
