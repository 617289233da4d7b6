"""The first frame waits for nothing heavy: what only a lane needs is imported there."""

import json
import subprocess
import sys

from tests.conftest import REPOSITORY

LATE = (
    "PIL",
    "argon2",
    "asyncio",
    "cryptography",
    "escpos",
    "numpy",
    "openpyxl",
    "qrcode",
    "requests",
    "rich",
    "serial",
    "sqlite_utils",
    "structlog",
    "tomlkit",
    "tuf",
    "urllib3",
    "usb",
    "offline_cache.catalogue_builder",
    "offline_cache.outbox_stores",
    "offline_cache.portal_client",
    "printers.setup",
    "ui.screens.home.home_view_model",
)


def test_making_the_kiosk_imports_nothing_that_only_lanes_or_later_screens_need():
    code = f"import sys, json, kiosk.app; print(json.dumps([m for m in {LATE!r} if m in sys.modules]))"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == []
