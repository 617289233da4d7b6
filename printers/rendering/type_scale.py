"""Sizes on paper, in dots (8 dots a millimetre), for the two paper widths.

Body text at least 28 dots (10 pt) at 80 mm and 26 at 58 mm: shorter words on narrow paper, not smaller type.
"""

from dataclasses import dataclass

DOTS_PER_MM = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScale:
    """Font sizes are em sizes; `pitch` is the distance of two lines as a share of the size."""

    width: int
    margin: int
    title: int
    section: int
    hall: int
    item: int
    body: int
    number: int
    box: int
    qr_module: int
    pitch: float = 1.27
    gap: int = 12


WIDE = TypeScale(
    width=576, margin=20, title=42, section=36, hall=40, item=34, body=28, number=96, box=38, qr_module=8
)
NARROW = TypeScale(
    width=384,
    margin=12,
    title=34,
    section=30,
    hall=34,
    item=29,
    body=26,
    number=64,
    box=32,
    qr_module=6,
    gap=10,
)


def scale_for(width_dots: int) -> TypeScale:
    """Return the sizes for 576 or 384 dots. Raises ValueError for other widths."""
    for scale in (WIDE, NARROW):
        if scale.width == width_dots:
            return scale
    raise ValueError(f"no type sizes for paper {width_dots} dots wide; 576 and 384 are known")
