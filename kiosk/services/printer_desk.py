"""Printers on the glass: found, chosen while the kiosk runs, made the spare, asked what they can prove."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.audit import Act
from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import PrinterCondition
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.machine_desk import ReachablePrinter
from kiosk.services.staff_desk import StaffDesk

LEVELS = (Proof.PROCESS_ID, Proof.FENCE, Proof.STATUS, Proof.NONE)
"""What a printer may be asked to prove, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterInUse:
    """What the settings say: the printer's name, driver and address, its paper, and the spare's address.

    `spare` is "" where there is none.
    """

    name: str
    driver: str
    address: str
    paper_mm: int
    spare: str = ""

    @property
    def where(self) -> str:
        """Driver and address in one line."""
        return f"{self.driver} {self.address}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """What a page proved, None where none came out; then `condition` says why."""

    proof: Proof | None
    condition: PrinterCondition = PrinterCondition.READY


class PrinterTools(Protocol):
    """What only adapters can do."""

    def in_use(self) -> PrinterInUse:
        """Return what the settings say now. STAFF lane."""
        ...

    def use(self, printer: ReachablePrinter) -> str:
        """Write a printer into the settings; return "" or why not. STAFF lane."""
        ...

    def use_as_spare(self, printer: ReachablePrinter | None) -> str:
        """Write the spare, or that there is none; return "" or why not. STAFF lane."""
        ...

    def exchange(self) -> None:
        """Print with what the settings say now, the printer before let go. PRINTER lane."""
        ...

    def prove(self, level: Proof) -> Proved:
        """Print a test page asking for `level`, and keep it where it was reached. PRINTER lane."""
        ...

    def on_network(self, address: str) -> tuple[ReachablePrinter, ...]:
        """Knock at port 9100 of one address, or of this machine's own 256 addresses for "". STAFF lane.

        Raises ValueError for an address that is none.
        """
        ...


class PrinterDesk:
    """Qt thread; answers come there. `now` is None until the settings were read.

    `found` are the printers within reach that were found since the start, None before anybody looked.
    """

    def __init__(self, tasks: TaskRunner, tools: PrinterTools, staff: StaffDesk) -> None:
        self._tasks, self._tools, self._staff = tasks, tools, staff
        self.now: PrinterInUse | None = None
        self.found: tuple[ReachablePrinter, ...] | None = None

    def look(self, done: Callable[[PrinterInUse], None]) -> None:
        """Read which printer is set."""

        def looked(now: PrinterInUse) -> None:
            self.now = now
            done(now)

        self._tasks.submit(Lane.STAFF, self._tools.in_use, done=looked)

    def use(self, printer: ReachablePrinter, done: Callable[[str], None]) -> None:
        """Print with this one from now on; `done` gets "" or why not."""
        self._write(lambda: self._tools.use(printer), f"printer {printer.driver} {printer.address}", done)

    def use_as_spare(self, printer: ReachablePrinter | None, done: Callable[[str], None]) -> None:
        """Make it the spare, or have none; `done` gets "" or why not."""
        about = f"{printer.driver} {printer.address}" if printer is not None else "none"
        self._write(lambda: self._tools.use_as_spare(printer), f"spare printer {about}", done)

    def prove(self, done: Callable[[Proved], None]) -> None:
        """Find out what the printer can prove, the best first; prints one to four pages.

        Each page is a task of its own: the PRINTER lane answers in between.
        """
        left = list(LEVELS)

        def following() -> None:
            level = left.pop(0)
            self._tasks.submit(
                Lane.PRINTER, lambda: self._tools.prove(level), done=lambda found: proved(level, found)
            )

        def proved(level: Proof, found: Proved) -> None:
            if found.proof in {None, level, Proof.PAPER} or not left:
                self._staff.note(Act.TEST_PAGE, f"proof {found.proof.value if found.proof else 'of no page'}")
                self._tasks.submit(Lane.PRINTER, self._tools.exchange, done=lambda _nothing: done(found))
            else:
                following()

        following()

    def on_network(self, address: str, done: Callable[[tuple[ReachablePrinter, ...] | None], None]) -> None:
        """Knock at port 9100; `done` gets None for an address that is none."""

        def failed(error: Exception) -> None:
            if not isinstance(error, ValueError):
                raise error
            done(None)

        def answered(found: tuple[ReachablePrinter, ...]) -> None:
            self.add(found)
            done(found)

        self._tasks.submit(Lane.STAFF, lambda: self._tools.on_network(address), done=answered, failed=failed)

    def add(self, found: tuple[ReachablePrinter, ...]) -> None:
        """Keep printers that were found, each address once."""
        self.found = tuple({one.address: one for one in (*(self.found or ()), *found)}.values())

    def _write(self, work: Callable[[], str], about: str, done: Callable[[str], None]) -> None:
        def exchanged(_nothing: None) -> None:
            self.look(lambda _now: done(""))

        def written(refusal: str) -> None:
            if refusal:
                done(refusal)
                return
            self._staff.note(Act.SETTING_CHANGED, about)
            self._tasks.submit(Lane.PRINTER, self._tools.exchange, done=exchanged)

        self._tasks.submit(Lane.STAFF, work, done=written)
