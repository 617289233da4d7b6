"""Blocks of PK numbers the portal leases: lane by epoch, so that a restored portal never leases one twice.

Source: the portal protocol, 6.2 (a model without lanes found a double lease in 4.5 s).
"""

from dataclasses import dataclass

from kiosk.domain.numbering import NumberRange

LEASE_SIZE = 500
REFILL_BELOW = 150
BLOCK_MAX = 1000
LANE_SIZE = 10_000_000
LANES = range(10, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseRequest:
    """A wish for numbers. The id is durable before it is sent: the same id gets the same block.

    `highest_seen` is the highest body leased to this kiosk, used or not, 0 for none.
    """

    request_id: str
    want: int
    highest_seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Numbers `first` to `last` (nine-digit bodies) leased in `epoch`."""

    block_id: str
    first: int
    last: int
    epoch: int

    def range(self) -> NumberRange:
        """Return the range. Raises ValueError for what cannot be a leased block."""
        if self.last - self.first >= BLOCK_MAX:
            raise ValueError(f"a block of {self.last - self.first + 1} numbers is larger than {BLOCK_MAX}")
        if self.first // LANE_SIZE not in LANES or self.first // LANE_SIZE != self.last // LANE_SIZE:
            raise ValueError(f"{self.first}..{self.last} is not in one leased lane")
        return NumberRange(first=self.first, last=self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersLeft:
    """Numbers not yet bound: leased ones, and those of the emergency range."""

    leased: int
    emergency: int
