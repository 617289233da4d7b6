"""The same home page in a headless Chromium kiosk, beside ours in one interleaved run.

`python -m tests.benchmarks.bench_chromium` prints a section for docs/benchmarks.md. The page is served on
loopback, as web kiosks do, with our own drawings, icons and typeface. Both draw 1080 x 1920 by software. A
start ends when home is drawn: in Chromium two animation frames after drawings and letters are there, in ours
the frame after its tiles are.
"""

import contextlib
import html
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from offline_cache.catalogue_reader import SqliteCatalogue

REPOSITORY = Path(__file__).resolve().parents[2]
HOME = Path(__file__).with_name("chromium_home.html")
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
WARM_ROUNDS, COLD_ROUNDS = 6, 3
IDLE_S = 10.0
DEADLINE_S = 60.0
SETTLE_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One start: seconds to a drawn home, on the clock and of processors; and at rest, where it was let rest.

    PSS and what was written (anonymous memory) of all processes in MiB, percent of a core while idle.
    """

    home_s: float
    busy_s: float
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


def names(folder: Path) -> bytes:
    """Return what lists and search need of every procedure as JSON; details stay with the server."""
    with _catalogue(folder) as reader:
        rows = [row for field, _ in reader.fields() for row in reader.rows_of_field(field, "vi")]
    return json.dumps([[row.code, row.title, row.line] for row in rows], ensure_ascii=False).encode()


def _catalogue(folder: Path) -> "contextlib.closing[SqliteCatalogue]":
    from offline_cache.catalogue_store import CatalogueStore

    return contextlib.closing(CatalogueStore(folder).open_live())


class _Server:
    """Serves the page, the drawings and the typeface of the kiosk; knows when it was drawn."""

    def __init__(self, body: str, every_name: bytes) -> None:
        self.drawn, self.loaded = threading.Event(), threading.Event()
        told = {"/drawn": self.drawn, "/loaded": self.loaded}
        answers = {"/": ("text/html; charset=utf-8", body.encode())}
        answers["/names.json"] = ("application/json", every_name)
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


def measured(process: "subprocess.Popen[bytes]", home_s: float, start_s: float) -> Figures:
    """Let it rest, then take memory and what it does while nobody touches it."""
    resting = threading.Event()
    resting.wait(SETTLE_S)
    root = psutil.Process(process.pid)
    before = _busy_s(root)
    resting.wait(IDLE_S)
    busy_s = _busy_s(root) - before
    alive = family(root)
    return Figures(
        home_s=home_s,
        busy_s=start_s,
        pss_mib=sum(_kib(one, "Pss:") for one in alive) / 1024,
        own_mib=sum(_kib(one, "Anonymous:") for one in alive) / 1024,
        processes=len(alive),
        idle_percent=100 * busy_s / IDLE_S,
    )


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
    server.loaded.clear()
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
        if not server.drawn.wait(DEADLINE_S):
            raise TimeoutError("chromium did not draw the page")
        home_s, busy_s = time.monotonic() - started, _busy_s(psutil.Process(process.pid))
        if rest and not server.loaded.wait(DEADLINE_S):
            raise TimeoutError("chromium did not load the catalogue")
        return measured(process, home_s, busy_s) if rest else Figures(home_s=home_s, busy_s=busy_s)


def ours(folder: Path, *, rest: bool) -> Figures:
    environment = os.environ | {"KIOSK_BENCH_FOLDER": str(folder)}
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.home_probe"],
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with stopped(process):
        if process.stdout is None or process.stdout.readline() != b"home\n":
            raise TimeoutError("the kiosk did not draw its home")
        home_s, busy_s = time.monotonic() - started, _busy_s(psutil.Process(process.pid))
        return measured(process, home_s, busy_s) if rest else Figures(home_s=home_s, busy_s=busy_s)


def drop_page_cache() -> bool:
    """Forget what was read from disk; False where this machine does not let us."""
    subprocess.run(["sync"], check=True)
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3", "ascii")
    except OSError:
        return False
    return True


def rows(folder: Path) -> list[str]:
    """Return the rows of the table, or the reason why there are none."""
    if CHROMIUM is None:
        return ["| Chromium | none on this machine: `apt-get install chromium` | |"]
    ours(folder, rest=False)  # builds the catalogue, warms both
    versions = folder / "home" / "catalogue"
    server = _Server(page(versions), names(versions))
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
    mine, theirs = resting
    memory = (
        f"| memory of all processes (PSS) | {mine.pss_mib:.0f} MiB, {mine.processes} process |"
        f" {theirs.pss_mib:.0f} MiB, {theirs.processes} processes |"
        f" {theirs.pss_mib / mine.pss_mib:.1f} (bar: 4) |"
    )
    own = (
        f"| of it written by them, not files' pages | {mine.own_mib:.0f} MiB | {theirs.own_mib:.0f} MiB |"
        f" {theirs.own_mib / mine.own_mib:.1f} |"
    )
    idle = (
        f"| idle, {IDLE_S:.0f} s untouched, of a core | {mine.idle_percent:.2f} % |"
        f" {theirs.idle_percent:.2f} % | bar: ≤ 0.5 % |"
    )
    return [*_start("warm", warm), *(_start("page cache dropped", cold) if cold else []), memory, own, idle]


def _start(what: str, runs: list[tuple[Figures, Figures]]) -> list[str]:
    mine, theirs = [one for one, _ in runs], [other for _, other in runs]
    clock = statistics.median(one.home_s for one in mine), statistics.median(one.home_s for one in theirs)
    busy = statistics.median(one.busy_s for one in mine), statistics.median(one.busy_s for one in theirs)
    name = f"start to a drawn home, {what}, {len(runs)} rounds"
    return [
        f"| {name} | {clock[0]:.2f} s | {clock[1]:.2f} s | {clock[1] / clock[0]:.2f} (bar: 2) |",
        f"| the same in processor time | {busy[0]:.2f} s | {busy[1]:.2f} s | {busy[1] / busy[0]:.2f} |",
    ]


def section(folder: Path) -> list[str]:
    """Return the section of docs/benchmarks.md."""
    return [
        "## Beside a Chromium kiosk",
        "",
        "The same home (drum, pavilion, typeface, icons, tiles, bar) and the names to search in as one page",
        "on loopback, 1080 × 1920, interleaved; `--headless=new --kiosk --disable-gpu`, warm profile. Ratio",
        "above 1: Chromium needs more. Its server is not counted. PSS shares a library's pages among all",
        "programs that use it: other Qt programs on the machine make ours smaller.",
        "",
        "| what | ours | Chromium | ratio |",
        "| --- | --- | --- | --- |",
        *rows(folder),
        "",
    ]


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="kiosk-chromium-", ignore_cleanup_errors=True) as name:
        print("\n".join(section(Path(name))))


if __name__ == "__main__":
    main()
