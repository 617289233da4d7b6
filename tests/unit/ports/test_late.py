"""A late part is made at its first use, once, and is then the part itself to whoever uses it."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, runtime_checkable

import pytest

from kiosk.ports.late import late


class Bell:
    def __init__(self):
        self.rung = 0

    def ring(self):
        self.rung += 1
        return self.rung


@runtime_checkable
class Rings(Protocol):
    def ring(self): ...


@runtime_checkable
class Shouts(Protocol):
    def shout(self): ...


def test_nothing_is_made_before_it_is_used():
    made = []

    late(lambda: made.append("bell") or Bell())

    assert made == []


def test_it_is_made_once_and_keeps_its_state():
    made = []
    bell = late(lambda: made.append("bell") or Bell())

    assert (bell.ring(), bell.ring(), bell.rung, made) == (1, 2, 2, ["bell"])


def test_what_is_set_is_set_on_the_part():
    real = Bell()
    bell = late(lambda: real)

    bell.rung = 7

    assert real.rung == 7

    del bell.rung

    assert not hasattr(real, "rung")


def test_its_type_and_its_protocols_are_recognised():
    bell = late(Bell)

    assert isinstance(bell, Bell)
    assert isinstance(bell, Rings)
    assert not isinstance(bell, Shouts)


def test_a_refusal_comes_out_of_the_use_and_the_next_use_tries_again():
    answers = [OSError("no such line"), Bell()]

    def make():
        answer = answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    bell = late(make)

    with pytest.raises(OSError, match="no such line"):
        bell.ring()
    assert bell.ring() == 1


def test_two_lanes_that_use_it_at_once_get_the_same_part():
    together = threading.Barrier(2)
    made = []
    bell = late(lambda: made.append("bell") or Bell())

    def use(_):
        together.wait(timeout=10)
        return bell.ring

    with ThreadPoolExecutor(2) as lanes:
        methods = list(lanes.map(use, range(2)))

    assert made == ["bell"]
    assert methods[0].__self__ is methods[1].__self__
