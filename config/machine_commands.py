"""The system's own programs asked in a way that is the same on every machine."""

import os
import subprocess
from collections.abc import Sequence

from kiosk.ports.machine_control import MachineRefused, Refusal

_UNASKED = ("privilege", "authori", "permission", "access denied")


def run(command: Sequence[str], *, timeout_s: float, typed: str = "") -> str:
    """Run a program and return what it wrote; `typed` goes to its input, where nobody else can read it.

    Raises MachineRefused: NOT_ALLOWED where the system forbids it, NO_ANSWER after `timeout_s`, else FAILED.
    """
    try:
        done = subprocess.run(
            command,
            input=typed,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired as late:
        raise MachineRefused(Refusal.NO_ANSWER) from late
    except OSError as missing:
        raise MachineRefused(Refusal.FAILED, str(missing)) from missing
    if done.returncode:
        said = done.stderr.strip().partition("\n")[0] or f"exit code {done.returncode}"
        words = said.replace(typed.strip(), "…") if typed.strip() else said
        unasked = any(word in done.stderr.lower() for word in _UNASKED)
        raise MachineRefused(Refusal.NOT_ALLOWED if unasked else Refusal.FAILED, words)
    return done.stdout
