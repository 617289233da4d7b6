"""Renewing the catalogue in a process of its own, so that the screens keep the processor."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.catalogue_history import CatalogueEvent
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.outbox import StorageBroken
from offline_cache.own_process import OwnProcess

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
        self._process = OwnProcess(command, home=home, niceness=_NICENESS, longest_s=LONGEST_S)
        self._today = today

    def run(self, by: str, note: str) -> CatalogueEvent | None:
        """Return what was done, None where nothing was. Raises CatalogueRejected, StorageBroken."""
        day = self._today().isoformat()
        try:
            said = self._process.run("catalogue", "renew", "--by", by, "--note", note, "--today", day)
        except OSError as error:
            raise StorageBroken(f"{self._process.program}: {error.strerror}") from error
        return None if said is None else _answer(said.output, said.code)

    def stop(self) -> None:
        """End what runs, and whatever is asked for later."""
        self._process.stop()


def _answer(said: bytes, code: int) -> CatalogueEvent | None:
    try:
        answer = msgspec.json.decode(said, type=_Answer)
    except msgspec.DecodeError:
        answer = _Answer(error=f"ended with {code} and no answer")
    if answer.error or code:
        raise CatalogueRejected("renew", line=0, field="version", value="", reason=answer.error or str(code))
    return answer.renewed
