"""Machines that are not what they were: set back to an image, copied, started in 1970."""

import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.services.synchronise import Line
from tests.end_to_end.test_care import Cared
from tests.end_to_end.test_enrolment import enrolled, qr


@pytest.fixture
def home(tmp_path, reference_portal):
    enrolled(tmp_path / "home", qr(reference_portal))
    return tmp_path / "home"


def arrived(portal) -> dict[str, str]:
    return {row.dossier_id: row.receipt_no for row in portal.storage.find()}


def test_a_disk_set_back_to_an_image_uses_a_number_again_and_is_stopped_before_it_does_more(
    home, tmp_path, reference_portal
):
    kiosk = Cared(home)
    kiosk.sync.start()
    first = kiosk.submit("a")
    kiosk.sync.nudge()
    kiosk.beat()
    kiosk.close()
    shutil.copytree(home, tmp_path / "image")
    kiosk = Cared(home)
    second, after = kiosk.submit("b"), kiosk.submit("b2")
    kiosk.sync.nudge()
    kiosk.beat()
    kiosk.close()

    shutil.rmtree(home)
    shutil.copytree(tmp_path / "image", home)
    kiosk = Cared(home)
    third = kiosk.submit("c")
    assert third.receipt_no == second.receipt_no  # nothing on this disk can know better
    kiosk.sync.nudge()
    kiosk.clock.advance(700)
    kiosk.report_health.run()
    kiosk.submit("d")
    kiosk.sync.nudge()

    found = arrived(reference_portal)
    assert {told.dossier_id for told in (first, second, after, third)} == set(found)
    flagged = {line.dossier_id: line.flags for line in kiosk.files.outbox.lines()}
    assert flagged[third.dossier_id] == "receipt_no_taken"
    assert kiosk.sync.state().line is Line.PAUSED
    assert kiosk.sync.state().waiting == 1
    kiosk.close()


def test_a_disk_set_back_by_exactly_what_it_did_since_is_found_out_at_its_first_report(
    home, tmp_path, reference_portal
):
    """An image one row old that took one row: the newest row alone tells nothing."""
    kiosk = Cared(home)
    kiosk.sync.start()
    kiosk.beat()
    kiosk.files.database.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    shutil.copytree(home, tmp_path / "image")
    reference_portal.faults.plan("413")
    kiosk.submit("told, and still on the disk that goes")
    kiosk.sync.nudge()
    kiosk.beat()
    kiosk.close()

    set_back = Cared(tmp_path / "image")
    set_back.submit("another under the same number")
    set_back.sync.nudge()
    set_back.beat()
    set_back.submit("kept, not sent")
    set_back.sync.nudge()

    assert set_back.sync.state().line is Line.PAUSED
    assert set_back.sync.state().waiting == 1
    assert reference_portal.protocol.fleet.kiosks()[0].state == "cloned"
    set_back.close()


def test_two_copies_of_one_machine_are_both_stopped_and_both_keep_what_they_hold(
    home, tmp_path, reference_portal
):
    shutil.copytree(home, tmp_path / "copy")
    one, two = Cared(home), Cared(tmp_path / "copy")
    one.submit("a")
    one.submit("b")
    one.sync.nudge()
    one.beat()
    two.clock.advance(700)
    two.report_health.run()
    for kiosk in (one, two):
        kiosk.submit("later")
        kiosk.sync.nudge()

    assert [kiosk.sync.state().line for kiosk in (one, two)] == [Line.PAUSED] * 2
    assert [kiosk.sync.state().waiting for kiosk in (one, two)] == [1, 1]
    assert len(arrived(reference_portal)) == 2
    one.close()
    two.close()


@pytest.mark.parametrize("year", [1970, 2016, 2036])
def test_a_machine_that_starts_with_a_wrong_year_sends_and_is_let_in(home, reference_portal, year):
    kiosk = Cared(home)
    right = kiosk.clock.now()
    kiosk.clock.set_wall(datetime(year, 1, 1, 7, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    first = kiosk.submit("a")
    kiosk.sync.start()
    assert kiosk.sync.state().waiting == 0, kiosk.sync.state().reason
    assert abs(kiosk.files.outbox.noted("clock_offset_ms")) > 365 * 86_400_000
    kiosk.clock.set_wall(right)
    second = kiosk.submit("b")
    kiosk.sync.nudge()

    assert kiosk.sync.state().waiting == 0, kiosk.sync.state().reason
    assert [line.dossier_id for line in kiosk.files.outbox.lines()] == [second.dossier_id, first.dossier_id]
    assert set(arrived(reference_portal)) == {first.dossier_id, second.dossier_id}
    kiosk.close()
