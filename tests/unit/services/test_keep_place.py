"""A place kept lasts fifteen minutes, opens once, and guessing is stopped."""

from itertools import count

import pytest

from kiosk.domain.consents import Purpose
from kiosk.domain.tracking import TooManyTries
from kiosk.services.keep_place import KEPT_S, MOST_PLACES, KeepPlace, KeptAnswers, NoSuchPlace
from tests.fakes.clock import FakeClock, FakeScheduler


class Room:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.scheduler = FakeScheduler(self.clock)
        numbers = count()
        self.places = KeepPlace(self.clock, self.scheduler, pick=lambda _below: next(numbers))

    def keep(self, name: str = "Trần Thị Mẫu") -> tuple[str, KeptAnswers]:
        kept = KeptAnswers("1.001193", {"child_name": name}, {Purpose.POST})
        return self.places.keep(kept), kept


@pytest.fixture
def room() -> Room:
    return Room()


def test_the_right_code_gives_the_answers_back_once(room: Room) -> None:
    code, kept = room.keep()

    assert code == "0000"
    assert room.places.take(code) is kept
    assert isinstance(room.places.take(code), NoSuchPlace)
    assert not room.places.any


def test_after_fifteen_minutes_the_answers_are_wiped_without_a_touch(room: Room) -> None:
    code, kept = room.keep()

    room.scheduler.advance(KEPT_S - 1)
    assert kept.answers
    room.scheduler.advance(6)

    assert (kept.answers, kept.agreed) == ({}, set())
    assert isinstance(room.places.take(code), NoSuchPlace)


def test_nothing_ticks_while_no_place_is_kept(room: Room) -> None:
    code, _ = room.keep()
    room.places.forget(code)

    assert not any(timer.running for timer in room.scheduler.timers)


def test_a_place_is_wiped_when_its_person_says_so_and_the_others_stay(room: Room) -> None:
    first, kept = room.keep()
    second, other = room.keep("Nguyễn Văn Mẫu")

    room.places.forget(first)

    assert kept.answers == {}
    assert room.places.take(second) is other


def test_the_end_of_the_kiosk_wipes_every_place(room: Room) -> None:
    kept = [room.keep()[1] for _ in range(3)]

    room.places.close()

    assert [one.answers for one in kept] == [{}, {}, {}]


def test_five_wrong_codes_make_even_the_right_one_wait(room: Room) -> None:
    code, kept = room.keep()
    for wrong in range(5):
        assert isinstance(room.places.take(f"9{wrong:03}"), NoSuchPlace)

    refused = room.places.take(code)

    assert isinstance(refused, TooManyTries)
    assert 0 < refused.wait_s <= 300
    room.scheduler.advance(refused.wait_s)
    assert room.places.take(code) is kept


def test_no_more_places_than_can_be_told_from_guesses(room: Room) -> None:
    for _ in range(MOST_PLACES):
        room.keep()

    assert room.places.full
    with pytest.raises(LookupError, match="every place"):
        room.keep()


def test_a_code_in_use_is_never_given_twice() -> None:
    clock = FakeClock()
    picks = iter([7, 7, 8])
    places = KeepPlace(clock, FakeScheduler(clock), pick=lambda _below: next(picks))

    assert [places.keep(KeptAnswers("1.001193")) for _ in range(2)] == ["0007", "0008"]
