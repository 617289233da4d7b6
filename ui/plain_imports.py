"""Imports as Python makes them: PySide6 6.11.3 reads the source of every module imported after it.

WORKAROUND: to know which modules may switch to its other spelling (`from __feature__ import …`), PySide6
takes the place of `__import__`, reads each module's source and keeps all of it in `linecache`: half
a second of the start and 11 MB. Nobody here switches, so the import goes back to Python's own. Remove it once
tests/unit/ui/test_plain_imports.py passes without it.
"""

import builtins

import PySide6.QtCore  # noqa: F401  it takes the import's place when it is loaded


def import_plainly() -> None:
    """Give `__import__` back to Python; does nothing where PySide6 has not taken it."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
