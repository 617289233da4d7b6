"""A machine whose network and clock do as told, and stand-ins for the programs of a real one."""

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kiosk.domain.machine_network import AccessPoint, ClockInUse, FixedAddress, NetworkInUse
from kiosk.ports.machine_control import MachineRefused, Refusal

PASSWORD = "Mat khau-2026!"
AT_HOME = "Phường: Hoàn Kiếm"
POINTS = (
    AccessPoint(ssid=AT_HOME, signal=82, is_secured=True, in_use=False),
    AccessPoint(ssid="Mo cua", signal=40, is_secured=False, in_use=False),
)
WIRED = NetworkInUse(address="10.0.0.5/24", is_fixed=False, ssid="", has_wifi=True)
RUNNING = ClockInUse(zone="Etc/UTC", follows=False, can_follow=True, in_step=False)


class FakeMachineNetwork:
    """`refuses` is raised at the next change; `now` None is a machine that cannot be asked."""

    def __init__(self) -> None:
        self.now: NetworkInUse | None = WIRED
        self.refuses: Refusal | None = None

    def in_use(self) -> NetworkInUse | None:
        return self.now

    def access_points(self) -> tuple[AccessPoint, ...]:
        self._may()
        ssid = self.now.ssid if self.now else ""
        return tuple(
            sorted(
                (replace(point, in_use=point.ssid == ssid) for point in POINTS),
                key=lambda point: not point.in_use,
            )
        )

    def join(self, ssid: str, password: str) -> None:
        self._may()
        point = next((point for point in POINTS if point.ssid == ssid), None)
        if point is None:
            raise MachineRefused(Refusal.NOT_FOUND)
        if point.is_secured and password != PASSWORD:
            raise MachineRefused(Refusal.PASSWORD)
        self.now = replace(WIRED, address="192.168.9.7/24", ssid=ssid)

    def use_address(self, address: FixedAddress | None) -> None:
        self._may()
        self.now = WIRED if address is None else replace(WIRED, address=str(address.interface), is_fixed=True)

    def _may(self) -> None:
        if self.refuses is not None:
            reason, self.refuses = self.refuses, None
            raise MachineRefused(reason)


class FakeMachineClock:
    """`refuses` is raised at the next change; `now` None is a machine that cannot be asked."""

    def __init__(self) -> None:
        self.now: ClockInUse | None = RUNNING
        self.refuses: Refusal | None = None
        self.was_set: datetime | None = None

    def in_use(self) -> ClockInUse | None:
        return self.now

    def follow(self, *, on: bool) -> None:
        self._become(follows=on)

    def use_zone(self, zone: str) -> None:
        self._become(zone=zone)

    def set(self, moment: datetime) -> None:
        self._become(follows=False)
        self.was_set = moment

    def _become(self, **changes: object) -> None:
        if self.refuses is not None:
            reason, self.refuses = self.refuses, None
            raise MachineRefused(reason)
        assert self.now is not None
        self.now = replace(self.now, **changes)


def stand_in(folder: Path, name: str) -> Path:
    """Write a program that answers as Debian 12's `name` does; returns where it keeps its state."""
    program = folder / name
    source = Path(__file__).with_name(f"{name}_stand_in.py").read_text("utf-8")
    program.write_text(f"#!{sys.executable}\n{source}", "utf-8")
    program.chmod(0o755)
    return folder / f"{name}.json"
