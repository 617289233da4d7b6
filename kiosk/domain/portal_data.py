"""What the city says to its halls, each with the days it holds for: notices, hotlines, hours, polls, answers.

The product ships none of it. A text stands in Vietnamese; English beside it where the city gave one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from kiosk.domain.hall import Hall, Hotline

LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something the portal published. `valid_to` is the last day it holds, None where no end is known."""

    item_id: str
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether it holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(Dated):
    """A notice. `kind` is `notice`, `law` (with its document) or `service`; `urgent` ones come first."""

    title: str
    body: str = ""
    title_en: str = ""
    body_en: str = ""
    kind: str = "notice"
    document_no: str = ""
    document_date: date | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine(Dated):
    """A hotline as the portal publishes it; `hours` in words."""

    name: str
    number: str
    name_en: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpan:
    """Open on `weekday` (1 Monday to 7 Sunday) from `opens` until `closes`, hall time."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours(Dated):
    """The hall's week; two spans a day where it closes at noon. `note` is shown beside it."""

    spans: tuple[OpenSpan, ...]
    note: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay(Dated):
    """Days the hall is closed, from `valid_from` to `valid_to`: a holiday by its name."""

    name: str
    name_en: str = ""

    @property
    def last_day(self) -> date:
        """Return the last closed day; one day where no end was given."""
        return self.valid_to or self.valid_from


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDay(Dated):
    """One day, `valid_from`, worked as `weekday` (1 Monday to 7) is: a swapped one."""

    weekday: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollChoice:
    """One answer of a poll."""

    choice_id: str
    text: str
    text_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll(Dated):
    """One question with two to six choices; voting is anonymous."""

    question: str
    choices: tuple[PollChoice, ...]
    question_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Dated):
    """A place of the directory."""

    name: str
    address: str
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAnswer(Dated):
    """A question many have, answered for all; an officer has taken every name out. `topic` as in Message."""

    question: str
    answer: str
    topic: str = ""
    question_en: str = ""
    answer_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HallFigures(Dated):
    """How the city counted this hall's work from `counted_from` to `counted_to`; None: not counted."""

    counted_from: date
    counted_to: date
    on_time_percent: float | None = None
    oldest_unanswered_days: int | None = None


PortalItem = HallFigures | Announcement | DutyLine | OpeningHours | ClosedDay | Poll | Office | PublicAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalBoard:
    """All that holds today. `as_of` is when the portal was last heard, None where it never was."""

    today: date
    as_of: datetime | None = None
    announcements: tuple[Announcement, ...] = ()
    hotlines: tuple[DutyLine, ...] = ()
    hours: OpeningHours | None = None
    closed_days: tuple[ClosedDay, ...] = ()
    working_days: tuple[WorkingDay, ...] = ()
    polls: tuple[Poll, ...] = ()
    offices: tuple[Office, ...] = ()
    answers: tuple[PublicAnswer, ...] = ()
    figures: HallFigures | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorState:
    """Whether the hall is open now. `changes_at` is the next opening or closing, None where unknown.

    `closed_for` names the holiday. Only made where the portal published hours.
    """

    is_open: bool
    changes_at: datetime | None
    closed_for: str = ""


def board_of(items: Iterable[PortalItem | WorkingDay], today: date, *, as_of: datetime | None) -> PortalBoard:
    """Return what holds on `today`; closed days up to two weeks ahead, so that they can be told in time.

    The calendar and the portal may both name the same days: those are closed once.
    """
    found = list(items)
    valid = [item for item in found if item.holds_on(today)]
    soon = today + timedelta(days=LOOK_AHEAD_DAYS)
    closed = [
        item
        for item in found
        if isinstance(item, ClosedDay) and item.valid_from <= soon and item.last_day >= today
    ]
    hours = [item for item in valid if isinstance(item, OpeningHours)]
    return PortalBoard(
        today=today,
        as_of=as_of,
        announcements=_newest([item for item in valid if isinstance(item, Announcement)]),
        hotlines=tuple(item for item in valid if isinstance(item, DutyLine)),
        hours=max(hours, key=lambda item: item.valid_from, default=None),
        closed_days=_once(closed),
        working_days=tuple(
            item for item in found if isinstance(item, WorkingDay) and today <= item.valid_from <= soon
        ),
        polls=tuple(item for item in valid if isinstance(item, Poll)),
        offices=tuple(
            sorted((item for item in valid if isinstance(item, Office)), key=lambda item: item.name)
        ),
        # The newest first: of two answers to the same question the later one holds.
        answers=tuple(
            sorted(
                (item for item in valid if isinstance(item, PublicAnswer)),
                key=lambda item: item.valid_from,
                reverse=True,
            )
        ),
        figures=max(
            (item for item in valid if isinstance(item, HallFigures)),
            key=lambda item: item.counted_to,
            default=None,
        ),
    )


def door_state(board: PortalBoard, now: datetime) -> DoorState | None:
    """Return whether the hall is open at `now` (hall time), None where nobody published hours."""
    if board.hours is None:
        return None
    spans = _spans(board, board.hours, now)
    holiday = _closed_on(board, now.date())
    current = next((end for start, end in spans if start <= now < end), None)
    if current is not None:
        return DoorState(is_open=True, changes_at=current)
    upcoming = min((start for start, _ in spans if start > now), default=None)
    return DoorState(is_open=False, changes_at=upcoming, closed_for=holiday.name if holiday else "")


def hall_with(hall: Hall, board: PortalBoard) -> Hall:
    """Return the hall with the portal's hotlines in place of its own, and with both their notices.

    What is urgent in the city comes first, then what this hall says of itself.
    """
    urgent = tuple(notice.title for notice in board.announcements if notice.urgent)
    others = tuple(notice.title for notice in board.announcements if not notice.urgent)
    return replace(
        hall,
        hotlines=tuple(Hotline(name=line.name, number=line.number) for line in board.hotlines)
        or hall.hotlines,
        notices=urgent + hall.notices + others,
    )


def _once(closed: Iterable[ClosedDay]) -> tuple[ClosedDay, ...]:
    by_days = {(item.valid_from, item.last_day): item for item in closed}
    return tuple(by_days[days] for days in sorted(by_days))


def _newest(items: Sequence[Announcement]) -> tuple[Announcement, ...]:
    return tuple(sorted(items, key=lambda item: (not item.urgent, -item.valid_from.toordinal())))


def _spans(board: PortalBoard, hours: OpeningHours, now: datetime) -> list[tuple[datetime, datetime]]:
    """Return the open spans from today on, two weeks far, without closed days."""
    found = []
    for ahead in range(LOOK_AHEAD_DAYS):
        day = now.date() + timedelta(days=ahead)
        weekday = _works_as(board, day)
        if weekday is not None:
            found += [
                (
                    datetime.combine(day, span.opens, tzinfo=now.tzinfo),
                    datetime.combine(day, span.closes, tzinfo=now.tzinfo),
                )
                for span in hours.spans
                if span.weekday == weekday
            ]
    return found


def holiday_on(board: PortalBoard, day: date) -> ClosedDay | None:
    """Return the holiday that closes the hall on `day`, None where none is known or the day is worked."""
    return _closed_on(board, day) if _works_as(board, day) is None else None


def _works_as(board: PortalBoard, day: date) -> int | None:
    """Return the weekday whose hours hold on `day`, None where closed; a day worked instead wins."""
    instead = next((item.weekday for item in board.working_days if item.valid_from == day), None)
    if instead is not None:
        return instead
    return None if _closed_on(board, day) is not None else day.isoweekday()


def _closed_on(board: PortalBoard, day: date) -> ClosedDay | None:
    return next((item for item in board.closed_days if item.valid_from <= day <= item.last_day), None)
