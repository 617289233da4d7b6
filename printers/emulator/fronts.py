"""The emulated printer on real lines: TCP, a pseudo-terminal, a FIFO. Each runs in its caller's thread.

`run` serves until `stop` is called from anywhere; `poll_once` serves one turn.
"""

import contextlib
import os
import select
import socket
import struct
import tty
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from printers.emulator.engine import Engine
from printers.emulator.faults import LineFaults

TICK_S = 0.005
_BACKLOG = 5
# A queue of length 0 holds one connection on Linux; the others stay unanswered.
_FILLERS = 3
_NO_LINGER = struct.pack("ii", 1, 0)


@dataclass(slots=True, kw_only=True)
class _Stream:
    """What one line has done so far."""

    opened_s: float
    taken: int = 0
    touched_s: float = 0.0
    stalled_s: float | None = None


class _Front(ABC):
    """The turning of a front: who may be read how much, and when it ends."""

    def __init__(self, engine: Engine, line: LineFaults | None) -> None:
        self.engine = engine
        self.line = line or LineFaults()
        self._stopping = False

    def run(self) -> None:
        """Serve until `stop`."""
        while not self._stopping:
            self.poll_once()
        self.close()

    def stop(self) -> None:
        """Let `run` return soon."""
        self._stopping = True

    @abstractmethod
    def poll_once(self) -> None:
        """Serve one turn."""

    @abstractmethod
    def close(self) -> None:
        """Release the line."""

    def _allowance(self, stream: _Stream) -> int:
        """Return how many bytes may be read from the line now."""
        line, now = self.line, self.engine.clock()
        if line.accept_never or self._stalling(stream, now):
            return 0
        room = self.engine.room()
        for limit in (line.drop_after, line.stall_after):
            if limit is not None:
                room = min(room, max(0, limit - stream.taken))
        if line.rate_bytes_s is not None:
            room = min(room, int((now - stream.opened_s) * line.rate_bytes_s) - stream.taken)
        return max(0, room)

    def _stalling(self, stream: _Stream, now: float) -> bool:
        line = self.line
        if line.stall_after is None or stream.taken < line.stall_after:
            return False
        if line.stall_for_s is None:
            return True
        stream.stalled_s = stream.stalled_s if stream.stalled_s is not None else now
        if now < stream.stalled_s + line.stall_for_s:
            return True
        line.stall_after = None
        return False

    def _took(self, stream: _Stream, data: bytes) -> None:
        self.engine.receive(data)
        stream.taken += len(data)
        stream.touched_s = self.engine.clock()


class TcpFront(_Front):
    """A listener on `host`:`port` (0: any free one, see `port`)."""

    def __init__(
        self, engine: Engine, *, host: str = "127.0.0.1", port: int = 0, line: LineFaults | None = None
    ) -> None:
        super().__init__(engine, line)
        self._host, self.port = host, port
        self.connections = 0
        self._clients: dict[socket.socket, _Stream] = {}
        self._cycles = engine.power_cycles
        self._listener: socket.socket | None = None
        self._fillers: list[socket.socket] = []
        self._listen()

    def poll_once(self) -> None:
        """Accept, read what may be read, answer, and misbehave as told."""
        self._keep_listening()
        readers = [client for client, stream in self._clients.items() if self._allowance(stream)]
        waits = self.line.unreachable or (self.line.one_client and self._clients)
        if self._listener is not None and not waits:
            readers.append(self._listener)
        ready, _, _ = select.select(readers, [], [], TICK_S)
        for one in ready:
            if one is self._listener:
                self._accept()
            else:
                self._read(one)
        self.engine.run()
        self._answer()
        self._misbehave()

    def finish(self, *, within_s: float) -> None:
        """Serve on until every client has gone, `within_s` at most: last answers are still on their way."""
        end = self.engine.clock() + within_s
        while self._clients and self.engine.clock() < end:
            self.poll_once()

    def close(self) -> None:
        """Close the listener and all lines."""
        for client in tuple(self._clients):
            self._drop(client)
        self._release_fillers()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _listen(self, *, backlog: int = _BACKLOG) -> None:
        listener = socket.create_server((self._host, self.port), backlog=backlog)
        listener.setblocking(False)
        # A small window, as small printers have: the sender feels a stop soon. Accepted lines inherit it.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.port = listener.getsockname()[1]
        self._listener = listener

    def _keep_listening(self) -> None:
        if self.line.unreachable and not self._fillers:
            self._fill_the_queue()
        elif not self.line.unreachable and self._fillers:
            self._release_fillers()
            self._listen_anew()
        if self.line.refuse and self._listener is not None:
            self._listener.close()
            self._listener = None
        elif not self.line.refuse and self._listener is None:
            self._listen()

    def _fill_the_queue(self) -> None:
        """Take every place in the queue of an own listener: whoever knocks then gets no answer at all."""
        self._listen_anew(backlog=0)
        for _ in range(_FILLERS):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex((self._host, self.port))
            self._fillers.append(filler)

    def _release_fillers(self) -> None:
        for filler in self._fillers:
            filler.close()
        self._fillers.clear()

    def _listen_anew(self, *, backlog: int = _BACKLOG) -> None:
        if self._listener is not None:
            self._listener.close()
        self._listen(backlog=backlog)

    def _accept(self) -> None:
        if self._listener is None:
            return
        client, _ = self._listener.accept()
        client.setblocking(False)
        now = self.engine.clock()
        self.connections += 1
        self._clients[client] = _Stream(opened_s=now, touched_s=now)
        self.engine.connected()
        if self.line.drop_before_first:
            self._drop(client)

    def _read(self, client: socket.socket) -> None:
        stream = self._clients[client]
        try:
            data = client.recv(self._allowance(stream))
        except OSError:
            self._drop(client)
            return
        if not data:
            self._drop(client)
            return
        self._took(stream, data)

    def _answer(self) -> None:
        answers = self.engine.take_answers()
        for client in tuple(self._clients) if answers else ():
            try:
                client.sendall(answers)
            except OSError:
                self._drop(client)

    def _misbehave(self) -> None:
        line, now = self.line, self.engine.clock()
        cycled, self._cycles = self._cycles != self.engine.power_cycles, self.engine.power_cycles
        for client, stream in tuple(self._clients.items()):
            cut = line.drop_after is not None and stream.taken >= line.drop_after
            idle = line.idle_close_s is not None and now - stream.touched_s > line.idle_close_s
            if cut and line.once:
                line.drop_after = None
            if cut or idle or cycled:
                self._drop(client, reset=line.reset or cycled)

    def _drop(self, client: socket.socket, *, reset: bool = False) -> None:
        self._clients.pop(client, None)
        if reset:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        client.close()
        if not self._clients:
            self.engine.disconnected()


class DescriptorFront(_Front):
    """A front on an open descriptor: the master of a pseudo-terminal, or a FIFO that only reads."""

    def __init__(
        self, engine: Engine, descriptor: int, *, answers: bool, line: LineFaults | None = None
    ) -> None:
        super().__init__(engine, line)
        self._descriptor = descriptor
        self._answers = answers
        self._stream = _Stream(opened_s=engine.clock(), touched_s=engine.clock())
        self._closed = False
        self._xon_at_s: float | None = None

    def poll_once(self) -> None:
        """Read what may be read, answer."""
        allowed = self._allowance(self._stream)
        ready, _, _ = select.select([self._descriptor] if allowed else [], [], [], TICK_S)
        if ready:
            with contextlib.suppress(BlockingIOError, OSError):  # EIO: nobody holds the other end now
                self._took(self._stream, os.read(self._descriptor, allowed))
        self.engine.run()
        if self._answers:
            self._hold_the_line()
        if self._answers and (data := self.engine.take_answers()):
            os.write(self._descriptor, data)

    def _hold_the_line(self) -> None:
        """Send XOFF once so many bytes are in, and XON when its time is over."""
        line, now = self.line, self.engine.clock()
        if line.xoff_after is not None and self._stream.taken >= line.xoff_after:
            line.xoff_after, self._xon_at_s = None, now + line.xoff_for_s
            os.write(self._descriptor, b"\x13")
        if self._xon_at_s is not None and now >= self._xon_at_s:
            self._xon_at_s = None
            os.write(self._descriptor, b"\x11")

    def close(self) -> None:
        """Hang up."""
        if not self._closed:
            self._closed = True
            os.close(self._descriptor)


def pty_front(
    engine: Engine, *, baud: int | None = None, line: LineFaults | None = None
) -> tuple[DescriptorFront, str]:
    """Return a front on a pseudo-terminal and the path of the other end; `baud` paces the reading."""
    master, slave = os.openpty()
    path = os.ttyname(slave)
    tty.setraw(slave)
    os.close(slave)
    faults = line or LineFaults()
    if baud is not None:
        faults.rate_bytes_s = baud / 10
    return DescriptorFront(engine, master, answers=True, line=faults), path


def fifo_front(engine: Engine, path: Path, *, line: LineFaults | None = None) -> DescriptorFront:
    """Return a front that reads the FIFO made at `path`."""
    os.mkfifo(path)
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    return DescriptorFront(engine, descriptor, answers=False, line=line)
