"""Settings from TOML: defaults shipped with the product, over them the city's, over both the ward's own file.

A broken file never stops the kiosk: it goes on with the settings that last worked and says what is wrong.
"""

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from config.city_layer import over_city
from config.settings import Settings, settings_from

DEMO_HALL = Path(__file__).with_name("demo_hall.toml")
SETTINGS_NAME = "settings.toml"
LAST_GOOD_NAME = "settings.last-good.toml"
ENROLLED = Path("enrolled") / "enrolment.json"
"""What enrolment leaves in the kiosk's home (offline_cache/kiosk_identity)."""
_SIZE_LIMIT_BYTES = 256 * 1024


class SettingsRejected(Exception):  # noqa: N818  a refusal, not a fault of ours
    """A settings file that cannot be used: names file, line (0 = unknown), key, value and what is allowed."""

    def __init__(self, file: Path, *, line: int, key: str, value: str, reason: str) -> None:
        self.file, self.line, self.key, self.value, self.reason = file, line, key, value, reason
        at = f":{line}" if line else ""
        what = f"{key} = {value}" if value else key
        super().__init__(f"{file}{at}: {what}: {reason}" if what else f"{file}{at}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSettings:
    """The settings in force; `rejected` says why the ward's file is not (then the last good one is)."""

    settings: Settings
    rejected: SettingsRejected | None = None


def read_settings(file: Path) -> Settings:
    """Return the settings of `file` over the defaults. Raises SettingsRejected."""
    return parse_settings(_content(file), file)


def parse_settings(content: bytes, file: Path) -> Settings:
    """Return the settings `content` would give as `file`, over the defaults. Raises SettingsRejected."""
    table = parse_table(content, file)
    try:
        return _laid_over(table, file.parent)
    except msgspec.ValidationError as error:
        raise _rejected(file, content.decode("utf-8"), table, str(error)) from error


def parse_table(content: bytes, file: Path) -> dict[str, object]:
    """Return what `content` itself says, without defaults. Raises SettingsRejected naming `file`."""
    if len(content) > _SIZE_LIMIT_BYTES:
        raise SettingsRejected(file, line=0, key="", value="", reason="is larger than 256 KiB")
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise SettingsRejected(file, line=line, key="", value="", reason="is not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else 0
        raise SettingsRejected(file, line=line, key="", value="", reason=f"is not TOML: {error}") from error


def load_settings(home: Path) -> LoadedSettings:
    """Return the ward's settings, else the last good ones, else the defaults; never raises for a bad file."""
    file, last_good = home / SETTINGS_NAME, home / LAST_GOOD_NAME
    if not file.exists():
        return LoadedSettings(settings=_laid_over({}, home))
    try:
        settings = read_settings(file)
    except SettingsRejected as rejected:
        return LoadedSettings(settings=_last_good(last_good), rejected=rejected)
    _keep(file, last_good)
    return LoadedSettings(settings=settings)


def _last_good(file: Path) -> Settings:
    try:
        return read_settings(file)
    except SettingsRejected:
        return _laid_over({}, file.parent)


def _laid_over(own: dict[str, object], home: Path) -> Settings:
    """Return the ward's own over the city's over the defaults; without the city's where those do not fit.

    Raises msgspec.ValidationError where the ward's own do not.
    """
    table = _over_demo_hall(own, home)
    try:
        return settings_from(over_city(table, own, home))
    except msgspec.ValidationError:
        return settings_from(table)


def _keep(file: Path, last_good: Path) -> None:
    """Remember a file that worked, by rename so that a power cut leaves the old or the new one."""
    content = file.read_bytes()
    try:
        if last_good.exists() and last_good.read_bytes() == content:
            return
        beside = last_good.with_suffix(".new")
        beside.write_bytes(content)
        os.replace(beside, last_good)  # noqa: PTH105  atomic on POSIX
    except OSError:
        return  # read-only or full disk: the settings themselves are fine


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SettingsRejected(
            file, line=0, key="", value="", reason=f"cannot be read: {error.strerror}"
        ) from error


def _over_demo_hall(table: dict[str, object], home: Path) -> dict[str, object]:
    """In demo mode a machine without a hall stands in Phường Mẫu; its portal is that of `make portal`.

    An enrolled machine stands in a real hall: nothing of the trial is shown there.
    """
    kiosk = table.get("kiosk", {})
    if (home / ENROLLED).exists():
        if isinstance(kiosk, dict) and kiosk.get("mode", "demo") == "demo":
            return {**table, "kiosk": {**kiosk, "mode": "live"}}
        return table
    if isinstance(kiosk, dict) and kiosk.get("mode", "demo") == "demo":
        demo = tomllib.loads(DEMO_HALL.read_text("utf-8"))
        return {**demo, **table}
    return table


def _rejected(file: Path, text: str, table: dict[str, object], message: str) -> SettingsRejected:
    """Turn msgspec's message ("Expected … - at `$.printer.paper_mm`") into file, line, key and value."""
    reason, _, path = message.partition(" - at `$")
    key = path.rstrip("`").lstrip(".")
    if unknown := re.search(r"unknown field `([^`]+)`", reason):
        key = f"{key}.{unknown[1]}".lstrip(".")
        reason = "there is no such setting"
    elif allowed := _allowed_at(key):
        reason = f"{reason[:1].lower()}{reason[1:]}; allowed: {allowed}"
    value = _value_at(table, key)
    return SettingsRejected(file, line=_line_of(text, key), key=key, value=value, reason=reason)


def _allowed_at(key: str) -> str:
    """Say what a setting may be, in the words of the settings page; empty for keys inside lists."""
    from config.setting_keys import setting_keys

    return next((setting.allowed for setting in setting_keys() if setting.key == key), "")


def _value_at(table: object, key: str) -> str:
    for part in re.findall(r"[^.\[\]]+", key):
        if isinstance(table, dict):
            table = table.get(part)
        elif isinstance(table, list) and part.isdigit() and int(part) < len(table):
            table = table[int(part)]
        else:
            return ""
    return "" if isinstance(table, dict) or table is None else repr(table)


def _line_of(text: str, key: str) -> int:
    """Return the line that sets the last part of `key`, inside its table where that shows; 0: not found."""
    *tables, name = re.findall(r"[^.\[\]]+", key) or [""]
    section = next((part for part in tables if not part.isdigit()), "")
    inside = not section
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            inside = header[1].split(".")[0] == section
            if (inside or not section) and header[1].split(".")[-1] == name:
                return number
        elif inside and re.match(rf"\s*{re.escape(name)}\s*=", line):
            return number
    return 0
