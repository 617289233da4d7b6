"""Asking root's helper (`kiosk-release`) for another release: a wish in a file, an answer in another.

The kiosk runs without any privilege. systemd watches for the wish; the helper reads it as that user, takes
the release only from where `kiosk update path` verified it, and answers where the kiosk can only read.
"""

from pathlib import Path

from kiosk.domain.updates import SOFTWARE
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.services.update_desk import Releases, Wish
from offline_cache.mark_file import write_durably
from offline_cache.storage_errors import translated

ROOT = Path("/opt/kiosk")
WISH_NAME, ANSWER_NAME = "asked", "asked-answer"
_LONGEST_ANSWER = 300
_UPDATES = (Path("updates"), Path("demo/updates"))
"""Where fetches work, of an enrolled kiosk and of a trial one (offline_cache/trust/repository)."""
_log = EventLog("kiosk.release")


def anything_kept(home: Path) -> bool:
    """Return whether the city's files were ever fetched here, without loading what reads them."""
    return any((home / folder / "kept.json").exists() for folder in _UPDATES)


class RootHelper:
    """ReleaseTools of the kiosk in `home`; the helper's files are in `root`. STAFF lane only."""

    def __init__(
        self,
        home: Path,
        clock: Clock,
        *,
        version: str,
        demo: bool,
        demo_root: bytes,
        proxy: str,
        root: Path = ROOT,
    ) -> None:
        self._home, self._clock, self._version, self._root = home, clock, version, root
        self._demo, self._demo_root, self._proxy = demo, demo_root, proxy

    def look(self) -> Releases:
        """Return what there is to install."""
        before = _text(self._root / "before").strip()
        return Releases(
            kept=self._kept(),
            may_go_back=bool(before) and (self._root / "releases" / before).is_dir(),
            has_helper=(self._root / "kiosk-release").exists(),
            answer=_text(self._root / ANSWER_NAME).strip()[:_LONGEST_ANSWER],
        )

    def ask(self, wish: Wish, version: str) -> None:
        """Leave a wish for root's helper, durably. Raises StorageFull, StorageBroken."""
        path = self._home / WISH_NAME
        with translated(path):
            write_durably(path, f"{wish.value} {version}".strip().encode() + b"\n")

    def fetched_bytes(self) -> int:
        """Return how much of a fetch under way has come, over the network or from a stick."""
        incoming = (self._home / folder / "incoming" for folder in _UPDATES)
        return sum(_size(path) for folder in incoming for path in _files(folder))

    def _kept(self) -> str:
        """Return the version of the verified release that is not in use, "" for none."""
        if not anything_kept(self._home):
            return ""
        from offline_cache.trust.repository import signed_repository  # 240 ms that others do not need

        try:
            repository = signed_repository(
                self._home,
                demo=self._demo,
                demo_root=self._demo_root,
                clock=self._clock,
                proxy=self._proxy,
            )
            found = next((file for file in repository.state().kept if file.name == SOFTWARE), None)
            kept = found is not None and repository.path_of(SOFTWARE) is not None
        except UpdateRefused as error:
            _log.info("release.none_kept", reason=error.problem.value)
            return ""
        return found.version if found is not None and kept and found.version != self._version else ""


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.rglob("*") if path.is_file()]
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
