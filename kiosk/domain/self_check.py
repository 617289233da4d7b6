"""What a machine finds when it looks at itself, worst first; words are the screen's."""

from dataclasses import dataclass
from enum import Enum

FREE_WANTED_MIB = 1024
FREE_NEEDED_MIB = 200
CLOCK_OFFSET_ALLOWED_S = 120
MEMORY_WANTED_MIB = 400
HOT_C = 80.0


class Weight(Enum):
    """How much a finding matters; the value sorts."""

    PROBLEM = 0
    WARNING = 1
    GOOD = 2


class Part(Enum):
    """What was looked at."""

    PRINTER = "printer"
    CITY = "city"
    CATALOGUE = "catalogue"
    OUTBOX = "outbox"
    DISK = "disk"
    CLOCK = "clock"
    LOG = "log"
    SCREEN = "screen"
    SOUND = "sound"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineFacts:
    """What the system says; None where it does not say. `memory_mib` is what this program uses."""

    memory_mib: int | None
    temperature_c: float | None
    up_s: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFacts:
    """What the outbox says; None for the whole where it cannot be read."""

    waiting: int
    put_aside: int
    free_mib: int
    reserve_is_there: bool
    clock_offset_ms: int


def disk_weight(facts: StoreFacts | None) -> Weight:
    """Return how well the disk stands: 200 MiB are needed, 1 GiB wanted, the reserve unbroken."""
    if facts is None or facts.free_mib < FREE_NEEDED_MIB or not facts.reserve_is_there:
        return Weight.PROBLEM
    return Weight.WARNING if facts.free_mib < FREE_WANTED_MIB else Weight.GOOD


def outbox_weight(facts: StoreFacts | None) -> Weight:
    """Return how well the outbox stands: rows that were put aside want a person."""
    if facts is None:
        return Weight.PROBLEM
    return Weight.WARNING if facts.put_aside else Weight.GOOD


def clock_weight(facts: StoreFacts | None) -> Weight:
    """Return how far the clock is from the portal's, as last compared."""
    offset_s = abs(facts.clock_offset_ms) / 1000 if facts is not None else 0.0
    return Weight.PROBLEM if offset_s > CLOCK_OFFSET_ALLOWED_S else Weight.GOOD


def machine_weight(facts: MachineFacts) -> Weight:
    """Return whether the box is too hot or the program too large."""
    hot = facts.temperature_c is not None and facts.temperature_c >= HOT_C
    large = facts.memory_mib is not None and facts.memory_mib > MEMORY_WANTED_MIB
    return Weight.WARNING if hot or large else Weight.GOOD
