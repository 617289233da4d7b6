"""A deadline for a whole answer, headers included: a line that drips a byte a second must not hold the lane.

A time-out of `requests` holds between two bytes only (requests, "Timeouts"). Here a timer ends the
connection itself; the reading side then meets an end of file, as after any other cut.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection


class DeadlineAdapter(HTTPAdapter):
    """Mount it on a session; one request at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._connection: HTTPConnection | None = None

    def get_connection_with_tls_context(self, *args: Any, **more: Any) -> Any:
        """Return the pool of connections, each of which tells when it is used."""
        pool: Any = super().get_connection_with_tls_context(*args, **more)
        if not hasattr(pool.ConnectionCls, "told"):
            pool.ConnectionCls = _telling(pool.ConnectionCls, self._use)
        return pool

    @contextmanager
    def within(self, seconds: float) -> Iterator[threading.Event]:
        """End the connection in use after `seconds`; the event says whether that happened."""
        ended = threading.Event()
        timer = threading.Timer(seconds, self._end, (ended,))
        timer.daemon = True
        self._connection = None
        timer.start()
        try:
            yield ended
        finally:
            timer.cancel()

    def _use(self, connection: HTTPConnection) -> None:
        self._connection = connection

    def _end(self, ended: threading.Event) -> None:
        ended.set()
        line = self._connection.sock if self._connection is not None else None
        if line is not None:
            with suppress(OSError):
                # The base class's: an SSLSocket's own would pull the cipher away from the reading thread.
                socket.socket.shutdown(line, socket.SHUT_RDWR)


def _telling(kind: type[HTTPConnection], used: Any) -> type[HTTPConnection]:
    """Return a kind of connection that tells `used` of itself before each request."""

    class Telling(kind):  # type: ignore[misc, valid-type]
        told = True

        def request(self, *args: Any, **more: Any) -> None:
            used(self)
            super().request(*args, **more)

    return Telling
