"""A kiosk that prints over TCP as a process that is killed at a step of the journal or of the line.

Arguments: home, printer port, kill at step n (0: never), tickets to queue. Output: `at COUNT NAME`,
`done COUNT`.
"""

import os
import sys
from pathlib import Path

from kiosk.domain.print_jobs import Proof
from kiosk.services.print_document import PrintDocuments
from printers.escpos_printer import EscposPrinter
from printers.rendering.raster import ensure_gui
from printers.transports.network import NetworkTransport
from tests.device.bench import QUICK
from tests.device.many_tickets import WIDTH, ticket
from tests.end_to_end.kill_child import Steps, say
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import SqlJournalAlone
from tests.fakes.tasks import InlineRunner


class Places(Steps):
    """Says the number of each place when it is first reached."""

    def step(self, name: str) -> None:
        if name not in self.seen:
            say("at", f"{self.count + 1}", name)
        super().step(name)


class Journal(SqlJournalAlone):
    """The real journal, with a place to die before and after each committed step."""

    def __init__(self, home: Path, steps: Steps) -> None:
        super().__init__(home)
        self.steps = steps

    def enqueue(self, document, **times):
        self.steps.step("before queued")
        job = super().enqueue(document, **times)
        self.steps.step("after queued")
        return job

    def advance(self, job_id, state, **values):
        self.steps.step(f"before {state.value}")
        job = super().advance(job_id, state, **values)
        self.steps.step(f"after {state.value}")
        return job


class Line(NetworkTransport):
    """The real line, with a place to die before and after each chunk."""

    steps: Steps

    def send(self, data: bytes, *, deadline_s: float) -> None:
        self.steps.step("before chunk")
        super().send(data, deadline_s=deadline_s)
        self.steps.step("after chunk")


def main() -> None:
    home, port, kill_at, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ensure_gui()
    steps = Line.steps = Places(kill_at)
    journal, clock = Journal(home, steps), FakeClock()
    journal.recover(int(clock.now().timestamp() * 1000))  # as the outbox does when it opens
    printer = EscposPrinter(
        lambda: Line("127.0.0.1", port, connect_s=0.5),
        name="Máy",
        paper_width_dots=WIDTH,
        proof=Proof.PROCESS_ID,
        deadlines=QUICK,
    )
    scheduler = FakeScheduler(clock)
    service = PrintDocuments(InlineRunner(), journal, printer, clock, scheduler, jitter=lambda: 0.0)
    service.start()
    for number in range(count):
        service.enqueue(ticket(number))
    say("done", str(steps.count))
    service.close()
    journal.close()


if __name__ == "__main__":
    main()
