import pytest

from kiosk.domain.staff import (
    NameRefused,
    PinLock,
    PinRefused,
    after_try,
    checked_name,
    checked_pin,
    counted_from_now,
    remaining_s,
    wait_after_s,
)


@pytest.mark.parametrize("pin", ["1234567", "123456789", "12a45678", "", "１２３４５６７８", "1357 246"])
def test_a_pin_is_eight_plain_digits(pin):
    with pytest.raises(PinRefused) as refused:
        checked_pin(pin)

    assert refused.value.reason == "digits"
    assert not pin or pin not in str(refused.value)


@pytest.mark.parametrize("pin", ["00000000", "12345678", "87654321", "90123456", "12121212", "19801980"])
def test_the_first_pins_anybody_would_try_are_refused(pin):
    with pytest.raises(PinRefused) as refused:
        checked_pin(pin)

    assert refused.value.reason == "simple"


@pytest.mark.parametrize("pin", ["58203714", "11223344", "20041975"])
def test_other_pins_are_taken(pin):
    assert checked_pin(pin) == pin


def test_names_are_tidied_and_must_have_two_letters():
    assert checked_name("  Trần\u0009Thu  Hà\x00 ") == "Trần Thu Hà"
    with pytest.raises(NameRefused):
        checked_name(" a ")


def test_waits_double_from_one_minute_to_an_hour_after_five_tries():
    assert [wait_after_s(wrong) / 60 for wrong in range(3, 14)] == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert wait_after_s(10_000) == 3600


def _locked(wrong=5):
    lock = PinLock()
    for _ in range(wrong):
        lock = after_try(lock, boot="a", now_s=100)
    return lock


def test_a_wait_runs_down_by_the_monotonic_clock():
    assert remaining_s(_locked(), boot="a", now_s=130) == 30
    assert remaining_s(_locked(), boot="a", now_s=160) == 0


def test_a_restart_begins_the_wait_anew_and_only_once():
    lock = _locked()
    assert remaining_s(lock, boot="b", now_s=5000) == 60

    counted = counted_from_now(lock, boot="b", now_s=5000)

    assert remaining_s(counted, boot="b", now_s=5060) == 0
    assert counted_from_now(counted, boot="b", now_s=5060) == counted


def test_a_monotonic_clock_that_jumped_back_shortens_nothing():
    assert remaining_s(_locked(), boot="a", now_s=3) == 60
