"""Taking a slip back on the glass: number and code, what it means, one touch, and what is true then."""

import pytest

from kiosk.ports.tasks import Lane
from tests.ui.screens.citizen import scene_rect
from tests.ui.screens.stops import visit


def rows(citizen):
    found = []
    citizen.kiosk.tasks.submit(Lane.DATABASE, citizen.kiosk.files.outbox.lines, done=found.extend)
    citizen.settle()
    return found


def follow(citizen, number, code):
    citizen.begin()
    citizen.touch("track")
    citizen.dial(number)
    citizen.touch("next")
    citizen.dial(code)
    citizen.touch("next")
    assert citizen.screen_name() == "track_result"


@pytest.fixture
def slip(citizen):
    """Number and look-up code of a birth that was declared here."""
    visit(citizen, "slip_done")
    dossier = citizen.kiosk.way.current.place.about["dossier"]
    citizen.touch("finish")
    citizen.touch("primary")
    return dossier


def test_a_slip_is_withdrawn_with_number_and_code_and_called_waiting_until_the_portal_has_it(citizen, slip):
    follow(citizen, slip.receipt_no, slip.lookup_code)
    citizen.touch("withdraw")
    citizen.see("Phiếu đã rút thì không lấy lại được.")

    citizen.touch("primary")

    assert citizen.screen_name() == "message_done"
    citizen.see("Phiếu chưa rút xong. Ông/bà tra lại số phiếu để biết.")
    (asked,) = (row for row in rows(citizen) if row.kind == "withdrawal")
    assert asked.procedure_code == slip.dossier_id
    citizen.touch("finish")
    if citizen.screen_name() != "attract":
        citizen.touch("primary")
    follow(citizen, slip.receipt_no, slip.lookup_code)
    citizen.see("Xin rút, còn chờ gửi")
    assert not citizen.shows("withdraw")


def test_a_slip_that_is_kept_stays_as_it_was(citizen, slip):
    follow(citizen, slip.receipt_no, slip.lookup_code)
    citizen.touch("withdraw")

    citizen.touch("secondary")

    assert citizen.screen_name() == "track_result"
    assert not [row for row in rows(citizen) if row.kind == "withdrawal"]


def test_two_touches_are_one_request(citizen, slip):
    follow(citizen, slip.receipt_no, slip.lookup_code)
    citizen.touch("withdraw")
    page = citizen.kiosk.way.current.view_model

    page.primary()
    page.primary()
    citizen.settle()

    assert len([row for row in rows(citizen) if row.kind == "withdrawal"]) == 1


def test_a_pupil_withdraws_nothing(citizen, slip):
    citizen.begin()
    citizen.kiosk.visit.practice = True
    visit(citizen, "track_withdrawable")

    assert not citizen.shows("withdraw")


@pytest.mark.parametrize("largeness", [0, 1])
def test_every_row_of_buttons_below_a_slip_fills_the_page(citizen, largeness):
    visit(citizen, "track_withdrawable")
    for _ in range(largeness):
        citizen.touch("bar-text")

    rows_on_glass = {}
    for name in ("print", "another", "withdraw"):
        box = scene_rect(citizen.find(name))
        rows_on_glass.setdefault(round(box.top()), []).append(box)

    rights = {round(max(box.right() for box in row)) for row in rows_on_glass.values()}
    assert len(rights) == 1
