"""What the core asks of the store of number blocks, and of the portal that leases them."""

from typing import Protocol

from kiosk.domain.leases import Block, LeaseRequest, NumbersLeft


class BlockRefused(ValueError):  # noqa: N818  a refusal of what the portal sent
    """A leased block that cannot be used: outside the lanes, too large, or numbers this kiosk already has."""


class NumberStore(Protocol):
    """The number ranges of this kiosk; DATABASE lane only."""

    def left(self) -> NumbersLeft:
        """Return how many numbers are left."""
        ...

    def wanted(self, now_ms: int) -> LeaseRequest | None:
        """Return the open request, made durable first where numbers run low; None where enough are left."""
        ...

    def keep(self, request_id: str, block: Block, *, now_ms: int) -> None:
        """Take a block over and close its request, in one transaction. Raises BlockRefused."""
        ...

    def give_up(self, request_id: str) -> None:
        """Close a request whose block was refused; the next one gets another name, and another block."""
        ...


class PortalLeases(Protocol):
    """NETWORK lane; raises PortalError and nothing else."""

    def lease(self, request: LeaseRequest) -> Block:
        """Return the block of this request: the same for the same id."""
        ...
