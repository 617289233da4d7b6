"""Everything between this hall and the city beside dossiers, built once around one outbox and one portal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.ports.care import CareStore
from kiosk.ports.clock import Clock
from kiosk.ports.messages import MessageStore, MessageVault
from kiosk.ports.portal_data import PortalDataStore, PortalLookUps
from kiosk.ports.tasks import TaskRunner
from kiosk.ports.tracking import TrackingStore
from kiosk.services.find_answers import FindAnswers
from kiosk.services.intake import Intake
from kiosk.services.leave_message import LeaveMessages
from kiosk.services.portal_news import CalendarDays, PortalNews, no_calendar
from kiosk.services.synchronise import Line, Synchronise, SyncState
from kiosk.services.track_dossiers import TrackDossiers


class SealingKeys(Protocol):
    """What intake asks of the key list."""

    def hold_at(self, now_ms: int) -> bool:
        """Return whether something can still be sealed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskStores:
    """The stores and the vault the desk works on."""

    messages: MessageStore
    tracking: TrackingStore
    data: PortalDataStore
    care: CareStore
    vault: MessageVault


class PortalDesk:
    """The services `messages`, `tracking`, `answers`, `news` and `intake`. Qt thread."""

    def __init__(
        self,
        tasks: TaskRunner,
        stores: DeskStores,
        portal: PortalLookUps | None,
        exchange: Synchronise,
        clock: Clock,
        *,
        takes_dossiers: bool,
        keys: SealingKeys,
        kept: Callable[[], None],
        calendar: Callable[[], CalendarDays] = no_calendar,
    ) -> None:
        self._exchange, self._takes_dossiers = exchange, takes_dossiers
        self.messages = LeaveMessages(tasks, stores.messages, stores.vault, clock, kept=kept)
        self.tracking = TrackDossiers(tasks, stores.tracking, portal, clock, is_online=self._is_online)
        self.answers = FindAnswers(tasks, stores.data, portal, stores.vault, clock, is_online=self._is_online)
        self.news = PortalNews(tasks, stores.data, clock, calendar=calendar)
        self._keys = keys
        self.intake = Intake(
            tasks, stores.care, clock, is_allowed=self._is_allowed, keys_hold=self._keys_hold
        )
        exchange.watch(self._exchanged)

    def _exchanged(self, state: SyncState) -> None:
        """There may be news; before the first round there are none."""
        if state.line is not Line.NEVER:
            self.news.refresh()

    def _is_online(self) -> bool:
        return self._exchange.state().line is Line.ONLINE

    def _keys_hold(self, now_ms: int) -> bool:
        return self._keys.hold_at(now_ms)

    def _is_allowed(self) -> bool:
        return self._takes_dossiers and self._exchange.state().pause_code != "revoked"
