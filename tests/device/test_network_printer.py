"""Real sockets to the emulated printer, with everything that goes wrong on a network."""

import random
import socket
import threading
from collections import Counter

import pytest

from kiosk.domain.print_jobs import PrintState, Proof
from kiosk.ports.printing import PrinterCondition, PrinterError
from kiosk.services.print_document import PrintDocuments
from printers.emulator.faults import Faults, LineFaults
from printers.rendering.bitmap import Bitmap
from printers.rendering.raster import ensure_gui, render
from printers.transports.base import TransportError
from printers.transports.network import NetworkTransport
from tests.device.bench import NetworkBench, open_handles, wait_until
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.printing import FakePrintJournal, Steps
from tests.fakes.sheets import a_short_sheet, a_slip
from tests.fakes.tasks import InlineRunner

DOTS = bytes((x * 7 + y * 13) % 251 | 0x81 for y in range(300) for x in range(72))
SHEET = Bitmap(width=576, height=300, data=DOTS)


@pytest.fixture
def bench():
    made = NetworkBench()
    yield made
    made.close()


def fails(bench):
    with pytest.raises(PrinterError) as caught:
        bench.printer.print_bitmap(SHEET, Steps())
    return caught.value


def prints(bench):
    return bench.printer.print_bitmap(SHEET, Steps()).proof


@pytest.mark.parametrize("proof", [Proof.PROCESS_ID, Proof.FENCE, Proof.STATUS, Proof.NONE])
def test_a_ticket_comes_out_whole_over_a_socket(proof):
    bench = NetworkBench(proof=proof, hold=proof is not Proof.NONE)

    assert prints(bench) is proof
    wait_until(lambda: bench.whole(SHEET) == 1, what="the ticket")
    bench.close()

    assert bench.engine.leaked == b""
    assert bench.engine.live_inside_picture == 0


def test_a_closed_port_is_unreachable_and_leaves_the_job_untouched(bench):
    bench.line.refuse = True
    wait_until(lambda: bench.front._listener is None, what="the closed port")

    error = fails(bench)

    assert (error.condition, error.may_have_printed) == (PrinterCondition.UNREACHABLE, False)


def test_a_host_that_answers_no_connection_is_given_up_at_the_deadline():
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        fillers = [socket.socket() for _ in range(4)]
        for one in fillers:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        transport = NetworkTransport("127.0.0.1", full.getsockname()[1], connect_s=0.3)

        with pytest.raises(TransportError, match="no printer at"):
            transport.open()

        for one in fillers:
            one.close()


def test_an_unreachable_printer_leaves_the_job_untouched_and_is_found_again(bench):
    bench.line.unreachable = True
    wait_until(lambda: bool(bench.front._fillers), what="the full queue")

    error = fails(bench)

    assert (error.condition, error.may_have_printed) == (PrinterCondition.UNREACHABLE, False)
    assert bench.engine.received == 0
    bench.line.unreachable = False
    wait_until(lambda: not bench.front._fillers, what="the queue")
    assert prints(bench) is Proof.PROCESS_ID


def test_a_report_with_flow_control_inside_is_still_one_report(bench):
    bench.engine.faults.asb_unasked = bench.engine.faults.asb_xoff = True
    assert bench.printer.read_condition() is PrinterCondition.READY
    bench.engine.sensors.paper_out_at_mm = 10

    error = fails(bench)

    assert (error.condition, error.may_have_printed) == (PrinterCondition.PAPER_OUT, True)


def test_a_line_closed_at_once_leaves_the_job_untouched(bench):
    bench.line.drop_before_first = True

    assert not fails(bench).may_have_printed


def test_a_printer_that_never_reads_is_unknown(bench):
    bench.line.accept_never = True

    assert bench.printer.read_condition() is PrinterCondition.UNKNOWN
    assert not fails(bench).may_have_printed


@pytest.mark.parametrize("reset", [False, True])
def test_a_line_cut_in_the_middle_is_uncertain(bench, reset):
    bench.line.reset = reset
    bench.line.drop_after = 9_000

    assert fails(bench).may_have_printed
    assert bench.whole(SHEET) == 0


def test_a_printer_that_hangs_in_the_middle_is_uncertain(bench):
    bench.line.stall_after = 6_000

    assert fails(bench).may_have_printed


def test_a_short_pause_is_no_failure(bench):
    bench.line.stall_after, bench.line.stall_for_s = 6_000, 0.3

    assert prints(bench) is Proof.PROCESS_ID


def test_a_slow_printer_that_moves_is_not_given_up(bench):
    bench.line.rate_bytes_s = 15_000

    assert prints(bench) is Proof.PROCESS_ID


@pytest.mark.parametrize(
    ("sensor", "condition", "printed"),
    [
        ("near_end", PrinterCondition.PAPER_LOW, True),
        ("paper_out", PrinterCondition.PAPER_OUT, False),
        ("cover_open", PrinterCondition.COVER_OPEN, False),
        ("offline", PrinterCondition.OFFLINE, False),
        ("hot_head", PrinterCondition.FAULT, False),
    ],
)
def test_each_sensor_is_heard_before_a_byte_is_sent(bench, sensor, condition, printed):
    setattr(bench.engine.sensors, sensor, True)

    assert bench.printer.read_condition() is condition
    if printed:
        assert prints(bench) is Proof.PROCESS_ID
    else:
        assert not fails(bench).may_have_printed


def test_paper_that_ends_in_the_middle_names_the_paper(bench):
    bench.engine.sensors.paper_out_at_mm = 10

    error = fails(bench)

    assert (error.condition, error.may_have_printed) == (PrinterCondition.PAPER_OUT, True)


@pytest.mark.parametrize(
    "faults",
    [
        Faults(silent={"dle_eot"}),
        Faults(answer_delay_s=0.5),
        Faults(noise=b"\xff"),
        Faults(noise=b"\x10"),
    ],
    ids=["silent", "late", "noise", "half a frame"],
)
def test_late_missing_and_wrong_answers_are_unknown(bench, faults):
    bench.engine.faults = faults

    assert {bench.printer.read_condition() for _ in range(3)} == {PrinterCondition.UNKNOWN}
    assert not fails(bench).may_have_printed


@pytest.mark.parametrize(
    "faults",
    [Faults(id_instead=b"OLD1"), Faults(silent={"gs_h"})],
    ids=["wrong id", "no id"],
)
def test_without_the_true_id_a_ticket_stays_unconfirmed(bench, faults):
    bench.engine.faults = faults

    assert prints(bench) is Proof.STATUS


def test_a_printer_that_lies_is_asked_again(bench):
    bench.engine.faults = Faults(lies=True)
    bench.engine.sensors.paper_out_at_mm = 10

    assert fails(bench).condition is PrinterCondition.PAPER_OUT


def test_a_line_closed_in_silence_does_not_eat_the_next_ticket(bench):
    assert prints(bench) is Proof.PROCESS_ID
    bench.line.idle_close_s = 0.05
    wait_until(lambda: not bench.front._clients, what="the idle close")
    bench.line.idle_close_s = None

    assert prints(bench) is Proof.PROCESS_ID
    assert bench.whole(SHEET) == 2


def test_a_power_cycle_between_tickets_loses_nothing(bench):
    assert prints(bench) is Proof.PROCESS_ID
    bench.engine.power_cycle()
    wait_until(lambda: not bench.front._clients, what="the reset")

    assert prints(bench) is Proof.PROCESS_ID


def test_there_are_never_two_lines_at_once(bench):
    bench.line.one_client = True

    for _ in range(3):
        bench.printer.read_condition()
        prints(bench)

    assert bench.front.connections == 1


def test_after_a_break_the_next_ticket_is_whole_and_nothing_leaks(bench):
    bench.line.drop_after, bench.line.once = 9_000, True
    fails(bench)

    assert prints(bench) is Proof.PROCESS_ID
    assert bench.whole(SHEET) == 1
    assert bench.engine.leaked == b""


def test_unread_reports_at_the_close_tear_nothing_off():
    bench = NetworkBench(proof=Proof.NONE, hold=False)
    bench.engine.faults.asb_unasked = True
    bench.line.rate_bytes_s = 40_000

    bench.printer.print_bitmap(SHEET, Steps())

    wait_until(lambda: bench.whole(SHEET) == 1, what="the whole ticket")
    bench.close()


def some_line(dice):
    choice = dice.random()
    if choice < 0.15:
        return LineFaults(drop_after=dice.randrange(20, 3_000), reset=dice.random() < 0.5, once=True)
    if choice < 0.22:
        return LineFaults(refuse=True)
    if choice < 0.27:
        return LineFaults(drop_before_first=True)
    return LineFaults()


def some_faults(dice):
    choice = dice.random()
    if choice < 0.08:
        return Faults(power_off_at_byte=None, rubbish=bytes(dice.randrange(256) for _ in range(3)))
    if choice < 0.14:
        return Faults(silent={"gs_h"})
    if choice < 0.20:
        return Faults(id_instead=b"NOPE")
    return Faults(asb_unasked=dice.random() < 0.3)


def test_a_hundred_tickets_through_faults_come_out_once_and_are_called_printed_only_when_whole(qapp):
    ensure_gui()
    dice = random.Random(20261124)
    threads, handles = threading.active_count(), open_handles()
    bench = NetworkBench()
    clock = FakeClock()
    scheduler, journal = FakeScheduler(clock), FakePrintJournal()
    service = PrintDocuments(InlineRunner(), journal, bench.printer, clock, scheduler, jitter=lambda: 0.0)
    service.start()

    for number in range(100):
        bench.front.line, bench.engine.faults = some_line(dice), some_faults(dice)
        service.enqueue(a_short_sheet(f"PK {number:03}"))
        bench.front.line, bench.engine.faults = LineFaults(), Faults()
        wait_until(lambda: bench.front._listener is not None, what="the port")
        scheduler.advance(61)
    service.close()
    bench.close()

    states = {job.state for job in journal.jobs.values()}
    for job in journal.jobs.values():
        copies = bench.whole(render(journal.documents[job.job_id], 576))
        assert copies <= 1
        assert copies == 1 or job.state is not PrintState.PRINTED
    assert states >= {PrintState.PRINTED, PrintState.UNCERTAIN, PrintState.UNCONFIRMED}
    assert states <= {PrintState.PRINTED, PrintState.UNCERTAIN, PrintState.UNCONFIRMED}
    # What is left of a command that a break cut in two may reach the printer as text, but prints no letter.
    assert not [byte for byte in bench.engine.leaked if byte >= 0x20]
    assert threading.active_count() == threads
    assert open_handles() - handles == Counter()


def test_number_and_code_are_on_the_paper_that_came_through_the_socket(bench, qapp):
    bitmap = render(a_slip(), 576)

    bench.printer.print_bitmap(bitmap, Steps())

    (ticket,) = bench.engine.paper.tickets
    assert ticket.qr() == ("HNPK1:17012345680:00000001",)
    assert ticket.image == bitmap
