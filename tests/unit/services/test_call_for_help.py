"""A call for help says only what was done, and is one call however often it is touched."""

from datetime import datetime

import pytest

from kiosk.domain.help_calls import Signal
from kiosk.ports.help_line import HelpWords
from kiosk.services.call_for_help import AGAIN_AFTER_S, CallForHelp
from tests.fakes.clock import FakeClock
from tests.fakes.help_line import FakeBell, FakeLine
from tests.fakes.tasks import InlineRunner, StepRunner


def helper(bell: FakeBell, line: FakeLine, clock: FakeClock | None = None) -> CallForHelp:
    return CallForHelp(InlineRunner(), bell, line, clock or FakeClock(), kiosk="số 1", hall="Phường Mẫu")


def test_a_bell_that_rang_and_a_machine_that_answered_are_both_told() -> None:
    service = helper(FakeBell(), FakeLine())
    service.call()

    call = service.calls()[0]
    assert (call.bell, call.line, call.went_out) == (Signal.CONFIRMED, Signal.CONFIRMED, True)


def test_a_packet_nobody_confirmed_is_sent_and_no_more() -> None:
    service = helper(FakeBell(available=False), FakeLine(confirms=False))
    service.call()

    call = service.calls()[0]
    assert (call.bell, call.line, call.went_out) == (Signal.NONE, Signal.SENT, True)


def test_without_bell_and_network_the_call_stands_in_the_list_and_claims_nothing() -> None:
    service = helper(FakeBell(available=False), FakeLine(available=False))
    service.call()

    call = service.calls()[0]
    assert (call.went_out, call.is_settled, call.is_answered) == (False, True, False)


def test_what_fails_is_said_to_have_failed() -> None:
    service = helper(FakeBell(broken=True), FakeLine(broken=True))
    service.call()

    call = service.calls()[0]
    assert (call.bell, call.line, call.went_out) == (Signal.FAILED, Signal.FAILED, False)


def test_twenty_touches_within_twenty_seconds_are_one_call() -> None:
    bell, clock = FakeBell(), FakeClock()
    service = helper(bell, FakeLine(), clock)
    for _ in range(20):
        service.call()
    assert (bell.rung, len(service.calls())) == (1, 1)

    clock.advance(AGAIN_AFTER_S)
    service.call()
    assert (bell.rung, [call.call_id for call in service.calls()]) == (2, [2, 1])


def test_the_wire_carries_which_machine_and_when_and_nothing_else() -> None:
    line, clock = FakeLine(), FakeClock()
    helper(FakeBell(), line, clock).call()

    assert line.told == [HelpWords(kiosk="số 1", hall="Phường Mẫu", called_at=clock.now())]


def test_watchers_hear_of_each_step_until_they_stop() -> None:
    tasks, heard = StepRunner(), []
    service = CallForHelp(tasks, FakeBell(), FakeLine(), FakeClock(), kiosk="1", hall="")
    stop = service.watch(heard.append)
    call = service.call()
    assert not call.is_settled

    tasks.run_all()
    service.answered(call.call_id)
    stop()
    service.answered(99)

    assert [(one.bell, one.line, one.is_answered) for one in heard][-1] == (
        Signal.CONFIRMED,
        Signal.CONFIRMED,
        True,
    )
    assert len(heard) == 4


def test_a_fault_of_ours_is_not_taken_for_a_broken_bell() -> None:
    class Faulty(FakeBell):
        def ring(self) -> None:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        helper(Faulty(), FakeLine(available=False)).call()


def test_the_time_of_a_call_is_the_halls() -> None:
    clock = FakeClock()
    service = helper(FakeBell(), FakeLine(), clock)

    assert service.call().called_at == datetime(2026, 11, 24, 9, 42, tzinfo=clock.now().tzinfo)
