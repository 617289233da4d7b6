"""No lane of the running kiosk ever collects: Python's collector works on the Qt thread alone."""

import gc


def test_a_running_kiosk_collects_by_its_own_timer_only(open_kiosk):
    gc.enable()
    citizen = open_kiosk()
    before = gc.get_stats()[0]["collections"]
    kept = [[] for _ in range(5000)]
    by_itself = gc.get_stats()[0]["collections"] - before

    citizen.wait_s(2)

    assert (gc.isenabled(), by_itself, len(kept)) == (False, 0, 5000)
    assert gc.get_stats()[0]["collections"] > before
