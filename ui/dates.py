"""Dates as people read them."""

from datetime import date

_DAYS_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def short_date(day: date) -> str:
    """Return `24/11/2026`, the order Vietnamese forms use."""
    return day.strftime("%d/%m/%Y")


def long_date(day: date, language: str) -> str:
    """Return `Thứ Ba, 24/11/2026` or `Tuesday, 24/11/2026`."""
    names = _DAYS_EN if language == "en" else _DAYS_VI
    return f"{names[day.weekday()]}, {short_date(day)}"


def day_name(weekday: int, language: str) -> str:
    """Return `Thứ Hai` or `Monday` for 1, and so on to 7."""
    return (_DAYS_EN if language == "en" else _DAYS_VI)[weekday - 1]
