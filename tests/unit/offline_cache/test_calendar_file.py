"""The city's calendar: days closed, days worked instead, and what is refused."""

import json
from datetime import date, datetime, time

import pytest

from kiosk.domain.portal_data import ClosedDay, OpeningHours, OpenSpan, board_of, door_state
from offline_cache.calendar_file import CalendarFile, CalendarRejected, read_calendar
from offline_cache.tracking_store import HALL_TIME

TET = {"from": "2027-02-05", "to": "2027-02-11", "name": "Nghỉ Tết", "name_en": "Tết"}
SWAPPED = {"day": "2026-11-28", "as_weekday": 1, "name": "Làm bù"}
HOURS = OpeningHours(
    item_id="h",
    valid_from=date(2026, 1, 1),
    spans=tuple(OpenSpan(weekday=day, opens=time(8), closes=time(17)) for day in range(1, 6)),
)


def calendar(**parts):
    return json.dumps({"v": 1, **parts}).encode()


def door(content, at):
    return door_state(board_of((HOURS, *read_calendar(content)), at.date(), as_of=None), at)


def test_a_holiday_of_the_calendar_closes_the_hall_until_its_end():
    state = door(calendar(closed_days=[TET]), datetime(2027, 2, 5, 9, 0, tzinfo=HALL_TIME))

    assert (state.is_open, state.closed_for) == (False, "Nghỉ Tết")
    assert f"{state.changes_at:%d/%m %H:%M}" == "12/02 08:00"


def test_a_saturday_worked_instead_is_open_as_a_monday():
    saturday = datetime(2026, 11, 28, 9, 0, tzinfo=HALL_TIME)

    assert not door(calendar(), saturday).is_open
    assert door(calendar(working_days=[SWAPPED]), saturday).is_open


def test_the_portal_and_the_calendar_close_the_same_days_once_in_the_portals_words():
    closed = ClosedDay(
        item_id="p", valid_from=date(2027, 2, 5), valid_to=date(2027, 2, 11), name="Tết Đinh Mùi"
    )
    board = board_of((*read_calendar(calendar(closed_days=[TET])), closed), date(2027, 2, 1), as_of=None)

    assert [day.name for day in board.closed_days] == ["Tết Đinh Mùi"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not JSON",
        b'{"v": 2}',
        calendar(days=[]),
        calendar(closed_days=[{"from": "2027-02-05"}]),
        calendar(closed_days=[{**TET, "to": "2027-02-01"}]),
        calendar(closed_days=[{**TET, "to": "2027-12-31"}]),
        calendar(closed_days=[{**TET, "from": "5/2/2027"}]),
        calendar(working_days=[{**SWAPPED, "as_weekday": 8}]),
        calendar(closed_days=[TET] * 401),
    ],
)
def test_what_cannot_be_used_is_refused_and_the_last_calendar_stays(tmp_path, content):
    kept = CalendarFile(tmp_path)
    kept.take(calendar(closed_days=[TET]))

    with pytest.raises(CalendarRejected):
        kept.take(content)

    assert len(kept.days()) == 1


def test_the_same_calendar_again_is_nothing_new_and_a_ruined_one_counts_as_none(tmp_path):
    kept = CalendarFile(tmp_path)

    assert (kept.days(), kept.take(calendar(closed_days=[TET]))) == ((), True)
    assert not kept.take(calendar(closed_days=[TET]))
    kept.path.write_bytes(b"\x00")
    assert kept.days() == ()
