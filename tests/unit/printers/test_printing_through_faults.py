"""The whole way from tap to paper, on the emulator and in virtual time, under any mix of faults."""

from functools import cache

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.domain.print_jobs import PrintState, Proof
from kiosk.domain.receipts import as_copy
from kiosk.services.print_document import PrintDocuments
from printers.emulator.direct import DirectTransport, VirtualTime
from printers.emulator.engine import Engine
from printers.emulator.faults import Faults, LineFaults, Sensors
from printers.escpos_printer import EscposPrinter
from printers.rendering.raster import render
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.printing import FakePrintJournal
from tests.fakes.sheets import a_short_sheet
from tests.fakes.tasks import InlineRunner


class PowerCut(BaseException):
    """The kiosk's power goes at this step."""


class CutJournal(FakePrintJournal):
    """A journal whose machine loses power right after a step was committed."""

    def __init__(self):
        super().__init__()
        self.cut_after = None

    def advance(self, job_id, state, **values):
        job = super().advance(job_id, state, **values)
        if state is self.cut_after:
            self.cut_after = None
            raise PowerCut
        return job


@cache
def picture(number, copy_no):
    document = a_short_sheet(f"sheet-{number}")
    return render(document if copy_no == 1 else as_copy(document, copy_no=copy_no), 384)


class Kiosk(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.time = VirtualTime()
        self.engine = Engine(self.time, width=384, buffer_bytes=512)
        self.line = LineFaults()
        self.journal = CutJournal()
        self.clock = FakeClock()
        self.switch_on()

    def switch_on(self):
        self.scheduler = FakeScheduler(self.clock)
        self.printer = EscposPrinter(
            lambda: DirectTransport(self.engine, self.time, self.line),
            name="Máy",
            paper_width_dots=384,
            proof=Proof.PROCESS_ID,
            clock=self.time,
        )
        self.service = PrintDocuments(
            InlineRunner(), self.journal, self.printer, self.clock, self.scheduler, jitter=lambda: 0.0
        )
        self.live(self.service.start)

    def live(self, step):
        try:
            step()
        except PowerCut:
            self.switch_on()

    @rule(number=st.integers(0, 2))
    def tap(self, number):
        self.live(lambda: self.service.enqueue(a_short_sheet(f"sheet-{number}")))

    @rule(seconds=st.integers(1, 40))
    def wait(self, seconds):
        self.live(lambda: self.scheduler.advance(seconds))

    @rule(number=st.integers(1, 6), came_out=st.booleans())
    def answer(self, number, came_out):
        if f"job-{number}" in self.journal.jobs:
            self.live(lambda: self.service.answer(f"job-{number}", came_out))

    @rule(at=st.integers(1, 2500), stall=st.booleans())
    def break_the_line(self, at, stall):
        self.line.once = True
        self.line.drop_after, self.line.stall_after = (None, at) if stall else (at, None)

    @rule(refuse=st.booleans())
    def close_the_port(self, refuse):
        self.line.refuse = refuse

    @rule(
        faults=st.builds(
            Faults,
            silent=st.sets(st.sampled_from(["gs_h", "dle_eot", "asb"]), max_size=1),
            lies=st.booleans(),
            old_id=st.booleans(),
            asb_unasked=st.booleans(),
            power_off_at_byte=st.none(),
        )
    )
    def change_the_firmware(self, faults):
        self.engine.faults = faults

    @rule(more=st.integers(1, 3000))
    def switch_the_printer_off_soon(self, more):
        self.engine.faults.power_off_at_byte = self.engine.received + more

    @rule(sensors=st.builds(Sensors, cover_open=st.booleans(), paper_out=st.booleans()))
    def touch_the_printer(self, sensors):
        self.engine.sensors = sensors

    @rule(millimetres=st.integers(1, 12))
    def let_the_paper_end_soon(self, millimetres):
        self.engine.sensors.paper_out_at_mm = self.engine.paper.total_rows / 8 + millimetres

    @rule(
        state=st.sampled_from([PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT, PrintState.PRINTED])
    )
    def cut_the_power_soon(self, state):
        self.journal.cut_after = state

    @rule()
    def put_everything_right(self):
        self.engine.faults, self.engine.sensors = Faults(), Sensors()
        self.line.__init__()

    def copies(self, job):
        wanted = picture(job.document_id.removeprefix("sheet-"), job.copy_no)
        return sum(ticket.image == wanted for ticket in self.engine.paper.tickets)

    @invariant()
    def each_copy_comes_out_whole_once_at_most(self):
        assert all(self.copies(job) <= 1 for job in self.journal.jobs.values())

    @invariant()
    def what_the_journal_calls_proven_is_whole_on_paper(self):
        for job in self.journal.jobs.values():
            if job.state is PrintState.PRINTED and job.proof is Proof.PROCESS_ID:
                assert self.copies(job) == 1


@pytest.mark.usefixtures("qapp")
class TestKiosk(Kiosk.TestCase):
    settings = settings(
        max_examples=60,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
