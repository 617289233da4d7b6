"""How much the kiosk is used: counts by day and procedure. Nothing of a person, no time of day, no order."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

KEPT_DAYS = 400


class UsageKind(Enum):
    """What is counted. The value stands in the file."""

    VISIT = "visit"
    PROCEDURE = "procedure"
    CHECKLIST = "checklist"
    SLIP = "slip"
    HELP = "help"


# A screen that is shown -> what it counts as.
_OF_SCREEN = {
    "home": UsageKind.VISIT,
    "procedure": UsageKind.PROCEDURE,
    "checklist": UsageKind.CHECKLIST,
    "slip_done": UsageKind.SLIP,
    "call_help": UsageKind.HELP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageCount:
    """`times` on `day`; `code` is the procedure's, empty where none is meant."""

    day: date
    kind: UsageKind
    code: str
    times: int


def counted_screen(screen: str) -> UsageKind | None:
    """Return what showing a screen counts as, None for nothing."""
    return _OF_SCREEN.get(screen)


def by_day(counts: Iterable[UsageCount], kind: UsageKind, *, last: date, days: int) -> tuple[int, ...]:
    """Return the sums of `days` days up to and including `last`, oldest first."""
    sums = dict.fromkeys((last - timedelta(days=ago) for ago in range(days)), 0)
    for count in counts:
        if count.kind is kind and count.day in sums:
            sums[count.day] += count.times
    return tuple(sums[last - timedelta(days=ago)] for ago in reversed(range(days)))


def by_procedure(counts: Iterable[UsageCount]) -> tuple[tuple[str, int], ...]:
    """Return (code, times opened), most often first."""
    sums: dict[str, int] = {}
    for count in counts:
        if count.kind is UsageKind.PROCEDURE and count.code:
            sums[count.code] = sums.get(count.code, 0) + count.times
    return tuple(sorted(sums.items(), key=lambda one: (-one[1], one[0])))


def as_csv(counts: Iterable[UsageCount]) -> bytes:
    """Return the counts as CSV that spreadsheets open: UTF-8 with a mark in front, `;` between."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(("ngay", "loai", "ma_thu_tuc", "so_luot"))
    for count in counts:
        writer.writerow((count.day.isoformat(), count.kind.value, count.code, count.times))
    return b"\xef\xbb\xbf" + text.getvalue().encode()
