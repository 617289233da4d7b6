"""With the real kiosk: a refresh, a rollback and an edit by staff reach the next visit, never this one."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

from kiosk.domain.overlays import OverlayDraft, OverlayKey
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.small_catalogues import WHO, row, write_rows

NEW = "1.900001"
NEW_NAME = "Cấp giấy phép thả diều"


@pytest.fixture
def desk(citizen):
    """The store of another process, as `kiosk catalogue` has it."""
    return CatalogueStore(citizen.home / "catalogue", today=lambda: date(2026, 11, 24))


def stage(desk, citizen):
    file = write_rows(citizen.home / "facts.jsonl", [row(NEW, f"Thủ tục {NEW_NAME}")])
    return desk.stage_file(file).version


def knows_the_new_one(citizen):
    found = []
    citizen.kiosk.find.procedure(NEW, found.append)
    citizen.until(lambda: bool(found), "the procedure")
    return found[0] is not None


def visit_ends(citizen):
    citizen.kiosk.way.end_visit()
    citizen.settle()
    citizen.settle()


def wait_long(happened):
    """A process that is nice to a busy machine may need its time."""
    deadline = QDeadlineTimer(60_000)
    while not happened():
        assert not deadline.hasExpired()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def test_a_version_applied_during_a_visit_shows_in_the_next(citizen, desk):
    citizen.begin()
    citizen.open("search")
    desk.apply(stage(desk, citizen), **WHO)
    citizen.wait_s(61)
    assert not knows_the_new_one(citizen)

    visit_ends(citizen)
    citizen.begin()

    assert knows_the_new_one(citizen)
    citizen.open("procedure", code=NEW)
    assert any(NEW_NAME in text for text in citizen.texts())


def test_a_version_taken_back_during_a_visit_is_gone_in_the_next(citizen, desk):
    desk.apply(stage(desk, citizen), **WHO)
    citizen.wait_s(61)
    citizen.begin()
    assert knows_the_new_one(citizen)

    desk.rollback(**WHO)
    assert knows_the_new_one(citizen)
    visit_ends(citizen)

    citizen.begin()
    assert not knows_the_new_one(citizen)


def test_an_idle_kiosk_follows_within_a_minute(citizen, desk):
    desk.apply(stage(desk, citizen), **WHO)

    citizen.wait_s(61)

    assert knows_the_new_one(citizen)


def test_an_edit_at_the_kiosk_builds_a_version_in_a_process_of_its_own(citizen):
    citizen.begin()
    kept = []
    draft = OverlayDraft(code="1.001193", key=OverlayKey.FEE, value="8000", by="Lan")
    kiosk = citizen.kiosk
    kiosk.overlays.add(draft, kept.append, pytest.fail)
    citizen.until(lambda: bool(kept), "the overlay")

    wait_long(lambda: bool(kiosk.store.history().events))
    (event,) = kiosk.store.history().events
    assert (event.by, event.note) == ("Lan", "1.001193 fee")
    citizen.open("procedure", code="1.001193")
    assert not any("8.000 đồng" in text for text in citizen.texts())

    visit_ends(citizen)
    citizen.begin()
    citizen.open("procedure", code="1.001193")
    assert any("8.000 đồng" in text for text in citizen.texts())


def test_what_nobody_found_is_counted_when_the_visit_ends(citizen):
    citizen.begin()
    citizen.open("search")
    citizen.type("zzdienzgio")
    citizen.settle()

    visit_ends(citizen)

    found = []
    citizen.kiosk.overlays.misses(found.append, pytest.fail)
    citizen.until(lambda: bool(found), "the misses")
    assert [miss.query for miss in found[0]] == ["zzdienzgio"]
