from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.audit import Act
from kiosk.domain.catalogue import CatalogueDiff, CatalogueInfo, ImportReport, VersionEntry
from kiosk.domain.staff import Role, StaffPerson
from kiosk.domain.updates import UpdateProblem
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.tasks import Lane
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.services.catalogue_desk import CatalogueDesk
from tests.fakes.clock import FakeClock
from tests.fakes.tasks import InlineRunner

DAY = date(2026, 11, 24)


def entry(version, state):
    return VersionEntry(version=version, state=state, procedures=9, taken_at=DAY)


@dataclass
class Versions:
    live: str = "one"
    after: str = "two"
    applied: list = field(default_factory=list)

    def versions(self):
        return (entry(self.live, "live"), entry("zero", "previous"))

    def stage_file(self, path, *, taken_at, progress):
        progress("read", 5, 10)
        if path.name == "bad.json":
            raise CatalogueRejected(path, line=3, field="code", value="x", reason="is no code")
        diff = CatalogueDiff(before=self.live, after=self.after)
        return ImportReport(
            file=path.name,
            kind="json",
            version=self.after,
            live=self.live,
            read=9,
            with_detail=9,
            skipped=(),
            refused=(),
            diff=diff,
        )

    def diff(self, before, after):
        return CatalogueDiff(before=before, after=after, added=(("1.000001", "Một"),))

    def apply(self, version, *, accepted_by, accepted_at):
        self.applied.append((version, accepted_by, accepted_at))
        self.live = version
        return CatalogueInfo(version=version, taken_at=DAY, procedures=9, with_detail=9)

    def rollback(self, *, accepted_by, accepted_at):
        return self.apply("zero", accepted_by=accepted_by, accepted_at=accepted_at)


class Staff:
    def __init__(self):
        self.person = StaffPerson(name="Trần Thu Hà", role=Role.STAFF)
        self.notes = []

    @property
    def name(self):
        return self.person.name if self.person else ""

    def note(self, act, about=""):
        self.notes.append((act, about))


class Sticks:
    def found(self):
        return ()


class Fetch:
    answer: str | Exception = "two"

    def __init__(self):
        self.stopped = False

    def stage(self, origin):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def stop(self):
        self.stopped = True


class Held(InlineRunner):
    """Holds back the BUILD lane until told."""

    held: list

    def submit(self, lane, work, *, done=None, failed=None):
        if lane is Lane.BUILD and getattr(self, "holds", False):
            self.held = [lambda: InlineRunner.submit(self, lane, work, done=done, failed=failed)]
        else:
            super().submit(lane, work, done=done, failed=failed)


@pytest.fixture
def stand():
    class Stand:
        versions, staff, tasks, fetch, swaps = Versions(), Staff(), Held(), Fetch(), []

    made = Stand()
    made.desk = CatalogueDesk(
        made.tasks,
        made.versions,
        Sticks(),
        made.staff,
        FakeClock(),
        fetch=lambda: made.fetch,
        address="https://city.example",
        swapped=lambda: made.swaps.append(1),
    )
    made.desk.look()
    return made


def test_what_was_fetched_waits_for_approval(stand):
    stand.desk.fetch("https://city.example")

    work = stand.desk.work()
    assert (work.step, work.diff.after, stand.versions.applied) == ("", "two", [])


def test_approval_applies_in_the_name_of_who_has_entered(stand):
    stand.desk.fetch("/media/stick/kiosk-update")
    stand.desk.apply()

    assert stand.versions.applied == [("two", "Trần Thu Hà", "2026-11-24T09:42:00+07:00")]
    assert stand.desk.work().applied == "two"
    assert stand.swaps == [1]
    assert stand.staff.notes[-1] == (Act.CATALOGUE_APPLIED, "two")


def test_nothing_is_applied_once_the_person_has_left(stand):
    stand.desk.fetch("https://city.example")
    stand.staff.person = None

    stand.desk.apply()
    stand.desk.roll_back()

    assert stand.versions.applied == []


def test_a_file_is_read_compared_and_can_be_left_for_later(stand):
    stand.desk.read_file(Path("list.xlsx"))
    assert stand.desk.work().diff.added

    stand.desk.put_away()
    assert stand.desk.work().diff is None
    stand.desk.compare("two")
    assert stand.desk.work().diff.after == "two"


def test_going_back_is_done_by_name_too(stand):
    stand.desk.roll_back()

    assert stand.versions.live == "zero"
    assert stand.staff.notes == [(Act.CATALOGUE_TAKEN_BACK, "zero")]


def test_the_version_in_use_is_nothing_new(stand):
    stand.fetch.answer = "one"
    stand.desk.fetch("https://city.example")

    assert stand.desk.work().nothing_new


def test_a_refusal_is_told_and_changes_nothing(stand):
    stand.fetch.answer = UpdateRefused(UpdateProblem.WRONG_KEY, place="x", reason="y")
    stand.desk.fetch("https://city.example")
    assert stand.desk.work().problem is UpdateProblem.WRONG_KEY

    stand.desk.read_file(Path("bad.json"))
    work = stand.desk.work()
    assert work.problem is None
    assert "is no code" in work.rejected


def test_reading_shows_how_far_it_is_and_can_be_stopped(stand):
    stand.tasks.holds = True
    stand.desk.read_file(Path("list.xlsx"))
    assert stand.desk.work().step == "read"

    stand.desk.cancel()
    stand.tasks.holds = False
    stand.tasks.held[0]()

    work = stand.desk.work()
    assert (work.step, work.rejected, work.diff) == ("", "", None)


def test_a_stopped_fetch_is_no_refusal(stand):
    stand.tasks.holds = True
    stand.fetch.answer = UpdateRefused(UpdateProblem.UNREACHABLE, place="x", reason="killed")
    stand.desk.fetch("https://city.example")
    stand.desk.cancel()
    stand.tasks.holds = False
    stand.tasks.held[0]()

    assert stand.fetch.stopped
    assert stand.desk.work().problem is None


def test_one_thing_at_a_time(stand):
    stand.tasks.holds = True
    stand.desk.read_file(Path("list.xlsx"))
    stand.desk.fetch("https://city.example")
    stand.desk.roll_back()

    assert stand.desk.work().step == "read"
    assert stand.versions.applied == []
