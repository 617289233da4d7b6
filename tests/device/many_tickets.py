"""Hundreds of tickets under seeded faults, in virtual time, on the real journal; and what came out.

Run: python -m tests.device.many_tickets (rewrites the table in docs/printing.md).
"""

import random
import re
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.print_documents import DocumentKind, Heading, Number, PrintDocument, QrCode
from kiosk.domain.print_jobs import ASK_A_PERSON, PrintState, Proof
from kiosk.domain.receipts import as_copy
from kiosk.services.print_document import PrintDocuments
from printers.emulator.direct import DirectTransport, VirtualTime
from printers.emulator.engine import Engine
from printers.emulator.faults import Faults, LineFaults, Sensors
from printers.emulator.switches import set_switch
from printers.escpos_printer import EscposPrinter
from printers.rendering.bitmap import Bitmap
from printers.rendering.raster import ensure_gui, render
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import SqlJournalAlone
from tests.fakes.tasks import InlineRunner

WIDTH = 384
SEED = 20261124
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "printing.md"
_STEPS = (PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT, PrintState.PRINTED)
# Switches of the emulator; {byte}, {later} and {mm} fall somewhere inside the ticket.
FAULTS: dict[str, tuple[str, ...]] = {
    "near end": ("near_end",),
    "paper out before": ("paper_out",),
    "paper out in the middle": ("paper_out_at_mm={mm}",),
    "cover opened": ("cover_open",),
    "port closed": ("refuse",),
    "closed before the first byte": ("drop_before_first",),
    "closed in the middle": ("once", "drop_after={byte}"),
    "stops reading": ("stall_after={byte}",),
    "pauses 3 s": ("stall_after={byte}", "stall_for_s=3"),
    "slow line": ("rate_bytes_s=2000",),
    "late answers": ("answer_delay_s={seconds}",),
    "no answers": ("silent=dle_eot,gs_r,gs_h,asb",),
    "no id": ("silent=gs_h",),
    "noise for answers": ("noise=ff",),
    "half an id for answers": ("noise=3722",),
    "rubbish before answers": ("rubbish=37224130001113ff",),
    "old id": ("old_id",),
    "false id": ("id_instead=5a5a5a5a",),
    "lies about paper": ("lies", "paper_out_at_mm={mm}"),
    "printer switched off": ("power_off_at_byte={later}",),
    "idle line closed": ("idle_close_s=300",),
    "kiosk switched off": (),
}
NEW_LINE = {"refuse", "drop_before_first", "once", "stall_after"}


class PowerCut(BaseException):
    """The kiosk's power goes at this step."""


class CutJournal(SqlJournalAlone):
    """A journal whose machine loses power right after a step was committed."""

    cut_after: PrintState | None = None

    def advance(self, job_id, state, **values):
        job = super().advance(job_id, state, **values)
        if state is self.cut_after:
            self.cut_after = None
            raise PowerCut
        return job


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run left: jobs by state, sheets by kind, and every breach of the promises."""

    tickets: int
    seed: int
    faults: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    proofs: Counter[str] = field(default_factory=Counter)
    whole: int = 0
    marked: int = 0
    pieces: int = 0
    twice: list[str] = field(default_factory=list)
    untrue: list[str] = field(default_factory=list)
    leaked: int = 0


def ticket(number: int) -> PrintDocument:
    """A small slip, unlike any other by its number and code."""
    blocks = (
        Heading(text="Phiếu khai trước", level=1),
        Number(lines=(f"{number:05}",)),
        QrCode(payload=f"HNPK1:{number:011}"),
    )
    name = f"ticket-{number}"
    return PrintDocument(document_id=name, kind=DocumentKind.SLIP, title="Phiếu", blocks=blocks)


class Hall:
    """A kiosk, its printer, the people in front of it, and chance."""

    def __init__(self, home: Path, seed: int) -> None:
        self.chance, self.journal = random.Random(seed), CutJournal(home)
        self.time, self.clock, self.line = VirtualTime(), FakeClock(), LineFaults()
        self.engine = Engine(self.time, width=WIDTH, buffer_bytes=4096)
        self.cut: dict[bytes, int] = {}
        self.pieces = 0
        self.switch_on()

    def switch_on(self) -> None:
        self.scheduler = FakeScheduler(self.clock)
        self.printer = EscposPrinter(
            lambda: DirectTransport(self.engine, self.time, self.line),
            name="Máy",
            paper_width_dots=WIDTH,
            proof=Proof.PROCESS_ID,
            clock=self.time,
        )
        self.service = PrintDocuments(
            InlineRunner(), self.journal, self.printer, self.clock, self.scheduler, jitter=lambda: 0.0
        )
        self.live(self.service.start)

    def live(self, step) -> None:
        try:
            step()
        except PowerCut:
            self.switch_on()

    def serve(self, number: int, fault: str) -> None:
        """One person: a fault, a tap, some waiting, staff put things right, an answer if one is asked for."""
        self.break_something(fault)
        self.live(lambda: self.service.enqueue(ticket(number)))
        if fault != "idle line closed":
            self.live(lambda: self.scheduler.advance(self.chance.uniform(1, 8)))
        self.engine.faults, self.engine.sensors = Faults(), Sensors()
        self.line.__init__()
        self.live(lambda: self.scheduler.advance(40))
        self.time.advance_to(self.time() + 20)
        self.engine.run()
        for job in self.journal.open_jobs():
            if job.state in ASK_A_PERSON and self.chance.random() < 0.8:
                came = self.copies(job.document_id, job.copy_no) > 0
                self.live(lambda job=job, came=came: self.service.answer(job.job_id, came))
        self.live(lambda: self.scheduler.advance(40))
        self.collect()

    def break_something(self, fault: str) -> None:
        places = {
            "byte": self.chance.randrange(20, 5000),
            "later": self.engine.received + self.chance.randrange(20, 5000),
            "mm": self.engine.paper.total_rows / 8 + self.chance.uniform(1, 40),
            "seconds": self.chance.uniform(0.2, 3),
        }
        for switch in FAULTS.get(fault, ()):
            if switch.partition("=")[0] in NEW_LINE:
                self.printer.close()
            set_switch(self.engine, self.line, switch.format(**places))
        if fault == "idle line closed":
            self.time.advance_to(self.time() + 400)
        if fault == "kiosk switched off":
            self.journal.cut_after = self.chance.choice(_STEPS)

    def collect(self) -> None:
        """Take the cut sheets away and keep a count, so that the roll does not grow."""
        for sheet in self.engine.paper.tickets:
            self.cut[sheet.image.data] = self.cut.get(sheet.image.data, 0) + 1
        self.engine.paper.tickets.clear()

    def copies(self, document_id: str, copy_no: int) -> int:
        self.collect()
        return self.cut.get(picture(document_id, copy_no).data, 0)


def picture(document_id: str, copy_no: int) -> Bitmap:
    document = ticket(int(document_id.removeprefix("ticket-")))
    return render(document if copy_no == 1 else as_copy(document, copy_no=copy_no), WIDTH)


def run(home: Path, *, tickets: int, seed: int = SEED, after_each=lambda number: None) -> Tally:
    """Serve `tickets` people and judge the paper by the journal. `after_each` may measure."""
    ensure_gui()
    hall, tally = Hall(home, seed), Tally(tickets=tickets, seed=seed)
    for number in range(tickets):
        fault = "none" if hall.chance.random() < 0.4 else hall.chance.choice(list(FAULTS))
        tally.faults[fault] += 1
        hall.serve(number, fault)
        after_each(number)
    judge(hall, tally)
    hall.service.close()
    hall.journal.close()
    return tally


def judge(hall: Hall, tally: Tally) -> None:
    with hall.journal._database.reading() as db:
        ids = [row[0] for row in db.execute("SELECT job_id FROM print_jobs ORDER BY job_seq")]
    for job in map(hall.journal.job, ids):
        copies = hall.cut.pop(picture(job.document_id, job.copy_no).data, 0)
        tally.states[job.state.value] += 1
        if job.state is PrintState.PRINTED and job.proof is not None:
            tally.proofs[job.proof.value] += 1
        tally.whole += copies if job.copy_no == 1 else 0
        tally.marked += copies if job.copy_no > 1 else 0
        if copies > 1:
            tally.twice.append(f"{job.document_id} copy {job.copy_no}: {copies}")
        if job.state is PrintState.PRINTED and copies != 1:
            tally.untrue.append(f"{job.document_id} copy {job.copy_no}: {job.proof}, {copies} on paper")
    tally.pieces = sum(hall.cut.values())
    tally.leaked = len(hall.engine.leaked)


def as_table(tally: Tally) -> str:
    """Return the figures as Markdown."""
    states = ", ".join(f"{name} {count}" for name, count in sorted(tally.states.items()))
    proofs = ", ".join(f"{name} {count}" for name, count in sorted(tally.proofs.items()))
    rows = (
        ("people, of them with a fault", f"{tally.tickets}, {tally.tickets - tally.faults['none']}"),
        ("kinds of fault", str(len(tally.faults) - 1)),
        ("jobs by their last state", states),
        ("`printed` by proof", proofs),
        ("whole sheets without a mark", str(tally.whole)),
        ("whole sheets marked BẢN IN LẠI", str(tally.marked)),
        ("torn or blank pieces", str(tally.pieces)),
        ("**numbers with two whole unmarked sheets**", f"**{len(tally.twice)}**"),
        ("**`printed` without a whole sheet**", f"**{len(tally.untrue)}**"),
    )
    lines = [f"| {name} | {value} |" for name, value in rows]
    return "\n".join([f"| seed {tally.seed}, 58 mm, virtual time | |", "|---|---|", *lines])


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        table = as_table(run(Path(home), tickets=500))
    text = DOCUMENT.read_text("utf-8")
    marked = re.compile(r"(<!-- many tickets -->\n).*?(<!-- end -->)", re.DOTALL)
    DOCUMENT.write_text(marked.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text), "utf-8")
    print(table)


if __name__ == "__main__":
    main()
