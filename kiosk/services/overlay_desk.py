"""The overlays for staff screens: each call runs in the DATABASE lane, each edit builds a version."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.overlays import Overlay, OverlayDraft
from kiosk.domain.search_misses import Miss
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.edit_overlays import EditOverlays, OverlayList
from kiosk.services.keep_catalogue import KeepCatalogue

Result = TypeVar("Result")
Failed = Callable[[Exception], None]


class OverlayDesk:
    """Called on the Qt thread, answers there. `failed` gets OverlayRefused, KeyError, StorageError."""

    def __init__(self, tasks: TaskRunner, edit: EditOverlays, keep: KeepCatalogue) -> None:
        self._tasks, self._edit, self._keep = tasks, edit, keep

    def add(
        self, draft: OverlayDraft, done: Callable[[Overlay], None], failed: Failed, *, replaces: int = 0
    ) -> None:
        """Keep `draft`, in place of the overlay numbered `replaces` where that is not 0."""
        self._change(lambda: self._edit.add(draft, replaces=replaces), draft.by, done, failed)

    def remove(self, overlay_id: int, *, by: str, done: Callable[[Overlay], None], failed: Failed) -> None:
        """Take an overlay away."""
        self._change(lambda: self._edit.remove(overlay_id, by=by), by, done, failed)

    def name_from_miss(
        self, query: str, *, code: str, by: str, done: Callable[[Overlay], None], failed: Failed
    ) -> None:
        """Make a query nobody found anything for an everyday name of `code`."""
        self._change(lambda: self._edit.name_from_miss(query, code=code, by=by), by, done, failed)

    def list(self, done: Callable[[OverlayList], None], failed: Failed) -> None:
        """Ask for all overlays, and those without a procedure."""
        self._tasks.submit(Lane.DATABASE, self._edit.list, done=done, failed=failed)

    def misses(self, done: Callable[[tuple[Miss, ...]], None], failed: Failed) -> None:
        """Ask for the queries nothing was found for."""
        self._tasks.submit(Lane.DATABASE, self._edit.misses, done=done, failed=failed)

    def follow(self, failed: Failed) -> None:
        """Once the outbox is open: build a version where the copy of the overlays had fallen behind."""

        def followed(changed: bool) -> None:
            if changed:
                self._keep.renew_now("kiosk", "overlays of the outbox")

        self._tasks.submit(Lane.DATABASE, self._edit.follow, done=followed, failed=failed)

    def _change(
        self, work: Callable[[], Overlay], by: str, done: Callable[[Overlay], None], failed: Failed
    ) -> None:
        def kept(overlay: Overlay) -> None:
            self._keep.renew_now(by.strip(), f"{overlay.code} {overlay.key.value}")
            done(overlay)

        self._tasks.submit(Lane.DATABASE, work, done=kept, failed=failed)
