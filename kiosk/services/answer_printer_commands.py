"""Printer commands typed beside a running kiosk: it holds the line to the printer, and prints for them."""

from collections.abc import Callable

import msgspec

from kiosk.domain.receipts import test_page_document
from kiosk.ports.clock import Clock
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome, TicketPrinter
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.answer_commands import Command, CommandRequest, Reply, said
from kiosk.services.printer_desk import Proved

_PAPER_MM = {576: 80, 384: 58}


class PrinterSaid(msgspec.Struct, frozen=True):
    """How the printer is, and what came of a page.

    `proof` is "" where no page was asked for or none came out; `reason` says why, in technicians' words.
    """

    printer: str
    condition: str
    proof: str = ""
    bytes_sent: int = 0
    may_have_printed: bool = False
    reason: str = ""


class _NotJournalled:
    """A test page is not journalled: the person printing it stands there."""

    def before_first_byte(self) -> None:
        """Nothing is kept."""

    def all_bytes_sent(self, count: int) -> None:
        """Nothing is kept."""


class AnswerPrinterCommands:
    """Qt thread; asks and prints in the PRINTER lane, between the sheets of citizens.

    `prove` prints pages until it is known what the printer can prove, and keeps it.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        printer: TicketPrinter,
        clock: Clock,
        *,
        prove: Callable[[Callable[[Proved], None]], None],
    ) -> None:
        self._tasks, self._printer, self._clock, self._prove = tasks, printer, clock, prove
        self.commands: dict[str, Command] = {
            "printer.status": self._status,
            "printer.test": self._test,
            "printer.find_proof": self._find_proof,
        }

    def _status(self, _request: CommandRequest, reply: Reply) -> None:
        self._tasks.submit(
            Lane.PRINTER,
            self._printer.read_condition,
            done=lambda found: reply(said(PrinterSaid(printer=self._printer.name, condition=found.value))),
        )

    def _test(self, _request: CommandRequest, reply: Reply) -> None:
        def printed(outcome: PrintOutcome) -> None:
            answer = PrinterSaid(
                printer=self._printer.name,
                condition=PrinterCondition.READY.value,
                proof=outcome.proof.value,
                bytes_sent=outcome.bytes_sent,
            )
            reply(said(answer))

        def not_printed(error: Exception) -> None:
            if not isinstance(error, PrinterError):
                raise error
            answer = PrinterSaid(
                printer=self._printer.name,
                condition=error.condition.value,
                may_have_printed=error.may_have_printed,
                reason=str(error),
            )
            reply(said(answer))

        self._tasks.submit(Lane.PRINTER, self._print_page, done=printed, failed=not_printed)

    def _print_page(self) -> PrintOutcome:
        now = self._clock.now()
        mark = f"{now:%Y%m%d-%H%M%S}"
        page = test_page_document(
            printer=self._printer.name,
            paper_mm=_PAPER_MM.get(self._printer.paper_width_dots, 80),
            printed_at=now,
            document_id=f"test-{mark}",
            code=f"KIOSK-TEST:{mark}",
        )
        return self._printer.print_document(page, _NotJournalled())

    def _find_proof(self, _request: CommandRequest, reply: Reply) -> None:
        def proved(found: Proved) -> None:
            answer = PrinterSaid(
                printer=self._printer.name,
                condition=found.condition.value,
                proof=found.proof.value if found.proof is not None else "",
            )
            reply(said(answer))

        self._prove(proved)
