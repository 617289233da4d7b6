"""A fetch that is killed: `kill_update_child.py HOME REPOSITORY KILL_AT`; prints how many steps it took.

A step is any change of the disk below HOME, seen by the interpreter's own audit events.
"""

import os
import signal
import sys
from pathlib import Path

from offline_cache.trust.repository import SignedRepository
from tests.fakes.clock import FakeClock
from tests.trust.demo import SHIPPED_ROOT

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.chmod", "shutil.copyfile"}


class Steps:
    def __init__(self, home: str, kill_at: int) -> None:
        self.home, self.kill_at, self.count = home, kill_at, 0

    def heard(self, event: str, arguments: tuple) -> None:
        writes = (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if not writes and event not in CHANGES:
            return
        if event != "os.rename" and self.home not in str(arguments[0]):
            return
        self.count += 1
        if self.count == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    home, repository, kill_at = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    kiosk = SignedRepository(home, demo=False, demo_root=SHIPPED_ROOT.read_bytes(), clock=FakeClock())
    steps = Steps(str(home), kill_at)
    sys.addaudithook(steps.heard)
    kiosk.fetch(repository)
    os.write(1, str(steps.count).encode())


if __name__ == "__main__":
    main()
