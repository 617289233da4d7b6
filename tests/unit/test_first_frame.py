"""The first frame waits for nothing heavy: what only a lane needs is imported there."""

import json
import subprocess
import sys

from tests.conftest import REPOSITORY

LATE = ("escpos", "sqlite_utils", "tuf", "openpyxl", "argon2", "usb", "numpy")


def test_making_the_kiosk_imports_nothing_that_only_lanes_need():
    code = f"import sys, json, kiosk.app; print(json.dumps([m for m in {LATE!r} if m in sys.modules]))"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == []
