"""What else the hall offers, by touch: follow a slip, ask, read an answer, rate, report, call."""

from datetime import datetime

import pytest

from kiosk.domain.messages import MessageKind
from kiosk.domain.numbering import receipt_number
from kiosk.ports.messages import SealedAnswer
from kiosk.ports.portal_data import ChangePage
from kiosk.ports.tasks import Lane
from kiosk.services.leave_message import answer_secrets
from tests.portal.reference_portal.messages import seal_answer
from tests.ui.screens.hall_stops import HALL_STOPS, HANOI, ITEMS, NUMBER, publish, tracked
from tests.ui.screens.stops import STOPS, visit
from tests.ui.screens.test_walk import dead_ends
from tests.ui.screens.test_wipe import found_in_memory, marks

OTHER = receipt_number(170123457)


@pytest.fixture
def home(citizen):
    citizen.begin()
    return citizen


def kept_messages(citizen):
    """The kinds of the rows in the outbox that are no dossiers."""
    found = []
    citizen.kiosk.tasks.submit(Lane.DATABASE, citizen.kiosk.files.outbox.lines, done=found.extend)
    citizen.settle()
    return [line.kind for line in found if line.kind != "dossier"]


def ask(citizen, words="xin hoi"):
    citizen.touch("hub")
    citizen.touch("row-answers")
    citizen.touch("primary")
    citizen.touch("row-papers")
    citizen.type(words + "<submit>")
    citizen.touch("skip")


def code_on_glass(citizen):
    item = citizen.find("code")
    return str(item.property("text")).replace(" ", "")


# --- following a slip -------------------------------------------------------------------------------


def declared(citizen):
    """Declare a birth and return the number and the look-up code on the glass."""
    visit(citizen, "slip_done")
    dossier = citizen.kiosk.way.current.place.about["dossier"]
    citizen.touch("finish")
    citizen.touch("primary")
    assert citizen.screen_name() == "attract"
    return dossier.receipt_no, dossier.lookup_code


def test_a_slip_declared_here_is_found_by_number_and_code_without_any_network(citizen):
    number, code = declared(citizen)
    citizen.begin()
    citizen.touch("track")
    citizen.dial(number)
    citizen.touch("next")
    citizen.dial(code)
    citizen.touch("next")

    assert citizen.screen_name() == "track_result"
    citizen.see("Còn chờ gửi")
    citizen.see("Phiếu còn ở máy này")
    citizen.see("Cứ mang phiếu và giấy tờ đến quầy.")


def test_a_wrong_digit_is_refused_before_anything_is_asked(home):
    home.touch("track")
    home.dial(NUMBER[:-1] + "1")
    home.see("Có chữ số chưa đúng.")

    home.touch("next")
    assert "number" not in dict(home.about()[1])


def test_a_wrong_code_and_an_unknown_number_get_the_same_words(citizen):
    number, code = declared(citizen)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    seen = []
    for digits, secret in ((number, wrong), (OTHER, code)):
        citizen.begin()
        citizen.touch("track")
        citizen.dial(digits)
        citizen.touch("next")
        citizen.dial(secret)
        citizen.touch("next")
        citizen.see("Số phiếu và mã này chưa khớp.")
        seen.append(citizen.texts())
        citizen.touch("bar-end")

    assert seen[0] == seen[1]


def test_after_too_many_wrong_codes_the_machine_rests_kindly(home):
    home.touch("track")
    home.dial(NUMBER)
    home.touch("next")
    for number in range(6):
        if home.screen_name() == "please_wait":
            break
        view_model = home.kiosk.way.current.view_model
        view_model.fill(f"{number:06d}")
        view_model.next()
        home.settle()

    home.see("Máy nghỉ tra cứu một lát")
    home.touch("primary")
    assert home.screen_name() == "call_help"


def test_a_due_day_on_which_the_hall_is_closed_says_so_and_stays_the_portals(home):
    publish(home)
    for day, closed in ((3, False), (4, True)):
        home.open("track_result", tracked=tracked(4, due=datetime(2026, 12, day, 17, 0, tzinfo=HANOI)))
        home.see(f"17:00, 0{day}/12/2026")
        assert home.reads("Nghỉ bù ngày lễ. Ông/bà đến vào ngày làm việc sau đó.") is closed


def test_a_slip_before_the_scanner_gives_the_number_and_asks_for_the_code_alone(home):
    home.touch("track")
    for letter in f"HNPK1:{NUMBER}:0a1b2c3d":
        home.kiosk.scans.key(letter, ends=False)
    home.kiosk.scans.key("\r", ends=True)
    home.settle()

    assert dict(home.about()[1]) == {"number": NUMBER}
    home.see("Mã tra cứu của ông/bà?")


def test_the_state_is_printed_once_however_often_it_is_touched(citizen):
    visit(citizen, "track_ready")
    citizen.touch("print")
    assert not citizen.shows("print")
    citizen.kiosk.way.current.view_model.printState()
    citizen.settle()
    citizen.wait_s(3)

    assert len(citizen.paper()) == 1
    citizen.see("Phiếu đã ra")


def test_a_number_that_was_followed_is_gone_with_the_visit(home):
    home.touch("track")
    home.dial(NUMBER)
    home.touch("next")
    assert home.kiosk.visit.personal

    home.touch("bar-end")
    assert not home.kiosk.visit.personal


def test_what_an_old_answer_says_is_told_with_its_age(citizen):
    visit(citizen, "track_papers_missing")
    citizen.see("Chưa hỏi được Cổng. Thông tin lúc 14:05, 23/11/2026")


# --- questions and answers --------------------------------------------------------------------------


def test_a_question_is_kept_with_a_code_and_a_sheet_and_is_not_called_sent(home):
    ask(home)
    home.see("Không để lại số")
    home.see("Gửi là ông/bà đồng ý cho cán bộ đọc.")
    home.touch("primary")

    home.see("Máy đã giữ câu hỏi")
    home.see("Máy tự gửi khi có mạng.")
    code = code_on_glass(home)
    assert len(code) == 12
    assert f"HNQ1:{code}" in home.codes()
    home.wait_s(3)
    assert len(home.paper()) == 1
    assert kept_messages(home) == [MessageKind.QUESTION.value]
    assert not home.kiosk.visit.personal


def test_twenty_touches_on_send_are_one_question(home):
    ask(home)
    for _ in range(20):
        home.kiosk.way.current.view_model.primary()
    home.settle()

    assert kept_messages(home) == [MessageKind.QUESTION.value]


def test_an_answer_is_read_with_the_code_and_with_nothing_else(home):
    ask(home)
    home.touch("primary")
    code = code_on_glass(home)
    publish_answer(home, code, "Ông/bà mang giấy chứng sinh.")
    home.touch("goOn")
    home.touch("hub")
    home.touch("row-answers")
    home.touch("secondary")
    home.dial(code)
    home.touch("next")

    assert home.screen_name() == "answer_shown"
    home.see("Ông/bà mang giấy chứng sinh.")
    home.see("Cán bộ trả lời ngày 24/11/2026")


def publish_answer(citizen, code, text):
    secrets = answer_secrets(code)
    now_ms = int(citizen.clock.now().timestamp() * 1000)
    sealed = SealedAnswer(
        answer_id=secrets.answer_id,
        blob=seal_answer(text, secrets.answer_id, secrets.key),
        answered_ms=now_ms,
    )
    page = ChangePage(next_cursor="1", has_more=False, answers=(sealed,))
    citizen.kiosk.tasks.submit(
        Lane.DATABASE, lambda: citizen.kiosk.files.portal_data.apply(page, now_ms=now_ms)
    )
    citizen.settle()


def test_a_mistyped_question_code_is_refused_at_once(home):
    home.open("answer_code")
    home.dial("123456789012")
    home.see("Có chữ số chưa đúng.")


def test_too_few_words_and_a_telephone_number_too_short_are_mended_not_lost(home):
    home.open("message_topic", kind="question")
    home.touch("row-fee")
    home.type("le<submit>")
    home.see("Ông/bà viết thêm vài chữ.")
    home.type(" phi<submit>")
    home.dial("0123")
    home.touch("next")
    home.see("Số điện thoại có mười chữ số")
    home.touch("skip")
    home.see("Le phi")


def test_a_known_fault_is_reported_in_two_touches_without_typing(home):
    home.touch("hub")
    home.touch("row-fault")
    home.touch("row-printer")
    home.touch("primary")

    home.see("Máy đã ghi lỗi, cảm ơn ông/bà")
    assert kept_messages(home) == [MessageKind.FAULT.value]


def test_a_full_disk_keeps_the_words_and_says_so(home):
    from kiosk.ports.outbox import StorageFull

    ask(home)
    view_model = home.kiosk.way.current.view_model
    view_model._not_kept(StorageFull("disk"))
    home.settle()

    home.see("Máy chưa giữ được lời này")
    home.see("Xin hoi")
    assert home.shows("primary")


def test_what_was_written_is_found_nowhere_in_memory_once_the_visit_ends(home):
    words = marks()[0]
    ask(home, words=words)
    home.touch("primary")
    home.see("Máy đã giữ câu hỏi")
    home.touch("finish")
    home.open("message_topic", kind="feedback")
    home.touch("row-hall")
    home.type(words)
    home.touch("bar-end")
    home.settle()

    assert found_in_memory() == []
    assert not home.kiosk.desk.messages._drafts


# --- ratings, polls ---------------------------------------------------------------------------------


def test_one_touch_on_a_face_is_a_rating_even_when_the_person_walks_away(home):
    home.touch("hub")
    home.touch("row-rate")
    home.touch("row-4")
    home.touch("bar-end")

    assert kept_messages(home) == [MessageKind.RATING.value]


def test_a_reason_is_one_more_touch_and_one_rating(home):
    home.open("rate")
    home.touch("row-2")
    home.touch("row-small")

    home.see("Cảm ơn ông/bà")
    home.touch("primary")
    assert kept_messages(home) == [MessageKind.RATING.value]


def test_looking_at_the_faces_is_no_rating(home):
    home.open("rate")
    home.touch("primary")
    home.touch("bar-end") if home.shows("bar-end") else None

    assert kept_messages(home) == []


def test_after_a_slip_the_person_is_wiped_first_and_asked_then(citizen):
    visit(citizen, "slip_done")
    citizen.touch("finish")

    assert citizen.screen_name() == "rate"
    assert not citizen.kiosk.visit.personal
    citizen.see("Máy đã xoá thông tin của ông/bà.")
    citizen.touch("primary")
    assert citizen.screen_name() == "attract"


def test_a_poll_is_offered_while_the_city_asks_and_takes_one_answer(home):
    home.touch("hub")
    assert not home.shows("row-poll")
    publish(home)
    home.touch("bar-back")
    home.touch("hub")
    home.touch("row-poll")
    home.touch("row-sat")

    home.see("Cảm ơn ông/bà")
    assert kept_messages(home) == [MessageKind.VOTE.value]


def test_a_visit_has_one_rating_and_one_vote_and_the_next_visit_its_own(home):
    publish(home)
    for _ in range(2):
        home.open("rate")
        home.touch("row-4")
        home.touch("primary")
        home.see("Cảm ơn ông/bà")
        home.touch("secondary")
        home.touch("row-sat")
        home.see("Máy đã giữ câu trả lời")
    both = [MessageKind.RATING.value, MessageKind.VOTE.value]
    assert sorted(kept_messages(home)) == both

    home.touch("bar-end")
    home.begin()
    home.open("rate")
    home.touch("row-5")
    home.touch("bar-end")
    assert sorted(kept_messages(home)) == sorted([*both, MessageKind.RATING.value])


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
