"""Software from the city's repository or a stick: fetched, verified, kept, and installed by root's helper."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from kiosk.domain.audit import Act
from kiosk.domain.updates import UpdateProblem
from kiosk.ports.outbox import StorageError
from kiosk.ports.sticks import Stick, Sticks
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.services.staff_desk import StaffDesk


class SoftwareFetch(Protocol):
    """One look for software in a process of its own."""

    def software(self, origin: str) -> tuple[str, ...]:
        """Fetch and verify everything with the software; return what is new. Raises UpdateRefused."""
        ...

    def stop(self) -> None:
        """End it early; what was kept before stays."""
        ...


class Wish(Enum):
    """What root's helper is asked for: the release that was verified, or the one before."""

    INSTALL = "install"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Releases:
    """What there is to install. `kept`: the version verified here and not in use, "" for none.

    `may_go_back`: root's helper keeps the release before. `has_helper`: there is one on this machine.
    `answer`: what it said last, in technicians' words, "" for nothing.
    """

    kept: str = ""
    may_go_back: bool = False
    has_helper: bool = False
    answer: str = ""


class ReleaseTools(Protocol):
    """What only adapters can do; STAFF lane."""

    def look(self) -> Releases:
        """Return what there is to install. Never raises for a machine without a helper."""
        ...

    def ask(self, wish: Wish, version: str) -> None:
        """Leave a wish for root's helper, durably. Raises StorageFull, StorageBroken."""
        ...

    def fetched_bytes(self) -> int:
        """Return how much of a fetch under way has come."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of it: the names and versions of verified files that are new, or why not.

    `stopped`: a person ended it; what was kept before stays.
    """

    new: tuple[str, ...] = ()
    problem: UpdateProblem | None = None
    stopped: bool = False


class UpdateDesk:
    """Qt thread; fetching runs in the BUILD lane. Installs nothing itself.

    `last` is what came of the last fetch, for who comes back after the area has closed meanwhile.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        sticks: Sticks,
        staff: StaffDesk,
        *,
        fetch: Callable[[], SoftwareFetch],
        releases: ReleaseTools,
        address: str,
        version: str,
        proxy: str = "",
    ) -> None:
        self._tasks, self._sticks, self._staff, self._make_fetch = tasks, sticks, staff, fetch
        self._releases = releases
        self.address, self.version, self.proxy = address, version, proxy
        self._fetch: SoftwareFetch | None = None
        self._stopped = False
        self.last: Taken | None = None

    def sticks(self, done: Callable[[tuple[Stick, ...]], None]) -> None:
        """Ask which sticks hold signed updates."""
        self._tasks.submit(
            Lane.STAFF,
            lambda: tuple(stick for stick in self._sticks.found() if stick.signed is not None),
            done=done,
        )

    @property
    def fetching(self) -> bool:
        """True while something is fetched."""
        return self._fetch is not None

    def take(self, origin: str, done: Callable[[Taken], None]) -> None:
        """Fetch and verify what is at `origin`, software too."""
        if self._fetch is not None:
            return
        process = self._fetch = self._make_fetch()
        self._stopped = False

        def ended(taken: Taken) -> None:
            self._fetch = None
            self.last = replace(taken, stopped=self._stopped)
            done(self.last)

        def taken(new: tuple[str, ...]) -> None:
            self._staff.note(Act.UPDATE_HANDED_OVER, ", ".join(new) or "nothing new")
            ended(Taken(new=new))

        def refused(error: Exception) -> None:
            if not isinstance(error, UpdateRefused):
                raise error
            ended(Taken(problem=error.problem))

        self._tasks.submit(Lane.BUILD, lambda: process.software(origin), done=taken, failed=refused)

    def cancel(self) -> None:
        """Stop the fetch; what was kept before stays."""
        if self._fetch is not None:
            self._stopped = True
            self._fetch.stop()

    def fetched(self, done: Callable[[int], None]) -> None:
        """Ask how many bytes have come."""
        self._tasks.submit(Lane.STAFF, self._releases.fetched_bytes, done=done)

    def look(self, done: Callable[[Releases], None]) -> None:
        """Ask what there is to install, and what the helper said last."""
        self._tasks.submit(Lane.STAFF, self._releases.look, done=done)

    def ask(self, wish: Wish, version: str, done: Callable[[bool], None]) -> None:
        """Ask root's helper; `done` hears whether the wish was written."""

        def asked(_nothing: None) -> None:
            self._staff.note(Act.INSTALL_ASKED, f"{wish.value} {version}".strip())
            done(True)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            done(False)

        self._tasks.submit(Lane.STAFF, lambda: self._releases.ask(wish, version), done=asked, failed=failed)
