"""MachineClock over systemd's `timedatectl`."""

import shutil
from datetime import datetime

from config.machine_commands import run
from kiosk.domain.machine_network import ClockInUse
from kiosk.ports.machine_control import MachineRefused

_PROPERTIES = ("Timezone", "CanNTP", "NTP", "NTPSynchronized")
_WITHIN_S = 10.0


class TimedatectlClock:
    """The clock of a machine that systemd runs; other machines have none to ask."""

    def in_use(self) -> ClockInUse | None:
        """Return how the clock runs, None where systemd's time service does not answer."""
        if shutil.which("timedatectl") is None:
            return None
        asked = [word for name in _PROPERTIES for word in ("-p", name)]
        try:
            said = _timedatectl("show", *asked)
        except MachineRefused:
            return None
        values = dict(line.partition("=")[::2] for line in said.splitlines())
        if "Timezone" not in values:
            return None
        return ClockInUse(
            zone=values["Timezone"],
            follows=values.get("NTP") == "yes",
            can_follow=values.get("CanNTP") == "yes",
            in_step=values.get("NTPSynchronized") == "yes",
        )

    def follow(self, *, on: bool) -> None:
        """Follow time servers or not. Raises MachineRefused."""
        _timedatectl("set-ntp", "true" if on else "false")

    def use_zone(self, zone: str) -> None:
        """Take the zone of this name. Raises MachineRefused."""
        _timedatectl("set-timezone", zone)

    def set(self, moment: datetime) -> None:
        """Set the zone's own time by hand; ends following time servers. Raises MachineRefused."""
        now = self.in_use()
        if now is not None and now.follows:
            self.follow(on=False)
        _timedatectl("set-time", f"{moment:%Y-%m-%d %H:%M:%S}")


def _timedatectl(*words: str) -> str:
    return run(("timedatectl", "--no-ask-password", *words), timeout_s=_WITHIN_S)
