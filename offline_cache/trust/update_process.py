"""Fetching signed updates in a process of its own, with the processor left to the screens."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.own_process import OwnProcess, Said

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
    in_force: tuple[str, ...] = ()


class UpdateProcess:
    """Runs `<command> update fetch` for `home` and waits, in the BUILD lane; `stop` ends it early.

    A process that is killed leaves what was kept before.
    """

    def __init__(self, command: Sequence[str], *, home: Path) -> None:
        self._process = OwnProcess(command, home=home, niceness=_NICENESS, longest_s=LONGEST_S)

    def run(self) -> str:
        """Return what came, in a line, "" where nothing was new. Raises UpdateRefused."""
        said = self._asked()
        return "" if said is None else _news(said)

    def stage(self, origin: str) -> str:
        """Fetch from `origin` for a person to look at; return the staged version, "" where none is new.

        Raises UpdateRefused, and CatalogueRejected for a signed catalogue that cannot be used.
        """
        said = self._asked(origin, "--stage")
        if said is None:
            return ""
        catalogue = _read(said).catalogue
        if catalogue is not None and catalogue.error:
            raise CatalogueRejected(origin, line=0, field="", value="", reason=catalogue.error)
        return catalogue.version if catalogue is not None else ""

    def software(self, origin: str) -> tuple[str, ...]:
        """Fetch from `origin` with the software; return "name version" of the new. Raises UpdateRefused."""
        said = self._asked(origin, "--stage", "--software")
        return () if said is None else tuple(f"{new.name} {new.version}" for new in _read(said).new)

    def _asked(self, *arguments: str) -> Said | None:
        """Return what the process said; None where it was stopped."""
        try:
            return self._process.run("update", "fetch", *arguments)
        except OSError as error:
            place, reason = self._process.program, str(error.strerror)
            raise UpdateRefused(UpdateProblem.UNREACHABLE, place=place, reason=reason) from error

    def stop(self) -> None:
        """End what runs, and whatever is asked for later."""
        self._process.stop()


def _read(said: Said) -> _Answer:
    """Return the answer. Raises UpdateRefused for one that says why not."""
    try:
        answer = msgspec.json.decode(said.output, type=_Answer)
    except (msgspec.DecodeError, msgspec.ValidationError):
        answer = _Answer(error=_Error(reason=f"ended with {said.code} and no answer"))
    if answer.error is not None:
        known = {problem.value for problem in UpdateProblem}
        problem = (
            UpdateProblem(answer.error.problem)
            if answer.error.problem in known
            else UpdateProblem.UNREACHABLE
        )
        raise UpdateRefused(problem, place=answer.error.place, reason=answer.error.reason)
    return answer


def _news(said: Said) -> str:
    answer = _read(said)
    lines = [f"{new.name} {new.version}" for new in answer.new]
    if answer.catalogue is not None and answer.catalogue.version:
        lines.append(f"catalogue {answer.catalogue.version}" + ("" if answer.catalogue.applied else " waits"))
    return ", ".join([*lines, *answer.in_force])
