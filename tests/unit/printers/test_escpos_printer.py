"""The ESC/POS engine over a line without sockets: minutes of waiting pass in no time."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import PrinterCondition, PrinterError
from printers.emulator.direct import DirectTransport, VirtualTime
from printers.emulator.engine import Engine
from printers.emulator.faults import Faults, LineFaults
from printers.escpos_printer import EscposPrinter
from printers.rendering.bitmap import Bitmap
from tests.fakes.printing import Steps

# 400 rows, 50 mm: dense enough to fill the receive buffer several times.
DOTS = bytes((x * 7 + y * 13) % 251 | 0x81 for y in range(400) for x in range(72))
SHEET = Bitmap(width=576, height=400, data=DOTS)


class Bench:
    def __init__(self, proof=Proof.PROCESS_ID, *, faults=None, line=None, hold=True):
        self.time = VirtualTime(100.0)
        self.engine = Engine(self.time, faults=faults)
        self.line = line or LineFaults()
        self.opened = 0
        self.printer = EscposPrinter(
            self._open, name="Máy", paper_width_dots=576, proof=proof, hold=hold, clock=self.time
        )
        self.steps = Steps()

    def _open(self):
        self.opened += 1
        return DirectTransport(self.engine, self.time, self.line)

    def print(self):
        return self.printer.print_bitmap(SHEET, self.steps)

    def fails(self):
        with pytest.raises(PrinterError) as caught:
            self.print()
        return caught.value

    @property
    def whole(self):
        return [ticket for ticket in self.engine.paper.tickets if ticket.image == SHEET]


@pytest.mark.parametrize("proof", [Proof.PROCESS_ID, Proof.FENCE, Proof.STATUS, Proof.NONE])
def test_a_good_printer_gives_the_proof_it_is_able_to(proof):
    bench = Bench(proof)

    outcome = bench.print()
    bench.printer.close()

    assert outcome.proof is proof
    assert outcome.bytes_sent == bench.steps.count
    assert bench.steps.seen == ["sending", "sent"]
    assert len(bench.whole) == 1
    assert bench.engine.leaked == b""


@pytest.mark.parametrize("proof", [Proof.PROCESS_ID, Proof.FENCE])
def test_proof_comes_no_earlier_than_the_paper(proof):
    bench = Bench(proof)

    bench.print()

    assert bench.time() >= bench.whole[0].printed_at


@pytest.mark.parametrize(
    ("set_sensor", "condition"),
    [
        ("paper_out", PrinterCondition.PAPER_OUT),
        ("cover_open", PrinterCondition.COVER_OPEN),
        ("offline", PrinterCondition.OFFLINE),
        ("cutter_error", PrinterCondition.FAULT),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(set_sensor, condition):
    bench = Bench()
    setattr(bench.engine.sensors, set_sensor, True)

    error = bench.fails()

    assert (error.condition, error.may_have_printed) == (condition, False)
    assert bench.steps.seen == []
    assert bench.printer.read_condition() is condition


def test_paper_near_its_end_still_prints():
    bench = Bench()
    bench.engine.sensors.near_end = True

    assert bench.printer.read_condition() is PrinterCondition.PAPER_LOW
    assert bench.print().proof is Proof.PROCESS_ID


@pytest.mark.parametrize("line", [LineFaults(refuse=True), LineFaults(drop_before_first=True)])
def test_a_line_that_never_stood_leaves_the_job_untouched(line):
    bench = Bench(line=line)

    error = bench.fails()

    assert (error.condition, error.may_have_printed) == (PrinterCondition.UNREACHABLE, False)
    assert bench.printer.read_condition() is PrinterCondition.UNREACHABLE


@pytest.mark.parametrize("faults", [Faults(silent={"dle_eot"}), Faults(noise=b"\xff"), Faults(noise=b"\0")])
def test_silence_and_noise_are_unknown_and_nothing_is_sent(faults):
    bench = Bench(faults=faults)

    assert bench.printer.read_condition() is PrinterCondition.UNKNOWN
    assert bench.fails().condition is PrinterCondition.UNKNOWN
    assert bench.engine.paper.total_rows == 0


@pytest.mark.parametrize("proof", [Proof.PROCESS_ID, Proof.FENCE, Proof.STATUS, Proof.NONE])
@pytest.mark.parametrize("at", [100, 5_000, 25_000])
def test_a_line_cut_in_the_middle_may_have_printed(proof, at):
    bench = Bench(proof, line=LineFaults(drop_after=at, once=True))

    error = bench.fails()

    assert error.may_have_printed
    assert bench.whole == []


def test_a_printer_that_stops_reading_is_noticed_within_its_deadline():
    bench = Bench(line=LineFaults(stall_after=6_000))

    error = bench.fails()

    assert error.may_have_printed
    assert bench.time() - 100 < 15


def test_a_pause_shorter_than_the_deadline_is_no_failure():
    bench = Bench(line=LineFaults(stall_after=6_000, stall_for_s=8))

    assert bench.print().proof is Proof.PROCESS_ID


def test_a_slow_line_that_moves_is_not_given_up():
    bench = Bench(line=LineFaults(rate_bytes_s=2_000))

    assert bench.print().proof is Proof.PROCESS_ID
    assert bench.time() - 100 > 10


def test_a_wrong_id_is_no_proof():
    bench = Bench(faults=Faults(id_instead=b"ZZZZ"))

    assert bench.print().proof is Proof.STATUS


def test_an_old_id_is_no_proof():
    bench = Bench(faults=Faults(old_id=True))

    bench.print()

    assert bench.print().proof is Proof.STATUS


def test_a_printer_without_ids_falls_to_status():
    bench = Bench(faults=Faults(silent={"gs_h"}))

    assert bench.print().proof is Proof.STATUS


def test_rubbish_before_each_answer_does_not_hide_the_true_one():
    bench = Bench(faults=Faults(rubbish=b"\x37\x22A0\x00\x11\x13\xff"))

    assert bench.print().proof is Proof.PROCESS_ID


def test_status_sent_unasked_is_kept_apart_from_answers():
    bench = Bench(faults=Faults(asb_unasked=True))

    assert bench.printer.read_condition() is PrinterCondition.READY
    assert bench.print().proof is Proof.PROCESS_ID


def test_late_answers_do_not_shift_to_the_next_question():
    bench = Bench(faults=Faults(answer_delay_s=1.5))
    bench.engine.sensors.paper_out = True

    conditions = [bench.printer.read_condition() for _ in range(6)]

    assert set(conditions) <= {PrinterCondition.UNKNOWN, PrinterCondition.PAPER_OUT, PrinterCondition.FAULT}


@pytest.mark.parametrize("proof", [Proof.PROCESS_ID, Proof.FENCE])
def test_a_printer_that_lies_about_missing_paper_is_not_believed(proof):
    bench = Bench(proof, faults=Faults(lies=True))
    bench.engine.sensors.paper_out_at_mm = 20

    error = bench.fails()

    assert (error.condition, error.may_have_printed) == (PrinterCondition.PAPER_OUT, True)


@pytest.mark.parametrize("proof", [Proof.PROCESS_ID, Proof.FENCE, Proof.STATUS])
def test_paper_that_ends_in_the_middle_is_uncertain_and_says_why(proof):
    bench = Bench(proof)
    bench.engine.sensors.paper_out_at_mm = 20

    error = bench.fails()

    assert (error.condition, error.may_have_printed) == (PrinterCondition.PAPER_OUT, True)
    assert bench.whole == []


@pytest.mark.parametrize("where", [{"power_off_at_byte": 9_000}, {"power_off_at_mm": 10.0}])
def test_a_printer_switched_off_in_the_middle_is_uncertain(where):
    bench = Bench(faults=Faults(**where))

    assert bench.fails().may_have_printed
    assert bench.whole == []


def test_a_printer_switched_off_between_jobs_loses_nothing():
    bench = Bench()
    bench.print()
    bench.engine.power_cycle()

    assert bench.print().proof is Proof.PROCESS_ID
    assert len(bench.whole) == 2


def test_a_line_closed_in_silence_does_not_eat_the_next_ticket():
    bench = Bench(line=LineFaults(idle_close_s=60))
    bench.print()
    bench.time.advance_to(bench.time() + 300)

    assert bench.print().proof is Proof.PROCESS_ID
    assert len(bench.whole) == 2
    assert bench.opened == 2


def test_after_a_break_the_half_ticket_is_cut_off_and_the_next_is_whole():
    bench = Bench(line=LineFaults(drop_after=9_000, once=True))
    bench.fails()

    assert bench.print().proof is Proof.PROCESS_ID
    assert len(bench.whole) == 1
    assert len(bench.engine.paper.tickets) == 2
    assert bench.engine.leaked == b""


def test_a_shared_printer_gets_one_line_a_job():
    bench = Bench(hold=False)

    bench.print()
    bench.print()

    assert bench.opened == 2


def test_a_held_printer_keeps_its_line():
    bench = Bench()

    bench.print()
    bench.printer.read_condition()
    bench.print()

    assert bench.opened == 1


FAULTS = st.builds(
    Faults,
    answer_delay_s=st.sampled_from([0, 0, 0.3, 2]),
    silent=st.sets(st.sampled_from(["dle_eot", "gs_r", "gs_h", "asb"]), max_size=2),
    noise=st.sampled_from([None, None, None, b"\0", b"\x12", b"\xff\x00"]),
    rubbish=st.sampled_from([b"", b"", b"\x00", b"\x37\x22"]),
    asb_unasked=st.booleans(),
    lies=st.booleans(),
    power_off_at_byte=st.one_of(st.none(), st.integers(1, 40_000)),
)
LINES = st.builds(
    LineFaults,
    drop_after=st.one_of(st.none(), st.integers(1, 40_000)),
    stall_after=st.one_of(st.none(), st.none(), st.integers(1, 40_000)),
    stall_for_s=st.sampled_from([None, 3, 30]),
    once=st.just(True),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    faults=FAULTS,
    line=LINES,
    proof=st.sampled_from([Proof.PROCESS_ID, Proof.STATUS]),
    paper_mm=st.one_of(st.none(), st.integers(1, 80)),
)
def test_whatever_goes_wrong_proof_means_paper_and_untouched_means_no_paper(faults, line, proof, paper_mm):
    bench = Bench(proof, faults=faults, line=line)
    bench.engine.sensors.paper_out_at_mm = paper_mm

    try:
        outcome = bench.print()
    except PrinterError as error:
        if not error.may_have_printed:
            assert bench.engine.paper.total_rows == 0
    else:
        if outcome.proof is Proof.PROCESS_ID:
            assert len(bench.whole) == 1


def test_a_printer_that_twice_owes_its_id_is_asked_for_less_and_says_so():
    engine, time = Engine(clock := VirtualTime(), width=384), clock
    engine.faults.silent = {"gs_h"}
    printer = EscposPrinter(
        lambda: DirectTransport(engine, time),
        name="Máy",
        paper_width_dots=384,
        proof=Proof.PROCESS_ID,
        clock=time,
    )
    heard = []
    printer.on_proof_lowered = heard.append
    sheet = Bitmap(width=384, height=16, data=b"\x55" * 48 * 16)

    proofs = [printer.print_bitmap(sheet, Steps()).proof for _ in range(3)]
    engine.faults.silent = {"gs_h", "gs_r"}
    proofs += [printer.print_bitmap(sheet, Steps()).proof for _ in range(2)]
    engine.faults.silent = set()
    proofs.append(printer.print_bitmap(sheet, Steps()).proof)

    assert proofs == [Proof.STATUS, Proof.STATUS, Proof.FENCE, Proof.STATUS, Proof.STATUS, Proof.STATUS]
    assert heard == [Proof.FENCE, Proof.STATUS]


@pytest.mark.parametrize(
    ("hold", "condition"), [(False, PrinterCondition.BUSY), (True, PrinterCondition.UNKNOWN)]
)
def test_the_silence_of_a_shared_printer_is_busy_and_of_our_own_unknown(hold, condition):
    time = VirtualTime()
    engine = Engine(time, width=384, faults=Faults(silent={"dle_eot"}))
    printer = EscposPrinter(
        lambda: DirectTransport(engine, time),
        name="Máy",
        paper_width_dots=384,
        proof=Proof.STATUS,
        hold=hold,
        clock=time,
    )

    assert printer.read_condition() is condition
    with pytest.raises(PrinterError) as caught:
        printer.print_bitmap(Bitmap(width=384, height=1, data=bytes(48)), Steps())
    assert (caught.value.condition, caught.value.may_have_printed) == (condition, False)
