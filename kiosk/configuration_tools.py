"""The settings of one kiosk for many, put together: signed here, or read from a stick or from the city.

What only this work needs is imported when it is done: the first screen must not wait for it.
"""

from pathlib import Path

from config.loading import SETTINGS_NAME, SettingsRejected
from config.saving import SettingNotSaved
from config.settings import Settings
from config.update_root import DEMO_ROOT
from kiosk.domain.updates import SignedFile
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageError
from kiosk.ports.sticks import Sticks
from kiosk.ports.trusted_updates import TrustedUpdates, UpdateRefused
from kiosk.ports.vault import KeysUnusable
from kiosk.services.configuration_desk import ConfigurationFound, ConfigurationRefused, SettingChange
from kiosk.services.write_to_stick import Written, write_to_stick
from offline_cache.kiosk_identity import KioskRoom
from offline_cache.release_helper import anything_kept
from offline_cache.usb_sticks import SETTINGS_SUFFIX

_FILE_LIMIT_BYTES = 256 * 1024


class LocalConfiguration:
    """ConfigurationTools of this machine."""

    def __init__(self, home: Path, settings: Settings, room: KioskRoom, clock: Clock, sticks: Sticks) -> None:
        self._home, self._settings, self._room = home, settings, room
        self._clock, self._sticks = clock, sticks

    def write(self, made_by: str) -> Written:
        """Write this machine's settings, signed by its device key, to the first stick that takes them."""
        from config.transfer import settings_for_others
        from offline_cache import configuration_file
        from offline_cache.sealing import DeviceKey

        settings, at = self._settings, self._clock.now()
        try:
            content = configuration_file.sealed_configuration(
                DeviceKey(self._room.folder / "keys"),
                ward=settings.hall.ward,
                kiosk=settings.kiosk.name,
                made_at=at.isoformat(timespec="seconds"),
                made_by=made_by,
                settings=settings_for_others(self._home),
            )
        except (SettingsRejected, KeysUnusable, StorageError, OSError) as error:
            raise ConfigurationRefused(str(error)) from error
        return write_to_stick(self._sticks, f"cai-dat-{at:%Y-%m-%d-%H%M}{SETTINGS_SUFFIX}", content)

    def found(self) -> tuple[Path, ...]:
        """Return the files of settings on the sticks."""
        city = self._city()
        on_sticks = (path for stick in self._sticks.found() for path in reversed(stick.settings))
        return (*((city[1],) if city is not None else ()), *on_sticks)

    def read(self, path: Path) -> ConfigurationFound:
        """Check a file's signature and say what it would change."""
        from config.transfer import changes_of
        from offline_cache import configuration_file

        city = self._city()
        if city is not None and city[1] == path:
            return self._of_the_city(city[0], path)
        try:
            said = configuration_file.read_configuration(_limited(path))
            changes = changes_of(self._home, said.settings)
        except (configuration_file.ConfigurationRefused, SettingsRejected, OSError) as error:
            raise ConfigurationRefused(str(error)) from error
        return ConfigurationFound(
            path=path,
            ward=said.ward,
            kiosk=said.kiosk,
            made_at=said.made_at,
            made_by=said.made_by,
            signer=said.key_sha256[:16],
            text=said.settings,
            changes=_in_words(changes),
        )

    def take(self, found: ConfigurationFound) -> None:
        """Use the settings that were looked through, whatever became of the stick meanwhile."""
        from config.transfer import take_settings

        try:
            take_settings(self._home, found.text)
            city = self._city()
            if city is not None and city[1] == found.path:
                self._repository().mark_used(city[0])
        except (SettingsRejected, SettingNotSaved, UpdateRefused) as error:
            raise ConfigurationRefused(str(error)) from error

    def _of_the_city(self, file: SignedFile, path: Path) -> ConfigurationFound:
        from config.transfer import changes_of

        try:
            text = _limited(path).decode("utf-8")
            changes = changes_of(self._home, text)
        except (SettingsRejected, OSError, UnicodeDecodeError) as error:
            raise ConfigurationRefused(str(error)) from error
        return ConfigurationFound(
            path=path,
            ward="",
            kiosk="",
            made_at=file.taken_at,
            made_by=file.version,
            signer="",
            text=text,
            changes=_in_words(changes),
        )

    def _city(self) -> tuple[SignedFile, Path] | None:
        """Return the city's settings that nobody has taken yet, their bytes verified, and where they lie."""
        if not anything_kept(self._home):
            return None
        try:
            repository = self._repository()
            file, path = repository.unused(SETTINGS_NAME), repository.path_of(SETTINGS_NAME)
        except UpdateRefused:
            return None
        return None if file is None or path is None else (file, path)

    def _repository(self) -> TrustedUpdates:
        from offline_cache.trust.repository import signed_repository

        settings = self._settings
        return signed_repository(
            self._home,
            demo=settings.kiosk.mode == "demo",
            demo_root=DEMO_ROOT.read_bytes(),
            clock=self._clock,
            proxy=settings.updates.proxy,
        )

    def may_go_back(self) -> bool:
        """Return whether settings from before the last taking are kept."""
        from config.transfer import may_go_back

        return may_go_back(self._home)

    def go_back(self) -> None:
        """Use the settings from before the last taking."""
        from config.transfer import go_back

        try:
            go_back(self._home)
        except (SettingsRejected, SettingNotSaved) as error:
            raise ConfigurationRefused(str(error)) from error


def _in_words(changes: tuple[tuple[str, str, str], ...]) -> tuple[SettingChange, ...]:
    return tuple(SettingChange(key=key, before=old, after=new) for key, old, new in changes)


def _limited(path: Path) -> bytes:
    """Return at most a byte more than a file of settings may have (configuration_file.LIMIT_BYTES)."""
    with path.open("rb") as file:
        return file.read(_FILE_LIMIT_BYTES + 1)
