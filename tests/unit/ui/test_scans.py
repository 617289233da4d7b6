"""A scanner's burst is told from a person's keys."""

from tests.fakes.clock import FakeClock
from ui.scans import Scans

SLIP = "HNPK1:17012345680:0a1b2c3d"


def burst(scans, text, *, clock=None, gap_s=0.0):
    for letter in text:
        if clock is not None:
            clock.advance(gap_s)
        assert not scans.key(letter, ends=False)
    return scans.key("\r", ends=True)


def test_a_burst_that_ends_in_enter_is_a_scan_for_the_newest_watcher():
    scans, under, over = Scans(FakeClock()), [], []
    scans.watch(under.append)
    stop = scans.watch(over.append)

    assert burst(scans, SLIP)
    stop()
    assert burst(scans, SLIP)
    assert (under, over) == ([SLIP], [SLIP])


def test_keys_pressed_by_hand_are_no_scan_and_enter_keeps_its_meaning():
    clock = FakeClock()
    scans, heard = Scans(clock), []
    scans.watch(heard.append)

    assert not burst(scans, SLIP, clock=clock, gap_s=0.3)
    assert not burst(scans, "1234567")
    assert heard == []


def test_what_nobody_waits_for_is_swallowed_unread():
    scans, heard = Scans(FakeClock()), []

    assert burst(scans, SLIP)
    scans.watch(heard.append)
    assert not scans.key("\r", ends=True)
    assert heard == []


def test_a_scanner_gone_wild_fills_no_memory():
    scans, heard = Scans(FakeClock()), []
    scans.watch(heard.append)

    burst(scans, "9" * 5000)
    assert len(heard[0]) == 400
