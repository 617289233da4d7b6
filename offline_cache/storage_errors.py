"""SQLite's and the system's complaints, told in the port's words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.ports.outbox import StorageBroken, StorageFull

_BROKEN = (
    "SQLITE_IOERR",
    "SQLITE_CORRUPT",
    "SQLITE_NOTADB",
    "SQLITE_CANTOPEN",
    "SQLITE_READONLY",
    "SQLITE_PERM",
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_PROTOCOL",
)


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Raise StorageFull or StorageBroken for what the disk does; let mistakes of ours through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name == "SQLITE_FULL":
            raise StorageFull(f"{place}: no room left ({name})") from error
        if name.startswith(_BROKEN):
            raise StorageBroken(f"{place}: {error} ({name})") from error
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageFull(f"{place}: no room left ({error.strerror})") from error
        raise StorageBroken(f"{place}: {error.strerror}") from error
