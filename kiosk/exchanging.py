"""Exchange with the portal, put together: what takes, sends, follows and tells."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk import __version__
from kiosk.building import city_calendar
from kiosk.ports.clock import Clock
from kiosk.ports.scheduling import Scheduler
from kiosk.ports.tasks import TaskRunner
from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.follow_dossiers import FollowDossiers
from kiosk.services.portal_desk import PortalDesk
from kiosk.services.pre_register import PreRegister
from kiosk.services.submit_dossier import SubmitDossier
from kiosk.services.synchronise import Synchronise
from offline_cache.kiosk_identity import KioskRoom
from offline_cache.kiosk_portal import portal_of
from offline_cache.outbox_files import OutboxFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanging:
    """The rounds with the portal, and what of them citizens meet."""

    rounds: Synchronise
    follow: FollowDossiers
    pre_register: PreRegister
    desk: PortalDesk


def build_exchanging(
    tasks: TaskRunner,
    scheduler: Scheduler,
    clock: Clock,
    *,
    home: Path,
    room: KioskRoom,
    files: OutboxFiles,
    portal_url: str,
    takes_dossiers: bool,
    kept: Callable[[], None],
) -> Exchanging:
    """Return everything wired, nothing started; `kept` is called when a new row is safe."""
    portal = portal_of(room, portal_url, files.device)
    steps = exchange_steps(
        tasks,
        files.exchange_room(),
        portal,
        clock,
        is_enrolled=room.identity is not None,
        software=__version__,
    )
    rounds = Synchronise(tasks, files.outbox, portal, clock, scheduler, steps=steps)
    return Exchanging(
        rounds=rounds,
        follow=FollowDossiers(tasks, files.outbox, rounds),
        pre_register=PreRegister(tasks, SubmitDossier(files.dossiers, files.vault, clock), kept=kept),
        desk=PortalDesk(
            tasks,
            files.desk_stores(),
            portal,
            rounds,
            clock,
            takes_dossiers=takes_dossiers,
            keys=files.vault,
            kept=kept,
            calendar=city_calendar(home),
        ),
    )
