"""Refreshing the catalogue by hand: fetch or read, see what changed, approve by name, apply, take back.

Nothing becomes live before somebody who has entered says so; what comes is staged beside the live version.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any, Protocol

from kiosk.domain.audit import Act
from kiosk.domain.catalogue import CatalogueDiff, CatalogueInfo, VersionEntry
from kiosk.domain.updates import UpdateProblem
from kiosk.ports.catalogue import CatalogueRejected, CatalogueVersions
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageError
from kiosk.ports.sticks import Stick, Sticks
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.services.staff_desk import StaffDesk


class StagedFetch(Protocol):
    """One look at signed updates in a process of its own."""

    def stage(self, origin: str) -> str:
        """Fetch from an address or a folder; return the staged version, "" where nothing was new.

        Raises UpdateRefused, and CatalogueRejected for a signed catalogue that cannot be used.
        """
        ...

    def stop(self) -> None:
        """End it early; what was kept before stays."""
        ...


class Cancelled(Exception):  # noqa: N818  a person's wish
    """Staff stopped the reading; nothing of it is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueWork:
    """What the pages show.

    `step` is "" at rest, else `fetch`, `read`, `build`, `compare`, `apply`; `done` of `every` (0: unknown).
    `problem` says why signed content was refused, `rejected` why a file was, in technicians' words. `diff` is
    what waits for approval. `applied` is the version made live just now, "" for none.
    """

    step: str = ""
    done: int = 0
    every: int = 0
    problem: UpdateProblem | None = None
    rejected: str = ""
    nothing_new: bool = False
    diff: CatalogueDiff | None = None
    versions: tuple[VersionEntry, ...] = ()
    sticks: tuple[Stick, ...] = ()
    applied: str = ""

    @property
    def live(self) -> VersionEntry | None:
        """The version in use."""
        return next((entry for entry in self.versions if entry.state == "live"), None)

    @property
    def may_go_back(self) -> bool:
        """True once somebody accepted a version: before the first lies what the kiosk came with."""
        return any(entry.state == "live" and entry.accepted_by for entry in self.versions)

    @property
    def previous(self) -> VersionEntry | None:
        """The version to go back to."""
        return next((entry for entry in self.versions if entry.state == "previous"), None)


Watcher = Callable[[CatalogueWork], None]


class CatalogueDesk:
    """Qt thread. Long work runs in the BUILD lane; `swapped` is called once another version is live."""

    def __init__(
        self,
        tasks: TaskRunner,
        versions: CatalogueVersions,
        sticks: Sticks,
        staff: StaffDesk,
        clock: Clock,
        *,
        fetch: Callable[[], StagedFetch],
        address: str,
        swapped: Callable[[], None],
    ) -> None:
        self._tasks, self._versions, self._sticks, self._staff = tasks, versions, sticks, staff
        self._clock, self._make_fetch, self.address, self._swapped = clock, fetch, address, swapped
        self._work = CatalogueWork()
        self._moved: tuple[str, int, int] | None = None  # written by the BUILD lane, whole
        self._watchers: list[Watcher] = []
        self._fetch: StagedFetch | None = None
        self._stop = Event()

    def work(self) -> CatalogueWork:
        """Return what is under way, and how far it is now."""
        moved = self._moved
        if moved is None or not self._work.step:
            return self._work
        return replace(self._work, step=moved[0], done=moved[1], every=moved[2])

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` with every change; returns how to stop."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def look(self) -> None:
        """Ask again which versions and sticks there are."""
        self._tasks.submit(
            Lane.CATALOGUE,
            self._versions.versions,
            done=lambda found: self._tell(versions=found),
            failed=_quiet,
        )
        self._tasks.submit(Lane.CATALOGUE, self._sticks.found, done=lambda found: self._tell(sticks=found))

    def fetch(self, origin: str) -> None:
        """Look at an address or a stick's folder of signed updates, and stage what is new."""
        if self._begin("fetch"):
            process = self._fetch = self._make_fetch()
            self._staff.note(Act.CATALOGUE_FETCHED, origin)
            self._tasks.submit(
                Lane.BUILD, lambda: process.stage(origin), done=self._staged, failed=self._failed
            )

    def read_file(self, path: Path) -> None:
        """Read a catalogue file nobody signed, and stage it."""
        if self._begin("read"):
            self._staff.note(Act.CATALOGUE_FETCHED, path.name)
            self._tasks.submit(
                Lane.BUILD,
                lambda: self._versions.stage_file(path, taken_at=None, progress=self._progress).version,
                done=self._staged,
                failed=self._failed,
            )

    def compare(self, version: str) -> None:
        """Look at a version that was staged before."""
        if self._begin("compare"):
            self._staged(version)

    def cancel(self) -> None:
        """Stop reading or fetching; what is live stays, what was begun goes."""
        self._stop.set()
        if self._fetch is not None:
            self._fetch.stop()

    def put_away(self) -> None:
        """Leave what waits for approval for later; what was said of the last try stays."""
        if not self._work.step:
            self._tell(diff=None)

    def forget_last(self) -> None:
        """Whoever comes next is not told of this one's tries."""
        if not self._work.step:
            self._work = CatalogueWork(versions=self._work.versions, sticks=self._work.sticks)

    def apply(self) -> None:
        """Make what was compared live, in the name of who has entered. Never without a person."""
        diff, name = self._work.diff, self._staff.name
        if diff is None or not name or not self._begin("apply", keep_diff=True):
            return
        at = self._stamp()
        self._tasks.submit(
            Lane.BUILD,
            lambda: self._versions.apply(diff.after, accepted_by=name, accepted_at=at),
            done=lambda info: self._is_live(info, Act.CATALOGUE_APPLIED),
            failed=self._failed,
        )

    def roll_back(self) -> None:
        """Go back to the version before, in the name of who has entered."""
        name, at = self._staff.name, self._stamp()
        if name and self._begin("apply"):
            self._tasks.submit(
                Lane.BUILD,
                lambda: self._versions.rollback(accepted_by=name, accepted_at=at),
                done=lambda info: self._is_live(info, Act.CATALOGUE_TAKEN_BACK),
                failed=self._failed,
            )

    def _begin(self, step: str, *, keep_diff: bool = False) -> bool:
        """Start a step unless one is under way."""
        if self._work.step:
            return False
        self._stop, self._moved = Event(), None
        diff = self._work.diff if keep_diff else None
        self._work = CatalogueWork(
            step=step, diff=diff, versions=self._work.versions, sticks=self._work.sticks
        )
        self._told()
        return True

    def _staged(self, version: str) -> None:
        self._fetch = None
        live = self._work.live
        if not version or (live is not None and version == live.version):
            self._rest(nothing_new=True)
            return
        self._moved = None
        self._tell(step="compare", done=0, every=0)
        self._tasks.submit(
            Lane.BUILD, lambda: self._compared(version), done=self._to_approve, failed=self._failed
        )

    def _compared(self, version: str) -> CatalogueDiff:
        live = next(entry.version for entry in self._versions.versions() if entry.state == "live")
        return self._versions.diff(live, version)

    def _to_approve(self, diff: CatalogueDiff) -> None:
        self._rest(diff=None if diff.is_empty else diff, nothing_new=diff.is_empty)

    def _is_live(self, info: CatalogueInfo, act: Act) -> None:
        self._staff.note(act, info.version)
        self._rest(diff=None, applied=info.version)
        self._swapped()

    def _failed(self, error: Exception) -> None:
        self._fetch = None
        if isinstance(error, UpdateRefused):
            self._rest(problem=None if self._stop.is_set() else error.problem)
        elif isinstance(error, CatalogueRejected | StorageError):
            self._rest(rejected="" if self._stop.is_set() else str(error))
        elif isinstance(error, Cancelled):
            self._rest()
        else:
            raise error

    def _rest(self, **changes: Any) -> None:
        self._moved = None
        self._tell(step="", done=0, every=0, **changes)
        self.look()

    def _progress(self, step: str, done: int, every: int) -> None:
        """In the BUILD lane: note how far it is. Raises Cancelled, which ends the reading process."""
        if self._stop.is_set():
            raise Cancelled
        self._moved = (step, done, every)

    def _tell(self, **changes: Any) -> None:
        self._work = replace(self._work, **changes)
        self._told()

    def _told(self) -> None:
        for watcher in tuple(self._watchers):
            watcher(self._work)

    def _stamp(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")


def _quiet(error: Exception) -> None:
    """A list of versions that cannot be read leaves the page as it is; the doctor tells of it."""
    if not isinstance(error, CatalogueRejected | StorageError):
        raise error
