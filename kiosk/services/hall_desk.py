"""Notices, hours, closed counters and fields of counters: said by staff, shown from the next visit on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kiosk.domain.audit import Act
from kiosk.domain.hall import Hall
from kiosk.domain.hall_notes import (
    NOTICES_MAX,
    ClosedCounter,
    CounterFields,
    HallNotes,
    HallNotice,
    NoteRefused,
    checked_text,
    hall_today,
)
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.hall_notes import HallNotesStore
from kiosk.ports.outbox import StorageError
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.staff_desk import StaffDesk

Told = Callable[[bool], None]
_log = EventLog("kiosk.hall")


class HallDesk:
    """Qt thread; the file is written in the STAFF lane. `told` gets whether it was kept.

    `changed` is called with the hall of today whenever that becomes another.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        store: HallNotesStore,
        hall: Hall,
        staff: StaffDesk,
        clock: Clock,
        *,
        changed: Callable[[Hall], None],
    ) -> None:
        self._tasks, self._store, self._hall, self._staff = tasks, store, hall, staff
        self._clock, self._changed = clock, changed
        self._notes = HallNotes()
        self._shown = hall

    def start(self) -> None:
        """Read what was said before; an unreadable file is told in the log and nothing is laid over."""
        self._tasks.submit(Lane.STAFF, self._store.read, done=self._know, failed=_unread)

    def notes(self) -> HallNotes:
        """Return what holds or will hold."""
        return self._notes

    def hall(self) -> Hall:
        """Return the hall as it is today."""
        return hall_today(self._hall, self._notes, self._today())

    def refresh(self) -> None:
        """A visit ended or a day began: show the hall of today."""
        now = self.hall()
        if now != self._shown:
            self._shown = now
            self._changed(now)

    def add_notice(self, text: str, *, days: int, told: Told) -> None:
        """Show a sentence for `days` days, today included. Raises NoteRefused."""
        notes = self._notes.still_needed(self._today())
        if len(notes.notices) >= NOTICES_MAX:
            raise NoteRefused(reason="many")
        notice = self._notice(text, days)
        self._keep(replace(notes, notices=(notice, *notes.notices)), f"notice until {notice.valid_to}", told)

    def remove_notice(self, notice: HallNotice, told: Told) -> None:
        """Show it no longer."""
        left = tuple(one for one in self._notes.notices if one != notice)
        self._keep(replace(self._notes, notices=left), "notice removed", told)

    def set_hours(self, text: str, *, days: int, told: Told) -> None:
        """Say other hours for `days` days. Raises NoteRefused."""
        hours = self._notice(text, days)
        self._keep(replace(self._notes, hours=hours), f"hours until {hours.valid_to}", told)

    def usual_hours(self, told: Told) -> None:
        """The settings' hours hold again."""
        self._keep(replace(self._notes, hours=None), "usual hours", told)

    def close_counter(self, counter: str, *, days: int, told: Told) -> None:
        """Say that a counter is closed for `days` days; 0 opens it again."""
        closed = tuple(one for one in self._notes.closed if one.counter != counter)
        about = f"{counter} open"
        if days:
            until = self._until(days)
            closed = (*closed, ClosedCounter(counter=counter, valid_from=self._today(), valid_to=until))
            about = f"{counter} closed until {until}"
        self._keep(replace(self._notes, closed=closed), about, told)

    def turn_field(self, counter: str, field: str, told: Told) -> None:
        """Let a counter serve a field, or no longer; at another counter it is taken away."""
        served = {one.name: list(one.fields) for one in self.hall().counters}
        had = field in served.get(counter, [])
        for fields in served.values():
            if field in fields:
                fields.remove(field)
        if not had:
            served.setdefault(counter, []).append(field)
        kept = tuple(CounterFields(counter=name, fields=tuple(fields)) for name, fields in served.items())
        self._keep(
            replace(self._notes, fields=kept), f"{counter}: {'without' if had else 'with'} {field}", told
        )

    def _keep(self, notes: HallNotes, about: str, told: Told) -> None:
        before, needed = self._notes, notes.still_needed(self._today())
        self._notes = needed  # at once, so that two changes in a row add up

        def kept(_nothing: None) -> None:
            self._staff.note(Act.SETTING_CHANGED, about)
            self.refresh()
            told(True)

        def failed(error: Exception) -> None:
            _unread(error)
            self._notes = before
            told(False)

        self._tasks.submit(Lane.STAFF, lambda: self._store.write(needed), done=kept, failed=failed)

    def _know(self, notes: HallNotes) -> None:
        self._notes = notes
        self.refresh()

    def _notice(self, text: str, days: int) -> HallNotice:
        return HallNotice(
            text=checked_text(text),
            valid_from=self._today(),
            valid_to=self._until(days),
            by=self._staff.name,
        )

    def _until(self, days: int) -> date:
        return self._today() + timedelta(days=days - 1)

    def _today(self) -> date:
        return self._clock.now().date()


def _unread(error: Exception) -> None:
    if not isinstance(error, StorageError):
        raise error
    _log.error("hall.notes_not_kept", reason=str(error))
