"""Draw, encode and send: milliseconds and bytes a ticket. Prints figures; never fails.

Run: python -m tests.benchmarks.bench_print
"""

import statistics
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from kiosk.domain.print_jobs import Proof
from printers.emulator.direct import DirectTransport, VirtualTime
from printers.emulator.engine import Engine
from printers.escpos_printer import EscposPrinter
from printers.rendering import escpos
from printers.rendering.raster import ensure_gui, render
from printers.rendering.strips import strips
from tests.fakes.sheets import a_checklist, a_slip

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


class FirstByte:
    """Notes when the first byte is about to go out."""

    def __init__(self) -> None:
        self.start = time.perf_counter()
        self.first_ms = 0.0

    def before_first_byte(self) -> None:
        self.first_ms = (time.perf_counter() - self.start) * 1000

    def all_bytes_sent(self, count: int) -> None:
        return


def first_byte_and_paper(document, width: int) -> tuple[float, float]:
    """Return (ms to the first byte: drawing, status round trip, encoding; s from written to printed).

    The first is real time, the second the emulator's: a head of 150 mm/s with a buffer for a whole sheet.
    """
    clock = VirtualTime()
    engine = Engine(clock, width=width, buffer_bytes=1_000_000)
    printer = EscposPrinter(
        lambda: DirectTransport(engine, clock),
        name="bench",
        paper_width_dots=width,
        proof=Proof.PROCESS_ID,
        clock=clock,
    )
    progress = FirstByte()
    printer.print_document(document, progress)
    (ticket,) = engine.paper.tickets
    return progress.first_ms, ticket.printed_at - ticket.written_at


def main() -> None:
    ensure_gui()
    table = Table(
        "sheet", "dots", "draw ms", "max", "encode ms", "bytes", "full raster", "ratio",
        "tap to first byte ms", "written to printed s",
    )  # fmt: skip
    for name, document in (("checklist", a_checklist()), ("slip", a_slip())):
        for width in (576, 384):
            draw, worst = milliseconds(lambda d=document, w=width: render(d, w))
            bitmap = render(document, width)
            encode, _ = milliseconds(lambda b=bitmap: escpos.ticket(b))
            size, full = len(escpos.ticket(bitmap)), len(bitmap.data) + 8 * len(strips(bitmap))
            runs = [first_byte_and_paper(document, width) for _ in range(10)]
            first, paper = statistics.median(run[0] for run in runs), runs[0][1]
            table.add_row(
                name, f"{width}x{bitmap.height}", f"{draw:.1f}", f"{worst:.1f}", f"{encode:.1f}", str(size),
                str(full), f"{size / full:.2f}", f"{first:.1f}", f"{paper:.2f}",
            )  # fmt: skip
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
