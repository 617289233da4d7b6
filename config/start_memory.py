"""Python's collector: at rest during the start, and on the Qt thread alone ever after.

Left to itself Python collects in whatever thread makes the next object. In a lane, or while QML is loading,
that can lock the program for ever (seen with PySide6 6.11.3): what is collected lets go of a Qt connection,
Qt holds a lock of its own for that and asks for Python's; the Qt thread holds Python's and asks for Qt's.
"""

import gc

SETTLED_MS = 3000
"""When the first screen stands and the lanes have what they need."""


COLLECT_EVERY_MS = 1000
"""How often the Qt thread looks whether a collection is due."""


def hold_collector() -> None:
    """Let Python collect nothing by itself, in any thread."""
    gc.disable()


def settle_collector() -> None:
    """Collect once, and put all that is left out of the collector's sight.

    A collection then looks at what visits made, not at a hundred thousand objects of the program: no frame
    waits for it (gc.freeze).
    """
    gc.collect()
    gc.freeze()


def collect_what_is_due() -> None:
    """Collect what Python would have collected by itself, and no more. Qt thread only."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    for generation, (count, most) in reversed(tuple(enumerate(counts))):
        if count > most:
            gc.collect(generation)
            return
