"""Copy the icons we use from the npm package @material-symbols/svg-500. Development only.

Usage: npm pack @material-symbols/svg-500, unpack it, then
    python packaging/icons/take_icons.py <unpacked package folder> ui/icons

Only the names in packaging/icons/icons.txt are taken; drawings that are no longer listed are removed.
Each drawing gets `fill="currentColor"`, which the icon provider replaces by the colour asked for.
"""

import shutil
import sys
from pathlib import Path

NAMES_FILE = Path(__file__).with_name("icons.txt")


def listed_names(text: str) -> list[str]:
    """Return the icon names of the list file, comments left out, in order and once each."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def coloured(svg: str) -> str:
    """Return `svg` with its fill left open for the icon provider."""
    return svg.replace("<svg ", '<svg fill="currentColor" ', 1).strip() + "\n"


def main(package: Path, target: Path) -> None:
    """Write the listed icons and the licence to `target`. Exits with the names the package lacks."""
    names = listed_names(NAMES_FILE.read_text(encoding="utf-8"))
    missing = [name for name in names if not (package / "rounded" / f"{name}.svg").is_file()]
    if missing:
        raise SystemExit(f"not in the package: {', '.join(missing)}")
    for old in target.glob("*.svg"):
        if old.stem not in names:
            old.unlink()
    for name in names:
        svg = (package / "rounded" / f"{name}.svg").read_text(encoding="utf-8")
        (target / f"{name}.svg").write_text(coloured(svg), encoding="utf-8")
    shutil.copyfile(package / "LICENSE", target / "LICENSE-APACHE-2.0.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
