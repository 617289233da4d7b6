"""Cut the four static weights of Noto Sans that the kiosk ships. Development only; run again for a new font.

Usage: python packaging/fonts/cut_fonts.py <fontpkg_noto_sans wheel> ui/fonts

Qt 6.11 ignores the weights of the variable files, so each weight is its own file here. The subset holds
Latin, all of Vietnamese, digits, punctuation and the few signs the screens use; arrows are icons.
Source: PyPI fontpkg-noto-sans.
"""

import io
import sys
import zipfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

VARIABLE_FONT = "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf"
LICENCE = "fontpkg_noto_sans/LICENSE"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A: đ, ă, ĩ, ũ and foreign names
    (0x01A0, 0x01B0),  # ơ, ư
    (0x0218, 0x021B),
    (0x02BB, 0x02BC),
    (0x0300, 0x0304),
    (0x0306, 0x030A),
    (0x031B, 0x0323),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2033),
    (0x20AB, 0x20AC),  # đồng and euro
    (0x2212, 0x2212),
    (0x2264, 0x2265),
    (0x00D7, 0x00D7),
)


def cut(variable: bytes, weight: int, style: str) -> TTFont:
    """Return one static weight holding only RANGES, named so that Qt files it under Noto Sans."""
    font = TTFont(io.BytesIO(variable))
    font = instancer.instantiateVariableFont(
        font, {"wght": weight, "wdth": 100}, inplace=True, updateFontNames=True
    )
    options = subset.Options()
    options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk", "tnum", "lnum", "pnum"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(font)
    font["OS/2"].usWeightClass = weight
    _check_name(font, style)
    return font


def _check_name(font: TTFont, style: str) -> None:
    family = font["name"].getBestFamilyName()
    if family != "Noto Sans":
        raise SystemExit(f"the cut {style} is called {family!r}")


def main(wheel: Path, target: Path) -> None:
    """Write NotoSans-*.ttf and OFL.txt to `target`."""
    with zipfile.ZipFile(wheel) as archive:
        variable = archive.read(VARIABLE_FONT)
        (target / "OFL.txt").write_bytes(archive.read(LICENCE))
    for style, weight in WEIGHTS.items():
        cut(variable, weight, style).save(target / f"NotoSans-{style}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
