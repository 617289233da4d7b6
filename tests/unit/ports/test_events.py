"""Events reach the log's library, which is loaded with the first of them."""

import subprocess
import sys

import pytest
from structlog.testing import capture_logs

from kiosk.ports.events import EventLog
from tests.conftest import REPOSITORY


@pytest.mark.parametrize("level", ["info", "warning", "error", "critical"])
def test_an_event_is_written_with_its_level_and_fields(level):
    with capture_logs() as logs:
        getattr(EventLog("kiosk.test"), level)("printer.failed", condition="paper_out")

    assert logs == [{"event": "printer.failed", "condition": "paper_out", "log_level": level}]


def test_what_prepares_the_log_is_called_once_before_the_first_event():
    told = []
    EventLog.before_first(lambda: told.append("prepared"))

    with capture_logs() as logs:
        EventLog("one").info("first")
        EventLog("two").info("second")

    assert (told, [entry["event"] for entry in logs]) == (["prepared"], ["first", "second"])


def test_having_a_log_does_not_load_its_library():
    code = (
        "import sys; from kiosk.ports.events import EventLog; EventLog('x'); "
        "sys.exit('structlog' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0
