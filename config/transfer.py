"""Settings from one kiosk to another: what belongs to one machine alone stays where it is."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit import TOMLDocument

from config.loading import SETTINGS_NAME, parse_settings, parse_table
from config.saving import SettingNotSaved, replace_settings
from config.setting_keys import setting_keys
from config.settings import Settings

BEFORE_NAME = "settings.before.toml"
"""The settings from before the last taking, to go back to; an empty file: there were none."""

OWN_KEYS = (
    ("kiosk", "name"),
    ("screen", "px_per_mm"),
    ("screen", "lower_edge_mm"),
    ("screen", "rotation"),
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
    content = _for_here(home, text)
    parse_settings(content, file)
    _keep_before(home, file)
    return replace_settings(home, content)


def changes_of(home: Path, text: str) -> tuple[tuple[str, str, str], ...]:
    """Return key, value now and value then, as TOML, of everything `text` would change here.

    Raises SettingsRejected where it could not be used.
    """
    file = home / SETTINGS_NAME
    now = parse_settings(file.read_bytes() if file.exists() else b"", file)
    then = parse_settings(_for_here(home, text), file)
    return tuple(
        (key.key, before, after)
        for key in setting_keys()
        if (before := _shown(now, key.key)) != (after := _shown(then, key.key))
    )


def may_go_back(home: Path) -> bool:
    """Return whether the settings from before the last taking are kept."""
    return (home / BEFORE_NAME).exists()


def go_back(home: Path) -> Path:
    """Use the settings from before the last taking. Raises SettingsRejected, SettingNotSaved."""
    kept = home / BEFORE_NAME
    try:
        written = replace_settings(home, kept.read_bytes())
        kept.unlink()
    except OSError as error:
        raise SettingNotSaved(f"{kept}: {error.strerror}") from error
    return written


def _for_here(home: Path, text: str) -> bytes:
    """Return `text` with this machine's own keys. Raises SettingsRejected."""
    file = home / SETTINGS_NAME
    parse_table(text.encode(), file)
    document, own = tomlkit.parse(text), _read(file)
    for section, name in OWN_KEYS:
        _keep_own(document, own, section, name)
    return tomlkit.dumps(document).encode()


def _keep_before(home: Path, file: Path) -> None:
    kept = home / BEFORE_NAME
    try:
        kept.write_bytes(file.read_bytes() if file.exists() else b"")
    except OSError as error:
        raise SettingNotSaved(f"{kept}: {error.strerror}") from error


def _shown(settings: Settings, key: str) -> str:
    section, _, name = key.partition(".")
    value: Any = msgspec.to_builtins(getattr(getattr(settings, section), name))
    return str(tomlkit.item(value).as_string())


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
