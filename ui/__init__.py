"""The glass: everything that knows Qt. Its import is undone of what PySide6 adds to every other one."""

from ui.plain_imports import import_plainly

import_plainly()
