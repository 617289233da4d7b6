"""Settings from one kiosk to another: what belongs to one machine alone stays where it is."""

from collections.abc import MutableMapping
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument

from config.loading import SETTINGS_NAME, parse_settings, parse_table
from config.saving import replace_settings

OWN_KEYS = (
    ("kiosk", "name"),
    ("screen", "px_per_mm"),
    ("screen", "lower_edge_mm"),
    ("printer", "address"),
    ("spare_printer", "address"),
)
"""Of one machine only: its name, its panel, its printers' addresses."""


def settings_for_others(home: Path) -> str:
    """Return the settings file of `home` without what belongs to this machine. Raises SettingsRejected."""
    document = _read(home / SETTINGS_NAME)
    for section, name in OWN_KEYS:
        table = document.get(section)
        if isinstance(table, MutableMapping):
            table.pop(name, None)
    return tomlkit.dumps(document)


def take_settings(home: Path, text: str) -> Path:
    """Use `text` as the settings of `home`, this machine's own keys kept; return the file.

    Raises SettingsRejected naming key and value, and SettingNotSaved; then the file is as before.
    """
    file = home / SETTINGS_NAME
    parse_table(text.encode(), file)
    document, own = tomlkit.parse(text), _read(file)
    for section, name in OWN_KEYS:
        _keep_own(document, own, section, name)
    return replace_settings(home, tomlkit.dumps(document).encode())


def _keep_own(document: TOMLDocument, own: TOMLDocument, section: str, name: str) -> None:
    old = own.get(section)
    if isinstance(old, MutableMapping) and name in old:
        document.setdefault(section, tomlkit.table())[name] = old[name]
    elif isinstance(table := document.get(section), MutableMapping):
        table.pop(name, None)


def _read(file: Path) -> TOMLDocument:
    content = file.read_bytes() if file.exists() else b""
    parse_settings(content, file)
    return tomlkit.parse(content.decode("utf-8"))
