"""Staff add to procedures: fee, counter, notes, everyday names. Runs in the DATABASE lane."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.domain.overlays import Overlay, OverlayDraft, OverlayKey, OverlayRefused, orphans
from kiosk.domain.search_misses import Miss
from kiosk.ports.catalogue import CatalogueUpkeep
from kiosk.ports.clock import Clock
from kiosk.ports.overlays import MissLog, OverlayStore


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayList:
    """All overlays kept; `orphans` are those whose procedure the live catalogue does not hold."""

    overlays: tuple[Overlay, ...]
    orphans: tuple[Overlay, ...]


class EditOverlays:
    """Adds, changes and removes overlays; `changed` is called after each edit, so that a version is built.

    Everything may raise StorageFull or StorageBroken; then nothing was kept.
    """

    def __init__(
        self,
        store: OverlayStore,
        misses: MissLog,
        catalogue: CatalogueUpkeep,
        clock: Clock,
        *,
        changed: Callable[[str, str], None] = lambda _by, _note: None,
    ) -> None:
        self._store, self._misses, self._catalogue = store, misses, catalogue
        self._clock, self._changed = clock, changed

    def add(self, draft: OverlayDraft, *, replaces: int = 0) -> Overlay:
        """Keep `draft`, beside the decision the official facts rest on now.

        Raises OverlayRefused for a procedure the catalogue does not hold, and for what cannot be taken;
        KeyError for an unknown number in `replaces`.
        """
        known = self._catalogue.official_record(draft.code)
        if known is None:
            raise OverlayRefused("code", draft.code, "is no procedure of the catalogue in use")
        basis = known.decision_no if draft.key is OverlayKey.FEE else ""
        kept = self._store.add(replace(draft, basis=basis), at_ms=self._now_ms(), replaces=replaces)
        self._tell(kept.by, f"{kept.code} {kept.key.value}")
        return kept

    def remove(self, overlay_id: int, *, by: str) -> Overlay:
        """Take an overlay away. Raises KeyError, OverlayRefused where nobody is named."""
        gone = self._store.remove(overlay_id, by=by, at_ms=self._now_ms())
        self._tell(by.strip(), f"{gone.code} {gone.key.value} removed")
        return gone

    def name_from_miss(self, query: str, *, code: str, by: str) -> Overlay:
        """Make a query nobody found anything for an everyday name of `code`. Raises as `add`."""
        made = self.add(OverlayDraft(code=code, key=OverlayKey.EVERYDAY_NAME, value=query, by=by))
        self._misses.forget(query)
        return made

    def list(self) -> OverlayList:
        """Return the overlays kept, and bring the copy builds read up to them."""
        kept = self._store.overlays()
        self._catalogue.keep_overlays(kept)
        return OverlayList(overlays=kept, orphans=orphans(kept, self._catalogue.codes()))

    def follow(self) -> bool:
        """Bring the copy builds read up to what is kept; return whether it differed."""
        return self._catalogue.keep_overlays(self._store.overlays())

    def misses(self) -> tuple[Miss, ...]:
        """Return the queries nothing was found for, most frequent first."""
        return self._misses.misses()

    def _tell(self, by: str, note: str) -> None:
        self._catalogue.keep_overlays(self._store.overlays())
        self._changed(by, note)

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
