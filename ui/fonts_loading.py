"""The typeface: four static cuts of Noto Sans that travel with the program, and its kin for other scripts."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FONT_FOLDER = Path(__file__).parent / "fonts"
FAMILY = "Noto Sans"
_CUTS = "NotoSans-"


class FontMissing(Exception):  # noqa: N818  a broken installation, named for what is wrong
    """A font file of the installation is absent or broken; the message names it."""


def load_fonts() -> tuple[str, ...]:
    """Register the font files and return their names. Call once, after QGuiApplication and before the engine.

    A file of another family (NotoSansKR-Regular.ttf) gives the letters that Noto Sans lacks.
    Raises FontMissing when a file is not there or Qt does not take it.
    """
    files = sorted(FONT_FOLDER.glob("*.ttf"))
    if not files:
        raise FontMissing(f"no font files in {FONT_FOLDER}")
    kin: dict[str, None] = {}
    for path in files:
        font_id = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(font_id) if font_id >= 0 else []
        if not families or (path.name.startswith(_CUTS) and FAMILY not in families):
            raise FontMissing(f"{path.name} is not a usable cut of {FAMILY}")
        kin.update(dict.fromkeys(family for family in families if family != FAMILY))
    QFont.insertSubstitutions(FAMILY, list(kin))
    return tuple(path.name for path in files)
