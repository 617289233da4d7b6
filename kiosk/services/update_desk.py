"""Software from the city's repository or a stick: fetched, verified, kept for root's helper to install."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.audit import Act
from kiosk.domain.updates import UpdateProblem
from kiosk.ports.sticks import Stick, Sticks
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.services.staff_desk import StaffDesk


class SoftwareFetch(Protocol):
    """One look for software in a process of its own."""

    def software(self, origin: str) -> tuple[str, ...]:
        """Fetch and verify everything with the software; return what is new. Raises UpdateRefused."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of it: the names and versions of verified files that are new, or why not."""

    new: tuple[str, ...] = ()
    problem: UpdateProblem | None = None


class UpdateDesk:
    """Qt thread; fetching runs in the BUILD lane. Installs nothing."""

    def __init__(
        self,
        tasks: TaskRunner,
        sticks: Sticks,
        staff: StaffDesk,
        *,
        fetch: Callable[[], SoftwareFetch],
        address: str,
        version: str,
        proxy: str = "",
    ) -> None:
        self._tasks, self._sticks, self._staff, self._make_fetch = tasks, sticks, staff, fetch
        self.address, self.version, self.proxy = address, version, proxy

    def sticks(self, done: Callable[[tuple[Stick, ...]], None]) -> None:
        """Ask which sticks hold signed updates."""
        self._tasks.submit(
            Lane.STAFF,
            lambda: tuple(stick for stick in self._sticks.found() if stick.signed is not None),
            done=done,
        )

    def take(self, origin: str, done: Callable[[Taken], None]) -> None:
        """Fetch and verify what is at `origin`, software too."""
        process = self._make_fetch()

        def taken(new: tuple[str, ...]) -> None:
            self._staff.note(Act.UPDATE_HANDED_OVER, ", ".join(new) or "nothing new")
            done(Taken(new=new))

        def refused(error: Exception) -> None:
            if not isinstance(error, UpdateRefused):
                raise error
            done(Taken(problem=error.problem))

        self._tasks.submit(Lane.BUILD, lambda: process.software(origin), done=taken, failed=refused)
