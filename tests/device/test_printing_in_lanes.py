"""The service on real threads: the Qt thread hears, the lanes work."""

import threading

from kiosk.domain.print_jobs import PrintState, Proof
from kiosk.ports.printing import PrinterCondition
from kiosk.services.print_document import PrintDocuments
from printers.emulator.faults import LineFaults
from tests.device.bench import NetworkBench, wait_until
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.printing import FakePrintJournal
from tests.fakes.sheets import a_short_sheet
from ui.task_runner import LaneRunner


def test_a_tap_is_printed_by_the_lanes_and_told_on_the_qt_thread(qtbot):
    bench, lanes, clock = NetworkBench(), LaneRunner(), FakeClock()
    service = PrintDocuments(lanes, FakePrintJournal(), bench.printer, clock, FakeScheduler(clock))
    told, threads = [], set()

    def hear(job):
        told.append(job)
        threads.add(threading.get_ident())

    service.watch_jobs(hear)
    service.start()
    for _ in range(20):
        service.enqueue(a_short_sheet("a"))
    qtbot.waitUntil(lambda: bool(told) and told[-1].state is PrintState.PRINTED, timeout=8000)
    service.close()
    lanes.close()
    bench.close()

    assert told[-1].proof is Proof.PROCESS_ID
    assert threads == {threading.get_ident()}
    assert len(bench.engine.paper.tickets) == 1


def test_a_printer_that_is_away_is_told_and_found_again(qtbot):
    bench, lanes, clock = NetworkBench(), LaneRunner(), FakeClock()
    scheduler = FakeScheduler(clock)
    service = PrintDocuments(lanes, FakePrintJournal(), bench.printer, clock, scheduler)
    bench.line.refuse = True
    wait_until(lambda: bench.front._listener is None, what="the closed port")

    service.start()
    qtbot.waitUntil(lambda: service.condition() is PrinterCondition.UNREACHABLE, timeout=8000)
    bench.front.line = LineFaults()
    wait_until(lambda: bench.front._listener is not None, what="the open port")
    scheduler.advance(11)
    qtbot.waitUntil(lambda: service.condition() is PrinterCondition.READY, timeout=8000)
    service.close()
    lanes.close()
    bench.close()
