"""Sealing keys have days: the newest valid one is taken, an expired list lasts half a year longer."""

import pytest

from kiosk.ports.vault import ESCROW, KeysUnusable, PortalKeys, PublicKey

DAY_MS = 86_400_000


def key(kid: str, first_day: int, last_day: int = 0, role: str = "portal") -> PublicKey:
    return PublicKey(
        kid=kid,
        raw=bytes(32),
        role=role,
        not_before_ms=first_day * DAY_MS,
        not_after_ms=last_day * DAY_MS,
    )


KEYS = PortalKeys(
    is_demo=False,
    sealing=(key("old", 100, 200), key("new", 190, 300), key("escrow", 100, role=ESCROW)),
    acknowledging=(),
)


@pytest.mark.parametrize(
    ("day", "kid"),
    [(0, "old"), (100, "old"), (189, "old"), (190, "new"), (300, "new"), (301, "new"), (480, "new")],
)
def test_the_newest_valid_key_seals_and_the_last_one_for_180_days_more(day, kid):
    assert [one.kid for one in KEYS.recipients(day * DAY_MS)] == [kid, "escrow"]


def test_a_list_expired_for_longer_seals_nothing():
    with pytest.raises(KeysUnusable):
        KEYS.recipients(481 * DAY_MS)


def test_staff_are_told_from_the_first_day_without_a_valid_key():
    assert [KEYS.is_expired(day * DAY_MS) for day in (100, 300, 301)] == [False, False, True]
