"""What else the hall offers, by touch: the city's word, the call for a person, the rows of the hub."""

import pytest

from tests.ui.screens.hall_stops import HALL_STOPS, ITEMS, publish
from tests.ui.screens.stops import STOPS, visit
from tests.ui.screens.test_walk import dead_ends
from tests.ui.screens.words_left import ask

# --- the city's word --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("notices", "Hôm nay chưa có thông báo"),
        ("answers", "Chưa có câu trả lời chung"),
        ("open_numbers", "Chưa có số liệu này."),
        ("notices", "Máy chưa nhận tin từ thành phố."),
    ],
)
def test_a_hall_that_heard_nothing_says_so(open_kiosk, row, words):
    citizen = open_kiosk(settings={})
    citizen.begin()
    citizen.touch("hub")
    citizen.touch("row-" + row)
    citizen.see(words)


@pytest.mark.parametrize(
    ("screen", "words"),
    [
        ("notices", "Từ ngày 20/11/2026 đến hết ngày 31/12/2026"),
        ("notices", "Văn bản 00/2026/NĐ-CP, ngày 01/11/2026"),
        ("notices", "Tin nhận lúc 09:42, ngày 24/11/2026"),
        ("hotlines", "000 000 1022"),
        ("places", "Điểm phục vụ số 2, phường Mẫu"),
        ("answers", "Khai sinh muộn có bị phạt không?"),
        ("open_numbers", "98,7 trong 100 hồ sơ"),
        ("open_numbers", "Đã chờ 3 ngày"),
        ("hall_info", "Đang mở cửa đến 11:30"),
        ("hall_info", "Nghỉ bù ngày lễ: 04/12/2026"),
    ],
)
def test_what_the_city_published_is_shown_with_its_days(home, screen, words):
    publish(home)
    home.open(screen)
    home.see(words)


def test_what_this_hall_says_of_itself_stands_beside_the_citys_notices(open_kiosk):
    citizen = open_kiosk(settings={"hall": {"ward": "Phường Mẫu", "notices": ["Chiều nay nghỉ họp"]}})
    citizen.begin()
    publish(citizen)
    citizen.open("notices")

    keys = [row.key for row in citizen.kiosk.way.current.view_model.rows.rows]
    assert keys == ["a1", "hall-0", "a2"]
    citizen.see("Chiều nay nghỉ họp")


def test_the_citys_english_is_shown_where_it_gave_one(home):
    publish(home)
    home.open("answers")
    home.touch("bar-language")
    home.see("Is there a fine for late birth registration?")


def test_what_waits_here_is_counted_from_the_rows(home):
    ask(home)
    home.touch("primary")
    home.touch("goOn")
    home.open("open_numbers")
    home.see("1 phiếu và lời nhắn")
    home.see("Lâu nhất từ 09:42, ngày 24/11/2026")


def test_slides_with_news_take_turns_and_any_touch_still_begins(citizen):
    publish(citizen)
    shown = []
    for _ in range(4):
        citizen.wait_s(8)
        shown.append(citizen.kiosk.way.current.view_model._shown())
    titles = [item.title if item else "" for item in shown]
    assert titles == [ITEMS[0].title, ITEMS[1].title, "", ITEMS[0].title]

    citizen.begin()


# --- calling a person -------------------------------------------------------------------------------


def test_the_help_page_says_what_was_done_and_nothing_more(citizen):
    visit(citizen, "call_help_rung")
    citizen.see("Máy đã gọi")
    citizen.see("Chuông đã kêu. Lời gọi đã phát trong mạng của sảnh.")

    visit(citizen, "call_help_failed")
    citizen.see("Máy đã ghi lời gọi lúc 09:42")
    citizen.see("Mời ông/bà gặp cán bộ.")
    assert not citizen.reads("Máy đã gọi")


def test_one_touch_calls_and_staff_find_the_call_in_their_list(home):
    home.touch("bar-help")
    help_calls = home.kiosk.way.current.view_model._services.help

    assert [call.called_at for call in help_calls.calls()] == [home.clock.now()]
    home.touch("callAgain")
    assert len(help_calls.calls()) == 1
    home.wait_s(21)
    home.touch("callAgain")
    assert len(help_calls.calls()) == 2

    help_calls.answered(help_calls.calls()[0].call_id)
    home.see("Cán bộ đã nhận lời gọi")


ROWS = (
    "hall_info",
    "notices",
    "places",
    "hotlines",
    "answers",
    "rate",
    "feedback",
    "fault",
    "poll",
    "online_guide",
    "open_numbers",
    "school",
)


def test_every_row_of_the_hub_leads_to_a_page_with_a_way_on_and_back(home):
    publish(home)
    home.touch("hub")
    wrong = {}
    for row in ROWS:
        while not home.shows("row-" + row):
            home.touch("pager-down")
        home.touch("row-" + row)
        wrong |= {row: missing} if (missing := dead_ends(home)) else {}
        home.touch("bar-back")
        assert home.screen_name() == "hub"

    assert wrong == {}
    assert {row.key for row in home.kiosk.way.current.view_model.rows.rows} == set(ROWS)


@pytest.mark.parametrize("stop", sorted(set(HALL_STOPS) - {"attract_news"}))
def test_no_page_of_the_hall_is_a_dead_end(citizen, stop):
    visit(citizen, stop)

    assert dead_ends(citizen) == []


def test_every_page_of_the_hall_is_among_the_stops():
    assert {"hub", "track_number", "message_done", "rate", "notices", "answers"} <= set(STOPS)


@pytest.mark.parametrize("shape", ["portrait", "landscape", "wide"])
def test_a_figure_stands_in_larger_letters_than_what_it_counts(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.begin()
    publish(citizen)
    citizen.open("open_numbers")
    citizen.settle()
    size = {
        item.property("text"): item.property("font").pixelSize()
        for item in citizen.items()
        if item.inherits("QQuickText")
    }

    assert size["98,7 trong 100 hồ sơ"] > size["Hồ sơ trả đúng hẹn"]


def test_the_lesson_numbers_its_steps_apart_from_their_words(home):
    home.open("school")
    home.settle()

    assert {"1", "5", "Hỏi người nhà cần làm việc gì."} <= set(home.texts())


def test_this_hall_has_the_same_hours_on_every_page(home):
    publish(home)
    for screen in ("hall_info", "places"):
        home.open(screen)
        home.see("Thứ Hai–Thứ Sáu: 8:00–11:30, 13:30–17:00")

    here = next(row for row in home.kiosk.way.current.view_model.rows.rows if row.key == "here")
    assert here.note == "Thứ Hai–Thứ Sáu: 8:00–11:30, 13:30–17:00"
