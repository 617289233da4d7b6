"""The versions of the catalogue on disk: whole files, and one small pointer that says which is live.

    <folder>/versions/       see catalogue_folder
    <folder>/current         which version is live, who accepted it, and which came before
    <folder>/history.jsonl   who changed the live version, and when
    <folder>/overlays.json   what staff add, a copy of what outbox.db keeps

A version exists under its name only when it is complete, and the pointer moves by rename: a power cut at any
moment leaves the old version or the new one, never half of either.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.catalogue import CatalogueDiff, CatalogueInfo, ImportReport, Procedure, VersionEntry
from kiosk.domain.catalogue_history import CatalogueAction, CatalogueEvent, CatalogueHistory
from kiosk.domain.overlays import Overlay
from kiosk.ports.catalogue import CatalogueRejected, no_progress
from kiosk.ports.late import late
from kiosk.ports.outbox import StorageError
from offline_cache.catalogue_folder import VersionFolder
from offline_cache.catalogue_live import LiveVersion
from offline_cache.catalogue_pointer import Accepted
from offline_cache.catalogue_reader import SqliteCatalogue, catalogue_in_memory, read_facts
from offline_cache.catalogue_version import VersionContent

if TYPE_CHECKING:
    from offline_cache.catalogue_builder import VersionBuilder
    from offline_cache.catalogue_ingredients import CatalogueIngredients

KEPT_PREVIOUS = 2
STARTER_FOLDER = Path(__file__).resolve().parent / "starter_catalogue"
KIOSK = "kiosk"  # who changes the live version where no person does


class CatalogueStore:
    """The catalogue versions in `folder`, joined with the starter catalogue and the staff's overlays.

    `today` is asked for the hall's day; without it overlays with dates wait. What cannot be written raises
    StorageFull or StorageBroken, what cannot be read CatalogueRejected; the live version stays as it was.
    """

    def __init__(
        self,
        folder: Path,
        *,
        starter_folder: Path = STARTER_FOLDER,
        today: Callable[[], date] | None = None,
    ) -> None:
        self._files = VersionFolder(folder)
        self._live = LiveVersion(folder, self._files)
        self._ingredients = late(lambda: _ingredients(folder, starter_folder, today))
        self._builder = late(lambda: _builder(self._files, self._ingredients))

    # --- reading --------------------------------------------------------------------------------

    def open_live(self) -> SqliteCatalogue:
        """Open the live version; a damaged one gives way to the one before, at last to the starter catalogue.

        Nothing is changed on disk but a starter catalogue that was never built; where that cannot be kept it
        is built in memory. `info().trouble` says why it is not the accepted version. Raises
        CatalogueRejected when not even our own files can be read.
        """
        pointer, trouble = self._live.pointer()
        for accepted in (*pointer.accepted, *((pointer.starter,) if pointer.starter else ())):
            problem = self._live.problem_of(accepted)
            if not problem:
                try:
                    return SqliteCatalogue(self._files.path(accepted.version), trouble=trouble)
                except CatalogueRejected as rejected:
                    problem = f"{rejected.field} {rejected.reason}"
            trouble = trouble or f"{accepted.version}: {problem}"
        try:
            return SqliteCatalogue(self._files.path(self.build_starter()), trouble=trouble)
        except StorageError as error:
            content = self._ingredients.content((), "starter", ())
            return catalogue_in_memory(content, trouble=f"{trouble}; {error}".removeprefix("; "))

    def open_current(self, *, at: str) -> SqliteCatalogue:
        """Open the live version as `renew` leaves it at `at`, for a command nobody waits at a screen for."""
        try:
            self.renew(at=at)
        except (StorageError, CatalogueRejected):
            return self.open_live()
        return self.open_live()

    def open_version(self, version: str) -> SqliteCatalogue:
        """Open a version by name. Raises CatalogueRejected for an unknown or damaged one."""
        return SqliteCatalogue(self._files.existing(version))

    def live(self) -> str:
        """Return the name of the live version, which may be the starter catalogue's."""
        reader = self.open_live()
        reader.close()
        return reader.info().version

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever another version becomes live; looks at one file's name only."""
        return self._live.stamp()

    def is_current(self) -> bool:
        """Return whether the live version is what `renew` would build; reads no procedure.

        Raises CatalogueRejected, StorageBroken.
        """
        pointer, trouble = self._live.pointer()
        live = pointer.accepted[0] if pointer.accepted else pointer.starter
        told = pointer.last.event.after if pointer.last else ""
        if trouble or live is None or told not in ("", live.version) or self._live.problem_of(live):
            return False
        try:
            return not self._builder.is_stale(live.version)
        except CatalogueRejected:
            return False

    def official_record(self, code: str) -> Procedure | None:
        """Return a procedure of the live version, also one that staff hide, or None."""
        reader = self.open_live()
        try:
            return reader.procedure(code) or reader.hidden(code)
        finally:
            reader.close()

    def codes(self) -> frozenset[str]:
        """Return the code of every procedure of the live version, hidden ones too."""
        reader = self.open_live()
        try:
            return reader.codes()
        finally:
            reader.close()

    def diff(self, before: str, after: str) -> CatalogueDiff:
        """Compare two versions field by field. Raises CatalogueRejected for an unknown or damaged one."""
        from offline_cache.catalogue_compare import compare

        return compare(
            self._files.existing(before),
            self._files.existing(after),
            ours=self._ingredients.our_procedures,
            overlays=self._ingredients.in_force(),
        )

    def verify(self, version: str) -> CatalogueInfo:
        """Check every page and record of a version. Raises CatalogueRejected naming what is wrong."""
        reader = self.open_version(version)
        try:
            problem = reader.check()
            if problem:
                raise CatalogueRejected(version, line=0, field="version", value="", reason=problem)
            return reader.info()
        finally:
            reader.close()

    def versions(self) -> tuple[VersionEntry, ...]:
        """Return the versions kept that can be read, the live one first, then newest first."""
        accepted = {entry.version: entry for entry in self._live.pointer()[0].accepted}
        live = self.live()
        order = [live, *(name for name in accepted if name != live), *self._files.newest_first()]
        found = (self._entry(name, live, accepted.get(name)) for name in dict.fromkeys(order))
        return tuple(entry for entry in found if entry is not None)

    def procedures(self, version: str) -> tuple[Procedure, ...]:
        """Return all procedures of a version, also those it hides, by code. Raises CatalogueRejected."""
        reader = self.open_version(version)
        try:
            everything = (*reader.all_procedures(), *reader.all_hidden())
            return tuple(sorted(everything, key=lambda procedure: procedure.code))
        finally:
            reader.close()

    def history(self) -> CatalogueHistory:
        """Return who changed the live version, when and by how much. Raises StorageBroken."""
        return self._live.history()

    def overlays(self) -> tuple[Overlay, ...]:
        """Return the staff's overlays as builds see them. Raises CatalogueRejected, StorageBroken."""
        return self._ingredients.overlays()

    # --- building -------------------------------------------------------------------------------

    def build_starter(self, progress: Callable[[str, int, int], None] = no_progress) -> str:
        """Build the version that holds the starter catalogue alone, unless it is there; return its name."""
        try:
            overlays = self._ingredients.in_force()
        except CatalogueRejected:
            overlays = ()  # better the catalogue without notes than none
        content = self._ingredients.content((), "starter", overlays)
        with self._files.locked():
            return self._build_starter(content, progress)

    def stage_file(
        self,
        path: Path,
        *,
        taken_at: date | None = None,
        progress: Callable[[str, int, int], None] = no_progress,
    ) -> ImportReport:
        """Read a file, build a version beside the live one. Raises CatalogueRejected and leaves nothing."""
        from offline_cache.catalogue_import import merged, read_file

        read = read_file(path, taken_at=taken_at, progress=progress)
        live = self.live()
        facts = merged(self._live_facts(), read)
        content = self._ingredients.content(
            facts, f"{read.source.kind}:{path.name}", self._ingredients.in_force()
        )
        with self._files.locked():
            name = self._builder.build(content, progress)
            self._live.prune(keep=(name, live))
            with suppress(StorageError):  # a convenience for later: no refresh fails for it
                self._files.keep_import(name, path)
        return ImportReport(
            file=path.name,
            kind=read.source.kind,
            version=name,
            live=live,
            read=len(read.facts),
            with_detail=sum(procedure.detail.value == "full" for procedure in read.facts),
            skipped=read.skipped,
            refused=read.refused,
            diff=self.diff(live, name),
        )

    def version_of_file(self, path: Path) -> str:
        """Build a version of `path` and the starter catalogue; return its name. Raises CatalogueRejected."""
        from offline_cache.catalogue_import import merged, read_file

        read = read_file(path, taken_at=None, progress=no_progress)
        source = f"{read.source.kind}:{path.name}"
        content = self._ingredients.content(merged((), read), source, self._ingredients.in_force())
        with self._files.locked():
            return self._builder.build(content, no_progress)

    def keep_overlays(self, overlays: tuple[Overlay, ...]) -> bool:
        """Keep the staff's overlays for builds to come; return whether they differ from those kept."""
        return self._ingredients.keep_overlays(overlays)

    # --- going live -----------------------------------------------------------------------------

    def apply(self, version: str, *, accepted_by: str, accepted_at: str) -> CatalogueInfo:
        """Make a version live by moving the pointer. Raises CatalogueRejected: damaged, or nobody named.

        A version staged before the staff's overlays last changed is built anew with them first.
        """
        if not accepted_by.strip():
            raise CatalogueRejected(
                version,
                line=0,
                field="accepted_by",
                value="",
                reason="a person must accept a version by name",
            )
        self.live()  # builds the shipped catalogue where none is there yet
        with self._files.locked():
            before = self._live.name()
            self.verify(version)
            entry = self._live.accepted(
                self._builder.as_fresh_as_can_be(version),
                accepted_by=accepted_by.strip(),
                accepted_at=accepted_at,
            )
            pointer, _ = self._live.pointer()
            same = {version, entry.version}
            older = [accepted for accepted in pointer.accepted if accepted.version not in same]
            self._live.go(
                (entry, *older[:KEPT_PREVIOUS]),
                action=CatalogueAction.APPLIED,
                by=entry.accepted_by,
                at=accepted_at,
                before=before,
            )
        return self._info_of(entry.version)

    def rollback(self, *, accepted_by: str, accepted_at: str) -> CatalogueInfo:
        """Go back to the sound version before, at last to the starter catalogue.

        The staff's overlays stay in force: what an overlay says is taken back by removing it. Raises
        CatalogueRejected where nothing was applied, or nobody is named.
        """
        if not accepted_by.strip() or not self._live.pointer()[0].accepted:
            field = "version" if accepted_by.strip() else "accepted_by"
            reason = "no version was applied yet" if accepted_by.strip() else "a person must go back by name"
            raise CatalogueRejected("current", line=0, field=field, value="", reason=reason)
        if len(self._live.pointer()[0].accepted) == 1:
            self.build_starter()
        with self._files.locked():
            before = self._live.name()
            pointer, _ = self._live.pointer()
            older = [entry for entry in pointer.accepted[1:] if not self._live.problem_of(entry)]
            if older:
                version = self._builder.as_fresh_as_can_be(older[0].version)
                older[0] = self._live.accepted(version, accepted_by=accepted_by, accepted_at=accepted_at)
            self._live.go(
                tuple(older),
                action=CatalogueAction.ROLLED_BACK,
                by=accepted_by.strip(),
                at=accepted_at,
                before=before,
            )
        return self._info_of(self.live())

    def renew(self, *, at: str, by: str = KIOSK, note: str = "") -> CatalogueEvent | None:
        """Put a damaged live version aside, and build a stale one anew; return what was done, else None.

        Stale is what our texts, the staff's overlays in force or the program have overtaken: the official
        facts stay the same. The version before stays open for whoever reads it. Raises StorageError,
        CatalogueRejected.
        """
        with self._files.locked():
            pointer, _ = self._live.pointer()
            self._live.settle()
            sound = tuple(entry for entry in pointer.accepted if not self._live.problem_of(entry))
            damaged = [entry for entry in pointer.accepted if entry not in sound]
            had = pointer.starter
            self._renew_starter(had)
            pointer, _ = self._live.pointer()
            after = (self._renewed(sound[0]), *sound[1:]) if sound else ()
            live = pointer.accepted[0] if pointer.accepted else had
            told = pointer.last.event.after if pointer.last else live.version if live else ""
            now = after[0] if after else pointer.starter
            if after == pointer.accepted and (not told or (now and now.version == told)):
                return None
            for entry in damaged:
                self._files.put_aside(entry.version)
            return self._live.go(
                after,
                action=CatalogueAction.FELL_BACK if live in damaged else CatalogueAction.RENEWED,
                by=by,
                at=at,
                before=told,
                note=f"{damaged[0].version} is damaged" if damaged else note,
            )

    # --- inside, with the lock held ---------------------------------------------------------------

    def _renewed(self, entry: Accepted) -> Accepted:
        name = self._builder.up_to_date(entry.version)
        return msgspec.structs.replace(entry, version=name, sha256=self._files.sha256(name))

    def _renew_starter(self, had: Accepted | None) -> None:
        if had is None or self._live.problem_of(had) or self._builder.is_stale(had.version):
            content = self._ingredients.content((), "starter", self._ingredients.in_force())
            self._build_starter(content, no_progress)

    def _build_starter(self, content: VersionContent, progress: Callable[[str, int, int], None]) -> str:
        name = self._builder.build(content, progress)
        self._live.shipped(name)
        return name

    # --- small ones -------------------------------------------------------------------------------

    def _live_facts(self) -> tuple[Procedure, ...]:
        """Return the official facts of the accepted version, also of one an older program built."""
        for accepted in self._live.pointer()[0].accepted:
            if not self._live.problem_of(accepted):
                return read_facts(self._files.path(accepted.version))
        return ()

    def _info_of(self, version: str) -> CatalogueInfo:
        reader = self.open_version(version)
        reader.close()
        return reader.info()

    def _entry(self, name: str, live: str, accepted: Accepted | None) -> VersionEntry | None:
        try:
            info = self._info_of(name)
        except CatalogueRejected:
            return None
        return VersionEntry(
            version=name,
            state="live" if name == live else "previous" if accepted else "staged",
            procedures=info.procedures,
            taken_at=info.taken_at,
            accepted_by=accepted.accepted_by if accepted else "",
            accepted_at=accepted.accepted_at if accepted else "",
        )


# What only building needs, and the readers of every source with it, is loaded when something is built.


def _ingredients(
    folder: Path, starter_folder: Path, today: Callable[[], date] | None
) -> "CatalogueIngredients":
    from offline_cache.catalogue_ingredients import CatalogueIngredients

    return CatalogueIngredients(folder, starter_folder, today)


def _builder(files: VersionFolder, ingredients: "CatalogueIngredients") -> "VersionBuilder":
    from offline_cache.catalogue_builder import VersionBuilder

    return VersionBuilder(files, ingredients)
