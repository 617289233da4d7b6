"""`kiosk config export` and `import`: one signed file of settings for many kiosks."""

import json
from pathlib import Path
from typing import Annotated

import typer

from config.loading import SettingsRejected, load_settings
from config.locations import kiosk_home
from config.saving import SettingNotSaved
from config.system_clock import SystemClock
from config.transfer import settings_for_others, take_settings
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
        if not accepted_by.strip():
            _show(found, taken=False, as_json=as_json)
            raise typer.Exit(3)
        take_settings(home, found.settings)
        at = SystemClock().now().isoformat(timespec="seconds")
        about = f"{found.ward}, {found.kiosk}, key {found.key_sha256[:16]}"
        AuditFile(home).append(at=at, who=accepted_by.strip(), act=Act.CONFIGURATION_TAKEN, about=about)
    except (ConfigurationRefused, SettingsRejected, SettingNotSaved, StorageError) as error:
        refuse(f"{file}: {error}. Nothing was changed.", as_json=as_json)
    _show(found, taken=True, as_json=as_json)


def _show(found: Configuration, *, taken: bool, as_json: bool) -> None:
    if as_json:
        said = {
            "ward": found.ward,
            "kiosk": found.kiosk,
            "made_at": found.made_at,
            "made_by": found.made_by,
            "key_sha256": found.key_sha256,
            "taken": taken,
        }
        typer.echo(json.dumps(said, ensure_ascii=False))
        return
    typer.echo(f"Settings of {found.ward or 'a hall without a name'}, kiosk {found.kiosk}")
    typer.echo(f"made by {found.made_by} on {found.made_at}, device key {found.key_sha256[:16]}…")
    if taken:
        typer.echo("Taken. Name, panel and printer addresses of this machine stay. Used from the next start.")
    else:
        typer.echo('Compare the key with that machine\'s, then: --accepted-by "Your name"')
