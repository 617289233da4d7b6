"""A date typed digit by digit into three boxes."""

from dataclasses import dataclass, replace
from datetime import date

_LENGTH = {"day": 2, "month": 2, "year": 4}
_ORDER = ("day", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEntry:
    """Day, month, year as typed, and the box the next digit goes to."""

    day: str = ""
    month: str = ""
    year: str = ""
    active: str = "day"

    @classmethod
    def from_iso(cls, text: str) -> "DateEntry":
        """Return the boxes of `YYYY-MM-DD` or `YYYY`, empty ones for empty text."""
        if not text:
            return cls()
        if "-" not in text:
            return cls(year=text, active="year")
        year, month, day = text.split("-")
        return cls(day=day, month=month, year=year, active="year")

    def at(self, part: str) -> "DateEntry":
        """Return the entry with another box active."""
        return replace(self, active=part) if part in _LENGTH else self

    def typed(self, digit: str) -> "DateEntry":
        """Add a digit; a full box hands over to the next, a full one that is touched begins anew."""
        text = getattr(self, self.active)
        text = digit if len(text) >= _LENGTH[self.active] else text + digit
        entry = replace(self, **{self.active: text})
        return entry.at(self._following()) if self._is_full(self.active, text) else entry

    def erased(self) -> "DateEntry":
        """Take the last digit away; an empty box hands back to the one before."""
        text = getattr(self, self.active)
        if text:
            return replace(self, **{self.active: text[:-1]})
        index = _ORDER.index(self.active)
        return self if index == 0 else self.at(_ORDER[index - 1]).erased()

    def date(self) -> date | None:
        """Return the calendar date, or None while it is none."""
        try:
            return (
                date(int(self.year), int(self.month), int(self.day))
                if len(self.year) == _LENGTH["year"]
                else None
            )
        except ValueError:
            return None

    def iso(self, *, year_alone: bool = False) -> str:
        """Return `YYYY-MM-DD` as typed, also where no such day exists; empty where nothing was typed.

        `year_alone`: a whole year without day and month is `YYYY`.
        """
        if not (self.day or self.month or self.year):
            return ""
        if year_alone and not (self.day or self.month) and len(self.year) == _LENGTH["year"]:
            return self.year
        return f"{self.year or '0':0>4}-{self.month or '0':0>2}-{self.day or '0':0>2}"

    def _is_full(self, part: str, text: str) -> bool:
        """Two digits, or one that can only be a whole day or month (4…9, 2…9)."""
        if len(text) >= _LENGTH[part]:
            return True
        return (part == "day" and text > "3") or (part == "month" and text > "1")

    def _following(self) -> str:
        return _ORDER[min(_ORDER.index(self.active) + 1, len(_ORDER) - 1)]
