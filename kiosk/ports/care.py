"""What looking after a kiosk asks of its files and of the portal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.health import Directive, Heartbeat, QueueHealth, SlipPrinted


class CareStore(Protocol):
    """Figures and orders; DATABASE lane only."""

    def queue_health(self, now_ms: int) -> QueueHealth:
        """Return the rows as a heartbeat tells them."""
        ...

    def boot_counter(self) -> int:
        """Return how often this room was opened."""
        ...

    def count_beat(self) -> int:
        """Count a heartbeat durably and return its number, never the same twice; 0 on a full disk."""
        ...

    def last_seq(self) -> int:
        """Return the newest row's sequence ever told, also after a lost database."""
        ...

    def disk_free_bytes(self) -> int:
        """Return what is free where the outbox lies."""
        ...

    def reserve_is_there(self) -> bool:
        """Return whether the 8 MiB kept for a full disk are still there; a trial kiosk keeps none."""
        ...

    def done(self) -> tuple[str, ...]:
        """Return the orders carried out and not yet known to be heard of."""
        ...

    def carry_out(self, directive: Directive, *, now_ms: int) -> bool:
        """Do what an order asks of the rows and note it, in one transaction; False: it was done before."""
        ...

    def heard(self, directive_ids: tuple[str, ...]) -> None:
        """Forget orders the portal no longer repeats."""
        ...

    def paused_until_ms(self) -> int:
        """Return until when intake is paused by order, 0 for not."""
        ...

    def untold_prints(self, limit: int) -> tuple[SlipPrinted, ...]:
        """Return printed slips the portal has not heard of, oldest first."""
        ...

    def note_told(self, job_ids: tuple[str, ...], *, now_ms: int) -> None:
        """Remember that the portal has heard of these."""
        ...

    def retire(self, now_ms: int) -> int:
        """Remove rows kept 180 days whose bytes are gone; a signed anchor marks the start. How many."""
        ...

    def forget_old(self, now_ms: int) -> int:
        """Drop what has had its time, and return how many.

        States 30 days after the end or 180 days without news, private answers after 180 days, notices 30
        days after their last day.
        """
        ...


@dataclass(frozen=True, slots=True)
class EarlierKey:
    """A key this machine had before: its 32 raw public bytes, and how it signs."""

    public_key: bytes
    sign: Callable[[bytes], bytes]


class DeviceKeys(Protocol):
    """This machine's key and its successor; used in the NETWORK lane."""

    def has_next(self) -> bool:
        """Return whether a successor waits."""
        ...

    def next_public_key(self) -> bytes:
        """Return the successor's 32 raw bytes, made durably where there is none."""
        ...

    def sign_with_next(self, message: bytes) -> bytes:
        """Return the successor's signature."""
        ...

    def promote_next(self) -> None:
        """Make the successor the key, durably."""
        ...

    def earlier(self) -> tuple[EarlierKey, ...]:
        """Return the keys before this one, newest first: a restored portal may know only old ones."""
        ...


class PortalCare(Protocol):
    """NETWORK lane; raises PortalError and nothing else."""

    def heartbeat(self, beat: Heartbeat) -> tuple[Directive, ...]:
        """Report, and return what the portal orders; the same orders come until reported done."""
        ...

    def tell_printed(self, slips: tuple[SlipPrinted, ...]) -> tuple[str, ...]:
        """Tell the portal which slips came out; return the ids it has dealt with, taken or not."""
        ...

    def rotate_key(self, keys: DeviceKeys) -> None:
        """Make the successor's key known to the portal, then promote it; safe to repeat."""
        ...
