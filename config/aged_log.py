"""A log file that makes room by size and by age: a quiet kiosk would keep last year's events for ever."""

import json
import logging
import logging.handlers
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.ports.clock import Clock

KEEP = timedelta(days=30)
FRESH_FILE_AFTER = timedelta(days=7)
_LOOK_EVERY = timedelta(hours=1)
_FIRST_LINE_BYTES = 64 * 1024


class AgedLogFile(logging.handlers.RotatingFileHandler):
    """Rotates at `file_bytes` or after a week; drops a file once its first event is 30 days old.

    Looks when it opens and with the first event of each hour. A clock that went back drops nothing.
    """

    def __init__(self, file: Path, *, file_bytes: int, older_files: int, clock: Clock) -> None:
        self._file, self._clock = file, clock
        self._looked_at: datetime | None = None
        super().__init__(file, maxBytes=file_bytes, backupCount=older_files, encoding="utf-8", delay=True)
        self._drop_old()

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802  logging's name
        """Return whether the file is full, or began a week ago."""
        return bool(super().shouldRollover(record)) or self._is_due()

    def doRollover(self) -> None:  # noqa: N802  logging's name
        """Begin a new file, and drop what is too old."""
        super().doRollover()
        self._drop_old()

    def _is_due(self) -> bool:
        now = self._clock.now()
        if self._looked_at is not None and abs(now - self._looked_at) < _LOOK_EVERY:
            return False
        self._looked_at = now
        self._drop_old()
        began = _began_at(self._file)
        return began is not None and now - began >= FRESH_FILE_AFTER

    def _drop_old(self) -> None:
        now = self._clock.now()
        older = (Path(f"{self._file}.{number}") for number in range(1, self.backupCount + 1))
        for file in older:
            began = _began_at(file)
            if began is not None and now - began >= KEEP:
                file.unlink(missing_ok=True)


def _began_at(file: Path) -> datetime | None:
    """Return when the first event of `file` was, its last change where that cannot be read; None: no file."""
    try:
        with file.open("rb") as content:
            first = content.readline(_FIRST_LINE_BYTES)
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except OSError:
        return None
    try:
        return datetime.fromisoformat(json.loads(first)["timestamp"])
    except (ValueError, KeyError, TypeError):
        return changed if first else None
