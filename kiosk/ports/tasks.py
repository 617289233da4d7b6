"""Lanes: one thread for each resource that must not be shared."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Lane(Enum):
    """A named thread. CATALOGUE reads the live version, DATABASE owns `outbox.db`, and so on.

    BUILD waits for catalogue versions being built, in a process of their own where the kiosk runs. STAFF
    reckons PINs, slow on purpose, and keeps the log of what staff did. SCANNER listens on the serial line.
    """

    CATALOGUE = "catalogue"
    DATABASE = "database"
    PRINTER = "printer"
    NETWORK = "network"
    SPEECH = "speech"
    BUILD = "build"
    STAFF = "staff"
    SCANNER = "scanner"


class TaskRunner(Protocol):
    """Runs work in lanes. Outcomes come back on the caller's (Qt) thread."""

    def submit(
        self,
        lane: Lane,
        work: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` in `lane`; later call `done` or `failed` on the Qt thread.

        An exception without `failed` is a bug and reaches the last hook.
        """
        ...

    def call(self, lane: Lane, work: Callable[[], Result]) -> Result:
        """Run `work` in `lane` and wait. Only for lane threads, and only into DATABASE or CATALOGUE.

        Raises what `work` raises; RuntimeError when called from the Qt thread.
        """
        ...
