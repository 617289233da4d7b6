"""Python's collector during the start: what is made then stays, so there is nothing to look for."""

import gc

SETTLED_MS = 3000
"""When the first screen stands and the lanes have what they need."""


def hold_collector() -> None:
    """Collect nothing until `settle_collector`: a tenth of the start's processor time goes without a find."""
    gc.disable()


def settle_collector() -> None:
    """Collect once, put all that is left out of the collector's sight, and let it work from now on.

    A collection then looks at what visits made, not at a hundred thousand objects of the program: no frame
    waits for it (gc.freeze).
    """
    gc.collect()
    gc.freeze()
    gc.enable()
