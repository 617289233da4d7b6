"""Pictures that come and go leave no hole in the heap."""

import subprocess
import sys

from config.small_heap import keep_heap_small
from tests.conftest import REPOSITORY

CODE = """
import ctypes, sys
from config.small_heap import keep_heap_small
if sys.argv[1] == "small":
    assert keep_heap_small()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]
class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in
                "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()]
libc.mallinfo2.restype = Info
kept = []
for _ in range(8):
    picture = libc.malloc(8 * 2**20)
    libc.free(picture)
    picture = libc.malloc(8 * 2**20)
    kept.append(libc.malloc(1000))
    libc.free(picture)
print(libc.mallinfo2().fordblks)
"""


def free_in_heaps(how):
    done = subprocess.run(
        [sys.executable, "-c", CODE, how], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_the_c_library_takes_the_settings():
    assert keep_heap_small()


def test_pictures_leave_no_hole_behind():
    assert free_in_heaps("small") < 2 * 2**20 < free_in_heaps("as it is")
