"""Rate and answer the poll by touch: one rating and one vote a visit, and never by looking."""

from kiosk.domain.messages import MessageKind
from tests.ui.screens.hall_stops import publish
from tests.ui.screens.stops import visit
from tests.ui.screens.words_left import kept_messages


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
    home.settle()

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
