"""Identifiers made on the kiosk: UUID version 7 (RFC 9562), which sort by the time they were made."""

import secrets
from uuid import UUID

_TIME_BITS = 48


def uuid7(now_ms: int) -> str:
    """Return a new UUIDv7 as text for `now_ms`, milliseconds since 1970 (UTC).

    Python 3.11 to 3.13 have none of their own. A clock before 1970 counts as 1970: uniqueness is in the
    74 random bits.
    """
    time_part = max(0, now_ms) & ((1 << _TIME_BITS) - 1)
    random_a = secrets.randbits(12)
    random_b = secrets.randbits(62)
    return str(UUID(int=time_part << 80 | 0x7 << 76 | random_a << 64 | 0b10 << 62 | random_b))
