"""What the log drops with age, by a clock of the test's own."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from config.aged_log import AgedLogFile
from tests.fakes.clock import FakeClock


class _Line(logging.Formatter):
    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps({"event": record.getMessage(), "timestamp": self._now().isoformat()})


@contextmanager
def _log(folder: Path, clock: FakeClock, *, file_bytes: int = 10_000) -> Iterator[Callable[[str], None]]:
    handler = AgedLogFile(folder / "kiosk.log", file_bytes=file_bytes, older_files=4, clock=clock)
    handler.setFormatter(_Line(clock.now))
    try:
        yield lambda event: handler.emit(logging.makeLogRecord({"msg": event}))
    finally:
        handler.close()


def _events(folder: Path) -> set[str]:
    lines = (line for file in folder.iterdir() for line in file.read_text("utf-8").splitlines())
    return {json.loads(line)["event"] for line in lines}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_a_quiet_kiosk_keeps_no_event_longer_than_thirty_days(tmp_path: Path, clock: FakeClock) -> None:
    with _log(tmp_path, clock) as write:
        for day in range(70):
            write(f"day {day}")
            clock.advance(timedelta(days=1).total_seconds())
            oldest = min(int(event.split()[1]) for event in _events(tmp_path))
            assert day - oldest <= 30
    assert {f"day {day}" for day in range(50, 70)} <= _events(tmp_path)


def test_a_kiosk_started_again_after_months_drops_what_it_had(tmp_path: Path, clock: FakeClock) -> None:
    with _log(tmp_path, clock, file_bytes=100) as write:
        for number in range(6):
            write(f"before {number}")
    clock.advance(timedelta(days=90).total_seconds())

    with _log(tmp_path, clock) as write:
        write("after")

    assert _events(tmp_path) == {"after"}


def test_a_clock_that_goes_back_drops_nothing(tmp_path: Path, clock: FakeClock) -> None:
    with _log(tmp_path, clock) as write:
        write("before")
        clock.set_wall(clock.now() - timedelta(days=4000))
        write("after")

    assert _events(tmp_path) == {"before", "after"}


def test_lines_nobody_can_read_are_judged_by_the_files_last_change(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "kiosk.log.1").write_text("not JSON\n", "utf-8")
    clock.set_wall(datetime.fromtimestamp((tmp_path / "kiosk.log.1").stat().st_mtime, clock.now().tzinfo))
    with _log(tmp_path, clock) as write:
        write("now")
        assert (tmp_path / "kiosk.log.1").exists()
        clock.advance(timedelta(days=31).total_seconds())
        write("later")

    assert "not JSON\n" not in {file.read_text("utf-8") for file in tmp_path.iterdir()}
