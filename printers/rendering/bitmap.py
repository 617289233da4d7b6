"""A 1-bit picture: what is on the paper, dot by dot."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitmap:
    """Rows of dots, packed 8 to a byte, leftmost dot in the highest bit, 1 = black.

    `data` holds `height` rows of `stride` bytes; bits beyond `width` are 0.
    """

    width: int
    height: int
    data: bytes

    def __post_init__(self) -> None:
        """Refuse data of another size."""
        if len(self.data) != self.stride * self.height:
            raise ValueError(f"{len(self.data)} bytes are not {self.width}x{self.height} dots")

    @property
    def stride(self) -> int:
        """Bytes of a row."""
        return (self.width + 7) // 8

    def row(self, y: int) -> bytes:
        """Return row `y`."""
        return self.data[y * self.stride : (y + 1) * self.stride]

    def black_share(self) -> float:
        """Return the share of black dots, 0 to 1."""
        dots = self.width * self.height
        return int.from_bytes(self.data).bit_count() / dots if dots else 0.0
