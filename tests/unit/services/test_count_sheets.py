"""Nobody empties the roll by touch: sheets are counted by the hour and by the visit."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.receipts import as_copy
from kiosk.domain.sheet_limits import HOUR, SheetLimits
from kiosk.ports.printing import SheetsSpent
from kiosk.services.count_sheets import CountSheets
from kiosk.services.print_document import PrintDocuments
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.printing import FakePrintJournal
from tests.fakes.sheets import a_short_sheet, a_slip
from tests.fakes.tasks import InlineRunner
from tests.unit.services.test_print_document import PaperPrinter

LIMITS = SheetLimits(an_hour=6, a_visit=3)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def count(clock):
    return CountSheets(LIMITS, clock)


def asked(count, number, first=0):
    return [
        count.admits(a_short_sheet(f"sheet-{first + at}", DocumentKind.CHECKLIST)) for at in range(number)
    ]


def test_a_visit_gets_its_sheets_and_the_next_one_its_own(count):
    assert asked(count, 4) == [True, True, True, False]
    count.visit_ended()
    assert asked(count, 4, first=10) == [True, True, True, False]


def test_an_hour_gets_no_more_however_many_visits_it_has(count, clock):
    for visit in range(2):
        asked(count, 3, first=10 * visit)
        count.visit_ended()

    assert asked(count, 1, first=50) == [False]
    clock.advance(3600)
    assert asked(count, 1, first=60) == [True]


def test_a_clock_that_is_set_back_locks_nobody_out(count, clock):
    for visit in range(2):
        asked(count, 3, first=10 * visit)
        count.visit_ended()
    clock.set_wall(clock.now() - timedelta(days=365))

    assert asked(count, 1, first=50) == [True]


def test_the_same_sheet_again_is_one_sheet_and_is_never_refused(count):
    asked(count, 3)

    assert asked(count, 3) == [True, True, True]


def test_the_slip_of_a_form_and_staff_s_sheets_always_come_out(count):
    asked(count, 4)

    assert count.admits(a_slip("slip"))
    assert count.admits(a_short_sheet("test", DocumentKind.TEST_PAGE))
    assert count.admits(a_short_sheet("day", DocumentKind.DAY_REPORT))


def test_copies_of_a_slip_on_one_s_own_wish_are_counted(count):
    copies = [as_copy(a_slip("slip"), copy_no=number) for number in range(2, 6)]

    assert [count.admits(copy) for copy in copies] == [True, True, True, False]


@given(st.lists(st.sampled_from(["sheet", "visit", "wait"]), max_size=80))
def test_no_way_of_touching_gets_more_than_the_limits(steps):
    clock = FakeClock()
    count = CountSheets(LIMITS, clock)
    came, in_visit = [], 0
    for at, step in enumerate(steps):
        if step == "visit":
            count.visit_ended()
            in_visit = 0
        elif step == "wait":
            clock.advance(600)
        elif count.admits(a_short_sheet(f"sheet-{at}", DocumentKind.CHECKLIST)):
            came.append(clock.now())
            in_visit += 1
            assert in_visit <= LIMITS.a_visit
            assert sum(moment > came[-1] - HOUR for moment in came) <= LIMITS.an_hour


def test_a_refused_sheet_is_told_and_nothing_of_it_is_kept(clock):
    journal, printer, refusals = FakePrintJournal(), PaperPrinter(), []
    service = PrintDocuments(
        InlineRunner(),
        journal,
        printer,
        clock,
        FakeScheduler(clock),
        count=CountSheets(SheetLimits(an_hour=6, a_visit=1), clock),
    )
    service.start()

    service.enqueue(a_short_sheet("a", DocumentKind.CHECKLIST))
    service.enqueue(a_short_sheet("b", DocumentKind.CHECKLIST), failed=refusals.append)

    assert [sheet.document_id for sheet in printer.pile] == ["a"]
    assert len(journal.jobs) == 1
    assert isinstance(refusals[0], SheetsSpent)


def test_refusals_are_counted_until_staff_have_seen_them(count):
    asked(count, 5)
    assert count.refused == 2

    count.visit_ended()
    assert count.refused == 2

    count.seen()
    assert count.refused == 0
