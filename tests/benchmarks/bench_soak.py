"""Months of visits in minutes on the real kiosk, off screen: does anything grow?

`python -m tests.benchmarks.bench_soak [--visits N | --minutes M] [--write]` prints the figures; `--write`
puts them into docs/reliability.md. A visit searches, opens a procedure, prints, and every third time
fills a form in, sends it and takes a slip; it ends in the wipe. One visit in five is in other letters,
colours or language, one in five meets a fault drawn at random: the printer stopped before or at the sheet,
the disk full, the person gone in the middle. The dice are the same each run. The catalogue changes now and
then, and the wall clock moves 30 days in all, without their timers. Samples go to stderr as they are taken.
"""

import argparse
import gc
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

import psutil

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "reliability.md"
BEGIN, END = "<!-- soak: written by tests.benchmarks.bench_soak -->", "<!-- /soak -->"
WORDS = ("khai sinh", "kết hôn", "chung thuc", "tam tru", "xac nhan doc than", "tro cap", "khai tu")
DAYS = 30
SAMPLES = 60
SWAPS_EVERY = 500
WARM_UP = 0.2
SHARE_OF_FAULTS, SHARE_OF_MODES = 0.2, 0.2
PRINTER_STOPS = ("paper_out", "cover_open", "offline", "cutter_error", "hot_head")
FULL, GONE, AT_THE_SHEET = "disk full", "gone in the middle", "at the sheet: "
FAULTS = (*PRINTER_STOPS, *(AT_THE_SHEET + stop for stop in PRINTER_STOPS), FULL, GONE)
CODE = "1.001193"
MANY_PAGES = 1_000_000
LONGEST_SILENCE_S = 900  # large letters double the time before the question
PATIENCE_MS = 120_000  # a step on a machine that other work keeps busy


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the process holds after so many visits.

    `own_mib` is what it wrote itself (anonymous pages). `uss_mib` is what no other process has: it counts the
    libraries' pages too, and jumps by 40 MiB when another program that uses Qt starts or ends.
    """

    visits: int
    own_mib: float
    uss_mib: float
    descriptors: int
    threads: int
    qt_objects: int
    python_objects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Soak:
    """A whole run. Slopes are of `own_mib`, by least squares: after the first fifth, and of the last half."""

    visits: int
    seconds: float
    prints: int
    faults: dict[str, int]
    forms: int
    refused: int
    swaps: int
    none_drift: int
    true_drift: int
    slope_mib_per_1000: float
    tail_mib_per_1000: float
    samples: tuple[Sample, ...]

    @property
    def steady(self) -> tuple[Sample, ...]:
        """The samples after the first fifth."""
        return tuple(sample for sample in self.samples if sample.visits >= self.visits * WARM_UP)


def slope(samples: tuple[Sample, ...]) -> float:
    """Return MiB per 1,000 visits by least squares."""
    count = len(samples)
    mean_x = sum(sample.visits for sample in samples) / count
    mean_y = sum(sample.own_mib for sample in samples) / count
    across = sum((sample.visits - mean_x) ** 2 for sample in samples)
    return 1000 * sum((s.visits - mean_x) * (s.own_mib - mean_y) for s in samples) / across


class Hall:
    """The kiosk and the people who come, one after the other."""

    def __init__(self, home: Path) -> None:
        from offline_cache.catalogue_store import CatalogueStore
        from tests.ui.screens.citizen import Citizen
        from ui.engine import make_application

        self.home, self.dice = home, random.Random(7)
        self.store = CatalogueStore(home / "catalogue", today=lambda: date(2026, 11, 24))
        self.store.build_starter()
        make_application()
        self.citizen = Citizen(home, within_ms=PATIENCE_MS)
        self.prints = self.forms = self.refused = self.swaps = 0
        self.faults: Counter[str] = Counter()

    def visit(self, number: int) -> None:
        fault = self.dice.choice(FAULTS) if self.dice.random() < SHARE_OF_FAULTS else ""
        self.faults.update([fault] if fault else [])
        self.stop_printer(fault)
        self.citizen.begin()
        if self.dice.random() < SHARE_OF_MODES:
            self.other_modes()
        self.guide(number, fault)
        if number % 3 == 0:
            self.form(is_disk_full=fault == FULL)
        if number % 10 == 0:
            self.citizen.picture()
        self.leave(is_silent=fault == GONE)
        self.mend_printer(fault)

    def guide(self, number: int, fault: str) -> None:
        """Search, read, and take the sheet or the word of why there is none."""
        citizen = self.citizen
        citizen.open("search")
        citizen.kiosk.way.current.view_model._typed(self.dice.choice(WORDS))
        citizen.settle()
        citizen.open("procedure", code=CODE)
        if number % 2:
            citizen.open("checklist", code=CODE)
        if fault.startswith(AT_THE_SHEET):
            setattr(citizen.kiosk.printer.sensors, fault.removeprefix(AT_THE_SHEET), True)
        citizen.open("printer_trouble" if fault in PRINTER_STOPS else "print_sheet", code=CODE)
        self.prints += not fault or fault in (FULL, GONE)

    def form(self, *, is_disk_full: bool) -> None:
        """Fill a form in and send it; where the disk takes nothing, once more when it does."""
        from tests.ui.screens.stops import BIRTH

        citizen = self.citizen
        for index in (0, 2, 5):
            citizen.open("form_question", code=CODE, index=index)
        citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH)
        citizen.open("check_answers", code=CODE)
        view_model = citizen.kiosk.way.current.view_model
        if is_disk_full:
            self.limit_pages(0)
            view_model.send()
            citizen.settle()
            self.limit_pages(MANY_PAGES)
            self.refused += citizen.screen_name() == "check_answers"
        if citizen.screen_name() == "check_answers":
            view_model.send()
        citizen.until(lambda: citizen.screen_name() == "slip_done", "the slip")
        self.forms += 1

    def limit_pages(self, most: int) -> None:
        """Let the outbox grow to `most` pages; SQLite keeps at least those it has."""
        from kiosk.ports.tasks import Lane

        citizen, database = self.citizen, self.citizen.kiosk.files.database
        done: list[object] = []
        work = database.db.execute
        citizen.kiosk.tasks.submit(
            Lane.DATABASE, lambda: work(f"PRAGMA max_page_count = {most or 1}").fetchone(), done=done.append
        )
        citizen.until(lambda: bool(done), "the database lane")

    def other_modes(self) -> None:
        from kiosk.domain.access_modes import AccessModes, Contrast, TextSize

        text, contrast = self.dice.choice(list(TextSize)), self.dice.choice(list(Contrast))
        self.citizen.kiosk.shell.set_modes(AccessModes(text=text, contrast=contrast))
        self.citizen.kiosk.set_language(self.dice.choice(("vi", "en")))
        self.citizen.settle()

    def leave(self, *, is_silent: bool) -> None:
        """End the visit by the button, or leave without a word until the machine wipes by itself."""
        citizen = self.citizen
        if not is_silent:
            citizen.kiosk.way.end_visit()
        citizen.wait_s(3)
        for _ in range(LONGEST_SILENCE_S // 30):
            if citizen.screen_name() == "attract":
                return
            citizen.wait_s(30)
        raise AssertionError(f"no wipe: {citizen.screen_name()}")

    def stop_printer(self, fault: str) -> None:
        if fault in PRINTER_STOPS:
            setattr(self.citizen.kiosk.printer.sensors, fault, True)
            self.citizen.wait_s(11)

    def mend_printer(self, fault: str) -> None:
        stop = fault.removeprefix(AT_THE_SHEET)
        if stop in PRINTER_STOPS:
            setattr(self.citizen.kiosk.printer.sensors, stop, False)
            self.citizen.wait_s(11)

    def new_catalogue(self) -> None:
        from tests.fakes.small_catalogues import WHO, row, write_rows

        self.swaps += 1
        name = f"Thủ tục cấp giấy phép số {self.swaps}"
        file = write_rows(self.home / "facts.jsonl", [row("1.900001", name)])
        self.store.apply(self.store.stage_file(file).version, **WHO)
        self.citizen.wait_s(61)

    def let_time_pass(self, seconds: float) -> None:
        """Move the wall clock; the timers of that time do not fire."""
        self.citizen.clock.set_wall(self.citizen.clock.now() + timedelta(seconds=seconds))

    def sample(self, visits: int) -> Sample:
        from PySide6.QtCore import QObject

        gc.collect()
        process = psutil.Process()
        kiosk = self.citizen.kiosk
        return Sample(
            visits=visits,
            own_mib=own_mib(),
            uss_mib=process.memory_full_info().uss / 2**20,
            descriptors=process.num_fds(),
            threads=process.num_threads(),
            qt_objects=len(kiosk.view.findChildren(QObject)) + len(kiosk._root.findChildren(QObject)),
            python_objects=len(gc.get_objects()),
        )


def own_mib() -> float:
    """Return the anonymous memory of this process in MiB: its heaps, without the libraries' pages."""
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii")
    kib = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Anonymous:"))
    return int(kib) / 1024


def numbers(visits: int | None, until_s: float) -> Iterator[int]:
    number = 0
    while (number < visits) if visits is not None else (time.monotonic() < until_s):
        yield number
        number += 1


def soak(home: Path, *, visits: int | None, minutes: float, swaps_every: int = SWAPS_EVERY) -> Soak:
    """Run `visits`, or as many as fit into `minutes`."""
    hall = Hall(home)
    started, samples = time.monotonic(), []
    until_s = started + minutes * 60
    expected = visits or minutes * 60 / 0.25
    every = max(1, round(expected / SAMPLES))
    nones, trues = sys.getrefcount(None), sys.getrefcount(True)
    done = 0
    for number in numbers(visits, until_s):
        hall.visit(number)
        done = number + 1
        hall.let_time_pass(DAYS * 86_400 / expected)
        if done % swaps_every == 0:
            hall.new_catalogue()
        if done % every == 0:
            samples.append(hall.sample(done))
            print(json.dumps(asdict(samples[-1])), file=sys.stderr, flush=True)
    seconds = time.monotonic() - started
    drifts = sys.getrefcount(None) - nones, sys.getrefcount(True) - trues
    hall.citizen.leave()
    taken = tuple(samples)
    return Soak(
        visits=done,
        seconds=round(seconds, 1),
        prints=hall.prints,
        faults=dict(sorted(hall.faults.items())),
        forms=hall.forms,
        refused=hall.refused,
        swaps=hall.swaps,
        none_drift=drifts[0],
        true_drift=drifts[1],
        slope_mib_per_1000=slope(tuple(s for s in taken if s.visits >= done * WARM_UP)),
        tail_mib_per_1000=slope(tuple(s for s in taken if s.visits >= done / 2)),
        samples=taken,
    )


def table(run: Soak) -> str:
    """Return the figures as a table of Markdown."""
    first, last = run.steady[0], run.steady[-1]
    rows = [
        (
            "visits",
            f"{run.visits} in {run.seconds / 60:.1f} min, {1000 * run.seconds / run.visits:.0f} ms each",
        ),
        (
            "of them",
            f"{run.prints} printed, {run.forms} sent a form, {run.refused} of these at the second try",
        ),
        ("faults met", ", ".join(f"{count} {fault}" for fault, count in run.faults.items())),
        ("catalogue changes", str(run.swaps)),
        ("its own memory, after a fifth and at the end", f"{first.own_mib:.1f} → {last.own_mib:.1f} MiB"),
        ("slope after the first fifth", f"{run.slope_mib_per_1000:+.2f} MiB per 1,000 visits"),
        ("slope of the last half", f"{run.tail_mib_per_1000:+.2f} MiB per 1,000 visits"),
        ("descriptors", f"{first.descriptors} → {last.descriptors}"),
        ("threads", f"{first.threads} → {last.threads}"),
        ("Qt objects", f"{first.qt_objects} → {last.qt_objects}"),
        ("Python objects", f"{first.python_objects} → {last.python_objects}"),
        ("references of None and True, drift", f"{run.none_drift}, {run.true_drift}"),
    ]
    return "\n".join(
        ["| what | figure |", "| --- | --- |", *(f"| {what} | {figure} |" for what, figure in rows)]
    )


def write(run: Soak) -> None:
    """Put the table into docs/reliability.md between its marks."""
    text = PAGE.read_text("utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    today = date.today().isoformat()  # noqa: DTZ011  the day of the machine that measured
    said = (
        f"Measured on {today} with {os.cpu_count()} cores, Qt's software renderer, offscreen.\n\n{table(run)}"
    )
    PAGE.write_text(f"{before}{BEGIN}\n{said}\n{END}{after}", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--visits", type=int)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--swaps-every", type=int, default=SWAPS_EVERY)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        run = soak(Path(folder), visits=asked.visits, minutes=asked.minutes, swaps_every=asked.swaps_every)
    if asked.write:
        write(run)
    print(json.dumps(asdict(run)) if asked.json else table(run))


if __name__ == "__main__":
    main()
