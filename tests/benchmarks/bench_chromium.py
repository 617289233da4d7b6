"""The same home page in a headless Chromium kiosk, beside ours in one interleaved run.

`python -m tests.benchmarks.bench_chromium` prints a section for docs/benchmarks.md. The page is served on
loopback, as web kiosks do, with our own drawings, icons and typeface. Both draw 1080 x 1920 by software.
Home is drawn in Chromium two animation frames after drawings and letters are there, in ours the frame after
its tiles are. It is of use (interactive) once a first question is answered from the whole catalogue: what
both must do without a network. The page keeps the catalogue as web pages do, as JSON in the browser's cache,
and reads it once home is drawn, so that home is there soonest.
"""

import argparse
import contextlib
import html
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import psutil

if TYPE_CHECKING:
    from offline_cache.catalogue_reader import SqliteCatalogue

REPOSITORY = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("KIOSK_SHARED", REPOSITORY.parent / "shared")) / "data" / "procedures.jsonl.gz"
HOME = Path(__file__).with_name("chromium_home.html")
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
WARM_ROUNDS, COLD_ROUNDS = 6, 3
IDLE_S = 10.0
DEADLINE_S = 60.0
SETTLE_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One start: seconds to a drawn home and to a first answer; and at rest, where it was let rest.

    `busy_s` are seconds of processors until home is drawn, `answered_busy_s` until the first answer.

    PSS and what was written (anonymous memory) of all processes in MiB, percent of a core while idle.
    """

    home_s: float
    busy_s: float
    answered_s: float
    answered_busy_s: float
    pss_mib: float = 0
    own_mib: float = 0
    processes: int = 0
    idle_percent: float = 0


def page(folder: Path) -> str:
    """Return the home page as ours shows it: drum, pavilion, typeface, icons, tiles, search and the bar."""
    with _catalogue(folder) as reader:
        tiles = "".join(
            f'<button class=tile><img src="icons/{event.icon}.svg"><span><b>{html.escape(event.title_vi)}</b>'
            f"<br>{html.escape(event.line_vi)}</span></button>"
            for event in reader.life_events()
        )
    return HOME.read_text("utf-8").replace("TILES", tiles)


def whole_catalogue(folder: Path) -> tuple[int, bytes]:
    """Return how many procedures there are, and all that our pages show of them as JSON."""
    from offline_cache.catalogue_store import CatalogueStore

    store = CatalogueStore(folder)
    procedures = store.procedures(store.live())
    return len(procedures), msgspec.json.encode(procedures)


def _catalogue(folder: Path) -> "contextlib.closing[SqliteCatalogue]":
    from offline_cache.catalogue_store import CatalogueStore

    return contextlib.closing(CatalogueStore(folder).open_live())


class _Server:
    """Serves page, drawings, typeface and catalogue; knows when home was drawn and a question answered."""

    def __init__(self, body: str, catalogue: bytes) -> None:
        self.drawn, self.answered = threading.Event(), threading.Event()
        told = {"/drawn": self.drawn, "/answered": self.answered}
        answers = {"/": ("text/html; charset=utf-8", body.encode())}
        answers["/catalogue.json"] = ("application/json", catalogue)
        for folder, kind in (("art", "image/svg+xml"), ("icons", "image/svg+xml"), ("fonts", "font/ttf")):
            for file in (REPOSITORY / "ui" / folder).iterdir():
                answers[f"/{folder}/{file.name}"] = (kind, file.read_bytes())

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path in told:
                    told[self.path].set()
                kind, content = answers.get(self.path, ("text/plain", b""))
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Cache-Control", "no-store" if self.path in told else "max-age=3600")
                self.end_headers()
                with contextlib.suppress(ConnectionError):  # a browser that was ended while it loads
                    self.wfile.write(content)

            def log_message(self, *_words: object) -> None:
                return

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def family(root: psutil.Process) -> list[psutil.Process]:
    return [root, *root.children(recursive=True)]


def at_rest(process: "subprocess.Popen[bytes]", start: Figures) -> Figures:
    """Let it rest, then take memory and what it does while nobody touches it."""
    resting = threading.Event()
    resting.wait(SETTLE_S)
    root = psutil.Process(process.pid)
    before = _busy_s(root)
    resting.wait(IDLE_S)
    busy_s = _busy_s(root) - before
    alive = family(root)
    return replace(
        start,
        pss_mib=sum(_kib(one, "Pss:") for one in alive) / 1024,
        own_mib=sum(_kib(one, "Anonymous:") for one in alive) / 1024,
        processes=len(alive),
        idle_percent=100 * busy_s / IDLE_S,
    )


def timed(
    process: "subprocess.Popen[bytes]",
    drawn: Callable[[], bool],
    answered: Callable[[], bool],
    *,
    started: float,
) -> Figures:
    """Wait for a drawn home, then for the first answer."""
    root = psutil.Process(process.pid)
    if not drawn():
        raise TimeoutError("home was not drawn")
    home_s, busy_s = time.monotonic() - started, _busy_s(root)
    if not answered():
        raise TimeoutError("the first question was not answered")
    answered_s = time.monotonic() - started
    return Figures(home_s=home_s, busy_s=busy_s, answered_s=answered_s, answered_busy_s=_busy_s(root))


def _kib(process: psutil.Process, field: str) -> int:
    """Return a line of smaps_rollup; 0 for a process that just ended."""
    try:
        rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith(field))


def _busy_s(root: psutil.Process) -> float:
    total = 0.0
    for one in family(root):
        with contextlib.suppress(psutil.Error):
            times = one.cpu_times()
            total += times.user + times.system
    return total


@contextlib.contextmanager
def stopped(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """End the process and its children when the block ends."""
    try:
        yield
    finally:
        with contextlib.suppress(psutil.Error):
            for one in reversed(family(psutil.Process(process.pid))):
                with contextlib.suppress(psutil.Error):
                    one.kill()
        process.wait()


def chromium(server: _Server, profile: Path, *, rest: bool) -> Figures:
    server.drawn.clear()
    server.answered.clear()
    started = time.monotonic()
    process = subprocess.Popen(
        [
            str(CHROMIUM),
            "--headless=new",
            "--kiosk",
            "--disable-gpu",
            "--no-sandbox",
            "--no-first-run",
            "--window-size=1080,1920",
            f"--user-data-dir={profile}",
            server.url,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with stopped(process):
        drawn, answered = (partial(one.wait, DEADLINE_S) for one in (server.drawn, server.answered))
        start = timed(process, drawn, answered, started=started)
        return at_rest(process, start) if rest else start


def ours(folder: Path, *, rest: bool) -> Figures:
    drawing = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    environment = os.environ | drawing | {"KIOSK_BENCH_FOLDER": str(folder)}
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.home_probe"],
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with stopped(process):
        told = process.stdout
        start = timed(
            process,
            lambda: told is not None and told.readline() == b"home\n",
            lambda: told is not None and told.readline() == b"answered\n",
            started=started,
        )
        return at_rest(process, start) if rest else start


def drop_page_cache() -> bool:
    """Forget what was read from disk; False where this machine does not let us."""
    subprocess.run(["sync"], check=True)
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3", "ascii")
    except OSError:
        return False
    return True


def prepare(folder: Path) -> tuple[str, int, bytes]:
    """Build our catalogue, of the real procedures where they are; return the same page and content."""
    home = folder / "home"
    if REAL.exists():
        command = [sys.executable, "-m", "kiosk", "catalogue", "import", str(REAL), "--accepted-by", "bench"]
        environment = os.environ | {"KIOSK_HOME": str(home)}
        subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, capture_output=True)
    ours(folder, rest=False)  # builds the starter catalogue where nothing was imported; warms
    return page(home / "catalogue"), *whole_catalogue(home / "catalogue")


def rows(folder: Path) -> list[str]:
    """Return the rows of the table, or the reason why there are none."""
    if CHROMIUM is None:
        return ["| Chromium | none on this machine: `apt-get install chromium` | |"]
    body, count, catalogue = prepare(folder)
    server = _Server(body, catalogue)
    profile = folder / "chromium"
    chromium(server, profile, rest=False)
    warm = [(ours(folder, rest=False), chromium(server, profile, rest=False)) for _ in range(WARM_ROUNDS)]
    cold = []
    while len(cold) < COLD_ROUNDS and drop_page_cache():
        mine = ours(folder, rest=False)
        drop_page_cache()
        cold.append((mine, chromium(server, profile, rest=False)))
    resting = ours(folder, rest=True), chromium(server, profile, rest=True)
    server.close()
    size = _row("the catalogue", f"{count} procedures", f"{len(catalogue) / 2**20:.0f} MiB of JSON", "")
    return [
        size,
        *_start("warm", warm),
        *(_start("cache dropped", cold) if cold else []),
        *_resting(*resting),
    ]


def _resting(mine: Figures, theirs: Figures) -> list[str]:
    written, other = mine.own_mib, theirs.own_mib
    sizes = [f"{one.pss_mib:.0f} MiB in {one.processes}" for one in (mine, theirs)]
    memory = ["memory of all processes (PSS)", *sizes, f"{theirs.pss_mib / mine.pss_mib:.1f} (bar: 4)"]
    own = ["of it written by them, not files' pages", f"{written:.0f} MiB", f"{other:.0f} MiB"]
    rest = [f"{one.idle_percent:.2f} %" for one in (mine, theirs)]
    idle = [f"idle, {IDLE_S:.0f} s untouched, of a core", *rest, "bar: ≤ 0.5 %"]
    return [_row(*memory), _row(*own, f"{other / written:.1f}"), _row(*idle)]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _start(what: str, runs: list[tuple[Figures, Figures]]) -> list[str]:
    mine, theirs = [one for one, _ in runs], [other for _, other in runs]

    def line(name: str, figure: Callable[[Figures], float], bar: str = "") -> str:
        one, other = statistics.median(map(figure, mine)), statistics.median(map(figure, theirs))
        return f"| {name} | {one:.2f} s | {other:.2f} s | {other / one:.2f}{bar} |"

    return [
        line(
            f"start to the first answer, {what}, {len(runs)} rounds", lambda one: one.answered_s, " (bar: 2)"
        ),
        line("the same in processor time", lambda one: one.answered_busy_s),
        line("of it until home is drawn", lambda one: one.home_s),
        line("the same in processor time", lambda one: one.busy_s),
    ]


def section(folder: Path) -> list[str]:
    """Return the section of docs/benchmarks.md."""
    return [
        "## Beside a Chromium kiosk",
        "",
        "The same home (drum, pavilion, typeface, icons, tiles, bar) and the same catalogue as one page on",
        "loopback, 1080 × 1920, interleaved; `--headless=new --kiosk --disable-gpu`, warm profile. Home is",
        "of use once a first question is answered without a network; the page looks for words in names,",
        "ours for everyday words and typos too. Neither speaks to a portal. Ratio above 1: Chromium needs",
        "more. Its server is not counted. PSS shares a library's pages among all programs that use it:",
        "other Qt programs on the machine make ours smaller.",
        "",
        "| what | ours | Chromium | ratio |",
        "| --- | --- | --- | --- |",
        *rows(folder),
        "",
    ]


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()  # none but --help
    with tempfile.TemporaryDirectory(prefix="kiosk-chromium-", ignore_cleanup_errors=True) as name:
        print("\n".join(section(Path(name))))


if __name__ == "__main__":
    main()
