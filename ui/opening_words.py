"""When the hall is open, in words: the city's hours where it published them, else the settings'."""

from datetime import datetime, time

from kiosk.domain.hall import Hall
from kiosk.domain.portal_data import OpeningHours, PortalBoard, door_state
from ui.dates import day_name, short_date
from ui.portal_words import in_language
from ui.view_model import translated


def opening_words(hall: Hall, board: PortalBoard, language: str) -> str:
    """Return the week's hours; empty where nobody has said them. What staff say for now comes first."""
    if board.hours is None or hall.hours_for_now:
        return hall.opening_hours
    return hours_words(board.hours, language)


def hours_words(hours: OpeningHours, language: str) -> str:
    """Return `Thứ Hai–Thứ Sáu: 8:00–11:30, 13:30–17:00`; days alike are said once."""
    days: list[tuple[int, int, str]] = []
    for weekday in range(1, 8):
        spans = sorted((span.opens, span.closes) for span in hours.spans if span.weekday == weekday)
        said = ", ".join(f"{_clock(opens)}–{_clock(closes)}" for opens, closes in spans)
        if not said:
            continue
        if days and days[-1][1] == weekday - 1 and days[-1][2] == said:
            days[-1] = (days[-1][0], weekday, said)
        else:
            days.append((weekday, weekday, said))
    return "; ".join(f"{_days(first, last, language)}: {said}" for first, last, said in days)


def door_words(hall: Hall, board: PortalBoard, now: datetime, language: str) -> str:
    """Return whether the hall is open now and until when; empty where the city has not said."""
    door = door_state(board, now)
    if door is None or hall.hours_for_now:
        return ""
    if door.is_open and door.changes_at is not None:
        return translated("Opening", "Đang mở cửa đến %1").replace("%1", _clock(door.changes_at.time()))
    closed = translated("Opening", "Đang đóng cửa")
    if door.closed_for:
        closed = translated("Opening", "Đang nghỉ: %1").replace("%1", door.closed_for)
    if door.changes_at is None:
        return closed
    opens = door.changes_at
    if opens.date() == now.date():
        again = translated("Opening", "%1. Mở lại %2 hôm nay")
        return again.replace("%1", closed).replace("%2", _clock(opens.time()))
    again = translated("Opening", "%1. Mở lại %2, %3")
    return (
        again.replace("%1", closed)
        .replace("%2", _clock(opens.time()))
        .replace("%3", f"{day_name(opens.isoweekday(), language)} {short_date(opens.date())}")
    )


def closed_words(board: PortalBoard, language: str) -> str:
    """Return the closed days that are told ahead, one a line; empty for none."""
    lines = []
    for day in board.closed_days:
        dates = short_date(day.valid_from)
        if day.last_day != day.valid_from:
            dates += f"–{short_date(day.last_day)}"
        lines.append(f"{in_language(day.name, day.name_en, language)}: {dates}")
    return "\n".join(lines)


def _days(first: int, last: int, language: str) -> str:
    names = day_name(first, language)
    return names if first == last else f"{names}–{day_name(last, language)}"


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"
