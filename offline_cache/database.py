"""outbox.db: opened, used and closed in the DATABASE lane, by one process, with one connection.

WAL with `synchronous=FULL`: what was committed is there after a power cut (operations O3: WAL with
NORMAL lost rows in 168 of 300 cuts, FULL in none). One holder only: SQLite before 3.51.3 can damage a
write-ahead log that two connections write (O4).
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.numbering import BODY_DIGITS, NumberRange
from kiosk.ports.outbox import OpenReport, OutboxInUse, StorageBroken, StorageFull
from offline_cache.anchors import AnchorCheck
from offline_cache.database_check import Damage, examine, note_gap
from offline_cache.disk_reserve import DiskReserve
from offline_cache.mark_file import MarkFile, sync_folder
from offline_cache.migrations import migrate
from offline_cache.put_aside import leave_note, put_aside
from offline_cache.salvage import salvage
from offline_cache.storage_errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database

WAL_CHECKPOINT_PAGES = 200


class OutboxDatabase:
    """The file, its lock and its mark. Nothing is touched before `open`.

    `numbers` is the range a new file begins with; `anchored` checks the start of a shortened chain;
    `with_reserve` keeps 8 MiB for the day the disk is full.
    """

    def __init__(
        self,
        home: Path,
        *,
        numbers: NumberRange,
        anchored: AnchorCheck | None = None,
        with_reserve: bool = False,
    ) -> None:
        self.home, self.with_reserve = home, with_reserve
        self.reserve = DiskReserve(home / "outbox.reserve")
        self._anchored = anchored
        self.path = home / "outbox.db"
        self.marks = MarkFile(home / "outbox.mark")
        self._numbers = numbers
        self._db: Database | None = None
        self._lock: int | None = None

    @property
    def db(self) -> "Database":
        """The open database. Raises StorageBroken where it was not opened or could not be."""
        if self._db is None:
            raise StorageBroken(f"{self.path}: not open")
        return self._db

    def open(self, *, now_ms: int) -> OpenReport:
        """Lock, check and open; a damaged file is put aside, what its hashes prove is taken over.

        Needs nobody: the report tells staff afterwards. Raises OutboxInUse, StorageFull, StorageBroken.
        """
        with translated(self.home):
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._take_lock()
        try:
            report = self._open_locked(now_ms)
            self._count_start()
        except BaseException:
            self.close()
            raise
        return report

    @contextmanager
    def transaction(self) -> Iterator["Database"]:
        """One transaction, durable when the block ends. StorageFull, StorageBroken: nothing was kept."""
        db = self.db
        with translated(self.path), db.atomic():
            yield db

    @contextmanager
    def reading(self) -> Iterator["Database"]:
        """Reads outside a transaction, with the disk's complaints translated."""
        with translated(self.path):
            yield self.db

    def close(self) -> None:
        """Close the file and let go of the lock; closing twice is fine."""
        if self._db is not None:
            # A full or dead disk cannot merge its log; the next opening does.
            with suppress(sqlite3.Error):
                self._db.conn.close()
            self._db = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _count_start(self) -> None:
        """Count this start and keep the reserve; a full disk is no reason not to open."""
        with suppress(StorageFull):
            self.marks.write(msgspec.structs.replace(self.marks.mark, boots=self.marks.mark.boots + 1))
        if self.with_reserve:
            self.reserve.make()

    def _take_lock(self) -> None:
        path = self.home / "outbox.lock"
        with translated(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
            os.close(descriptor)
            raise OutboxInUse(str(path), pid=int(holder) if holder.isdigit() else 0) from error
        with translated(path):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        self._lock = descriptor

    def _open_locked(self, now_ms: int) -> OpenReport:
        mark_is_sound = self.marks.read()
        existed = self.path.exists() and self.path.stat().st_size > 0
        if not existed and self.marks.found and self.marks.mark.seq_used > 0:
            return self._replace(Damage("the file is gone but numbers were given out"), now_ms)
        try:
            with translated(self.path):
                self._db = self._connect()
                damage = examine(self._db, self.marks.mark, self._anchored) if existed else None
                if damage is None:
                    self._prepare()
        except StorageBroken as error:
            if not existed or not _is_damage(error):
                raise
            damage = Damage(str(error))
        except sqlite3.DatabaseError as error:
            damage = Damage(f"{self.path}: {error}")
        if damage is not None:
            return self._replace(damage, now_ms)
        self.raise_mark()
        return OpenReport(
            sound=mark_is_sound,
            is_new=not existed,
            reason=""
            if mark_is_sound
            else f"{self.home / 'outbox.mark'}: damaged, made anew from the database",
        )

    def _connect(self) -> "Database":
        from sqlite_utils import Database

        # Made before SQLite does, so that the file and its log are readable by their owner only.
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(self.path, timeout=1.0)
        db = Database(connection, execute_plugins=False, strict=True)
        self._db = db
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA journal_mode = WAL").fetchone()
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute(f"PRAGMA wal_autocheckpoint = {WAL_CHECKPOINT_PAGES}").fetchone()
        return db

    def _prepare(self) -> None:
        """Bring shape and number ranges up to date."""
        migrate(self.db)
        sync_folder(self.home)
        with self.db.atomic():
            self.db.execute(
                "INSERT OR IGNORE INTO number_ranges (first, last, next) VALUES (?, ?, ?)",
                (self._numbers.first, self._numbers.last, self._numbers.first),
            )

    def raise_mark(self) -> None:
        """Bring the mark up to the newest row: a crash or full disk after the commit left it one behind."""
        seq = self.db.execute("SELECT max(seq) FROM outbox_events").fetchone()[0]
        if not seq:
            return
        self.marks.reserve(seq=seq)
        self.marks.use(seq=seq)
        mark = self.marks.mark
        for is_leased, used in ((False, mark.number_used), (True, mark.leased_used)):
            # A database saved row by row may know less than the mark, which then stays as it is.
            number = self._highest(is_leased=is_leased)
            if number > used:
                self.marks.reserve(seq=seq, number=number, last=self._range_end(number))
                self.marks.use(seq=seq, number=number)

    def _highest(self, *, is_leased: bool) -> int:
        """Return the highest number body bound: of leased blocks, or of the emergency range; 0 for none."""
        found = self.db.execute(
            "SELECT max(receipt_no) FROM outbox_events WHERE (receipt_no < '9') = ?", (is_leased,)
        ).fetchone()[0]
        return int(found[:BODY_DIGITS]) if found else 0

    def _range_end(self, number: int) -> int | None:
        """Return where the range of `number` ends; None where it was lost with the database."""
        found = self.db.execute(
            "SELECT last FROM number_ranges WHERE ? BETWEEN first AND last", (number,)
        ).fetchone()
        return found[0] if found else None

    def _replace(self, damage: Damage, now_ms: int) -> OpenReport:
        """Put the damaged files aside together, open a fresh one above the mark, save what hashes prove."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.conn.close()
            self._db = None
        aside = self._quarantine(now_ms)
        mark = self.marks.mark
        with translated(self.path):
            self._db = self._connect()
            self._prepare()
            saved = salvage(aside / self.path.name, self._db, now_ms=now_ms, anchored=self._anchored)
            lost = note_gap(self._db, mark, now_ms=now_ms)
            self._skip_numbers()
        self.raise_mark()
        report = OpenReport(
            sound=False,
            quarantined=str(aside),
            reason=damage.reason,
            recovered=saved,
            lost_seqs=lost,
            lost_receipts=(
                *_lost_receipts(self.db, mark.number_used, self._numbers.first),
                *_lost_receipts(self.db, mark.leased_used, mark.leased_first),
            ),
        )
        leave_note(put_aside(report, now_ms=now_ms))
        return report

    def _quarantine(self, now_ms: int) -> Path:
        with translated(self.home):
            folder = self.home / "quarantine"
            aside = folder / str(now_ms)
            number = 0
            while aside.exists():
                number += 1
                aside = folder / f"{now_ms}-{number}"
            aside.mkdir(parents=True, mode=0o700)
            for name in ("outbox.db", "outbox.db-wal", "outbox.db-shm"):
                if (self.home / name).exists():
                    (self.home / name).rename(aside / name)
            sync_folder(aside)
            sync_folder(self.home)
        return aside

    def _skip_numbers(self) -> None:
        """Numbering goes on above everything reserved: a printed number is never given out again."""
        mark = self.marks.mark
        highest = max(mark.number_used, self._highest(is_leased=False))
        after = max(mark.number_reserved, highest) + 1
        with self.db.atomic():
            # Marks of before could reserve past the end of the range: then nothing of it is left.
            self.db.execute(
                "UPDATE number_ranges SET next = min(last + 1, ?)"
                " WHERE (? BETWEEN first AND last + 1 OR ? BETWEEN first AND last) AND next < ?",
                (after, after, highest, after),
            )


def _is_damage(error: StorageBroken) -> bool:
    return any(name in str(error) for name in ("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _lost_receipts(db: "Database", used: int, first: int) -> tuple[tuple[int, int], ...]:
    """Return runs of number bodies from `first` up to the last one told that no saved row holds."""
    if not 0 < first <= used:
        return ()
    rows = db.execute(
        "SELECT CAST(substr(receipt_no, 1, 9) AS INTEGER) FROM outbox_events"
        " WHERE receipt_no IS NOT NULL ORDER BY 1"
    )
    return runs_missing([body for (body,) in rows], first, used)


def runs_missing(present: list[int], first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return the (first, last) runs within `first`..`last` that `present` (ascending) leaves out."""
    runs = []
    for number in [*(n for n in present if first <= n <= last), last + 1]:
        if number > first:
            runs.append((first, number - 1))
        first = number + 1
    return tuple(runs)
