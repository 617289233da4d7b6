"""A line between kiosk and portal, on its own port: slow, cut, reset or dripping, as told.

A thread with an event loop; bytes are passed on as they come, so TLS goes through unread.
"""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

CHUNK = 65_536
# Turns of the loop from a connection's arrival to the first step of the one who serves it.
TURNS_TO_BEGIN = 4


@dataclass
class Trouble:
    """What happens to new connections. Bytes are counted in the direction of the kiosk.

    `delay_s` each way; `cut_after` closes and `reset_after` resets after so many bytes; `drip_s` lets one
    byte pass each so many seconds; `swallow` takes the request and answers nothing; `refuse` closes at once.
    """

    delay_s: float = 0.0
    cut_after: int | None = None
    reset_after: int | None = None
    drip_s: float = 0.0
    swallow: bool = False
    refuse: bool = False


class BadLine:
    """Listens on `port` and passes on to `target`, a port of this machine. Change `trouble` at any time."""

    def __init__(self, target: int) -> None:
        self.target, self.port = target, 0
        self.trouble = Trouble()
        self.passed = 0
        # A loop holds its tasks by weak references only: one that waits for nothing but its own line is lost.
        self._serving: set[asyncio.Task] = set()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(20)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(20)

    def under_way(self) -> int:
        """How many tasks work at connections now."""
        return len(asyncio.all_tasks(self._loop))

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=512))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._emptied(server))
        self._loop.close()

    async def _emptied(self, server: asyncio.Server) -> None:
        """End every connection, those let in at the very last moment too: none outlives the loop."""
        server.close()
        for _ in range(TURNS_TO_BEGIN):
            await asyncio.sleep(0)
        while under_way := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in under_way:
                task.cancel()
            await asyncio.wait(under_way)
            await asyncio.sleep(0)  # a closed transport lets go of its socket in the turn after

    async def _serve(self, reader, writer) -> None:
        trouble, task = self.trouble, asyncio.current_task()
        self._serving.add(task)
        self.passed += 1
        try:
            # Cancelled only at the end of the line; the stream's own callback cannot take that.
            with contextlib.suppress(OSError, asyncio.CancelledError):
                if not trouble.refuse:
                    await self._through(trouble, reader, writer)
        finally:
            self._serving.discard(task)
            writer.close()

    async def _through(self, trouble: Trouble, reader, writer) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            up = asyncio.ensure_future(_pumped(reader, there_writer, Trouble(delay_s=trouble.delay_s)))
            down = _swallowed(there_reader) if trouble.swallow else _pumped(there_reader, writer, trouble)
            await down
            up.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await up
        finally:
            there_writer.close()


async def _pumped(reader, writer, trouble: Trouble) -> None:
    """Pass bytes on in order, each `delay_s` after it came, however many are under way."""
    under_way: asyncio.Queue = asyncio.Queue()
    loop = asyncio.get_running_loop()

    async def take() -> None:
        while data := await reader.read(CHUNK):
            under_way.put_nowait((loop.time() + trouble.delay_s, data))
        under_way.put_nowait((loop.time() + trouble.delay_s, b""))

    taking, sent = asyncio.ensure_future(take()), 0
    try:
        while True:
            due_s, data = await under_way.get()
            await asyncio.sleep(max(0.0, due_s - loop.time()))
            if not data:
                return
            limit = trouble.cut_after if trouble.cut_after is not None else trouble.reset_after
            if limit is not None and sent + len(data) >= limit:
                writer.write(data[: limit - sent])
                await writer.drain()
                if trouble.reset_after is not None:
                    _reset(writer)
                return
            await _written(writer, data, trouble.drip_s)
            sent += len(data)
    finally:
        taking.cancel()


async def _written(writer, data: bytes, drip_s: float) -> None:
    for part in [data[at : at + 1] for at in range(len(data))] if drip_s else [data]:
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(drip_s)


async def _swallowed(reader) -> None:
    while await reader.read(CHUNK):
        pass


def _reset(writer) -> None:
    """Close with RST: what a firewall or a dying router does."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@contextmanager
def bad_line(target: int) -> Iterator[BadLine]:
    line = BadLine(target)
    line.start()
    try:
        yield line
    finally:
        line.stop()
