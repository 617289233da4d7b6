"""Reads damaged files of every kind in a process with an import's own limits; prints how each ended.

Arguments: a folder to write in, a seed, how many files. Whatever is raised but CatalogueRejected ends it.
"""

import gzip
import io
import random
import sys
import zipfile
from collections import Counter
from pathlib import Path

from kiosk.commands.import_worker import limit_this_process
from kiosk.domain.catalogue import Procedure, RefusedRow
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources import source_of
from offline_cache.sources.source import SkippedRow, WholeList
from tests.fakes.source_files import SAMPLES, as_zip

PAIRS = [("1.001193", "Thủ tục đăng ký khai sinh"), ("1.000656", "Khai tử <b>x</b> &amp; y"), ("1.1", "")]
NASTY = (
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b'"',
    b"\\ud800",
    b"\\u0000",
    b"{" * 3000,
    b"[" * 3000,
    b"9" * 400,
    b"-1e999",
    b"null",
    b"<script>" * 500,
    b"<a " * 2000,
    b"&amp;" * 500,
    "\u0301".encode() * 2000,
    "\u202e\u200b\uf0b7".encode(),
    b"=1+1",
    b",,,,;;;;||||\t",
    b"\r\n",
    b"<!DOCTYPE x>",
    b"A" * 300_000,
)


def damaged(chance: random.Random, content: bytes) -> bytes:
    """Return `content` with one to six wounds."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(found) + 1)
        wound = chance.randrange(5)
        if wound == 0:
            found[place : place + chance.randint(1, 40)] = b""
        elif wound == 1:
            found[place:place] = chance.choice(NASTY)
        elif wound == 2 and place < len(found):
            found[place] = chance.randrange(256)
        elif wound == 3:
            found[place:place] = found[chance.randrange(len(found) + 1) :][:500]
        else:
            del found[chance.randrange(len(found) + 1) :]
    return bytes(found)


def damaged_sheet(chance: random.Random, content: bytes) -> bytes:
    """Return a whole archive with a wound in one of its parts: deeper than the zip's own sums reach."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return as_zip(parts | {name: damaged(chance, parts[name])})


def main() -> None:
    """Read `count` files; print the endings."""
    folder, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    limit_this_process(1024**3, 100, 64 * 1024**2, 0)
    chance = random.Random(seed)
    endings: Counter[str] = Counter()
    for number in range(count):
        kind = chance.choice(sorted(SAMPLES))
        whole = SAMPLES[kind][1](PAIRS)
        is_sheet = kind == "official_list" and chance.random() < 0.8
        content = damaged_sheet(chance, whole) if is_sheet else damaged(chance, whole)
        path = folder / "file"
        path.write_bytes(gzip.compress(content) if chance.random() < 0.1 else content)
        print(number, kind, file=sys.stderr, flush=True)
        try:
            for row in source_of(path).read(path, None):
                assert isinstance(row, Procedure | RefusedRow | SkippedRow | WholeList), row
                endings[type(row).__name__] += 1
        except CatalogueRejected:
            endings["rejected"] += 1
    print(dict(endings))


if __name__ == "__main__":
    main()
