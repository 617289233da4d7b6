"""The look at known holes tells apart: none, some, accepted ones, and nobody who answered."""

import importlib.util
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import REPOSITORY

SCRIPT = REPOSITORY / "packaging" / "audit_dependencies.py"
HOLE = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["2.0.1"]}
SOUND = {"name": "rich", "version": "14.0", "vulns": []}
BROKEN = {"name": "requests", "version": "2.0", "vulns": [HOLE]}
UNASKED = {"name": "tuf", "skip_reason": "Dependency not found on PyPI"}


def loaded(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(REPOSITORY / "packaging"))
    spec = importlib.util.spec_from_file_location(name, REPOSITORY / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    spec.loader.exec_module(module)
    return module


def audit(
    folder: Path, *, report: object = None, says: str = "", accepted: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the audit with a program in pip-audit's place; `report` None writes none."""
    fake = folder / "pip-audit"
    words = "" if report is None else f"""printf %s '{json.dumps({"dependencies": report})}' >"$out"\n"""
    fake.write_text(f"#!/bin/sh\nfor out; do :; done\n{words}echo '{says}' >&2\nexit 1\n", "utf-8")
    fake.chmod(0o755)
    (folder / "accepted.txt").write_text(accepted, "utf-8")
    return subprocess.run(
        [sys.executable, SCRIPT, "--program", fake, "--accepted", folder / "accepted.txt"],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("report", "code", "line"),
    [
        ([SOUND], 0, "requirements.lock: 1 packages looked up, 0 holes."),
        ([SOUND, BROKEN], 1, "Hole: requests 2.0: CVE-2026-1 = PYSEC-2026-1, mended in 2.0.1"),
        ([UNASKED, BROKEN], 1, "Hole: requests 2.0"),
        ([SOUND, UNASKED], 75, "Nothing is known about 1 packages, no list answered: tuf"),
        ([], 75, "0 packages looked up"),
    ],
)
def test_none_some_and_nobody_to_ask_are_told_apart(
    tmp_path: Path, report: object, code: int, line: str
) -> None:
    done = audit(tmp_path, report=report)

    assert done.returncode == code, done.stderr
    assert line in done.stdout


def test_without_an_answer_its_reason_is_told(tmp_path: Path) -> None:
    done = audit(tmp_path, says="Connection to pypi.org timed out")

    assert done.returncode == 75
    assert "Connection to pypi.org timed out" in done.stderr
    assert "nothing is known" in done.stderr


def test_a_hole_accepted_by_any_of_its_names_is_told_and_fails_nothing(tmp_path: Path) -> None:
    done = audit(tmp_path, report=[BROKEN], accepted="CVE-2026-1 9999-01-01 the call is never made\n")

    assert done.returncode == 0, done.stderr
    assert "Accepted for now: requests 2.0" in done.stdout


def test_an_acceptance_ends_after_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    module = loaded("audit_dependencies", monkeypatch)
    text = "# why\n\nCVE-2026-1 2026-12-01 the call is never made\n"

    assert module.accepted_on(date(2026, 12, 1), text) == {"CVE-2026-1"}
    assert module.accepted_on(date(2026, 12, 2), text) == set()


@pytest.mark.parametrize("line", ["CVE-2026-1", "CVE-2026-1 2026-12-01", "CVE-2026-1 soon because"])
def test_an_acceptance_without_day_or_reason_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    done = audit(tmp_path, report=[SOUND], accepted=f"# none\n{line}\n")

    assert done.returncode == 2
    assert "line 2" in done.stderr


def test_the_accepted_holes_of_the_product_are_well_written(monkeypatch: pytest.MonkeyPatch) -> None:
    module = loaded("audit_dependencies", monkeypatch)
    text = (REPOSITORY / "packaging" / "accepted_advisories.txt").read_text("utf-8")

    assert module.accepted_on(date(2000, 1, 1), text) is not None


def test_everything_that_ships_may_be_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded("sbom", monkeypatch)
    module = loaded("licences", monkeypatch)
    names = module.pinned((REPOSITORY / "requirements.lock").read_text("utf-8"))

    assert len(names) > 40
    assert module.refused(names) == []


@pytest.mark.parametrize(
    ("licence", "ships"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("Apache-2.0 AND BSD-3-Clause", True),
        ("Mozilla Public License 2.0 (MPL 2.0)", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only", False),
        ("Other/Proprietary License", False),
        ("Use is not permitted", False),
        ("", False),
    ],
)
def test_a_licence_that_asks_too_much_does_not_ship(
    monkeypatch: pytest.MonkeyPatch, licence: str, ships: bool
) -> None:
    loaded("sbom", monkeypatch)

    assert loaded("licences", monkeypatch).may_ship(licence) is ships
