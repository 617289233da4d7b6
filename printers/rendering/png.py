"""A bitmap as PNG, for the screen and for people."""

from io import BytesIO
from typing import TYPE_CHECKING

from printers.rendering.bitmap import Bitmap

if TYPE_CHECKING:
    from PIL import Image


def to_image(bitmap: Bitmap) -> "Image.Image":
    """Return a black-on-white Pillow image, mode 1."""
    from PIL import Image  # late: a machine at rest has no picture to write

    inverted = bytes(byte ^ 0xFF for byte in bitmap.data)
    return Image.frombytes("1", (bitmap.width, bitmap.height), inverted)


def to_png(bitmap: Bitmap) -> bytes:
    """Return the bytes of a 1-bit PNG at 203 dots an inch."""
    buffer = BytesIO()
    to_image(bitmap).save(buffer, format="PNG", dpi=(203, 203))
    return buffer.getvalue()
