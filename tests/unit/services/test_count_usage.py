from datetime import date, timedelta

import pytest

from kiosk.domain.usage import KEPT_DAYS, UsageKind, as_csv, by_day, by_procedure
from kiosk.ports.sticks import StickTrouble
from kiosk.services.count_usage import CountUsage
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.write_to_stick import Written
from offline_cache.usage_store import SqlUsage
from offline_cache.usb_sticks import MountedSticks
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import Room
from tests.fakes.tasks import InlineRunner

TODAY = date(2026, 11, 24)


class Staff:
    def __init__(self):
        self.acts = []

    def note(self, act, about=""):
        self.acts.append((act.value, about))

    def note_written(self, written):
        StaffDesk.note_written(self, written)


@pytest.fixture
def stand(tmp_path):
    class Stand:
        room, clock, staff = Room(tmp_path / "home"), FakeClock(), Staff()

    made = Stand()
    (tmp_path / "media" / "THE" / "kiosk-update" / "metadata").mkdir(parents=True)
    made.usage = CountUsage(
        InlineRunner(),
        SqlUsage(made.room.files.database),
        MountedSticks([tmp_path / "media"]),
        made.staff,
        made.clock,
    )
    yield made
    made.room.close()


def visit(usage, *codes):
    usage.shown("home", {})
    for code in codes:
        usage.shown("procedure", {"code": code})
    usage.ended()


def counted(stand, days=30):
    found = []
    stand.usage.counts(days, found.append)
    return found[0]


def test_a_visit_counts_each_page_once_and_only_when_it_ends(stand):
    stand.usage.shown("home", {})
    stand.usage.shown("home", {})
    assert counted(stand) == ()

    stand.usage.ended()
    stand.usage.ended()

    assert [(one.kind, one.times) for one in counted(stand)] == [(UsageKind.VISIT, 1)]


def test_days_and_procedures_add_up(stand):
    visit(stand.usage, "1.001193", "1.001193", "1.004222")
    stand.clock.advance(86_400)
    visit(stand.usage, "1.001193")

    counts = counted(stand)
    assert by_day(counts, UsageKind.VISIT, last=TODAY + timedelta(days=1), days=3) == (0, 1, 1)
    assert by_procedure(counts) == (("1.001193", 2), ("1.004222", 1))


def test_what_is_too_old_is_dropped(stand):
    visit(stand.usage)
    stand.clock.advance((KEPT_DAYS + 1) * 86_400)
    visit(stand.usage)

    assert len(counted(stand, days=KEPT_DAYS * 2)) == 1


def test_screens_that_say_something_of_a_person_are_not_counted(stand):
    stand.usage.shown("form_question", {"code": "1.001193", "index": 2})
    stand.usage.ended()

    assert counted(stand) == ()


def test_figures_go_to_a_stick_as_a_table(stand, tmp_path):
    visit(stand.usage, "1.001193")
    told = []
    stand.usage.to_stick(counted(stand), told.append)

    text = (tmp_path / "media" / "THE" / "so-lieu-2026-11-24.csv").read_bytes()
    assert told == [Written(name="so-lieu-2026-11-24.csv", stick="THE")]
    assert text == as_csv(counted(stand))
    assert "2026-11-24;procedure;1.001193;1\r\n" in text.decode("utf-8-sig")
    assert stand.staff.acts == [("file_written", "so-lieu-2026-11-24.csv on THE")]


def test_without_a_stick_nothing_is_said_to_be_written(stand, tmp_path):
    (tmp_path / "media").rename(tmp_path / "elsewhere")
    told = []
    stand.usage.to_stick((), told.append)

    assert [written.trouble for written in told] == [StickTrouble.NO_STICK]
    assert stand.staff.acts == []
