"""Putting the city's verified settings in force: checked, only what the city may set, kept by rename."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import tomlkit

from config.city_layer import CITY_NAME, allowed_only
from config.loading import load_settings, parse_settings, parse_table
from config.saving import SettingNotSaved
from config.setting_keys import setting_keys
from config.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class CityTaken:
    """What putting them in force changed: `section.name = value`. `left`: keys the city may not set."""

    changes: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def take_city_settings(home: Path, content: bytes) -> CityTaken:
    """Put the city's settings in force in `home` from the next start on; the ward's own file still wins.

    `content` is the verified target. The same content again changes nothing. Raises SettingsRejected naming
    line, key, value and what is allowed, and SettingNotSaved; the city's settings of before stay then.
    """
    file = home / CITY_NAME
    allowed, left = allowed_only(parse_table(content, file))
    parse_settings(content if not left else _written(allowed), file)
    before = load_settings(home).settings
    _keep(file, _written(allowed))
    after = load_settings(home).settings
    changes = tuple(
        f"{key.key} = {value}"
        for key in setting_keys()
        if (value := _shown(after, key.key)) != _shown(before, key.key)
    )
    return CityTaken(changes=changes, left=left)


def _written(allowed: dict[str, object]) -> bytes:
    return tomlkit.dumps(allowed).encode()


def _keep(file: Path, content: bytes) -> None:
    """Raises SettingNotSaved; a power cut leaves the old file or the new one."""
    beside = file.with_suffix(".new")
    try:
        if file.exists() and file.read_bytes() == content:
            return
        with beside.open("wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(file)
    except OSError as error:
        raise SettingNotSaved(f"{file}: {error.strerror}") from error


def _shown(settings: Settings, key: str) -> str:
    section, _, name = key.partition(".")
    value: Any = msgspec.to_builtins(getattr(getattr(settings, section), name))
    return str(tomlkit.item(value).as_string())
