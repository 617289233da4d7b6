"""A form begins only where its answers could be kept: else the page says so before anything is typed."""

import pytest

from kiosk.ports.tasks import Lane
from tests.ui.screens.stops import CODE

FOREVER_MS = 2**52


def in_database(citizen, work):
    citizen.kiosk.tasks.submit(Lane.DATABASE, work, done=lambda _done: None)
    citizen.settle()


def without_numbers(citizen):
    database = citizen.kiosk.files.numbers._database
    in_database(citizen, lambda: database.db.execute("UPDATE number_ranges SET next = last + 1"))


def paused_by_the_portal(citizen):
    database = citizen.kiosk.files.numbers._database
    in_database(
        citizen,
        lambda: database.db.execute(
            "INSERT OR REPLACE INTO sync_state (name, value) VALUES ('intake_paused_ms', ?)", (FOREVER_MS,)
        ),
    )


def with_expired_keys(citizen):
    citizen.kiosk.desk.intake._keys_hold = lambda _now_ms: False


CLOSED = (without_numbers, paused_by_the_portal, with_expired_keys)


@pytest.mark.parametrize("closed", CLOSED)
def test_nobody_types_for_nothing(citizen, closed):
    closed(citizen)
    citizen.begin()
    citizen.open("form_start", code=CODE)

    assert citizen.screen_name() == "form_closed"
    citizen.see("Máy tạm chưa nhận khai trước")
    citizen.see("Cán bộ tại quầy vẫn nhận hồ sơ của ông/bà.")
    assert not citizen.shows("begin")
    citizen.touch("secondary")
    assert citizen.screen_name() == "procedure"


def test_a_closed_form_has_a_person_to_ask(citizen):
    without_numbers(citizen)
    citizen.begin()
    citizen.open("form_start", code=CODE)
    citizen.touch("primary")

    assert citizen.screen_name() == "call_help"


def test_a_form_that_can_be_kept_begins(citizen):
    citizen.begin()
    citizen.open("form_start", code=CODE)
    citizen.touch("begin")

    assert citizen.screen_name() == "form_question"


def test_a_pupil_practises_though_nothing_could_be_kept(citizen):
    without_numbers(citizen)
    citizen.begin()
    citizen.touch("hub")
    citizen.touch("row-school")
    citizen.touch("primary")
    citizen.open("form_start", code=CODE)
    citizen.touch("begin")

    assert citizen.screen_name() == "form_question"
