"""Looking after the portal's data: verified copies, putting one back, letting a kiosk in no more.

For SQLite; a PostgreSQL portal is copied with its own tools, and `history.json` is raised the same way.
"""

import fcntl
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from tests.portal.reference_portal.city import Fleet
from tests.portal.reference_portal.storage import HANOI, History, Storage

DATABASE = "portal.db"
LOCK = "portal.lock"


class CannotKeep(Exception):  # noqa: N818
    """Nothing was done; says why."""


def found(folder: Path) -> Path:
    """Return the folder of a portal that ran there; a mistyped one would silently become a second portal."""
    if not (folder / "private_keys.json").exists():
        raise CannotKeep(f"{folder}: không có cổng nào ở đây. Xem lại --data.")
    return folder


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder alone, as a running portal does and as putting a copy back must."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CannotKeep(f"{folder}: cổng đang chạy ở đây. Dừng cổng trước.") from error
        yield


def backup(folder: Path, target: Path) -> str:
    """Copy the database and check the copy; what two checked copies hold is durable."""
    database = folder / DATABASE
    if not database.exists():
        raise CannotKeep(f"{database}: không có")
    target.mkdir(parents=True, exist_ok=True)
    copy = target / f"portal-{time.time_ns()}.db"
    with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(copy)) as written:
        live.backup(written)
        written.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    through, _ = _checked(copy)
    history = History.read(folder / "history.json")
    history.backed_up(through)
    return f"{copy}: đúng, có đến {through}; bền đến {history.durable_through}"


def restore(folder: Path, source: Path) -> str:
    """Put a copy back in place of the database and raise the epoch: kiosks send again what is not in it."""
    through, kept_epoch = _checked(source)
    with held(folder):
        return _put_back(folder, source, through, kept_epoch)


def _put_back(folder: Path, source: Path, through: int, kept_epoch: int) -> str:
    """Copy beside the database, then rename: a disk that fills up leaves the portal as it was."""
    fresh = folder / f"{DATABASE}.new"
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as kept, closing(sqlite3.connect(fresh)) as live:
        kept.backup(live)
    for name in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (folder / name).unlink(missing_ok=True)
    fresh.replace(folder / DATABASE)
    history = History.read(folder / "history.json")
    promise = f" Bản này cũ hơn lời hứa ({history.durable_through}): máy sẽ nêu đúng số bị mất."
    warning = promise if history.breaks_promise(through, kept_epoch) else ""
    history.restored(through, kept_epoch)
    return f"Lịch sử {history.epoch}, giữ đến {through}.{warning}"


def revoke(folder: Path, kiosk: str, database: str = "") -> str:
    """Let a kiosk in no more; what it still holds stays sealed on it."""
    with _fleet(folder, database) as fleet:
        row = _kiosk(fleet, kiosk)
        fleet.set_state(row.kiosk_id, "revoked")
    return f"Máy {row.kiosk_no:04d} không còn được gửi."


def order(
    folder: Path, kiosk: str, kind: str, *, until: str = "", seq: int | None = None, database: str = ""
) -> str:
    """Leave an order for a kiosk: its next report, within ten minutes while it is online, takes it along."""
    content: dict[str, object] = {}
    if kind == "resend_after":
        if seq is None:
            raise CannotKeep("resend_after cần --seq: gửi lại những gì cổng nhận sau số này")
        content["seq"] = seq
    if kind == "pause_intake" and until:
        content["until"] = _moment(until)
    with _fleet(folder, database) as fleet:
        row = _kiosk(fleet, kiosk)
        fleet.direct(row.kiosk_id, kind, **content)
    return f"Máy {row.kiosk_no:04d}: {kind}. Máy nhận lệnh ở lần báo tới."


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CannotKeep(f"{text}: không phải ngày giờ. Ví dụ: 2026-12-01T08:00") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=HANOI)).isoformat(timespec="seconds")


@contextmanager
def _fleet(folder: Path, database: str) -> Iterator[Fleet]:
    storage = Storage(folder, database)
    try:
        yield Fleet(storage)
    finally:
        storage.close()


def _kiosk(fleet: Fleet, kiosk: str):
    matching = [row for row in fleet.kiosks() if kiosk in {row.kiosk_id, f"{row.kiosk_no:04d}"}]
    if len(matching) != 1:
        raise CannotKeep(f"{kiosk}: {len(matching)} máy khớp")
    return matching[0]


def _checked(copy: Path) -> tuple[int, int]:
    """Return the last sequence a copy holds, and its epoch, once SQLite calls it whole."""
    try:
        with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as connection:
            said = connection.execute("PRAGMA integrity_check").fetchone()[0]
            counters = dict(connection.execute("SELECT name, value FROM counters").fetchall())
    except sqlite3.DatabaseError as error:
        raise CannotKeep(f"{copy}: {error}") from error
    if said != "ok":
        raise CannotKeep(f"{copy}: {said}")
    return counters.get("items", 0), counters.get("epoch", 1)
