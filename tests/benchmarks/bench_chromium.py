"""The same home page and catalogue in a headless Chromium kiosk, beside ours in one interleaved run.

`python -m tests.benchmarks.bench_chromium` prints a section for docs/benchmarks.md. The page is served on
loopback, as web kiosks do: a home with the tiles of the real life events and the real list to search in.
Both draw 1080 x 1920 by software. A start ends when home is drawn: in Chromium two animation frames after
its tiles stand, in ours the frame after they do.
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

import psutil

REPOSITORY = Path(__file__).resolve().parents[2]
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
WARM_ROUNDS, COLD_ROUNDS = 6, 3
IDLE_S = 10.0
DEADLINE_S = 60.0
SETTLE_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One start: seconds to a drawn home, PSS of all processes in MiB, percent of a core while idle."""

    home_s: float
    pss_mib: float
    processes: int
    idle_percent: float


def page(folder: Path) -> str:
    """Return home and catalogue as one page of HTML, from the catalogue in `folder`."""
    from offline_cache.catalogue_store import CatalogueStore

    reader = CatalogueStore(folder).open_live()
    events = reader.life_events()
    rows = [row for field, _ in reader.fields() for row in reader.rows_of_field(field, "vi")]
    reader.close()
    tiles = "".join(
        f"<button class=tile><b>{html.escape(event.title_vi)}</b><br>{html.escape(event.line_vi)}</button>"
        for event in events
    )
    data = json.dumps([[row.code, row.title, row.line] for row in rows], ensure_ascii=False)
    return (
        "<!doctype html><meta charset=utf-8><title>Kiosk</title><style>body{font:28px 'Noto Sans',sans-serif;"
        "margin:40px;background:#fbf7f0}.tile{width:480px;height:200px;margin:8px;border-radius:24px;border:0;"
        "background:#fff;font:inherit;text-align:left;padding:24px}</style><h1>Ông/bà cần làm việc gì?</h1>"
        "<input id=q placeholder='Tìm việc cần làm'><div id=found></div>"
        + tiles
        + f"<script>const rows={data};"
        "q.oninput=()=>{found.textContent=rows.filter(r=>r[1].toLowerCase().includes(q.value)).length};"
        "requestAnimationFrame(()=>requestAnimationFrame(()=>fetch('/drawn')))</script>"
    )


class _Server:
    """Serves the page and knows when it was drawn."""

    def __init__(self, body: str) -> None:
        self.drawn = threading.Event()
        drawn, content = self.drawn, body.encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/drawn":
                    drawn.set()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(content if self.path == "/" else b"")

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


def measured(process: "subprocess.Popen[bytes]", home_s: float) -> Figures:
    """Let it rest, then take memory and what it does while nobody touches it."""
    resting = threading.Event()
    resting.wait(SETTLE_S)
    root = psutil.Process(process.pid)
    before = _busy_s(root)
    resting.wait(IDLE_S)
    busy_s = _busy_s(root) - before
    pss = 0
    alive = family(root)
    for one in alive:
        with contextlib.suppress(psutil.Error):
            pss += one.memory_full_info().pss
    return Figures(
        home_s=home_s, pss_mib=pss / 2**20, processes=len(alive), idle_percent=100 * busy_s / IDLE_S
    )


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
        home_s = time.monotonic() - started
        return (
            measured(process, home_s)
            if rest
            else Figures(home_s=home_s, pss_mib=0, processes=0, idle_percent=0)
        )


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
        home_s = time.monotonic() - started
        return (
            measured(process, home_s)
            if rest
            else Figures(home_s=home_s, pss_mib=0, processes=0, idle_percent=0)
        )


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
    server = _Server(page(folder / "home" / "catalogue"))
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
    idle = (
        f"| idle, {IDLE_S:.0f} s untouched, of a core | {mine.idle_percent:.2f} % |"
        f" {theirs.idle_percent:.2f} % | bar: ≤ 0.5 % |"
    )
    starts = [_start("start to a drawn home, warm", warm)]
    if cold:
        starts.append(_start("start to a drawn home, page cache dropped", cold))
    return [*starts, memory, idle]


def _start(what: str, runs: list[tuple[Figures, Figures]]) -> str:
    mine = statistics.median(one.home_s for one, _ in runs)
    theirs = statistics.median(other.home_s for _, other in runs)
    return f"| {what}, {len(runs)} rounds | {mine:.2f} s | {theirs:.2f} s | {theirs / mine:.2f} (bar: 2) |"


def section(folder: Path) -> list[str]:
    """Return the section of docs/benchmarks.md."""
    return [
        "## Beside a Chromium kiosk",
        "",
        "The same tiles and the same list to search in, as one page on loopback, 1080 × 1920, interleaved;",
        "`--headless=new --kiosk --disable-gpu`, warm profile. Ratio above 1: Chromium needs more.",
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
