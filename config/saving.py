"""Change one setting in the ward's file: comments stay, a file that would not work is never written."""

import os
import tomllib
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

from config.loading import SETTINGS_NAME, SettingsRejected, parse_settings, parse_table
from config.setting_keys import SettingKey, setting_keys


class SettingUnknown(Exception):  # noqa: N818  a refusal, not a fault of ours
    """There is no such key, or it is not one value; says which key may have been meant."""


class SettingNotSaved(Exception):  # noqa: N818  a refusal, not a fault of ours
    """The disk did not take the file; the old one stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedSetting:
    """What was written: the key, and its values as TOML ("" where it was not set before)."""

    file: Path
    key: str
    before: str
    after: str


def set_setting(home: Path, key: str, text: str) -> ChangedSetting:
    """Set `key` (such as `printer.paper_mm`) to `text` in the settings file of `home`, made where missing.

    A text setting takes `text` as it is, every other one reads it as TOML. Raises SettingUnknown;
    SettingsRejected naming file, line, key and value; SettingNotSaved. Then the file is as before.
    """
    found = _find(key)
    file = home / SETTINGS_NAME
    before = _read(file)
    parse_table(before, file)
    import tomlkit  # late: the first frame changes no setting

    document = tomlkit.parse(before.decode("utf-8"))
    section, _, name = key.partition(".")
    table = document.setdefault(section, tomlkit.table())
    if not isinstance(table, MutableMapping):
        raise SettingsRejected(file, line=0, key=section, value=str(table), reason="is not a table")
    old = tomlkit.item(table[name]).as_string() if name in table else ""
    table[name] = _value(found, text, file)
    after = tomlkit.dumps(document).encode("utf-8")
    parse_settings(after, file)
    _write(file, after)
    return ChangedSetting(file=file, key=key, before=old, after=tomlkit.item(table[name]).as_string())


def replace_settings(home: Path, content: bytes) -> Path:
    """Use `content` as the whole settings file of `home`. Raises SettingsRejected, SettingNotSaved."""
    file = home / SETTINGS_NAME
    parse_settings(content, file)
    _write(file, content)
    return file


def _find(key: str) -> SettingKey:
    keys = {known.key: known for known in setting_keys()}
    if key not in keys:
        import difflib

        near = difflib.get_close_matches(key, keys, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise SettingUnknown(f"{key}: there is no such setting.{hint}")
    if keys[key].is_list_of_tables:
        raise SettingUnknown(f"{key} is a list of tables: write [[{key}]] into the file.")
    return keys[key]


def _value(key: SettingKey, text: str, file: Path) -> object:
    if key.is_text:
        return text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError as error:
        reason = "is not a TOML value"
        raise SettingsRejected(file, line=0, key=key.key, value=repr(text), reason=reason) from error


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise SettingNotSaved(f"{file}: cannot be read: {error.strerror}") from error


def _write(file: Path, content: bytes) -> None:
    """Write beside, flush, rename: a power cut leaves the old file or the new one."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        os.replace(beside, file)  # noqa: PTH105  atomic on POSIX
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise SettingNotSaved(f"{file}: cannot be written: {error.strerror}") from error
