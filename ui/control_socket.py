"""The owner-only socket of the running kiosk: one line of JSON in, one line out, then it hangs up.

Qt's own event loop serves it, so that no further thread is needed.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kiosk.ports.events import EventLog

Answer = Callable[[bytes, Callable[[bytes], None]], None]
"""(request, reply) -> calls `reply` once."""

LINE_BYTES_MAX = 4096
PATH_BYTES_MAX = 100  # sun_path has 108 bytes
_log = EventLog("kiosk.control")


class ControlSocket:
    """Listens while the kiosk holds the outbox. Qt thread."""

    def __init__(self, parent: QObject, answer: Answer) -> None:
        self._answer = answer
        self._server = QLocalServer(parent)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def listen(self, path: Path) -> bool:
        """Listen at `path`; the lock on the outbox says that whoever left a socket there is gone."""
        if len(str(path).encode()) > PATH_BYTES_MAX:
            _log.warning("control.path_too_long", bytes=len(str(path).encode()))
            return False
        QLocalServer.removeServer(str(path))
        if not self._server.listen(str(path)):
            _log.warning("control.not_listening", reason=self._server.errorString())
            return False
        return True

    def close(self) -> None:
        """Stop listening; the socket file goes."""
        self._server.close()

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Line(socket, self._answer)


class _Line(QObject):
    """One connection: collects a line, hands it on, writes the answer, hangs up."""

    def __init__(self, socket: QLocalSocket, answer: Answer) -> None:
        super().__init__(socket)
        self._socket, self._answer, self._raw, self._asked = socket, answer, b"", False
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        self._read()

    def _read(self) -> None:
        if self._asked:
            return
        self._raw += bytes(self._socket.readAll().data())
        if b"\n" in self._raw or len(self._raw) > LINE_BYTES_MAX:
            self._asked = True
            self._answer(self._raw.partition(b"\n")[0], self._reply)

    def _reply(self, raw: bytes) -> None:
        if self._socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            self._socket.write(raw + b"\n")
            self._socket.disconnectFromServer()
