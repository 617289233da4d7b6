"""One picture of many pictures, with their names: a reviewer sees the whole tour at a glance."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ui.fonts_loading import FONT_FOLDER

THUMBNAIL_HEIGHT_PX = 420
COLUMNS = {"portrait": 8, "landscape": 4, "wide": 4}
_MARGIN_PX, _CAPTION_PX = 12, 26


def write_contact_sheets(folder: Path) -> tuple[Path, ...]:
    """Write `contact-<shape>.png` beside the tour's pictures, one for each shape that has any."""
    written = []
    for shape, columns in COLUMNS.items():
        # In the order they were taken: a task is looked at from its first page to its last.
        pictures = sorted(
            folder.glob(f"{shape}-*.png"), key=lambda picture: (picture.stat().st_mtime_ns, picture.name)
        )
        if pictures:
            written.append(folder / f"contact-{shape}.png")
            contact_sheet(pictures, columns=columns, drop=f"{shape}-").save(written[-1], optimize=True)
    return tuple(written)


def contact_sheet(pictures: Sequence[Path], *, columns: int, drop: str = "") -> Image.Image:
    """Return the pictures in rows of `columns`, each with its file's name without `drop` under it."""
    font = ImageFont.truetype(str(FONT_FOLDER / "NotoSans-Regular.ttf"), 18)
    small = [_thumbnail(path) for path in pictures]
    cell = max(one.width for one in small) + _MARGIN_PX
    line = max(one.height for one in small) + _CAPTION_PX + _MARGIN_PX
    rows = -(-len(small) // columns)
    sheet = Image.new("RGB", (columns * cell + _MARGIN_PX, rows * line + _MARGIN_PX), "#d8d8d8")
    pen = ImageDraw.Draw(sheet)
    for number, (path, one) in enumerate(zip(pictures, small, strict=True)):
        x = _MARGIN_PX + number % columns * cell
        y = _MARGIN_PX + number // columns * line
        sheet.paste(one, (x, y))
        pen.text((x, y + one.height + 2), path.stem.removeprefix(drop), fill="#101828", font=font)
    return sheet


def _thumbnail(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        scale = THUMBNAIL_HEIGHT_PX / max(picture.size)
        return picture.convert("RGB").resize(
            (round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS
        )
