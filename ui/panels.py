"""The panels of the field."""

from PySide6.QtCore import QSize

# 21.5 in upright, 15.6 in, 21.5 in lying; size in px and px per mm (pictures' README).
SHAPES = {
    "portrait": (QSize(1080, 1920), 4.034),
    "landscape": (QSize(1366, 768), 3.955),
    "wide": (QSize(1920, 1080), 4.034),
}


def as_mounted(size: QSize, turn: int) -> QSize:
    """Return the window's size for a frame of `size` turned by `turn` degrees."""
    return size.transposed() if turn in {90, 270} else size
