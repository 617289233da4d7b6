"""Paper of the emulated printer: rows as the head left them, tickets as the knife left them."""

import io
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from printers.rendering import png
from printers.rendering.bitmap import Bitmap

DOTS_PER_MM = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One cut piece. Times are the engine's seconds; `cut` is False for what hangs out uncut."""

    image: Bitmap
    written_at: float
    printed_at: float
    cut: bool = True

    @property
    def rows(self) -> int:
        """Height in dots."""
        return self.image.height

    @property
    def mm(self) -> float:
        """Height in millimetres."""
        return self.image.height / DOTS_PER_MM

    def png(self, path: Path) -> Path:
        """Write a PNG and return its path."""
        path.write_bytes(png.to_png(self.image))
        return path

    def qr(self) -> tuple[str, ...]:
        """Return the texts of all QR codes on the paper. Needs zxing-cpp (a development package)."""
        import zxingcpp

        found = zxingcpp.read_barcodes(png.to_image(self.image).convert("L"))
        return tuple(code.text for code in found)

    def words(self) -> tuple[str, ...]:
        """Return the words on the paper, as tesseract reads them. Raises FileNotFoundError without it.

        Three times as large and blurred a little, as a thermal print is seen.
        """
        from PIL import Image, ImageFilter

        size = (self.image.width * 3, self.image.height * 3)
        picture = png.to_image(self.image).convert("L").resize(size, Image.Resampling.NEAREST)
        file = io.BytesIO()
        picture.filter(ImageFilter.GaussianBlur(1.2)).save(file, "PNG")
        read = subprocess.run(
            ["tesseract", "-", "-", "-l", "vie", "--psm", "4"],  # codespell:ignore vie
            input=file.getvalue(),
            capture_output=True,
            timeout=60,
            check=True,
            # One thread: on shared cores its own threads wait for each other most of the time.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        return tuple(read.stdout.decode("utf-8").split())

    def find(self, patch: Bitmap) -> tuple[int, int] | None:
        """Return (x, y) of the first exact place of `patch`, or None."""
        here = [int.from_bytes(self.image.row(y)) for y in range(self.image.height)]
        pad = self.image.stride * 8 - patch.stride * 8
        wanted = [int.from_bytes(patch.row(y)) << pad for y in range(patch.height)]
        mask = ((1 << patch.width) - 1) << (self.image.stride * 8 - patch.width)
        places = (
            (x, y)
            for x in range(self.image.width - patch.width + 1)
            for y in range(self.image.height - patch.height + 1)
        )
        fits = (
            place
            for place in places
            if all(here[place[1] + i] & (mask >> place[0]) == row >> place[0] for i, row in enumerate(wanted))
        )
        return next(fits, None)

    def margins(self) -> tuple[int, int]:
        """Return the white dots at the left and right of everything black; the width if all is white."""
        union = 0
        for y in range(self.image.height):
            union |= int.from_bytes(self.image.row(y))
        if union == 0:
            return self.image.width, self.image.width
        bits = self.image.stride * 8
        spare = bits - self.image.width
        return bits - union.bit_length(), (union & -union).bit_length() - 1 - spare

    def black_share(self) -> float:
        """Return the share of black dots."""
        return self.image.black_share()


class Paper:
    """A roll `width` dots wide. `on_roll` is printed but not cut."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.stride = (width + 7) // 8
        self.tickets: list[Ticket] = []
        self.on_roll: list[bytes] = []
        self.leaked = bytearray()
        self.clipped_rows = 0
        self.total_rows = 0

    def print_row(self, row: bytes) -> None:
        """Burn one row; dots beyond the head are lost and counted."""
        if len(row) > self.stride:
            self.clipped_rows += any(row[self.stride :])
            row = row[: self.stride]
        self.on_roll.append(row.ljust(self.stride, b"\0"))
        self.total_rows += 1

    def feed(self, rows: int) -> None:
        """Move on without burning."""
        self.on_roll.extend([bytes(self.stride)] * rows)
        self.total_rows += rows

    def cut(self, *, written_at: float, printed_at: float) -> Ticket | None:
        """Cut what is out, less the rows that only carry it to the knife; None where nothing was out."""
        if not self.on_roll:
            return None
        image = _picture(self.on_roll, self.width)
        self.on_roll = []
        self.tickets.append(Ticket(image=image, written_at=written_at, printed_at=printed_at))
        return self.tickets[-1]

    def hanging(self) -> Bitmap:
        """Return what is printed but not cut."""
        return _picture(self.on_roll, self.width)


def _picture(rows: Sequence[bytes], width: int) -> Bitmap:
    return Bitmap(width=width, height=len(rows), data=b"".join(rows))
