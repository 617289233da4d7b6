"""Who may stand behind the screen: named persons with a PIN each, and how long a wrong PIN makes them wait.

Source of the figures: design section 8 (eight digits; five tries, then waits) and operations 2.3.
"""

import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum

PIN_DIGITS = 8
FREE_TRIES = 5
FIRST_WAIT_S = 60.0
LONGEST_WAIT_S = 3600.0
NAME_MIN, NAME_MAX = 2, 60
LEAVES_AFTER_S = 120.0
"""Nobody touched for so long: the staff's area closes by itself."""

_PERIODS = (1, 2, 4)
_SPACES = re.compile(r"\s+")


class Role(Enum):
    """What a person may do: staff keep the day going, technicians set the machine up as well."""

    STAFF = "staff"
    TECHNICIAN = "technician"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPerson:
    """A person by name. The PIN stands nowhere, not even here."""

    name: str
    role: Role

    @property
    def is_technician(self) -> bool:
        """Return whether the technicians' pages open."""
        return self.role is Role.TECHNICIAN


class PinRefused(ValueError):  # noqa: N818  a refusal of what was typed
    """`reason` is `digits` (not eight digits) or `simple` (the first that anybody would try)."""

    def __init__(self, *, reason: str) -> None:
        self.reason = reason  # never the PIN
        super().__init__(f"not a PIN ({reason})")


class NameRefused(ValueError):  # noqa: N818  a refusal of what was typed
    """A name must have 2 to 60 letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinLock:
    """Wrong tries in a row, and since when the wait runs: seconds of the monotonic clock of `boot`."""

    wrong: int = 0
    boot: str = ""
    since_s: float = 0.0


def checked_pin(pin: str) -> str:
    """Return the PIN. Raises PinRefused for anything but eight digits, runs, and repeated short groups."""
    if not (pin.isascii() and pin.isdigit() and len(pin) == PIN_DIGITS):
        raise PinRefused(reason="digits")
    repeats = any(pin == pin[:period] * (PIN_DIGITS // period) for period in _PERIODS)
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    if repeats or steps in ({1}, {9}):
        raise PinRefused(reason="simple")
    return pin


def checked_name(name: str) -> str:
    """Return the name in NFC with single spaces. Raises NameRefused."""
    kept = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C" or letter.isspace())
    tidy = _SPACES.sub(" ", unicodedata.normalize("NFC", kept)).strip()
    if not NAME_MIN <= len(tidy) <= NAME_MAX:
        raise NameRefused(f"a name has {NAME_MIN} to {NAME_MAX} letters, not {len(tidy)}")
    return tidy


def wait_after_s(wrong: int) -> float:
    """Return the seconds to wait after so many wrong tries in a row: none for four, then 1, 2, 4 … 60 min."""
    if wrong < FREE_TRIES:
        return 0.0
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(wrong - FREE_TRIES, 10))


def remaining_s(lock: PinLock, *, boot: str, now_s: float) -> float:
    """Return the seconds left of the wait. Another boot knows nothing of the old clock: the whole wait."""
    wait_s = wait_after_s(lock.wrong)
    if lock.boot != boot or now_s < lock.since_s:
        return wait_s
    return max(0.0, wait_s - (now_s - lock.since_s))


def counted_from_now(lock: PinLock, *, boot: str, now_s: float) -> PinLock:
    """Return the lock as this boot counts it: after a restart the whole wait runs again, and only once."""
    if lock.wrong < FREE_TRIES or (lock.boot == boot and now_s >= lock.since_s):
        return lock
    return replace(lock, boot=boot, since_s=now_s)


def after_try(lock: PinLock, *, boot: str, now_s: float) -> PinLock:
    """Return the lock with one more try counted: kept before the PIN is looked at."""
    return PinLock(wrong=lock.wrong + 1, boot=boot, since_s=now_s)
