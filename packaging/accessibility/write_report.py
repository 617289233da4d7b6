"""Write docs/accessibility.md: what the standards ask, and which tests show that the kiosk does it.

Usage: write_report.py [--check]. Without an option the page is written; `--check` only compares it, and ends
with 1 where it is out of date. Ends with 1, too, where a row has neither a test nor a reason, or names a test
that is not there or runs in `make test-long` only.
"""

import ast
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
CLAIMS = HERE / "claims.toml"
PAGE = REPOSITORY / "docs" / "accessibility.md"
HEAD = """# Accessibility: what is asked, and what shows it

Written by `make accessibility` from `packaging/accessibility/claims.toml`; not edited by hand. Every test
named here runs in `make test`, which is green only when all of them are. The audit looks at every screen in
eleven rows that bring every two values together of shape, letters, colours, language, reach and motion;
`make test-long` looks at all 216 together.

"Needs the machine" marks what no program can show; a technician looks at it in the hall and writes it down.
"""
Row = Mapping[str, object]


def tests_known(folder: Path) -> dict[str, str]:
    """Return the tests of every run below `folder`, each with the path of its file beside `folder`."""
    known: dict[str, str] = {}
    for path in sorted(folder.rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not _is_long(node):
                known.setdefault(node.name, path.relative_to(folder.parent).as_posix())
    return known


def _is_long(test: ast.FunctionDef) -> bool:
    return any(ast.unparse(mark).startswith("pytest.mark.long") for mark in test.decorator_list)


def faults(standards: Sequence[Mapping[str, object]], known: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the claims, in words: no evidence at all, or tests that are not there."""
    found = []
    for standard in standards:
        for row in _rows(standard):
            place = f"{standard['name']}, {row['clause']}"
            found += [f"{place}: no test {name}" for name in _tests(row) if name not in known]
            if not _tests(row) and not any(row.get(kind) for kind in ("machine", "absent", "open")):
                found.append(f"{place}: neither a test nor a reason")
    return found


def page(
    standards: Sequence[Mapping[str, object]],
    known: Mapping[str, str],
    runs: Sequence[Mapping[str, object]] = (),
) -> str:
    """Return the page's text. `runs` are long runs by hand: `day`, `what` was looked at, what was `found`."""
    rows = [row for standard in standards for row in _rows(standard)]
    states = [_state(row) for row in rows]
    named = sorted({name for row in rows for name in _tests(row)})
    lines = [HEAD, "| State | Rows |", "|---|---|"]
    lines += [f"| {state} | {states.count(state)} |" for state in dict.fromkeys(sorted(states))]
    for standard in standards:
        lines += [
            "",
            f"## {standard['name']}",
            "",
            "| Clause | Asks | State | Shown by |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| {row['clause']} | {row['asks']} | {_state(row)} | {_shown(row)} |" for row in _rows(standard)
        ]
    if runs:
        lines += ["", "## Long runs", "", "| Day | Looked at | Found |", "|---|---|---|"]
        lines += [f"| {run['day']} | {run['what']} | {run['found']} |" for run in runs]
    lines += ["", "## The tests", "", "| Test | File |", "|---|---|"]
    lines += [f"| `{name}` | `{known[name]}` |" for name in named if name in known]
    return "\n".join(lines) + "\n"


def _rows(standard: Mapping[str, object]) -> Sequence[Row]:
    return cast("Sequence[Row]", standard["rows"])


def _tests(row: Row) -> Sequence[str]:
    return cast("Sequence[str]", row.get("tests", []))


def _state(row: Row) -> str:
    if row.get("open"):
        return "Not met"
    if row.get("absent"):
        return "Does not arise"
    if not _tests(row):
        return "Needs the machine"
    return "Proved; a part needs the machine" if row.get("machine") else "Proved"


def _shown(row: Row) -> str:
    words = [f"`{name}`" for name in _tests(row)]
    words += [str(row[kind]) for kind in ("machine", "absent", "open") if row.get(kind)]
    return "; ".join(words)


def main(arguments: Sequence[str]) -> int:
    """Write or check the page; return the exit code."""
    claims = tomllib.loads(CLAIMS.read_text(encoding="utf-8"))
    standards = claims["standard"]
    known = tests_known(REPOSITORY / "tests")
    if wrong := faults(standards, known):
        sys.stderr.write("\n".join(wrong) + "\n")
        return 1
    text = page(standards, known, claims.get("run", ()))
    if "--check" in arguments:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
            sys.stderr.write("docs/accessibility.md is out of date: run `make accessibility`\n")
            return 1
        return 0
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
