"""Telling the C library to give memory back: a kiosk runs for months and draws pictures of many megabytes."""

import ctypes

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # <malloc.h>
_LARGE_BYTES = 128 * 1024
_ARENAS = 2


def keep_heap_small() -> bool:
    """Give pictures memory of their own, return what is free at a heap's end, let lanes share heaps.

    glibc raises its limit for "large" with every picture that is freed, up to 32 MiB: pictures then lie
    between small things, and half of the heap stays empty for ever (mallopt(3)). Returns False where the C
    library knows no such settings; all goes on as it does.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except AttributeError:
        return False
    settings = (
        (_MMAP_THRESHOLD, _LARGE_BYTES),
        (_TRIM_THRESHOLD, _LARGE_BYTES),
        (_ARENA_MAX, _ARENAS),
    )
    return all(tuple(mallopt(setting, value) for setting, value in settings))
