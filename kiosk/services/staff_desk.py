"""Who stands behind the screen now, and the log of what they do."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.audit import Act, AuditReport
from kiosk.domain.staff import Role, StaffPerson
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.outbox import StorageError
from kiosk.ports.staff import AuditLog, StaffBook, Tried
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.write_to_stick import Written

COMMAND_LINE = "command line"
Result = TypeVar("Result")
Failed = Callable[[Exception], None]

_log = EventLog("kiosk.staff")


class StaffDesk:
    """Qt thread; PINs are reckoned in the STAFF lane. `person` is None while nobody has entered.

    `failed` gets StaffRefused, PinRefused, NameRefused and StorageError. An act that cannot be logged is not
    undone; the trouble stands in the machine's log.
    """

    def __init__(self, tasks: TaskRunner, book: StaffBook, audit: AuditLog, clock: Clock) -> None:
        self._tasks, self._book, self._audit, self._clock = tasks, book, audit, clock
        self._person: StaffPerson | None = None

    @property
    def person(self) -> StaffPerson | None:
        """Who has entered."""
        return self._person

    @property
    def name(self) -> str:
        """The name of who has entered, "" for nobody."""
        return self._person.name if self._person is not None else ""

    def persons(self, done: Callable[[tuple[StaffPerson, ...]], None], failed: Failed) -> None:
        """Ask who may enter."""
        self._tasks.submit(Lane.STAFF, self._book.persons, done=done, failed=failed)

    def wait_s(self, name: str, done: Callable[[float], None], failed: Failed) -> None:
        """Ask how long this person's PIN must wait."""
        self._tasks.submit(Lane.STAFF, lambda: self._book.wait_s(name), done=done, failed=failed)

    def begin(self, name: str, pin: str, done: Callable[[StaffPerson], None], failed: Failed) -> None:
        """Make the first person of this machine, a technician, and let them in."""

        def work() -> StaffPerson:
            person = self._book.add(name, Role.TECHNICIAN, pin, first=True)
            self._write(person.name, Act.FIRST_PERSON, person.role.value)
            return person

        self._tasks.submit(Lane.STAFF, work, done=lambda person: self._let_in(person, done), failed=failed)

    def enter(self, name: str, pin: str, done: Callable[[Tried], None], failed: Failed) -> None:
        """Try a PIN. Where it is right the person is in."""

        def work() -> Tried:
            tried = self._book.try_pin(name, pin)
            act = Act.ENTERED if tried.person is not None else Act.PIN_WRONG
            self._write(name, act, "")
            return tried

        def tried(outcome: Tried) -> None:
            if outcome.person is not None:
                self._person = outcome.person
            done(outcome)

        self._tasks.submit(Lane.STAFF, work, done=tried, failed=failed)

    def leave(self) -> None:
        """Whoever is in goes out: asked for, or after two minutes without a touch."""
        if self._person is not None:
            self.note(Act.LEFT)
            self._person = None

    def note(self, act: Act, about: str = "") -> None:
        """Write down what the person who is in has done; with nobody in, it was typed at the command line."""
        name = self.name or COMMAND_LINE
        self._tasks.submit(Lane.STAFF, lambda: self._write(name, act, about))

    def note_written(self, written: Written) -> None:
        """Write down a file that is on a stick now; one that is not is no act."""
        if written.trouble is None:
            self.note(Act.FILE_WRITTEN, f"{written.name} on {written.stick}")

    def verify(self, done: Callable[[AuditReport], None], failed: Failed) -> None:
        """Ask whether the log holds together."""
        self._tasks.submit(Lane.STAFF, self._audit.verify, done=done, failed=failed)

    def _let_in(self, person: StaffPerson, done: Callable[[StaffPerson], None]) -> None:
        self._person = person
        done(person)

    def _write(self, who: str, act: Act, about: str) -> None:
        at = self._clock.now().isoformat(timespec="seconds")
        try:
            self._audit.append(at=at, who=who, act=act, about=about)
        except StorageError as error:
            _log.error("staff.act_not_logged", act=act.value, reason=str(error))
