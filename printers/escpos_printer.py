"""An ESC/POS printer behind any transport: asks before, counts while, and wants proof after.

The journal is told before each step. Whatever goes wrong, the error says whether a byte of the ticket may
have reached the printer.
"""

import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import Proof, confirm_deadline_s, estimated_time_s
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome, PrintProgress
from printers.rendering import escpos
from printers.rendering.bitmap import Bitmap
from printers.rendering.raster import render
from printers.rendering.type_scale import DOTS_PER_MM
from printers.status import (
    QUESTIONS,
    AutoStatus,
    PrinterStatus,
    ProcessId,
    Queued,
    RealTime,
    Reply,
    StatusReader,
    with_auto,
    with_real_time,
)
from printers.transports.base import Transport, TransportError

GOOD = (PrinterCondition.READY, PrinterCondition.PAPER_LOW)
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# One strip's worth of zeros: ends a picture the printer may still be waiting for; harmless otherwise.
_RESYNC = bytes(128 * 72)
# So many sheets in a row without the proof that should have come, from a printer that is well: it cannot.
MISSES_MAX = 2
_BELOW = {Proof.PROCESS_ID: Proof.FENCE, Proof.FENCE: Proof.STATUS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Seconds. `confirm_s` None: by the ticket's length, 15 s at least."""

    answer_s: float = 1.0
    first_chunk_s: float = 5.0
    chunk_s: float = 10.0
    whole_job_s: float = 60.0
    drain_s: float = 2.0
    settle_s: float = 3.0
    confirm_s: float | None = None


class EscposPrinter:
    """A TicketPrinter. `proof` is what this printer was found able to give (by the staff's test page).

    `hold`: keep one connection (the kiosk owns the printer) or open one a job (shared printer).
    `clock` gives monotonic seconds. `on_proof_lowered` hears when experience lowers `proof`.
    """

    def __init__(
        self,
        open_transport: Callable[[], Transport],
        *,
        name: str,
        paper_width_dots: int,
        proof: Proof,
        deadlines: Deadlines | None = None,
        hold: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.paper_width_dots = paper_width_dots
        self.proof = proof
        self._make, self._hold, self._clock = open_transport, hold, clock
        self._deadlines = deadlines or Deadlines()
        self._link: _Link | None = None
        self._half_sent = self._answer_owed = False
        self._counter = random.randrange(36**4)
        self._misses = 0
        self.on_proof_lowered: Callable[[Proof], None] | None = None

    def read_condition(self) -> PrinterCondition:
        """Ask the printer; UNREACHABLE where there is no line, UNKNOWN where it does not answer."""
        try:
            if self.proof is Proof.NONE:
                self._connected()
                return PrinterCondition.UNKNOWN
            condition = self._told(self._round_trip())
        except TransportError:
            self._drop()
            return PrinterCondition.UNREACHABLE
        if self._link is not None and self._link.unanswered:
            self._drop()
        elif not self._hold:
            self.close()
        return condition

    def print_document(self, document: PrintDocument, progress: PrintProgress) -> PrintOutcome:
        """Print and cut. Raises PrinterError; SheetUnprintable."""
        return self.print_bitmap(render(document, self.paper_width_dots), progress)

    def print_bitmap(self, bitmap: Bitmap, progress: PrintProgress) -> PrintOutcome:
        """Print and cut a picture of the paper's width."""
        try:
            link = self._ready_link()
            data = escpos.ticket(bitmap, reports=link.transport.can_answer)
            progress.before_first_byte()
            self._send(link, data)
            progress.all_bytes_sent(len(data))
            proof = self._confirm(link, data, bitmap)
        except PrinterError as error:
            self._half_sent = self._half_sent or error.may_have_printed
            self._drop()
            raise
        if not self._hold:
            self.close()
        return PrintOutcome(bytes_sent=len(data), proof=proof)

    def expect_half_sheet(self) -> None:
        """Before the next ticket end the picture the printer may still wait for, and cut."""
        self._half_sent = True

    def close(self) -> None:
        """Release the line, letting the printer finish what it has."""
        link, self._link = self._link, None
        if link is not None:
            link.transport.close(drain_s=self._deadlines.drain_s)

    def _ready_link(self) -> "_Link":
        """Return a line whose printer has just said that it can print. Nothing printable has been sent."""
        try:
            if self._half_sent:
                self._resynchronise()
            if self.proof is Proof.NONE:
                return self._connected()
            condition = self._told(self._round_trip())
        except TransportError as error:
            raise PrinterError(
                str(error), condition=PrinterCondition.UNREACHABLE, may_have_printed=False
            ) from error
        if condition not in GOOD or self._link is None:
            raise PrinterError(
                f"{self.name} is {condition.value}", condition=condition, may_have_printed=False
            )
        return self._link

    def _told(self, status: PrinterStatus) -> PrinterCondition:
        """Return the condition; the silence of a printer that others use too is most likely their sheet."""
        silent = status.condition is PrinterCondition.UNKNOWN and self._answer_owed
        return PrinterCondition.BUSY if silent and not self._hold else status.condition

    def _connected(self) -> "_Link":
        if self._link is None:
            link = _Link(self._make(), self._clock)
            link.transport.open()
            self._link = link
            # A printer that waits for the rest of a picture would take the beginning for it and print what is
            # left over; it gets nothing but real-time questions until it is put right.
            if not self._half_sent:
                begin = escpos.preamble(reports=link.transport.can_answer)
                link.transport.send(begin, deadline_s=self._deadlines.first_chunk_s)
        return self._link

    def _round_trip(self) -> PrinterStatus:
        """Ask 1, 2 and 4, once more on a new line where the old one turned out dead."""
        held = self._link is not None
        try:
            return self._ask()
        except TransportError:
            self._drop()
            if not held:
                raise
        return self._ask()

    def _ask(self) -> PrinterStatus:
        """Ask; after a question without answer, first let late ones pass: they would be taken for new."""
        link = self._connected()
        if self._answer_owed:
            link.listen_until(self._clock() + self._deadlines.settle_s, lambda _: False)
        status = link.ask(self._deadlines.answer_s)
        self._answer_owed = link.unanswered
        return status

    def _resynchronise(self) -> None:
        """After a break the printer may take anything for picture data: feed it to its end and cut."""
        link = self._connected()
        link.listen_until(self._clock() + self._deadlines.settle_s, lambda _: False)
        if self.proof is not Proof.NONE and link.ask(self._deadlines.answer_s).condition not in GOOD:
            return  # the round trip before the job says why; the paper is put right later
        data = _RESYNC + escpos.INITIALISE + escpos.FEED_AND_CUT + escpos.REPORT_CHANGES
        for start in range(0, len(data), link.transport.chunk_bytes):
            chunk = data[start : start + link.transport.chunk_bytes]
            link.transport.send(chunk, deadline_s=self._deadlines.chunk_s)
        self._half_sent = False

    def _send(self, link: "_Link", data: bytes) -> None:
        started = self._clock()
        sent = 0
        link.faulted = False
        size = link.transport.chunk_bytes
        try:
            while sent < len(data):
                limit = self._deadlines.chunk_s if sent else self._deadlines.first_chunk_s
                left = started + self._deadlines.whole_job_s - self._clock()
                link.transport.send(data[sent : sent + size], deadline_s=max(0.1, min(limit, left)))
                sent += len(data[sent : sent + size])
                link.drain()
        except TransportError as error:
            sent += error.accepted
            raise PrinterError(
                str(error), condition=self._condition_after(link), may_have_printed=sent > 0
            ) from error

    def _condition_after(self, link: "_Link") -> PrinterCondition:
        """Return the fault the printer reported while it was sent to, else UNREACHABLE."""
        with suppress(TransportError):  # a dead line has nothing more to tell
            link.drain()
        known = link.reported.condition
        return known if known not in (*GOOD, PrinterCondition.UNKNOWN) else PrinterCondition.UNREACHABLE

    def _confirm(self, link: "_Link", data: bytes, bitmap: Bitmap) -> Proof:
        """Wait for the proof. Raises PrinterError where the printer reports a fault or is lost."""
        millimetres = bitmap.height / DOTS_PER_MM
        estimate = estimated_time_s(len(data), wire_bytes_s=link.transport.wire_bytes_s, paper_mm=millimetres)
        limit = self._deadlines.confirm_s or confirm_deadline_s(estimate)
        try:
            proven = self._wait_for_proof(link, estimate, limit)
            if proven is Proof.NONE:
                return proven
            condition = link.ask(self._deadlines.answer_s).condition
        except TransportError as error:
            raise PrinterError(
                str(error), condition=PrinterCondition.UNREACHABLE, may_have_printed=True
            ) from error
        if condition not in GOOD or (proven is Proof.STATUS and link.faulted):
            raise PrinterError(
                f"{self.name} is {condition.value} after the ticket",
                condition=condition,
                may_have_printed=True,
            )
        self._learn(proven)
        return proven

    def _learn(self, proven: Proof) -> None:
        """Ask for less from now on where a printer that is well keeps owing its proof; never for more."""
        self._misses = 0 if proven is self.proof else self._misses + 1
        if self._misses >= MISSES_MAX and self.proof in _BELOW:
            self.proof, self._misses = _BELOW[self.proof], 0
            if self.on_proof_lowered is not None:
                self.on_proof_lowered(self.proof)

    def _wait_for_proof(self, link: "_Link", estimate: float, limit: float) -> Proof:
        """Return the proof got: the one this printer is able to give, or STATUS where it stayed away."""
        now = self._clock()
        link.settle()
        match self.proof:
            case Proof.PROCESS_ID:
                identity = self._next_identity()
                link.transport.send(escpos.ask_process_id(identity), deadline_s=self._deadlines.chunk_s)
                wanted = ProcessId(identity)
                came = link.listen_until(now + limit, lambda reply: reply == wanted)
            case Proof.FENCE:
                link.transport.send(escpos.FENCE, deadline_s=self._deadlines.chunk_s)
                came = link.listen_until(now + limit, lambda reply: isinstance(reply, Queued))
            case Proof.NONE:
                return Proof.NONE
            case _:
                link.listen_until(now + estimate, lambda _: False)
                came = False
        return self.proof if came else Proof.STATUS

    def _next_identity(self) -> str:
        self._counter = (self._counter + 1) % 36**4
        rest, text = self._counter, ""
        for _ in range(4):
            rest, digit = divmod(rest, 36)
            text = _DIGITS[digit] + text
        return text

    def _drop(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.transport.close()


class _Link:
    """One connection with the reader that has seen all of its bytes."""

    def __init__(self, transport: Transport, clock: Callable[[], float]) -> None:
        self.transport = transport
        self.status = PrinterStatus()
        self.reported = PrinterStatus()
        self.faulted = self.unanswered = False
        self._clock = clock
        self._reader = StatusReader()

    def ask(self, answer_s: float) -> PrinterStatus:
        """Return the status from DLE EOT 1, 2 and 4, asked one at a time.

        Without an answer it is unknown, unless the printer had reported a fault by itself: a printer that
        stopped reading cannot be asked any more. `unanswered` then says that this line has lost its order.
        """
        self.drain()
        self.settle()
        self.status, self.unanswered = PrinterStatus(), False
        for number in QUESTIONS:
            self.transport.send(escpos.ask_status(number), deadline_s=answer_s)
            answer = self._next_real_time(self._clock() + answer_s)
            if answer is None:
                self.settle()
                self.unanswered = True
                return self.reported if self.reported.condition not in GOOD else PrinterStatus()
            self.status = with_real_time(self.status, number, answer)
        return self.status

    def drain(self) -> None:
        """Take in what has come by itself, without waiting."""
        while data := self.transport.receive(deadline_s=0.0):
            self._taken(data)

    def settle(self) -> None:
        """Forget half a reply."""
        self._reader.settle()

    def listen_until(self, end: float, wanted: Callable[[Reply], bool]) -> bool:
        """Take replies in until one is `wanted` (True) or the time is `end` (False)."""
        while (left := end - self._clock()) > 0:
            replies = self._taken(self.transport.receive(deadline_s=left))
            if any(wanted(reply) for reply in replies):
                return True
        return False

    def _next_real_time(self, end: float) -> int | None:
        answers: list[int] = []

        def is_answer(reply: Reply) -> bool:
            if isinstance(reply, RealTime):
                answers.append(reply.byte)
            return bool(answers)

        self.listen_until(end, is_answer)
        return answers[0] if answers else None

    def _taken(self, data: bytes) -> tuple[Reply, ...]:
        replies = self._reader.feed(data)
        for reply in replies:
            if isinstance(reply, AutoStatus):
                self.status = self.reported = with_auto(self.status, reply.data)
                self.faulted = self.faulted or self.reported.condition not in GOOD
        return replies
