"""A device node (/dev/usb/lp0), a FIFO or a file: written to, never asked."""

import os
import select

from printers.transports.base import TransportError
from printers.transports.descriptor import write_all


class FileTransport:
    """Whatever stands at `path`; a FIFO nobody reads is a printer that is not there."""

    chunk_bytes = 1024
    wire_bytes_s = 100_000.0
    can_answer = False

    def __init__(self, path: str) -> None:
        self.path = path
        self._descriptor: int | None = None

    def open(self) -> None:
        """Open without waiting, never creating anything. Raises TransportError."""
        try:
            self._descriptor = os.open(self.path, os.O_WRONLY | os.O_NONBLOCK | os.O_APPEND | os.O_CLOEXEC)
        except OSError as error:
            raise TransportError(f"no printer at {self.path}: {error.strerror}") from error

    def send(self, data: bytes, *, deadline_s: float) -> None:
        """Write all of `data` within the deadline."""
        if self._descriptor is None:
            raise TransportError(f"{self.path} is not open")
        write_all(self._descriptor, data, deadline_s=deadline_s, name=self.path)

    def receive(self, *, deadline_s: float) -> bytes:
        """Return b"" after `deadline_s`: nothing comes from here."""
        select.select([], [], [], deadline_s)
        return b""

    def close(self, *, drain_s: float = 0.0) -> None:  # noqa: ARG002  the system sends what it has
        """Release the node."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
