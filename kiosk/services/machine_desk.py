"""The technician's work: look at the machine, copy its log, find and choose a printer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.audit import Act, AuditReport
from kiosk.domain.self_check import MachineFacts, StoreFacts
from kiosk.ports.care import CareStore
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import Outbox, StorageError
from kiosk.ports.sticks import Sticks
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.write_to_stick import Written, write_to_stick


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachablePrinter:
    """Something that may print: driver and address for the settings, and what it is called."""

    driver: str
    address: str
    label: str


class MachineTools(Protocol):
    """What only adapters can do; slow, so never on the Qt thread."""

    def facts(self) -> MachineFacts:
        """Return what the system says."""
        ...

    def log(self) -> bytes:
        """Return the end of the log, masked."""
        ...

    def printers(self) -> tuple[ReachablePrinter, ...]:
        """Return what may be a printer: USB and serial lines."""
        ...

    def serial_lines(self) -> tuple[ReachablePrinter, ...]:
        """Return the serial lines of this machine."""
        ...

    def set_setting(self, key: str, text: str) -> str:
        """Write a setting; return "" or why not."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """One look at the machine. `store` and `log` are None where they could not be read; `took_s` seconds."""

    facts: MachineFacts
    store: StoreFacts | None
    log: AuditReport | None
    took_s: float


class MachineDesk:
    """Qt thread; answers come there.

    `written` are the settings written since the start, which hold from the next one; `touch_off_mm` how far
    off the finger was at worst in the last touch test, None before it.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        tools: MachineTools,
        care: CareStore,
        outbox: Outbox,
        sticks: Sticks,
        staff: StaffDesk,
        clock: Clock,
    ) -> None:
        self._tasks, self._tools, self._care, self._outbox = tasks, tools, care, outbox
        self._sticks, self._staff, self._clock = sticks, staff, clock
        self.written: dict[str, str] = {}
        self.touch_off_mm: float | None = None

    def look(self, done: Callable[[Checkup], None]) -> None:
        """Look at everything, one lane after the other."""
        began_s = self._clock.monotonic_s()

        def with_store(store: StoreFacts | None) -> None:
            def unread(error: Exception) -> None:
                _only_storage(error)
                with_log(store, None)

            self._staff.verify(lambda report: with_log(store, report), unread)

        def with_log(store: StoreFacts | None, report: AuditReport | None) -> None:
            self._tasks.submit(
                Lane.STAFF, self._tools.facts, done=lambda facts: done(finished(facts, store, report))
            )

        def finished(facts: MachineFacts, store: StoreFacts | None, report: AuditReport | None) -> Checkup:
            took_s = self._clock.monotonic_s() - began_s
            return Checkup(facts=facts, store=store, log=report, took_s=took_s)

        def unread(error: Exception) -> None:
            _only_storage(error)
            with_store(None)

        self._tasks.submit(Lane.DATABASE, self._store, done=with_store, failed=unread)

    def log_to_stick(self, done: Callable[[Written], None]) -> None:
        """Copy the log to the first stick that takes it."""
        name = f"nhat-ky-{self._clock.now():%Y-%m-%d-%H%M}.log"

        def written(what: Written) -> None:
            self._staff.note_written(what)
            done(what)

        self._tasks.submit(
            Lane.STAFF, lambda: write_to_stick(self._sticks, name, self._tools.log()), done=written
        )

    def find_printers(self, done: Callable[[tuple[ReachablePrinter, ...]], None]) -> None:
        """Ask what may be a printer; takes a few seconds."""
        self._tasks.submit(Lane.STAFF, self._tools.printers, done=done)

    def choose_printer(self, printer: ReachablePrinter, done: Callable[[str], None]) -> None:
        """Write a printer into the settings, used from the next start; `done` gets "" or why not."""

        def work() -> str:
            return self._tools.set_setting("printer.address", printer.address) or self._tools.set_setting(
                "printer.driver", printer.driver
            )

        def written(refusal: str) -> None:
            if not refusal:
                self._staff.note(Act.SETTING_CHANGED, f"printer {printer.driver} {printer.address}")
            done(refusal)

        self._tasks.submit(Lane.STAFF, work, done=written)

    def set(self, key: str, text: str, done: Callable[[str], None]) -> None:
        """Write a setting; `done` gets "" or why not."""

        def told(refusal: str) -> None:
            if not refusal:
                self.written[key] = text
                self._staff.note(Act.SETTING_CHANGED, f"{key} = {text}")
            done(refusal)

        self._tasks.submit(Lane.STAFF, lambda: self._tools.set_setting(key, text), done=told)

    def set_all(self, values: Mapping[str, str], done: Callable[[str], None]) -> None:
        """Write several settings in their order; `done` gets "" or why one was not."""
        left = list(values.items())

        def following(refusal: str) -> None:
            if refusal or not left:
                done(refusal)
            else:
                self.set(*left.pop(0), following)

        following("")

    def find_serial_lines(self, done: Callable[[tuple[ReachablePrinter, ...]], None]) -> None:
        """Ask which serial lines there are."""
        self._tasks.submit(Lane.STAFF, self._tools.serial_lines, done=done)

    def _store(self) -> StoreFacts:
        counts = self._outbox.counts()
        return StoreFacts(
            waiting=counts.waiting,
            put_aside=counts.parked + counts.quarantined,
            free_mib=self._care.disk_free_bytes() // 1024**2,
            reserve_is_there=self._care.reserve_is_there(),
            clock_offset_ms=self._outbox.noted("clock_offset_ms"),
        )


def _only_storage(error: Exception) -> None:
    """A store that cannot be read is a finding. Raises what is a fault of ours."""
    if not isinstance(error, StorageError):
        raise error
