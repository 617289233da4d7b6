"""The typeface: four static cuts of Noto Sans that travel with the program."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

FONT_FOLDER = Path(__file__).parent / "fonts"
FAMILY = "Noto Sans"


class FontMissing(Exception):  # noqa: N818  a broken installation, named for what is wrong
    """A font file of the installation is absent or broken; the message names it."""


def load_fonts() -> tuple[str, ...]:
    """Register the font files and return their names. Call once, after QGuiApplication and before the engine.

    Raises FontMissing when a file is not there or Qt does not take it.
    """
    files = sorted(FONT_FOLDER.glob("*.ttf"))
    if not files:
        raise FontMissing(f"no font files in {FONT_FOLDER}")
    for path in files:
        font_id = QFontDatabase.addApplicationFont(str(path))
        if font_id < 0 or FAMILY not in QFontDatabase.applicationFontFamilies(font_id):
            raise FontMissing(f"{path.name} is not a usable cut of {FAMILY}")
    return tuple(path.name for path in files)
