"""The catalogue, put together: what finds in it, keeps it new and lets staff add to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.building import build_catalogue
from kiosk.domain.catalogue import CatalogueInfo
from kiosk.ports.catalogue import CatalogueReader
from kiosk.ports.clock import Clock
from kiosk.ports.late import late
from kiosk.ports.scheduling import Scheduler
from kiosk.ports.tasks import TaskRunner
from kiosk.services.edit_overlays import EditOverlays
from kiosk.services.find_procedure import FindProcedure
from kiosk.services.keep_catalogue import KeepCatalogue
from kiosk.services.note_misses import NoteMisses
from kiosk.services.overlay_desk import OverlayDesk
from kiosk.setbacks import catalogue_stays, miss_not_kept
from offline_cache.catalogue_renewal import RenewalProcess
from offline_cache.outbox_files import OutboxFiles

if TYPE_CHECKING:
    from offline_cache.limited_import import LimitedCatalogueStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Cataloguing:
    """The versions, what citizens ask them, and what changes them."""

    store: "LimitedCatalogueStore"
    misses: NoteMisses
    find: FindProcedure
    keep: KeepCatalogue
    renewal: RenewalProcess
    overlays: OverlayDesk


def build_cataloguing(
    tasks: TaskRunner,
    scheduler: Scheduler,
    clock: Clock,
    *,
    program: tuple[str, ...],
    home: Path,
    files: OutboxFiles,
    idle: Callable[[], bool],
    swapped: Callable[[CatalogueInfo], None],
) -> Cataloguing:
    """Return everything wired, nothing opened; `swapped` hears of each version that comes to be live."""

    def today() -> date:
        return clock.now().date()

    def open_live() -> CatalogueReader:
        return keep.open()  # the two know each other: it is made below, and asked in the lane

    store = late(lambda: build_catalogue(home, today))
    renewal = RenewalProcess(program, home=home, today=today)
    misses = NoteMisses(tasks, files.misses, clock, failed=miss_not_kept)
    find = FindProcedure(tasks, open_live, misses=misses)
    keep = KeepCatalogue(
        tasks,
        scheduler,
        clock,
        store,
        find,
        idle=idle,
        swapped=swapped,
        failed=catalogue_stays,
        renew=renewal.run,
    )
    edit = EditOverlays(files.overlays, files.misses, store, clock)
    return Cataloguing(
        store=store,
        misses=misses,
        find=find,
        keep=keep,
        renewal=renewal,
        overlays=OverlayDesk(tasks, edit, keep),
    )
