"""Jobs from the tap to the paper, through faults, restarts and answers."""

import pytest
import structlog
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.print_jobs import PrintState, Proof
from kiosk.ports.outbox import StorageFull
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome, SheetUnprintable
from kiosk.services.print_document import PrintDocuments, SheetGone
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.printing import FakePrintJournal
from tests.fakes.sheets import a_short_sheet, a_slip
from tests.fakes.tasks import InlineRunner, StepRunner


class PaperPrinter:
    """Puts sheets on a pile, or fails as the next word of `plan` says."""

    name, paper_width_dots = "Máy", 576

    def __init__(self) -> None:
        self.pile = []
        self.plan = []
        self.condition = PrinterCondition.READY
        self.asked = 0

    def read_condition(self):
        self.asked += 1
        return self.condition

    def print_document(self, document, progress):
        what = self.plan.pop(0) if self.plan else "proven"
        if what == "unprintable":
            raise SheetUnprintable("too wide")
        if what == "blocked" or self.condition not in (PrinterCondition.READY, PrinterCondition.PAPER_LOW):
            raise PrinterError("no", condition=PrinterCondition.PAPER_OUT, may_have_printed=False)
        progress.before_first_byte()
        if what == "no_byte_taken":
            raise PrinterError("no", condition=PrinterCondition.UNREACHABLE, may_have_printed=False)
        if what == "broken_empty":
            raise PrinterError("cut off", condition=PrinterCondition.UNREACHABLE, may_have_printed=True)
        self.pile.append(document)
        if what == "broken_whole":
            raise PrinterError("cut off", condition=PrinterCondition.UNREACHABLE, may_have_printed=True)
        progress.all_bytes_sent(500)
        proof = Proof.STATUS if what == "unproven" else Proof.PROCESS_ID
        return PrintOutcome(bytes_sent=500, proof=proof)

    def close(self):
        pass


class Bench:
    def __init__(self, runner=None) -> None:
        self.clock = FakeClock()
        self.scheduler = FakeScheduler(self.clock)
        self.journal = FakePrintJournal()
        self.printer = PaperPrinter()
        self.runner = runner or InlineRunner()
        self.seen = []
        self.begin()

    def begin(self):
        self.service = PrintDocuments(
            self.runner, self.journal, self.printer, self.clock, self.scheduler, jitter=lambda: 0.0
        )
        self.service.watch_jobs(lambda job: self.seen.append((job.job_id, job.state)))
        self.service.start()

    def restart(self):
        """The power went and came back."""
        self.scheduler.timers.clear()
        self.begin()

    def state(self, job_id="job-1"):
        return self.journal.jobs[job_id].state


@pytest.fixture
def bench():
    return Bench()


def test_a_sheet_is_printed_and_every_step_is_told_in_order(bench):
    bench.service.enqueue(a_short_sheet("a"))

    assert [state.value for _, state in bench.seen] == ["queued", "claimed", "sending", "sent", "printed"]
    assert bench.journal.jobs["job-1"].proof is Proof.PROCESS_ID


def test_twenty_taps_make_one_sheet(bench):
    for _ in range(20):
        bench.service.enqueue(a_short_sheet("a"))

    assert len(bench.printer.pile) == 1
    assert len(bench.journal.jobs) == 1


def test_a_printer_without_paper_is_tried_again_after_1_2_5_10_and_30_seconds(bench):
    bench.printer.condition = PrinterCondition.PAPER_OUT
    bench.service.enqueue(a_short_sheet("a"))

    attempts = []
    for seconds in (1, 2, 5, 10, 30, 30):
        attempts.append(bench.journal.jobs["job-1"].attempt)
        bench.scheduler.advance(seconds)

    assert attempts == [1, 2, 3, 4, 5, 6]
    assert bench.state() is PrintState.BLOCKED
    assert bench.service.condition() is PrinterCondition.PAPER_OUT


def test_a_blocked_sheet_comes_out_once_there_is_paper(bench):
    bench.printer.plan = ["blocked", "no_byte_taken"]
    bench.service.enqueue(a_short_sheet("a"))

    bench.scheduler.advance(4)

    assert bench.state() is PrintState.PRINTED
    assert len(bench.printer.pile) == 1


@pytest.mark.parametrize("fault", ["broken_empty", "broken_whole"])
def test_a_sheet_of_which_a_byte_went_out_is_never_sent_again_by_itself(bench, fault):
    bench.printer.plan = [fault]
    bench.service.enqueue(a_short_sheet("a"))
    sent = len(bench.printer.pile)

    bench.scheduler.advance(4000)
    bench.restart()
    bench.scheduler.advance(100)

    assert bench.state() is PrintState.UNCERTAIN
    assert len(bench.printer.pile) == sent


def test_yes_settles_an_uncertain_sheet_by_a_persons_word(bench):
    bench.printer.plan = ["broken_whole"]
    bench.service.enqueue(a_short_sheet("a"))

    bench.service.answer("job-1", True)

    assert bench.journal.jobs["job-1"].proof is Proof.PERSON
    assert bench.state() is PrintState.PRINTED


def test_no_prints_one_marked_copy_however_often_it_is_said(bench):
    bench.printer.plan = ["broken_empty"]
    bench.service.enqueue(a_slip("s"))
    told = []

    for _ in range(5):
        bench.service.answer("job-1", False, done=told.append)

    assert bench.state() is PrintState.SUPERSEDED
    (copy,) = bench.printer.pile
    assert copy.copy_no == 2
    assert any(getattr(block, "text", "") == "BẢN IN LẠI, lần 2" for block in copy.blocks)
    assert told[0].job_id == "job-2"


def test_an_unconfirmed_sheet_may_be_answered_too(bench):
    bench.printer.plan = ["unproven"]
    bench.service.enqueue(a_short_sheet("a"))
    assert bench.state() is PrintState.UNCONFIRMED

    bench.service.answer("job-1", True)

    assert bench.state() is PrintState.PRINTED


def test_staff_may_ask_for_a_marked_copy_of_a_printed_sheet(bench):
    bench.service.enqueue(a_short_sheet("a"))

    bench.service.reprint("job-1")

    assert [sheet.copy_no for sheet in bench.printer.pile] == [1, 2]
    assert bench.state() is PrintState.PRINTED


def test_a_copy_of_a_wiped_sheet_is_refused(bench):
    bench.service.enqueue(a_short_sheet("a"))
    bench.journal.documents.clear()
    failures = []

    bench.service.reprint("job-1", failed=failures.append)

    assert isinstance(failures[0], SheetGone)


def test_a_checklist_nobody_waits_for_any_more_is_given_up(bench):
    bench.printer.condition = PrinterCondition.PAPER_OUT
    bench.service.enqueue(a_short_sheet("a", DocumentKind.CHECKLIST))

    bench.scheduler.advance(180)
    bench.printer.condition = PrinterCondition.READY
    bench.scheduler.advance(180)

    assert bench.state() is PrintState.CANCELLED
    assert bench.printer.pile == []


def test_a_waiting_sheet_can_be_given_up_and_a_printed_one_cannot(bench):
    bench.printer.plan = ["blocked"]
    bench.service.enqueue(a_short_sheet("a"))
    bench.service.cancel("job-1")
    bench.service.enqueue(a_short_sheet("b"))
    bench.service.cancel("job-2")

    bench.scheduler.advance(60)

    assert bench.state("job-1") is PrintState.CANCELLED
    assert bench.state("job-2") is PrintState.PRINTED


def test_a_sheet_that_cannot_be_set_fails_and_does_not_stop_the_next(bench):
    bench.printer.plan = ["unprintable"]

    bench.service.enqueue(a_short_sheet("a"))
    bench.service.enqueue(a_short_sheet("b"))

    assert bench.state("job-1") is PrintState.FAILED
    assert bench.state("job-2") is PrintState.PRINTED


def test_a_blocked_sheet_does_not_hold_up_another(bench):
    bench.printer.plan = ["blocked"]
    bench.service.enqueue(a_short_sheet("a"))

    bench.service.enqueue(a_short_sheet("b"))

    assert bench.state("job-2") is PrintState.PRINTED


def test_a_job_written_by_another_transaction_is_found_when_woken(bench):
    now = round(bench.clock.now().timestamp() * 1000)
    bench.journal.enqueue(a_short_sheet("a"), now_ms=now, expires_ms=now + 1000)

    bench.service.wake()

    assert bench.state() is PrintState.PRINTED


def test_nothing_is_sent_that_the_journal_could_not_keep(bench):
    bench.printer.plan = ["blocked"]
    bench.service.enqueue(a_short_sheet("a"))
    bench.journal.fail_next = StorageFull("full")

    bench.scheduler.advance(1)
    assert bench.printer.pile == []
    bench.scheduler.advance(31)

    assert bench.state() is PrintState.PRINTED
    assert len(bench.printer.pile) == 1


def test_the_condition_is_unknown_until_the_printer_has_answered():
    bench = Bench(StepRunner())
    assert bench.service.condition() is PrinterCondition.UNKNOWN

    bench.runner.run_all()

    assert bench.service.condition() is PrinterCondition.READY


def test_the_printer_is_asked_once_however_long_it_takes():
    bench = Bench(StepRunner())
    bench.runner.run_all()
    asked = bench.printer.asked

    bench.scheduler.advance(45)
    bench.runner.run_all()

    assert bench.printer.asked == asked + 1


def test_a_change_of_condition_is_told_once(bench):
    told = []
    bench.service.watch_condition(told.append)
    bench.printer.condition = PrinterCondition.COVER_OPEN

    bench.scheduler.advance(35)
    bench.printer.condition = PrinterCondition.READY
    bench.scheduler.advance(35)

    assert told == [PrinterCondition.COVER_OPEN, PrinterCondition.READY]


def test_a_watcher_that_left_hears_nothing(bench):
    heard = []
    stop = bench.service.watch_jobs(heard.append)
    stop()
    stop()

    bench.service.enqueue(a_short_sheet("a"))

    assert heard == []


def test_taps_while_a_sheet_prints_are_printed_after_it():
    bench = Bench(StepRunner())
    bench.service.enqueue(a_short_sheet("a"))
    bench.service.enqueue(a_short_sheet("b"))

    bench.runner.run_all()

    assert [sheet.document_id for sheet in bench.printer.pile] == ["a", "b"]


def test_closing_stops_the_timers(bench):
    bench.service.close()
    asked = bench.printer.asked

    bench.scheduler.advance(100)

    assert bench.printer.asked == asked


class PrintingMachine(RuleBasedStateMachine):
    """Any mix of taps, faults, waits, restarts and answers."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench()

    @rule(number=st.integers(0, 3))
    def tap(self, number):
        self.bench.service.enqueue(a_short_sheet(f"sheet-{number}"))

    @rule(
        what=st.sampled_from(
            ["proven", "unproven", "blocked", "no_byte_taken", "broken_empty", "broken_whole", "unprintable"]
        )
    )
    def plan_a_fault(self, what):
        self.bench.printer.plan.append(what)

    @rule(
        condition=st.sampled_from(
            [PrinterCondition.READY, PrinterCondition.PAPER_OUT, PrinterCondition.UNKNOWN]
        )
    )
    def change_the_printer(self, condition):
        self.bench.printer.condition = condition

    @rule(seconds=st.integers(1, 60))
    def wait(self, seconds):
        self.bench.scheduler.advance(seconds)

    @rule()
    def the_power_goes_and_comes(self):
        self.bench.restart()

    @rule(number=st.integers(1, 8), came_out=st.booleans())
    def a_person_answers(self, number, came_out):
        if f"job-{number}" in self.bench.journal.jobs:
            self.bench.service.answer(f"job-{number}", came_out)

    @invariant()
    def each_copy_is_on_paper_at_most_once(self):
        pile = [(sheet.document_id, sheet.copy_no) for sheet in self.bench.printer.pile]
        assert len(pile) == len(set(pile))

    @invariant()
    def what_is_called_proven_is_on_paper(self):
        pile = {(sheet.document_id, sheet.copy_no) for sheet in self.bench.printer.pile}
        for job in self.bench.journal.jobs.values():
            if job.state is PrintState.PRINTED and job.proof is not Proof.PERSON:
                assert (job.document_id, job.copy_no) in pile

    @invariant()
    def there_is_no_second_copy_without_a_persons_no(self):
        jobs = self.bench.journal.jobs.values()
        superseded = {(job.document_id, job.copy_no) for job in jobs if job.state is PrintState.SUPERSEDED}
        for job in jobs:
            if job.copy_no > 1:
                assert (job.document_id, job.copy_no - 1) in superseded


TestPrinting = PrintingMachine.TestCase
TestPrinting.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def test_a_failure_a_recovery_and_a_roll_near_its_end_are_each_logged_once():
    bench = Bench()
    bench.service.start()
    conditions = (
        "ready paper_low paper_low paper_out cover_open paper_low paper_out unreachable ready paper_low"
    )

    with structlog.testing.capture_logs() as logs:
        for condition in conditions.split():
            bench.printer.condition = PrinterCondition(condition)
            bench.scheduler.advance(10)

    assert [line["event"] for line in logs] == [
        "printer.paper_low",
        "printer.failed",
        "printer.recovered",
        "printer.failed",
        "printer.recovered",
        "printer.paper_low",
    ]


def test_after_a_restart_a_fresh_uncertain_sheet_is_parted_from_the_next():
    bench = Bench()
    halves = []
    bench.printer.expect_half_sheet = lambda: halves.append(True)
    bench.printer.plan = ["broken_empty"]
    bench.service.start()
    bench.service.enqueue(a_short_sheet("a"))
    again = PrintDocuments(
        InlineRunner(), bench.journal, bench.printer, bench.clock, bench.scheduler, jitter=lambda: 0.0
    )

    again.start()
    again.enqueue(a_short_sheet("b"))

    assert halves == [True]
