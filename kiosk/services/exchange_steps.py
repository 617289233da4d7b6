"""What a round of the exchange does beside sending, for the running kiosk and for commands alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.ports.care import CareStore, DeviceKeys, PortalCare
from kiosk.ports.clock import Clock
from kiosk.ports.numbers import NumberStore, PortalLeases
from kiosk.ports.outbox import Outbox
from kiosk.ports.portal_data import PortalChanges, PortalDataStore
from kiosk.services.lease_numbers import LeaseNumbers
from kiosk.services.receive_changes import ReceiveChanges
from kiosk.services.report_health import ReportHealth
from kiosk.services.sending_rounds import DatabaseCalls
from kiosk.services.tell_prints import TellPrints
from kiosk.services.tidy_room import TidyRoom

Step = Callable[[], None]


class WholePortal(PortalChanges, PortalLeases, PortalCare, Protocol):
    """A portal that serves every step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRoom:
    """The stores and keys the steps work on."""

    outbox: Outbox
    data: PortalDataStore
    numbers: NumberStore
    care: CareStore
    keys: DeviceKeys


def exchange_steps(
    lanes: DatabaseCalls,
    room: ExchangeRoom,
    portal: WholePortal | None,
    clock: Clock,
    *,
    is_enrolled: bool,
    software: str,
    printer: Callable[[], str] = str,
) -> tuple[Step, ...]:
    """Return the steps in order: changes and tidying for all, leases and heartbeat where enrolled."""
    if portal is None:
        return ()
    receive = ReceiveChanges(lanes, room.outbox, room.data, portal, clock)
    tidy = TidyRoom(lanes, room.care, clock)
    if not is_enrolled:
        return (receive.run, tidy.run)
    lease = LeaseNumbers(lanes, room.numbers, portal, clock)
    report = ReportHealth(
        lanes, room.outbox, room.care, room.keys, portal, clock, software=software, printer=printer
    )
    tell = TellPrints(lanes, room.care, portal, clock)
    return (receive.run, lease.run, tell.run, report.run, tidy.run)
