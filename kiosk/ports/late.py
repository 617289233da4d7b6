"""Parts that are made when they are first used, in the lane that uses them.

The composition root puts everything together before the first frame. What only a lane needs stands there as
a `late` part: its module and the libraries under it are loaded once the lane turns to it.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

Part = TypeVar("Part")


def late(make: Callable[[], Part]) -> Part:
    """Return what stands for the part that `make` makes: once, at its first use, in whatever thread that is.

    What `make` raises comes out of that use, and the next use tries again. The part's attributes and methods
    are reached, and `isinstance` sees its type; operators (`[]`, `==`, `len`) are not passed on.
    """
    return cast("Part", _Late(make))


class _Late:
    __slots__ = ("_lock", "_made", "_make")

    def __init__(self, make: Callable[[], Any]) -> None:
        object.__setattr__(self, "_lock", threading.RLock())
        object.__setattr__(self, "_make", make)
        object.__setattr__(self, "_made", ())

    def _part(self) -> Any:
        if not self._made:
            with self._lock:
                if not self._made:
                    object.__setattr__(self, "_made", (self._make(),))
        return self._made[0]

    @property
    def __class__(self) -> Any:  # protocols and their implementations are recognised
        return type(self._part())

    @__class__.setter
    def __class__(self, value: object) -> None:
        raise TypeError("a late part keeps its type")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part(), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._part(), name, value)

    def __delattr__(self, name: str) -> None:
        delattr(self._part(), name)
