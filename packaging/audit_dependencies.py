"""Looks every package of a lock up in the public lists of known holes, with pip-audit.

Exit codes: 0 each was looked up, none has a hole that is not accepted · 1 holes, listed · 2 wrong call or
file · 75 no list answered about some (named): nothing is known about those.

pip-audit itself calls a run good in which a mirror without the lists answered about nothing; here that is 75.
Accepted holes: packaging/accepted_advisories.txt, one a line: ID, last day (YYYY-MM-DD), why it cannot hurt.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
GOOD, HOLES, WRONG, NOT_ASKED = 0, 1, 2, 75
LONGEST_S = 600
NAMED_MAX = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`holes` are lines for people; about the `unasked` no list answered; `asked` counts the rest."""

    holes: tuple[str, ...]
    accepted: tuple[str, ...]
    unasked: tuple[str, ...]
    asked: int

    @property
    def code(self) -> int:
        """The exit code."""
        return HOLES if self.holes else NOT_ASKED if self.unasked or not self.asked else GOOD


def accepted_on(day: date, text: str) -> frozenset[str]:
    """The ids accepted on `day`. Raises ValueError naming the line that is none."""
    found = set()
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.split(maxsplit=2)
        if not words or words[0].startswith("#"):
            continue
        try:
            name, until, _why = words
            last = date.fromisoformat(until)
        except ValueError:
            raise ValueError(f"line {number}: {line!r} is not: ID YYYY-MM-DD why") from None
        if day <= last:
            found.add(name)
    return frozenset(found)


def judged(report: dict[str, Any], accepted: frozenset[str]) -> Verdict:
    """Judge a JSON report of pip-audit (`dependencies`: name, version, vulns or skip_reason)."""
    holes: list[str] = []
    let_go: list[str] = []
    unasked: list[str] = []
    asked = 0
    for one in report["dependencies"]:
        if "vulns" not in one:
            unasked.append(str(one["name"]))
            continue
        asked += 1
        for hole in one["vulns"]:
            names = {hole["id"], *hole.get("aliases", ())}
            mended = ", ".join(hole["fix_versions"]) or "no version yet"
            line = f"{one['name']} {one['version']}: {' = '.join(sorted(names))}, mended in {mended}"
            (let_go if names & accepted else holes).append(line)
    return Verdict(holes=tuple(holes), accepted=tuple(let_go), unasked=tuple(unasked), asked=asked)


def report_on(lock: Path, program: str) -> dict[str, Any] | str:
    """The report of pip-audit about `lock`, or why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        about = ["--requirement", str(lock), "--require-hashes", "--disable-pip"]
        form = ["--format", "json", "--desc", "off", "--aliases", "on", "--progress-spinner", "off"]
        command = [program, *about, *form, "--output", str(out)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST_S)
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        if not out.exists():
            return (done.stderr or done.stdout).strip() or f"{program} ended with {done.returncode}"
        try:
            return dict(json.loads(out.read_text("utf-8")))
        except ValueError as error:
            return f"{program} wrote no report: {error}"


def told(lock: str, verdict: Verdict) -> str:
    """The verdict in lines for people."""
    lines = [f"Hole: {hole}" for hole in verdict.holes]
    lines += [f"Accepted for now: {hole}" for hole in verdict.accepted]
    if verdict.unasked:
        few = ", ".join((*verdict.unasked[:NAMED_MAX], *(("…",) if len(verdict.unasked) > NAMED_MAX else ())))
        lines.append(f"Nothing is known about {len(verdict.unasked)} packages, no list answered: {few}")
    lines.append(f"{lock}: {verdict.asked} packages looked up, {len(verdict.holes)} holes.")
    return "\n".join(lines)


def main(asked: Sequence[str]) -> int:
    """Look up the locks named, `requirements.lock` where none is."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("locks", nargs="*", type=Path, default=[HERE.parent / "requirements.lock"])
    parser.add_argument("--program", default=shutil.which("pip-audit", path=str(Path(sys.executable).parent)))
    parser.add_argument("--accepted", type=Path, default=HERE / "accepted_advisories.txt")
    said = parser.parse_args(asked)
    today = datetime.now(UTC).date()  # noqa: TID251  nothing of the kiosk runs here, so no Clock port
    try:
        accepted = accepted_on(today, said.accepted.read_text("utf-8"))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{said.accepted}: {error}\n")
        return WRONG
    if said.program is None:
        sys.stderr.write("pip-audit is not here: make setup-dev installs it.\n")
        return NOT_ASKED
    codes = set()
    for lock in said.locks:
        report = report_on(lock, said.program)
        if isinstance(report, str):
            sys.stderr.write(f"{report}\nNobody could be asked: nothing is known about {lock.name}.\n")
            codes.add(NOT_ASKED)
            continue
        verdict = judged(report, accepted)
        sys.stdout.write(told(lock.name, verdict) + "\n")
        codes.add(verdict.code)
    return next(code for code in (HOLES, NOT_ASKED, GOOD) if code in codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
