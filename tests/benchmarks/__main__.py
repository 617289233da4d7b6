"""`make bench`: measure what stands here and write docs/benchmarks.md. Prints, never fails a bar."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "benchmarks.md"
REAL = Path(os.environ.get("KIOSK_SHARED", REPOSITORY.parent / "shared")) / "data" / "procedures.jsonl.gz"
ROUNDS = 5


def child(*words: str, folder: Path) -> str:
    environment = os.environ | {
        "KIOSK_BENCH_FOLDER": str(folder),
        "KIOSK_BENCH_STARTED": str(time.monotonic()),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "COLUMNS": "110",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [sys.executable, *words], env=environment, cwd=REPOSITORY, check=True, capture_output=True, text=True
    )
    return done.stdout


def start_figures(folder: Path) -> list[str]:
    """Interleaved, so that a noisy machine bends both sides."""
    child("-m", "tests.benchmarks.start_probe", "kiosk", folder=folder)  # builds the catalogue once
    runs = {"bare": [], "kiosk": []}
    for _ in range(ROUNDS):
        for which, figures in runs.items():
            figures.append(json.loads(child("-m", "tests.benchmarks.start_probe", which, folder=folder)))
    bare = statistics.median(run["first_frame_s"] for run in runs["bare"])
    first = statistics.median(run["first_frame_s"] for run in runs["kiosk"])
    home = statistics.median(run["home_s"] for run in runs["kiosk"])
    memory = statistics.median(run["uss_mb"] for run in runs["kiosk"])
    floor = statistics.median(run["uss_mb"] for run in runs["bare"])
    return [
        row(
            "Process start to first frame",
            f"{first:.2f} s",
            f"{first / bare:.1f} × an empty QML window ({bare:.2f} s)",
        ),
        row("Process start to interactive home", f"{home:.2f} s", f"{home / bare:.1f} × (bar: ≤ 5 s)"),
        row(
            "Memory at home, starter catalogue (USS)",
            f"{memory:.0f} MiB",
            f"{memory / floor:.1f} × ({floor:.0f} MiB)",
        ),
    ]


def screen_figures(folder: Path) -> list[str]:
    home = folder / "home-real"
    os.environ["KIOSK_HOME"] = str(home)
    what = "starter catalogue"
    if REAL.exists():
        child("-m", "kiosk", "catalogue", "import", str(REAL), "--accepted-by", "bench", folder=folder)
        what = "4,822 real procedures"
    figures = json.loads(child("-m", "tests.benchmarks.screen_probe", folder=folder))
    return [
        row("Touch to next frame, a key pressed", spread(figures["tap_ms"]), "bar: p95 ≤ 33 ms"),
        row("Touch to next page drawn", spread(figures["page_ms"]), "bar: ≤ 200 ms"),
        row(f"Key to results drawn, {what}", spread(figures["key_ms"]), "bar: p95 ≤ 100 ms"),
        row(f"Memory after searching, {what} (USS)", f"{figures['uss_mb']:.0f} MiB", "unit limit: 384 MiB"),
    ]


def row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def spread(values: list[float]) -> str:
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{statistics.median(ordered):.0f} ms median, {p95:.0f} ms p95"


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()  # none but --help
    compiled = ["kiosk", "ui", "printers", "offline_cache", "config", "tests/benchmarks"]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *compiled], cwd=REPOSITORY, check=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        rows = start_figures(folder) + screen_figures(folder)
        search = (
            child("-m", "tests.benchmarks.bench_search", "--short", "--peers", folder=folder)
            if REAL.exists()
            else "real data absent\n"
        )
        printing = child("-m", "tests.benchmarks.bench_print", folder=folder)
        exchange = child("-m", "tests.benchmarks.bench_exchange", folder=folder)
        beside_chromium = child("-m", "tests.benchmarks.bench_chromium", folder=folder)
    today = date.today().isoformat()  # noqa: DTZ011  the day of the machine that measured
    page = "\n".join(
        [
            "# Benchmarks",
            "",
            f"Measured by `make bench` on {today}: {os.cpu_count()} cores, {platform.machine()},",
            f"Python {platform.python_version()}, no graphics card, Qt's software renderer, offscreen.",
            "Machines are noisy: believe the ratios, which were taken interleaved in one run.",
            "",
            "| what | figure | against |",
            "| --- | --- | --- |",
            *rows,
            "",
            "## Search",
            "",
            "```",
            search.rstrip(),
            "```",
            "",
            "## Printing",
            "",
            "```",
            printing.rstrip(),
            "```",
            "",
            "## Exchange",
            "",
            "```",
            exchange.rstrip(),
            "```",
            "",
            beside_chromium.rstrip(),
            "",
        ]
    )
    PAGE.write_text(page, "utf-8")
    print(page)


if __name__ == "__main__":
    main()
