"""Which version is live: the pointer, the history beside it, and moving both so that neither can lie."""

from pathlib import Path

import msgspec

from kiosk.domain.catalogue_history import CatalogueAction, CatalogueEvent, CatalogueHistory
from kiosk.ports.outbox import StorageError
from offline_cache.catalogue_folder import VersionFolder
from offline_cache.catalogue_history import HistoryFile
from offline_cache.catalogue_pointer import Accepted, Change, Pointer, PointerFile, rescued


class LiveVersion:
    """The live version of `folder`. Whoever moves it holds the lock of `files`.

    The pointer moves in one step and carries the change it made; history is brought up to it afterwards. So a
    power cut between the two loses nothing, and a damaged pointer is read from history.
    """

    def __init__(self, folder: Path, files: VersionFolder) -> None:
        self._files = files
        self._current, self._history = PointerFile(folder), HistoryFile(folder)

    def pointer(self) -> tuple[Pointer, str]:
        """Return the pointer; for one that is gone or damaged what history knows, and what is wrong."""
        found = self._current.read()
        if found is not None:
            return found, ""
        changes = self._history.changes()
        if not changes and not self._current.exists():
            return Pointer(), ""
        return rescued(changes), "current: missing or damaged"

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever the pointer moves."""
        return self._current.stamp()

    def history(self) -> CatalogueHistory:
        """Return every change, oldest first."""
        return self._history.history(self.pointer()[0].last)

    def settle(self) -> None:
        """Write down the last change where a power cut or a full disk kept it from being written."""
        self._history.catch_up(self.pointer()[0].last)

    def accepted(self, version: str, *, accepted_by: str, accepted_at: str) -> Accepted:
        """Return the entry for a version as its file is now."""
        return Accepted(
            version=version,
            sha256=self._files.sha256(version),
            accepted_by=accepted_by,
            accepted_at=accepted_at,
        )

    def problem_of(self, accepted: Accepted) -> str:
        """Return why the file is not the one accepted, "" where it is."""
        found = self._files.sha256(accepted.version)
        if found == accepted.sha256:
            return ""
        return "is damaged" if found else "cannot be read"

    def name(self) -> str:
        """Return the name of the version whoever opens the catalogue now gets; "" where none is sound."""
        pointer, _ = self.pointer()
        shipped = (pointer.starter,) if pointer.starter else ()
        sound = (entry.version for entry in (*pointer.accepted, *shipped) if not self.problem_of(entry))
        return next(sound, "")

    def shipped(self, version: str) -> None:
        """Remember which version holds the shipped catalogue alone."""
        pointer, _ = self.pointer()
        known = pointer.starter
        if known is None or known.version != version or self.problem_of(known):
            entry = self.accepted(version, accepted_by="", accepted_at="")
            self._current.move(msgspec.structs.replace(pointer, starter=entry))

    def go(
        self,
        accepted: tuple[Accepted, ...],
        *,
        action: CatalogueAction,
        by: str,
        at: str,
        before: str,
        note: str = "",
    ) -> CatalogueEvent:
        """Make the first of `accepted` live, or the shipped catalogue; return what history says of it.

        Raises StorageFull, StorageBroken, and nothing has moved. Where only the writing down fails, the
        pointer remembers it until there is room again.
        """
        pointer, _ = self.pointer()
        self._history.catch_up(pointer.last)
        live = accepted[0] if accepted else pointer.starter
        after = live.version if live else ""
        from offline_cache.catalogue_compare import counts  # late: it brings the readers of every source

        added, changed, removed = counts(self._files.path(before), self._files.path(after))
        event = CatalogueEvent(
            seq=self._history.next_seq(pointer.last),
            at=at,
            action=action,
            by=by,
            before=before,
            after=after,
            added=added,
            changed=changed,
            removed=removed,
            note=note,
        )
        change = Change(event=event, accepted=accepted)
        self._current.move(msgspec.structs.replace(pointer, accepted=accepted, last=change))
        try:
            self._history.catch_up(change)
        except StorageError:
            return event
        self.prune()
        return event

    def prune(self, keep: tuple[str, ...] = ()) -> None:
        """Throw away what nobody can go back to; `keep` stays."""
        pointer, _ = self.pointer()
        names = [entry.version for entry in pointer.accepted]
        shipped = [pointer.starter.version] if pointer.starter else []
        self._files.prune(live=names[:1] or shipped, previous=names[1:], keep=(*keep, *shipped))
