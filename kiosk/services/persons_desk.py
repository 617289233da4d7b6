"""Who may enter, changed on the glass by a technician: add, take out, give another PIN."""

from collections.abc import Callable

from kiosk.domain.audit import Act
from kiosk.domain.staff import Role, StaffPerson
from kiosk.ports.staff import StaffBook
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.staff_desk import StaffDesk

Done = Callable[[StaffPerson], None]
Failed = Callable[[Exception], None]


class PersonsDesk:
    """Qt thread; PINs are reckoned in the STAFF lane. `failed` gets what the book raises."""

    def __init__(self, tasks: TaskRunner, book: StaffBook, staff: StaffDesk) -> None:
        self._tasks, self._book, self._staff = tasks, book, staff

    def add(self, name: str, role: Role, pin: str, done: Done, failed: Failed) -> None:
        """Let another person in from now on."""
        self._change(lambda: self._book.add(name, role, pin), Act.PERSON_ADDED, done, failed)

    def remove(self, name: str, done: Done, failed: Failed) -> None:
        """Let a person in no longer; what they did stays in the log. Never the last technician."""
        self._change(lambda: self._book.remove(name), Act.PERSON_REMOVED, done, failed)

    def reset(self, name: str, pin: str, done: Done, failed: Failed) -> None:
        """Give a person another PIN and end the wait."""
        self._change(lambda: self._book.reset(name, pin), Act.PIN_RESET, done, failed)

    def _change(self, work: Callable[[], StaffPerson], act: Act, done: Done, failed: Failed) -> None:
        def changed(person: StaffPerson) -> None:
            self._staff.note(act, f"{person.name} ({person.role.value})")
            done(person)

        self._tasks.submit(Lane.STAFF, work, done=changed, failed=failed)
