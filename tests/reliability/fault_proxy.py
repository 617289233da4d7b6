"""A line on loopback between the kiosk and the portal, which does what bad networks do."""

import contextlib
import random
import selectors
import socket
import struct
import threading

MOODS = ("good", "refuse", "close", "reset", "garbage", "half an answer", "stall")
_NO_LINGER = struct.pack("ii", 1, 0)


class FaultProxy:
    """Listens on `port`, passes bytes to `target` as `mood` lets it; `pull` also ends what is under way."""

    def __init__(self, target: int) -> None:
        self.target, self.mood, self.connections = target, "good", 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._accept, name="fault-proxy")]
        self._threads[0].start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def pull(self, mood: str) -> None:
        self.mood = mood
        for one in tuple(self._open):
            with contextlib.suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._stopping.set()
        self.pull("refuse")
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(client,), name="fault-proxy-line")
            self._threads.append(thread)
            thread.start()

    def _serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            self._open.add(client)
            if self.mood in {"refuse", "reset"}:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            elif self.mood == "garbage":
                client.recv(65536)
                client.sendall(random.Random(7).randbytes(500))
            elif self.mood == "stall":
                while client.recv(65536):
                    pass
            elif self.mood != "close":
                self._pass_on(client)
        self._open.discard(client)

    def _pass_on(self, client: socket.socket) -> None:
        with (
            socket.create_connection(("127.0.0.1", self.target), timeout=5) as portal,
            selectors.DefaultSelector() as waiting,
        ):
            waiting.register(client, selectors.EVENT_READ, portal)
            waiting.register(portal, selectors.EVENT_READ, client)
            while not self._stopping.is_set():
                for key, _ in waiting.select(0.2):
                    data = key.fileobj.recv(65536)
                    if self.mood == "half an answer" and key.fileobj is portal:
                        client.sendall(data[: len(data) // 2])
                        return
                    if not data:
                        return
                    key.data.sendall(data)
