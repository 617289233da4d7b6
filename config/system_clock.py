"""The machine's clocks behind the Clock port."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

HALL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class SystemClock:
    """Wall time in the hall's zone and the kernel's monotonic clock."""

    def now(self) -> datetime:
        """Return the local time of the hall, timezone-aware."""
        return datetime.now(HALL_ZONE)  # noqa: TID251  the one place that asks the machine

    def monotonic_s(self) -> float:
        """Return seconds that never jump back."""
        return time.monotonic()
