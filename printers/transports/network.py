"""Raw TCP to port 9100, with a deadline at every step.

Small send buffers on purpose: with the system's own, 86 kB to a printer that never reads are "sent" in 1 ms.
"""

import select
import socket
import time

from printers.transports.base import TransportError

CONNECT_S = 3.0
SEND_BUFFER_BYTES = 16 * 1024
UNACKNOWLEDGED_MS = 10_000
# Ethernet is never what a ticket waits for: a cautious figure for estimates.
WIRE_BYTES_S = 100_000.0


class NetworkTransport:
    """A printer at `host`:`port`."""

    chunk_bytes = 1024
    wire_bytes_s = WIRE_BYTES_S
    can_answer = True

    def __init__(self, host: str, port: int = 9100, *, connect_s: float = CONNECT_S) -> None:
        self.host, self.port, self._connect_s = host, port, connect_s
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """Connect within 3 s. Raises TransportError."""
        try:
            line = socket.create_connection((self.host, self.port), timeout=self._connect_s)
        except OSError as error:
            raise TransportError(f"no printer at {self.host}:{self.port}: {error}") from error
        line.setblocking(False)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MS)
        self._socket = line

    def send(self, data: bytes, *, deadline_s: float) -> None:
        """Send all of `data` or raise TransportError saying how much the line took."""
        line = self._line()
        end = time.monotonic() + deadline_s
        accepted = 0
        while accepted < len(data):
            try:
                accepted += line.send(data[accepted:])
            except BlockingIOError:
                if not _ready(line, select.POLLOUT, end):
                    message = f"{self.host} took {accepted} of {len(data)} bytes in {deadline_s} s"
                    raise TransportError(message, accepted=accepted) from None
            except OSError as error:
                raise TransportError(f"the line to {self.host} broke: {error}", accepted=accepted) from error

    def receive(self, *, deadline_s: float) -> bytes:
        """Return what came, b"" if nothing did in time. Raises TransportError when the other side closed."""
        line = self._line()
        if not _ready(line, select.POLLIN, time.monotonic() + deadline_s):
            return b""
        try:
            data = line.recv(4096)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise TransportError(f"the line to {self.host} broke: {error}") from error
        if not data:
            raise TransportError(f"{self.host} closed the line")
        return data

    def close(self, *, drain_s: float = 0.0) -> None:
        """Say that nothing more comes, read to the end so that nothing is torn off, and close."""
        line, self._socket = self._socket, None
        if line is None:
            return
        with line:
            if drain_s > 0:
                _drain(line, time.monotonic() + drain_s)

    def _line(self) -> socket.socket:
        if self._socket is None:
            raise TransportError(f"the line to {self.host} is not open")
        return self._socket


def _ready(line: socket.socket, events: int, end: float) -> bool:
    """Wait until `line` is ready for `events` or broken; False at `end` (monotonic seconds)."""
    poll = select.poll()
    poll.register(line, events)
    return bool(poll.poll(max(0.0, end - time.monotonic()) * 1000))


def _drain(line: socket.socket, end: float) -> None:
    """Unread bytes at close() would make it a reset: only 17 of 86 kB arrived then."""
    try:
        line.shutdown(socket.SHUT_WR)
        while _ready(line, select.POLLIN, end) and line.recv(4096):
            pass
    except OSError:
        return  # the other side was faster
