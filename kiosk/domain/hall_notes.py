"""What staff say about their hall for some days: notices, hours, closed counters, fields of a counter.

Laid over the settings while it holds; nothing of it changes the settings themselves.
"""

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from kiosk.domain.hall import Counter, Hall

TEXT_MIN, TEXT_MAX = 4, 160
NOTICES_MAX = 8


class NoteRefused(ValueError):  # noqa: N818  a refusal of what was typed
    """`reason` is `short`, `long`, or `many` (eight notices stand already)."""

    def __init__(self, *, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class HallNotice:
    """A sentence for everybody from `valid_from` to `valid_to`, both included."""

    text: str
    valid_from: date
    valid_to: date
    by: str = ""

    def holds(self, today: date) -> bool:
        """Return whether it is shown today."""
        return self.valid_from <= today <= self.valid_to


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedCounter:
    """A counter that is closed up to and including `valid_to`."""

    counter: str
    valid_from: date
    valid_to: date

    def holds(self, today: date) -> bool:
        """Return whether it is closed today."""
        return self.valid_from <= today <= self.valid_to


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterFields:
    """The fields (lĩnh vực) a counter serves, in place of those of the settings."""

    counter: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallNotes:
    """Everything staff have said; `hours` is None where the settings' hours hold."""

    notices: tuple[HallNotice, ...] = ()
    hours: HallNotice | None = None
    closed: tuple[ClosedCounter, ...] = ()
    fields: tuple[CounterFields, ...] = ()

    def closing(self, counter: str, today: date) -> ClosedCounter | None:
        """Return why `counter` is closed today, or None."""
        return next((one for one in self.closed if one.counter == counter and one.holds(today)), None)

    def still_needed(self, today: date) -> "HallNotes":
        """Return the notes without what is over."""
        return replace(
            self,
            notices=tuple(one for one in self.notices if one.valid_to >= today),
            hours=self.hours if self.hours is not None and self.hours.valid_to >= today else None,
            closed=tuple(one for one in self.closed if one.valid_to >= today),
        )


def checked_text(text: str) -> str:
    """Return a sentence in NFC with single spaces. Raises NoteRefused."""
    tidy = " ".join(unicodedata.normalize("NFC", text).split())
    if len(tidy) < TEXT_MIN:
        raise NoteRefused(reason="short")
    if len(tidy) > TEXT_MAX:
        raise NoteRefused(reason="long")
    return tidy


def hall_today(hall: Hall, notes: HallNotes, today: date) -> Hall:
    """Return the hall as it is today: staff's notices first, a closed counter says so where it is shown."""
    notices = tuple(one.text for one in notes.notices if one.holds(today))
    said = notes.hours if notes.hours is not None and notes.hours.holds(today) else None
    return replace(
        hall,
        notices=notices + hall.notices,
        opening_hours=said.text if said is not None else hall.opening_hours,
        hours_for_now=said is not None,
        counters=tuple(_counter_today(counter, notes, today) for counter in hall.counters),
    )


def _counter_today(counter: Counter, notes: HallNotes, today: date) -> Counter:
    fields = next((one.fields for one in notes.fields if one.counter == counter.name), counter.fields)
    closed = notes.closing(counter.name, today)
    if closed is None:
        return replace(counter, fields=fields)
    words = f"Tạm đóng đến hết {closed.valid_to:%d/%m}. Mời hỏi quầy bên cạnh."
    return replace(counter, fields=fields, directions=words)
