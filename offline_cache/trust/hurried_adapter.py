"""Connections whose every read ends by one moment, headers and chunk marks too.

A read timeout starts anew with each byte, so a server that sends one byte every few seconds would hold
the lane for days. Here each read of the socket gets what is left of the file's whole time.
"""

import io
import socket
from collections.abc import Callable
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

LeftS = Callable[[], float]


class _HurriedReads(io.RawIOBase):
    """The reading side of a socket; a read after the moment fails with TimeoutError."""

    def __init__(self, connection: socket.socket, left_s: LeftS) -> None:
        self._connection, self._left_s = connection, left_s
        self._between_s = connection.gettimeout()
        self._raw = connection.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left_s = self._left_s()
        if left_s <= 0:
            raise TimeoutError("the whole answer took too long")
        self._connection.settimeout(left_s if self._between_s is None else min(left_s, self._between_s))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _HurriedSocket:
    """A socket that hands out hurried readers and is itself in everything else."""

    def __init__(self, connection: Any, left_s: LeftS) -> None:
        self._connection, self._left_s = connection, left_s

    def makefile(self, *_arguments: Any, **_more: Any) -> io.BufferedReader:
        return io.BufferedReader(_HurriedReads(self._connection, self._left_s))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


class HurriedAdapter(HTTPAdapter):
    """The transport of a session; `left_s` says how long the file that is coming may still take."""

    def __init__(self, left_s: LeftS) -> None:
        self._pools = _pools(left_s)
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **more: Any) -> None:
        """Make the pools of direct connections."""
        super().init_poolmanager(*arguments, **more)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **more: Any) -> PoolManager:
        """Make the pools of connections through a proxy."""
        manager: PoolManager = super().proxy_manager_for(proxy, **more)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(left_s: LeftS) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            self.sock = _HurriedSocket(self.sock, left_s)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            self.sock = _HurriedSocket(self.sock, left_s)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
