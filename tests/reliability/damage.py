"""What a dying disk, a power cut and a clumsy hand do to the outbox: a function of its folder each."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

PAGE = 4096
Damage = Callable[[Path, random.Random], None]


def switched_off(home: Path, target: Path) -> None:
    """Copy the files as they lie on the disk at this moment: what a power cut leaves, the lock free."""
    shutil.copytree(home, target, ignore=shutil.ignore_patterns("*.lock", "*-shm"))


def _merged(home: Path) -> Path:
    """Merge the log, so that the damage meets the rows themselves."""
    connection = sqlite3.connect(home / "outbox.db")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    return home / "outbox.db"


def _patch(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def zero_the_header(home: Path, _dice: random.Random) -> None:
    _patch(_merged(home), 0, bytes(100))


def cut_to_half(home: Path, _dice: random.Random) -> None:
    path = _merged(home)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def cut_to_nothing(home: Path, _dice: random.Random) -> None:
    _merged(home).write_bytes(b"")


def zero_a_page(home: Path, dice: random.Random) -> None:
    path = _merged(home)
    _patch(path, dice.randrange(1, path.stat().st_size // PAGE) * PAGE, bytes(PAGE))


def fill_a_page_with_noise(home: Path, dice: random.Random) -> None:
    path = _merged(home)
    _patch(path, dice.randrange(1, path.stat().st_size // PAGE) * PAGE, dice.randbytes(PAGE))


def change_a_sealed_byte(home: Path, dice: random.Random) -> None:
    path = _merged(home)
    connection = sqlite3.connect(path)
    payload = bytearray(connection.execute("SELECT payload FROM outbox_events WHERE seq = 2").fetchone()[0])
    payload[dice.randrange(len(payload))] ^= 1 << dice.randrange(8)
    connection.execute("UPDATE outbox_events SET payload = ? WHERE seq = 2", (bytes(payload),))
    connection.commit()
    connection.close()


def cut_the_log(home: Path, dice: random.Random) -> None:
    log = home / "outbox.db-wal"
    with log.open("r+b") as file:
        file.truncate(dice.randrange(log.stat().st_size))


def flip_a_bit_of_the_log(home: Path, dice: random.Random) -> None:
    log = home / "outbox.db-wal"
    at = dice.randrange(log.stat().st_size)
    _patch(log, at, bytes([log.read_bytes()[at] ^ 1 << dice.randrange(8)]))


def noise_at_the_end_of_the_log(home: Path, dice: random.Random) -> None:
    log = home / "outbox.db-wal"
    size = log.stat().st_size
    length = dice.randrange(1, size)
    _patch(log, size - length, dice.randbytes(length))


FILES: dict[str, Damage] = {
    "header zeroed": zero_the_header,
    "cut to half": cut_to_half,
    "cut to nothing": cut_to_nothing,
    "a page zeroed": zero_a_page,
    "a page of noise": fill_a_page_with_noise,
    "a sealed byte changed": change_a_sealed_byte,
}
LOGS: dict[str, Damage] = {
    "log cut": cut_the_log,
    "a bit of the log flipped": flip_a_bit_of_the_log,
    "noise in the log": noise_at_the_end_of_the_log,
}
