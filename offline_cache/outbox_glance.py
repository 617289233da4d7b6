"""A look at the outbox from outside, for diagnosis: nothing is opened for writing, repaired or recovered."""

import fcntl
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.numbering import emergency_range
from kiosk.domain.outbox import OutboxCounts, OutboxState
from offline_cache.database import OutboxDatabase
from offline_cache.database_check import examine
from offline_cache.mark_file import Mark
from offline_cache.storage_errors import translated


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxGlance:
    """What can be seen: `holder_pid` is None where nobody holds it, 0 where the holder did not say who it is.

    `damage` says why the file cannot be trusted, else it is empty. `counts` is None where nobody looked
    inside: no file yet, one that is held, one that is damaged.
    """

    exists: bool
    holder_pid: int | None = None
    damage: str = ""
    counts: OutboxCounts | None = None


def glance_at_outbox(home: Path) -> OutboxGlance:
    """Return what the outbox in `home` looks like. Raises StorageBroken where a file cannot be read."""
    database = OutboxDatabase(home, numbers=emergency_range(0))
    if not database.path.exists():
        return OutboxGlance(exists=False)
    holder = _holder(home / "outbox.lock")
    if holder is not None:
        return OutboxGlance(exists=True, holder_pid=holder)
    if not database.marks.read():
        return OutboxGlance(exists=True, damage="the mark file is damaged")
    return _look_inside(database.path, database.marks.mark)


def outbox_holder(home: Path) -> int | None:
    """Return the process that holds the outbox in `home`, 0 where it did not say, None where nobody does."""
    return _holder(home / "outbox.lock")


def _holder(lock: Path) -> int | None:
    """Return who holds the lock. A try of microseconds: a kiosk starting just now is not kept out."""
    if not lock.exists():
        return None
    with translated(lock), lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            said = file.read(20).decode("ascii", "replace").strip()
            return int(said) if said.isdigit() else 0
        fcntl.flock(file, fcntl.LOCK_UN)
    return None


def _look_inside(path: Path, mark: Mark) -> OutboxGlance:
    from sqlite_utils import Database

    with (
        translated(path),
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=1.0)) as connection,
    ):
        try:
            db = Database(connection, execute_plugins=False)
            damage = examine(db, mark)
            if damage is not None:
                return OutboxGlance(exists=True, damage=damage.reason)
            found = dict(db.execute("SELECT state, count(*) FROM outbox_events GROUP BY state").fetchall())
        except sqlite3.DatabaseError as error:
            return OutboxGlance(exists=True, damage=str(error))
    counts = OutboxCounts(**{state.value: found.get(state.value, 0) for state in OutboxState})
    return OutboxGlance(exists=True, counts=counts)
