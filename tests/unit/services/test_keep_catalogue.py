"""A visit reads the version it began with; the next visit reads the one that is live by then."""

from datetime import timedelta

import pytest

from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.tasks import Lane
from kiosk.services.find_procedure import FindProcedure
from kiosk.services.keep_catalogue import FIRST_LOOK_AFTER_MS, LOOK_EVERY_MS, KeepCatalogue
from tests.fakes.catalogue import InMemoryCatalogue, a_procedure
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.tasks import StepRunner


class FakeUpkeep:
    """A catalogue whose live version tests change."""

    def __init__(self):
        self.version, self.current, self.opened = "one", True, []
        self.renewals, self.refuses = [], False

    def open_live(self):
        self.opened.append(InMemoryCatalogue([a_procedure(name=self.version)], version=self.version))
        return self.opened[-1]

    def stamp(self):
        return (hash(self.version), 0)

    def is_current(self):
        return self.current

    def renew(self, *, at, by, note):
        if self.refuses:
            raise CatalogueRejected("renew", line=0, field="version", value="", reason="no room")
        self.renewals.append((at, by, note))
        self.version, self.current = f"{self.version}+", True


class Lobby:
    """The service between a citizen and the catalogue, with every lane moved by hand."""

    def __init__(self):
        self.clock, self.tasks, self.upkeep = FakeClock(), StepRunner(), FakeUpkeep()
        self.scheduler = FakeScheduler(self.clock)
        self.idle, self.swapped, self.failed = True, [], []
        self.find = FindProcedure(self.tasks, self._open)
        self.keep = KeepCatalogue(
            self.tasks,
            self.scheduler,
            self.clock,
            self.upkeep,
            self.find,
            idle=lambda: self.idle,
            swapped=lambda info: self.swapped.append(info.version),
            failed=self.failed.append,
        )

    def _open(self):
        return self.keep.open()

    def reads(self):
        found = []
        self.find.procedure("1.001193", lambda procedure: found.append(procedure.name))
        self.tasks.run_all()
        return found[0]

    def start(self):
        self.reads()
        self.keep.start()
        self.scheduler.advance(FIRST_LOOK_AFTER_MS / 1000)
        self.tasks.run_all()

    def minute(self):
        self.scheduler.advance(LOOK_EVERY_MS / 1000)
        self.tasks.run_all()

    def visit(self):
        self.idle = False

    def visit_ends(self):
        self.keep.visit_ended()
        self.idle = True
        self.tasks.run_all()


@pytest.fixture
def lobby():
    lobby = Lobby()
    lobby.start()
    return lobby


def test_a_version_applied_during_a_visit_is_read_from_the_next_visit_on(lobby):
    lobby.visit()
    lobby.upkeep.version = "two"
    lobby.minute()
    assert lobby.reads() == "one"

    lobby.visit_ends()

    assert lobby.reads() == "two"
    assert lobby.swapped == ["two"]
    assert lobby.upkeep.opened[0].is_closed


def test_a_version_taken_back_during_a_visit_is_too(lobby):
    lobby.upkeep.version = "two"
    lobby.minute()
    lobby.visit()
    lobby.upkeep.version = "one"
    lobby.minute()
    assert lobby.reads() == "two"

    lobby.visit_ends()

    assert lobby.reads() == "one"


def test_an_idle_kiosk_reads_a_new_version_within_a_minute(lobby):
    lobby.upkeep.version = "two"

    lobby.minute()

    assert lobby.swapped == ["two"]


def test_who_begins_a_visit_while_the_kiosk_looks_keeps_the_version_before(lobby):
    lobby.upkeep.version = "two"
    lobby.keep.visit_ended()
    lobby.visit()
    lobby.tasks.run_all()

    assert lobby.reads() == "one"


def test_what_did_not_change_is_not_opened_again(lobby):
    for _ in range(3):
        lobby.visit()
        lobby.visit_ends()
        lobby.minute()

    assert len(lobby.upkeep.opened) == 1


def test_an_overtaken_version_is_renewed_at_the_start_and_read_by_the_next_visit():
    lobby = Lobby()
    lobby.upkeep.current = False
    lobby.start()

    assert [by for _, by, _ in lobby.upkeep.renewals] == ["kiosk"]
    assert lobby.reads() == "one+"


def test_building_begins_after_the_first_screen_has_its_catalogue():
    lobby = Lobby()
    lobby.reads()
    lobby.keep.start()
    assert not lobby.tasks.waiting

    lobby.scheduler.advance(FIRST_LOOK_AFTER_MS / 1000)
    assert [lane for lane, _ in lobby.tasks.waiting] == [Lane.BUILD, Lane.CATALOGUE]


def test_overlays_that_begin_tomorrow_are_built_in_after_midnight(lobby):
    lobby.upkeep.current = False
    lobby.minute()
    assert lobby.upkeep.renewals == []

    lobby.clock.set_wall(lobby.clock.now() + timedelta(days=1))
    lobby.minute()

    assert len(lobby.upkeep.renewals) == 1


def test_edits_while_a_version_is_built_end_in_one_more_build(lobby):
    for number in range(3):
        lobby.keep.renew_now("Lan", f"edit {number}")
    lobby.tasks.run_all()

    assert [note for *_, note in lobby.upkeep.renewals] == ["edit 0", ""]


def test_what_cannot_be_built_is_told_and_the_catalogue_in_use_stays(lobby):
    lobby.upkeep.refuses = True

    lobby.keep.renew_now("Lan", "edit")
    lobby.tasks.run_all()
    assert [str(error) for error in lobby.failed] == ["renew: version: no room"]
    assert lobby.reads() == "one"

    lobby.upkeep.refuses = False
    lobby.keep.renew_now("Lan", "edit")
    lobby.tasks.run_all()
    assert lobby.reads() == "one+"


def test_a_stopped_kiosk_looks_no_more(lobby):
    lobby.keep.stop()
    lobby.upkeep.version = "two"

    lobby.minute()

    assert lobby.swapped == []
