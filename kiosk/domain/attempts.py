"""How often number and code may be tried: guessing takes months, locking others out lasts minutes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptLimits:
    """Wrong tries allowed: for one number, and for the machine as a whole, each within its window.

    At 15 in ten minutes a six-digit code takes 230 days on average.
    """

    per_number: int = 5
    per_number_window_s: float = 3600.0
    all_numbers: int = 15
    all_numbers_window_s: float = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A wrong try: which number, and when by the monotonic clock (seconds)."""

    number: str
    at_s: float


def wait_before_next_s(wrong: Sequence[Attempt], number: str, now_s: float, limits: AttemptLimits) -> float:
    """Return seconds until `number` may be tried again; 0 where it may be tried now."""
    same = [attempt.at_s for attempt in wrong if attempt.number == number]
    every = [attempt.at_s for attempt in wrong]
    return max(
        _wait_s(same, now_s, limits.per_number, limits.per_number_window_s),
        _wait_s(every, now_s, limits.all_numbers, limits.all_numbers_window_s),
    )


def still_counted(wrong: Sequence[Attempt], now_s: float, limits: AttemptLimits) -> tuple[Attempt, ...]:
    """Return the tries that still matter."""
    longest_s = max(limits.per_number_window_s, limits.all_numbers_window_s)
    return tuple(attempt for attempt in wrong if now_s - attempt.at_s < longest_s)


def _wait_s(times_s: list[float], now_s: float, allowed: int, window_s: float) -> float:
    """Return when the oldest of the last `allowed` tries leaves the window."""
    recent = sorted(at_s for at_s in times_s if now_s - at_s < window_s)
    return recent[-allowed] + window_s - now_s if len(recent) >= allowed else 0.0
