"""`kiosk config`: show the settings in force, check a file, change one value.

Exit codes: 0 done, the settings are good · 1 refused, nothing changed, the message says what to do ·
2 wrong usage · 3 import only showed the file.
"""

import json
from pathlib import Path
from typing import Annotated, Any, NoReturn

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from config.loading import SETTINGS_NAME, SettingsRejected, load_settings, parse_table, read_settings
from config.locations import kiosk_home
from config.saving import SettingNotSaved, SettingUnknown, set_setting
from config.setting_keys import setting_keys, settings_page
from kiosk.commands.config_transfer import back_command, export_command, import_command

config_app = typer.Typer(no_args_is_help=True, add_completion=False, help="Show and check the settings.")
config_app.command("export")(export_command)
config_app.command("import")(import_command)
config_app.command("back")(back_command)
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]
_NEXT_START = "The kiosk uses it from its next start."


@config_app.command()
def show(
    section: Annotated[
        str, typer.Argument(help="A section or key, such as printer; all when left out.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show the settings in force and where each comes from."""
    home = kiosk_home()
    loaded = load_settings(home)
    values = {
        key: value
        for key, value in _flat(loaded.settings).items()
        if f"{key}.".startswith(f"{section}.") or not section
    }
    if not values:
        _refuse(f"{section}: there is no such section or setting.", as_json=as_json)
    origins = _origins(home, rejected=loaded.rejected is not None)
    if as_json:
        rows = [{"key": key, "value": value, "from": origins(key)} for key, value in values.items()]
        reason = str(loaded.rejected) if loaded.rejected else ""
        typer.echo(
            json.dumps(
                {"file": str(home / SETTINGS_NAME), "rejected": reason, "settings": rows}, ensure_ascii=False
            )
        )
    else:
        table = Table("Setting", "Value", "From")
        for key, value in values.items():
            table.add_row(key, _cell(value), origins(key))
        Console().print(table)
    if loaded.rejected is not None:
        if not as_json:
            typer.echo(f"The file is not used, the last good one is.\n{loaded.rejected}", err=True)
        raise typer.Exit(1)


@config_app.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A settings file; this kiosk's own when left out.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say whether a settings file would be used, or which line is wrong."""
    path = file or kiosk_home() / SETTINGS_NAME
    if file is None and not path.exists():
        said = {"file": str(path), "good": True, "exists": False}
        _say(said, f"There is no {path}: the defaults are used.", as_json=as_json)
        return
    try:
        read_settings(path)
    except SettingsRejected as rejected:
        _refuse_settings(rejected, as_json=as_json)
    _say({"file": str(path), "good": True, "exists": True}, f"{path} is good.", as_json=as_json)


@config_app.command("set")
def set_command(
    key: Annotated[str, typer.Argument(help="A setting, such as printer.paper_mm.")],
    value: Annotated[str, typer.Argument(help="Its new value.")],
    as_json: AsJson = False,
) -> None:
    """Change one value in this kiosk's file; everything else in it stays, comments too."""
    try:
        changed = set_setting(kiosk_home(), key, value)
    except SettingsRejected as rejected:
        _refuse_settings(rejected, as_json=as_json, allowed=_allowed(rejected.key))
    except (SettingUnknown, SettingNotSaved) as error:
        _refuse(f"{error} Nothing was changed.", as_json=as_json)
    said = {"file": str(changed.file), "key": key, "before": changed.before, "after": changed.after}
    was = f" (was {changed.before})" if changed.before else ""
    _say(said, f"{key} = {changed.after}{was} in {changed.file}\n{_NEXT_START}", as_json=as_json)


@config_app.command("path")
def path_command(as_json: AsJson = False) -> None:
    """Say where the settings file is, whether or not it exists."""
    path = kiosk_home() / SETTINGS_NAME
    _say({"file": str(path), "exists": path.exists()}, str(path), as_json=as_json)


@config_app.command()
def reference() -> None:
    """Write the page of all settings, as in docs/settings.md."""
    typer.echo(settings_page(), nl=False)


def _cell(value: Any) -> str:
    """Return a value as a person reads it; of a list of tables the names."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return ", ".join(str(entry["name"]) for entry in value)
    return json.dumps(value, ensure_ascii=False)


def _flat(settings: Any) -> dict[str, Any]:
    table: dict[str, dict[str, Any]] = msgspec.to_builtins(settings)
    return {key.key: table[key.key.partition(".")[0]][key.key.partition(".")[2]] for key in setting_keys()}


def _origins(home: Path, *, rejected: bool) -> Any:
    """Return a function from a key to `file`, `last good file`, `demo hall` or `default`."""
    from config.loading import DEMO_HALL, LAST_GOOD_NAME

    file = home / (LAST_GOOD_NAME if rejected else SETTINGS_NAME)
    try:
        own = parse_table(file.read_bytes(), file)
    except (OSError, SettingsRejected):
        own = {}
    demo = parse_table(DEMO_HALL.read_bytes(), DEMO_HALL)

    def origin(key: str) -> str:
        section, _, name = key.partition(".")
        if section in own:
            table = own[section]
            is_set = isinstance(table, dict) and name in table
            return ("last good file" if rejected else "file") if is_set else "default"
        table = demo.get(section)
        return "demo hall" if isinstance(table, dict) and name in table else "default"

    return origin


def _allowed(key: str) -> str:
    return next((known.allowed for known in setting_keys() if known.key == key), "")


def _refuse_settings(rejected: SettingsRejected, *, as_json: bool, allowed: str = "") -> NoReturn:
    fields = {
        "file": str(rejected.file),
        "line": rejected.line,
        "key": rejected.key,
        "value": rejected.value,
        "reason": rejected.reason,
    }
    if as_json:
        typer.echo(json.dumps({"error": fields}, ensure_ascii=False))
    else:
        hint = f"\nAllowed: {allowed}." if allowed else ""
        typer.echo(f"Refused: {rejected}{hint}\nNothing was changed.", err=True)
    raise typer.Exit(1)


def _refuse(message: str, *, as_json: bool) -> NoReturn:
    typer.echo(json.dumps({"error": message}, ensure_ascii=False) if as_json else message, err=not as_json)
    raise typer.Exit(1)


def _say(value: dict[str, Any], line: str, *, as_json: bool) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False) if as_json else line)
