"""The machine's own network and clock, changed on the glass by a technician."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from kiosk.domain.audit import Act
from kiosk.domain.machine_network import AccessPoint, ClockInUse, FixedAddress, NetworkInUse
from kiosk.ports.events import EventLog
from kiosk.ports.machine_control import MachineClock, MachineNetwork, MachineRefused, Refusal
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.staff_desk import StaffDesk

_log = EventLog("kiosk.machine")
Answered = Callable[[Refusal | None], None]
Answer = TypeVar("Answer")


class SystemDesk:
    """Qt thread; answers come there. Each change is in the audit log, a password never."""

    def __init__(
        self, tasks: TaskRunner, network: MachineNetwork, clock: MachineClock, staff: StaffDesk
    ) -> None:
        self._tasks, self._network, self._clock, self._staff = tasks, network, clock, staff

    def network(self, done: Callable[[NetworkInUse | None], None]) -> None:
        """Ask how the machine is connected; None where it cannot be asked."""
        self._tasks.submit(Lane.NETWORK, lambda: _or_nothing(self._network.in_use), done=done)

    def clock(self, done: Callable[[ClockInUse | None], None]) -> None:
        """Ask how its clock runs; None where it cannot be asked."""
        self._tasks.submit(Lane.NETWORK, lambda: _or_nothing(self._clock.in_use), done=done)

    def access_points(
        self, done: Callable[[tuple[AccessPoint, ...]], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Look for Wi-Fi; up to 20 s."""
        self._tasks.submit(
            Lane.NETWORK,
            self._network.access_points,
            done=done,
            failed=lambda error: failed(_reason_of(error)),
        )

    def join(self, ssid: str, password: str, answered: Answered) -> None:
        """Connect to Wi-Fi; `answered` hears None where it worked."""
        self._change(lambda: self._network.join(ssid, password), f"wifi {ssid}", answered)

    def use_address(self, address: FixedAddress | None, answered: Answered) -> None:
        """Take a fixed address, or ask the network for one."""
        about = f"address {address.interface}" if address is not None else "address by itself"
        self._change(lambda: self._network.use_address(address), about, answered)

    def follow(self, answered: Answered, *, on: bool) -> None:
        """Follow time servers or not."""
        self._change(lambda: self._clock.follow(on=on), f"time servers {'on' if on else 'off'}", answered)

    def use_zone(self, zone: str, answered: Answered) -> None:
        """Take a time zone."""
        self._change(lambda: self._clock.use_zone(zone), f"zone {zone}", answered)

    def set_clock(self, moment: datetime, answered: Answered) -> None:
        """Set the clock by hand."""
        self._change(lambda: self._clock.set(moment), f"clock {moment:%Y-%m-%d %H:%M}", answered)

    def _change(self, work: Callable[[], None], about: str, answered: Answered) -> None:
        def done(_nothing: None) -> None:
            self._staff.note(Act.SETTING_CHANGED, about)
            answered(None)

        def failed(error: Exception) -> None:
            answered(_reason_of(error))

        self._tasks.submit(Lane.NETWORK, work, done=done, failed=failed)


def _or_nothing(ask: Callable[[], Answer | None]) -> Answer | None:
    try:
        return ask()
    except MachineRefused as refused:
        _log.warning("machine.refused", reason=str(refused))
        return None


def _reason_of(error: Exception) -> Refusal:
    """Return why the system refused. Raises what is a fault of ours."""
    if not isinstance(error, MachineRefused):
        raise error
    _log.warning("machine.refused", reason=str(error))
    return error.reason
