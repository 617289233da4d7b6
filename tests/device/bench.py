"""A printer on the loopback network, run by a thread of its own, and a way to wait for things."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.domain.print_jobs import Proof
from printers.emulator.engine import Engine
from printers.emulator.faults import Faults, LineFaults
from printers.emulator.fronts import TcpFront
from printers.escpos_printer import Deadlines, EscposPrinter
from printers.transports.network import NetworkTransport

# Short enough for tests, in the same order as the real ones.
QUICK = Deadlines(
    answer_s=0.3,
    first_chunk_s=0.6,
    chunk_s=0.8,
    whole_job_s=8.0,
    drain_s=0.5,
    settle_s=0.05,
    confirm_s=1.5,
)


def wait_until(true: Callable[[], bool], *, seconds: float = 5.0, what: str = "the condition") -> None:
    end = time.monotonic() + seconds
    tick = threading.Event()
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come about within {seconds} s")
        tick.wait(0.005)


def open_handles() -> Counter[str]:
    """How many handles of each kind this process holds: sockets, pipes, timers, each file by name.

    `open_handles() - before` is what there is more of; what earlier tests let go meanwhile does not count.
    """
    held: Counter[str] = Counter()
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the listing's own handle
            held[str(handle.readlink()).partition(":[")[0]] += 1
    return held


class NetworkBench:
    """Emulated printer, its front, and a printer object that talks to it."""

    def __init__(self, *, proof=Proof.PROCESS_ID, width=576, hold=True) -> None:
        self.engine = Engine(time.monotonic, width=width, head_mm_s=4000, buffer_bytes=4096)
        self.front = TcpFront(self.engine)
        self.thread = threading.Thread(target=self.front.run, name="emulated-printer")
        self.thread.start()
        self.printer = EscposPrinter(
            lambda: NetworkTransport("127.0.0.1", self.front.port, connect_s=0.5),
            name="Máy",
            paper_width_dots=width,
            proof=proof,
            deadlines=QUICK,
            hold=hold,
        )

    @property
    def faults(self) -> Faults:
        return self.engine.faults

    @property
    def line(self) -> LineFaults:
        return self.front.line

    def whole(self, bitmap) -> int:
        """How many whole copies of `bitmap` are among the cut tickets."""
        return sum(ticket.image == bitmap for ticket in self.engine.paper.tickets)

    def close(self) -> None:
        self.printer.close()
        self.front.stop()
        self.thread.join(5)
        assert not self.thread.is_alive()
