"""Damaged files of every real shape, read under an import's own limits of memory and processor time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def read_damaged(folder, *, seed, count):
    child = subprocess.run(
        [
            sys.executable,
            str(Path(__file__).with_name("catalogue_child.py")),
            str(folder),
            str(seed),
            str(count),
        ],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        timeout=110,
    )
    kept = (folder / "file").read_bytes()[:2000] if child.returncode else b""
    assert child.returncode == 0, f"{child.stderr.decode()[-3000:]}\n{kept!r}"
    return child.stdout.decode()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_damaged_file_is_read_or_rejected_within_the_limits(tmp_path, seed):
    endings = read_damaged(tmp_path, seed=seed, count=250)

    assert "Procedure" in endings
    assert "RefusedRow" in endings
    assert "rejected" in endings


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
def test_many_damaged_files_are_read_or_rejected_within_the_limits(tmp_path, seed):
    assert "Procedure" in read_damaged(tmp_path, seed=seed, count=1500)
