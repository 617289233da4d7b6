"""Draw, encode, send: milliseconds and bytes a ticket, and the way from the tap to the first byte.

Run: python -m tests.benchmarks.bench_print [--write] (--write makes the table in docs/printing.md anew).
"""

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from rich.console import Console
from rich.table import Table

from config.system_clock import SystemClock
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import PrintState, Proof
from kiosk.ports.tasks import Lane
from kiosk.services.print_document import PrintDocuments
from printers.emulator.direct import DirectTransport, VirtualTime
from printers.emulator.engine import Engine
from printers.escpos_printer import EscposPrinter
from printers.rendering import escpos
from printers.rendering.raster import ensure_gui, render
from printers.rendering.strips import strips
from printers.transports.network import NetworkTransport
from tests.device.bench import NetworkBench
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import SqlJournalAlone
from tests.fakes.sheets import a_checklist, a_slip
from ui.task_runner import LaneRunner

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "printing.md"
HEADS = (
    "sheet", "dots", "draw ms (worst)", "encode ms", "bytes", "of full raster",
    "tap to first byte ms (worst)", "written to printed s",
)  # fmt: skip
ROUNDS = 30


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """Return median and maximum of 30 runs after one to warm up."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), max(taken)


class WrittenAt:
    """Nothing is journalled where only the paper is measured."""

    def before_first_byte(self) -> None:
        return

    def all_bytes_sent(self, count: int) -> None:
        return


def written_to_printed_s(document: PrintDocument, width: int) -> float:
    """Return the emulator's seconds from written to printed: 150 mm/s, a buffer for a whole sheet."""
    clock = VirtualTime()
    engine = Engine(clock, width=width, buffer_bytes=1_000_000)
    printer = EscposPrinter(
        lambda: DirectTransport(engine, clock),
        name="bench",
        paper_width_dots=width,
        proof=Proof.PROCESS_ID,
        clock=clock,
    )
    printer.print_document(document, WrittenAt())
    (ticket,) = engine.paper.tickets
    return ticket.printed_at - ticket.written_at


class Watched(NetworkTransport):
    """The network line, noting when the first byte of a sheet has gone out."""

    first_byte_s = 0.0

    def send(self, data: bytes, *, deadline_s: float) -> None:
        super().send(data, deadline_s=deadline_s)
        if len(data) >= self.chunk_bytes and not self.first_byte_s:
            type(self).first_byte_s = time.perf_counter()


def let_qt_work_until(happened: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(20_000)
    while not happened():
        assert not deadline.hasExpired(), "it did not come about"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def taps_to_first_byte_ms(document: PrintDocument, width: int, *, taps: int = 10) -> list[float]:
    """Return milliseconds from the tap to the first byte on a real socket, with all that lies between.

    Three commits to the real journal on disk, the lanes, drawing, the status round trip and encoding.
    """
    taken = []
    with tempfile.TemporaryDirectory() as home:
        lanes, clock = LaneRunner(), SystemClock()
        opened: list[SqlJournalAlone] = []
        lanes.submit(Lane.DATABASE, lambda home=home: SqlJournalAlone(Path(home)), done=opened.append)
        let_qt_work_until(lambda: bool(opened))
        journal = opened[0]
        bench = NetworkBench(width=width)
        bench.printer._make = lambda: Watched("127.0.0.1", bench.front.port)
        service = PrintDocuments(lanes, journal, bench.printer, clock, FakeScheduler(FakeClock()))
        service.start()
        for number in range(taps):
            done: list[PrintState] = []
            stop = service.watch_jobs(lambda job, done=done: done.append(job.state))
            Watched.first_byte_s, start = 0.0, time.perf_counter()
            service.enqueue(replace(document, document_id=f"tap-{number}"))
            let_qt_work_until(lambda done=done: PrintState.PRINTED in done)
            stop()
            taken.append((Watched.first_byte_s - start) * 1000)
        service.close()
        lanes.submit(Lane.DATABASE, journal.close)
        lanes.close()
        bench.close()
    return taken


def rows() -> Iterator[tuple[str, ...]]:
    """Yield a row a sheet and width, as it stands in the document."""
    for name, document in (("checklist", a_checklist()), ("slip", a_slip())):
        for width in (576, 384):
            draw, worst = milliseconds(lambda d=document, w=width: render(d, w))
            bitmap = render(document, width)
            encode, _ = milliseconds(lambda b=bitmap: escpos.ticket(b))
            size, full = len(escpos.ticket(bitmap)), len(bitmap.data) + 8 * len(strips(bitmap))
            taps = taps_to_first_byte_ms(document, width)
            yield (
                name, f"{width}x{bitmap.height}", f"{draw:.1f} ({worst:.0f})", f"{encode:.1f}", str(size),
                f"{100 * size / full:.0f} %", f"{statistics.median(taps):.0f} ({max(taps):.0f})",
                f"{written_to_printed_s(document, width):.2f}",
            )  # fmt: skip


def main() -> None:
    ensure_gui()
    made = list(rows())
    table = Table(*HEADS)
    for row in made:
        table.add_row(*row)
    Console(width=150).print(table)
    if "--write" in sys.argv[1:]:
        lines = [" | ".join(row) for row in (HEADS, ("---",) * len(HEADS), *made)]
        text = DOCUMENT.read_text("utf-8")
        inside = "\n".join(f"| {line} |" for line in lines)
        marked = re.compile(r"(<!-- bench print -->\n).*?(<!-- end -->)", re.DOTALL)
        DOCUMENT.write_text(marked.sub(lambda found: f"{found[1]}{inside}\n{found[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
