"""The limited process of an import: limits itself first, then stages one file and tells how it went.

Started by offline_cache.limited_import, never by a person. Arguments: catalogue folder, starter folder, file,
taken-at day, today ("" for none), then the limits: memory, processor seconds, file bytes, niceness.
"""

import gc
import os
import resource
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

_OUT = 1
_COLLECT_AFTER_OBJECTS = 100_000
"""Thousands of procedures live until the version is written: a collector that looks after every 700
objects finds nothing, and takes a tenth of the time."""


def main() -> None:
    """Stage the file of the arguments; one JSON line a message on the first standard output."""
    *places, memory_bytes, processor_s, file_bytes, niceness = sys.argv[1:]
    limit_this_process(int(memory_bytes), int(processor_s), int(file_bytes), int(niceness))
    gc.set_threshold(_COLLECT_AFTER_OBJECTS)
    out = os.dup(_OUT)
    os.dup2(2, _OUT)  # whatever a library prints is no message
    too_large: list[int] = []
    signal.signal(signal.SIGXFSZ, lambda number, _frame: too_large.append(number))
    try:
        _stage(out, *places, over_file_limit=lambda: bool(too_large))
    except MemoryError:
        os.write(out, b'{"type":"over_limit","limit":"memory"}\n')


def limit_this_process(memory_bytes: int, processor_s: int, file_bytes: int, niceness: int) -> None:
    """Lower what this process may use, as ImportLimits says; limits that are lower already stay."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_AS, memory_bytes)
    _lower(resource.RLIMIT_CPU, processor_s, grace=5)
    _lower(resource.RLIMIT_FSIZE, file_bytes)
    os.nice(niceness)


def _lower(limit: int, value: int, *, grace: int = 0) -> None:
    _, highest = resource.getrlimit(limit)
    hard = value + grace if highest == resource.RLIM_INFINITY else min(value + grace, highest)
    resource.setrlimit(limit, (min(value, hard), hard))


def _stage(
    out: int,
    folder: str,
    starter_folder: str,
    file: str,
    taken_at: str,
    today: str,
    *,
    over_file_limit: Callable[[], bool],
) -> None:
    # Imported under the limits: they are the program's own use of memory too.
    import msgspec

    from kiosk.ports.catalogue import CatalogueRejected
    from kiosk.ports.outbox import StorageError, StorageFull
    from offline_cache.catalogue_store import CatalogueStore
    from offline_cache.limited_import import NotKept, OverLimit, Progressed, Refused, Said, Staged

    def say(message: Said) -> None:
        line = msgspec.json.encode(message) + b"\n"
        while line:
            line = line[os.write(out, line) :]

    day = date.fromisoformat(today) if today else None
    store = CatalogueStore(
        Path(folder), starter_folder=Path(starter_folder), today=(lambda: day) if day else None
    )
    try:
        report = store.stage_file(
            Path(file),
            taken_at=date.fromisoformat(taken_at) if taken_at else None,
            progress=lambda step, done, every: say(Progressed(step=step, done=done, every=every)),
        )
    except CatalogueRejected as error:
        say(
            Refused(
                file=error.file, line=error.line, field=error.field, value=error.value, reason=error.reason
            )
        )
    except StorageError as error:
        if over_file_limit():
            say(OverLimit(limit="disk space"))
        else:
            say(NotKept(is_full=isinstance(error, StorageFull), reason=str(error)))
    else:
        say(Staged(report=report))


if __name__ == "__main__":
    main()
