import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.controls.stage import UI_FOLDER
from ui.image_providers import ICON_FOLDER

REPOSITORY = UI_FOLDER.parent
CATALOGUE_FILES = sorted((REPOSITORY / "offline_cache").rglob("*.toml"))
SHIPPED = {path.stem for path in ICON_FOLDER.glob("*.svg")}


def icons_in(value: object) -> Iterator[str]:
    """Yield every text under a key called `icon`, however deep."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "icon" and isinstance(part, str):
                yield part
            else:
                yield from icons_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from icons_in(part)


@pytest.mark.parametrize("path", CATALOGUE_FILES, ids=lambda path: path.stem)
def test_every_icon_of_the_catalogue_is_shipped(path: Path):
    used = set(icons_in(tomllib.loads(path.read_text(encoding="utf-8"))))

    assert used - SHIPPED == set()


def test_every_icon_named_on_the_screens_is_shipped():
    named = {
        name
        for path in UI_FOLDER.rglob("*.qml")
        for name in re.findall(
            r'\b(?:iconName|"?icon"?|name): "([a-z0-9_-]+)"', path.read_text(encoding="utf-8")
        )
    } | {
        name
        for path in UI_FOLDER.rglob("*.py")
        for name in re.findall(r'\bicon="([a-z0-9_-]+)"', path.read_text(encoding="utf-8"))
    }

    assert named - SHIPPED - {"drum", "pavilion", "roundel"} == set()


def test_the_licence_of_the_icons_travels_with_them():
    assert "Apache License" in (ICON_FOLDER / "LICENSE-APACHE-2.0.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (UI_FOLDER / "fonts" / "OFL.txt").read_text(encoding="utf-8").upper()
