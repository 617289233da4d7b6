"""PySide6 does not read the source of what is imported after it."""

import json
import subprocess
import sys

from tests.conftest import REPOSITORY

# The checkout itself may lie in a folder named kiosk.
CODE = """
import json, linecache, os
import kiosk.app
import html.parser
ours = os.path.dirname(kiosk.__file__) + "/"
kept = [name for name in linecache.cache if "/html/" in name or name.startswith(ours)]
print(json.dumps(kept))
"""


def test_no_source_of_ours_is_read_or_kept():
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    kept = json.loads(done.stdout)
    assert [name for name in kept if not name.endswith("kiosk/app.py")] == []
