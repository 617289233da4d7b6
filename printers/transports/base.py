"""What every way to a printer offers."""

from typing import Protocol


class TransportError(Exception):
    """The line broke or its time ran out; `accepted` bytes of this send had been taken before."""

    def __init__(self, message: str, *, accepted: int = 0) -> None:
        self.accepted = accepted
        super().__init__(message)


class Transport(Protocol):
    """One connection, used by one thread. After an error it is closed and a new one is made."""

    @property
    def chunk_bytes(self) -> int:
        """How much is sent under one deadline."""
        ...

    @property
    def wire_bytes_s(self) -> float:
        """The line's speed, for estimates."""
        ...

    @property
    def can_answer(self) -> bool:
        """False for a line that only writes."""
        ...

    def open(self) -> None:
        """Connect. Raises TransportError."""
        ...

    def send(self, data: bytes, *, deadline_s: float) -> None:
        """Send all of `data` within `deadline_s`. Raises TransportError with what was accepted."""
        ...

    def receive(self, *, deadline_s: float) -> bytes:
        """Return bytes as soon as some are there, b"" after `deadline_s`. Raises TransportError if closed."""
        ...

    def close(self, *, drain_s: float = 0.0) -> None:
        """Release; with `drain_s` read until the other side closes, that long at most. Never raises."""
        ...
