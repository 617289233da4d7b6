"""The hall's hours in words: days alike are said once, and nothing is said that nobody published."""

from datetime import date, datetime, time, timedelta, timezone

from kiosk.domain.hall import Hall
from kiosk.domain.portal_data import ClosedDay, OpeningHours, OpenSpan, PortalBoard
from ui.opening_words import closed_words, door_words, hours_words, opening_words

HANOI = timezone(timedelta(hours=7))
TODAY = date(2026, 11, 24)
HALVES = ((time(8), time(11, 30)), (time(13, 30), time(17)))
WEEK = OpeningHours(
    item_id="w",
    valid_from=TODAY,
    spans=(
        *(OpenSpan(weekday=day, opens=o, closes=c) for day in range(1, 6) for o, c in HALVES),
        OpenSpan(weekday=6, opens=time(8), closes=time(11, 30)),
    ),
)


def board(**more):
    return PortalBoard(today=TODAY, **more)


def test_days_alike_are_said_once():
    assert hours_words(WEEK, "vi") == "Thứ Hai–Thứ Sáu: 8:00–11:30, 13:30–17:00; Thứ Bảy: 8:00–11:30"
    assert hours_words(WEEK, "en") == "Monday–Friday: 8:00–11:30, 13:30–17:00; Saturday: 8:00–11:30"


def test_without_the_citys_word_the_halls_settings_speak_and_else_nobody():
    hall = Hall(ward="Phường Mẫu", opening_hours="8:00–17:00")

    assert opening_words(hall, board(), "vi") == "8:00–17:00"
    assert opening_words(hall, board(hours=WEEK), "en").startswith("Monday")
    assert opening_words(Hall(ward=""), board(), "vi") == ""
    assert door_words(Hall(ward=""), board(), datetime(2026, 11, 24, 9, tzinfo=HANOI), "vi") == ""


def test_the_door_says_until_when_it_is_open_and_when_it_opens_again():
    today = board(hours=WEEK)

    assert (
        door_words(Hall(ward=""), today, datetime(2026, 11, 24, 9, tzinfo=HANOI), "vi")
        == "Đang mở cửa đến 11:30"
    )
    closed = door_words(Hall(ward=""), today, datetime(2026, 11, 24, 18, tzinfo=HANOI), "vi")
    assert closed == "Đang đóng cửa. Mở lại 8:00, Thứ Tư 25/11/2026"
    noon = door_words(Hall(ward=""), today, datetime(2026, 11, 24, 12, tzinfo=HANOI), "vi")
    assert noon == "Đang đóng cửa. Mở lại 13:30 hôm nay"


def test_a_holiday_is_named_today_and_told_ahead():
    holiday = ClosedDay(item_id="c", valid_from=TODAY, valid_to=date(2026, 11, 25), name="Ngày nghỉ mẫu")
    closed = board(hours=WEEK, closed_days=(holiday,))

    words = door_words(Hall(ward=""), closed, datetime(2026, 11, 24, 9, tzinfo=HANOI), "vi")
    assert words == "Đang nghỉ: Ngày nghỉ mẫu. Mở lại 8:00, Thứ Năm 26/11/2026"
    assert closed_words(closed, "vi") == "Ngày nghỉ mẫu: 24/11/2026–25/11/2026"


def test_what_staff_say_for_now_holds_before_the_citys_week():
    hall = Hall(ward="", opening_hours="Hôm nay đến 15:00", hours_for_now=True)

    assert opening_words(hall, board(hours=WEEK), "vi") == "Hôm nay đến 15:00"
    assert door_words(hall, board(hours=WEEK), datetime(2026, 11, 24, 9, tzinfo=HANOI), "vi") == ""
