"""The look at known holes tells three things apart: none, some, and nobody to ask."""

import subprocess

import pytest

from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("says", "code", "expected"),
    [
        ("No known vulnerabilities found", 0, 0),
        ("Found 2 known vulnerabilities in 1 package\\nrequests 2.0 PYSEC-2026-1", 1, 1),
        ("ERROR: Connection to pypi.org timed out", 1, 75),
    ],
)
def test_none_some_and_nobody_to_ask_are_told_apart(tmp_path, says, code, expected):
    fake = tmp_path / "pip-audit"
    fake.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", "utf-8")
    fake.chmod(0o755)

    done = subprocess.run(
        [REPOSITORY / "packaging" / "audit_dependencies.sh"],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == expected, done.stderr
    assert says.split("\\n")[0] in done.stdout
