"""`kiosk config export` and `import`: one signed file of settings for many kiosks."""

import json
from pathlib import Path
from typing import Annotated

import typer

from config.loading import SettingsRejected, load_settings
from config.locations import kiosk_home
from config.saving import SettingNotSaved
from config.system_clock import SystemClock
from config.transfer import changes_of, go_back, may_go_back, settings_for_others, take_settings
from kiosk.commands.outbox import refuse, room_here
from kiosk.domain.audit import Act
from kiosk.ports.outbox import StorageError
from kiosk.ports.vault import KeysUnusable
from offline_cache.audit_file import AuditFile
from offline_cache.configuration_file import (
    Configuration,
    ConfigurationRefused,
    read_configuration,
    sealed_configuration,
)
from offline_cache.mark_file import write_durably
from offline_cache.sealing import DeviceKey
from offline_cache.storage_errors import translated

Changes = tuple[tuple[str, str, str], ...]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]


def export_command(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    made_by: Annotated[str, typer.Option("--by", help="Who makes it.")],
    as_json: AsJson = False,
) -> None:
    """Write the settings, without this machine's own, to one file signed by its device key."""
    home = kiosk_home()
    settings = load_settings(home).settings
    at = SystemClock().now().isoformat(timespec="seconds")
    try:
        content = sealed_configuration(
            DeviceKey(room_here(as_json=as_json).folder / "keys"),
            ward=settings.hall.ward,
            kiosk=settings.kiosk.name,
            made_at=at,
            made_by=made_by,
            settings=settings_for_others(home),
        )
        with translated(file):
            write_durably(file, content)
        AuditFile(home).append(at=at, who=made_by, act=Act.FILE_WRITTEN, about=file.name)
    except (SettingsRejected, KeysUnusable, StorageError) as error:
        refuse(str(error), as_json=as_json)
    typer.echo(json.dumps({"file": str(file)}) if as_json else f"Written: {file}")


def import_command(
    file: Annotated[Path, typer.Argument(help="A file that kiosk config export wrote.")],
    accepted_by: Annotated[
        str, typer.Option("--accepted-by", help="Who takes these settings; without it they are only shown.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show whose settings a file holds; take them when --accepted-by names a person.

    Exit codes: 0 taken · 1 refused, nothing changed · 3 shown, somebody must accept them by name.
    """
    home = kiosk_home()
    try:
        with translated(file):
            found = read_configuration(file.read_bytes())
        changes = changes_of(home, found.settings)
        if not accepted_by.strip():
            _show(found, changes, taken=False, as_json=as_json)
            raise typer.Exit(3)
        take_settings(home, found.settings)
        at = SystemClock().now().isoformat(timespec="seconds")
        about = f"{found.ward}, {found.kiosk}, key {found.key_sha256[:16]}"
        AuditFile(home).append(at=at, who=accepted_by.strip(), act=Act.CONFIGURATION_TAKEN, about=about)
    except (ConfigurationRefused, SettingsRejected, SettingNotSaved, StorageError) as error:
        refuse(f"{file}: {error}. Nothing was changed.", as_json=as_json)
    _show(found, changes, taken=True, as_json=as_json)


def back_command(
    by: Annotated[str, typer.Option("--by", help="Who goes back.")],
    as_json: AsJson = False,
) -> None:
    """Use the settings from before the last import, on the glass or by command.

    Exit codes: 0 done · 1 there are none, or refused; nothing changed.
    """
    home = kiosk_home()
    if not may_go_back(home):
        refuse("No settings from before an import are kept. Nothing was changed.", as_json=as_json)
    try:
        file = go_back(home)
        at = SystemClock().now().isoformat(timespec="seconds")
        AuditFile(home).append(at=at, who=by, act=Act.CONFIGURATION_TAKEN, about="back to the one before")
    except (SettingsRejected, SettingNotSaved, StorageError) as error:
        refuse(f"{error}. Nothing was changed.", as_json=as_json)
    said = f"As before the last import: {file}. Used from the next start."
    typer.echo(json.dumps({"file": str(file)}) if as_json else said)


def _show(found: Configuration, changes: Changes, *, taken: bool, as_json: bool) -> None:
    if as_json:
        said = {
            "ward": found.ward,
            "kiosk": found.kiosk,
            "made_at": found.made_at,
            "made_by": found.made_by,
            "key_sha256": found.key_sha256,
            "taken": taken,
            "changes": [{"key": key, "before": old, "after": new} for key, old, new in changes],
        }
        typer.echo(json.dumps(said, ensure_ascii=False))
        return
    typer.echo(f"Settings of {found.ward or 'a hall without a name'}, kiosk {found.kiosk}")
    typer.echo(f"made by {found.made_by} on {found.made_at}, device key {found.key_sha256[:16]}…")
    for key, old, new in changes:
        typer.echo(f"  {key}: {old or 'not set'} -> {new or 'not set'}")
    if not changes:
        typer.echo("Nothing differs from this machine's settings.")
    if taken:
        typer.echo("Taken. Name, panel and printer addresses of this machine stay. Used from the next start.")
    else:
        typer.echo('Compare the key with that machine\'s, then: --accepted-by "Your name"')
