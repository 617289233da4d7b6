"""The city's signed calendar: which days its halls are closed, and which they work instead.

Target `calendar.json`, version 1:
{"v": 1, "closed_days": [{"from": "2027-02-05", "to": "2027-02-11", "name": "Tết"}],
"working_days": [{"day": "2026-08-22", "as_weekday": 1, "name": "Làm bù"}]}
"""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from kiosk.domain.portal_data import ClosedDay, WorkingDay
from offline_cache.mark_file import write_durably
from offline_cache.storage_errors import translated

CALENDAR_NAME = "calendar.city.json"
_Words = Annotated[str, Meta(max_length=120)]
LONGEST_CLOSED_DAYS = 31


class _Closed(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"first": "from", "last": "to"}
):
    first: date
    name: Annotated[str, Meta(min_length=1, max_length=120)]
    last: date | None = None
    name_en: _Words = ""


class _Working(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    day: date
    as_weekday: Annotated[int, Meta(ge=1, le=7)]
    name: _Words = ""


class _Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    v: Literal[1]
    closed_days: Annotated[tuple[_Closed, ...], Meta(max_length=400)] = ()
    working_days: Annotated[tuple[_Working, ...], Meta(max_length=400)] = ()


class CalendarRejected(ValueError):  # noqa: N818  a refusal of what was published
    """The calendar cannot be used; says at which member and why."""


def read_calendar(content: bytes) -> tuple[ClosedDay | WorkingDay, ...]:
    """Return the days of a calendar. Raises CalendarRejected."""
    try:
        found = msgspec.json.decode(content, type=_Calendar)
    except msgspec.DecodeError as error:
        raise CalendarRejected(str(error)) from error
    for day in found.closed_days:
        days = ((day.last or day.first) - day.first).days
        if not 0 <= days < LONGEST_CLOSED_DAYS:
            raise CalendarRejected(
                f"closed from {day.first} to {day.last}: at most {LONGEST_CLOSED_DAYS} days"
            )
    closed = (
        ClosedDay(
            item_id=f"calendar-{day.first}",
            valid_from=day.first,
            valid_to=day.last,
            name=day.name,
            name_en=day.name_en,
        )
        for day in found.closed_days
    )
    working = (
        WorkingDay(
            item_id=f"calendar-{day.day}",
            valid_from=day.day,
            valid_to=day.day,
            weekday=day.as_weekday,
            name=day.name,
        )
        for day in found.working_days
    )
    return (*closed, *working)


class CalendarFile:
    """The calendar in force in `home`."""

    def __init__(self, home: Path) -> None:
        self.path = home / CALENDAR_NAME

    def days(self) -> tuple[ClosedDay | WorkingDay, ...]:
        """Return its days; none where there is no calendar, or one nobody can read any more."""
        try:
            return read_calendar(self.path.read_bytes())
        except (OSError, CalendarRejected):
            return ()

    def take(self, content: bytes) -> bool:
        """Put a verified calendar in force; False where it is already.

        Raises CalendarRejected, StorageFull, StorageBroken; the one of before stays then.
        """
        read_calendar(content)
        with translated(self.path):
            if self.path.exists() and self.path.read_bytes() == content:
                return False
            write_durably(self.path, content)
        return True
