"""Putting the city's signed settings and calendar in force, once their bytes were verified."""

from pathlib import Path

from config.city_files import take_city_settings
from config.loading import SettingsRejected
from config.saving import SettingNotSaved
from kiosk.domain.audit import Act
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageError
from kiosk.ports.trusted_updates import TrustedUpdates
from offline_cache.audit_file import AuditFile
from offline_cache.calendar_file import CalendarFile, CalendarRejected

SETTINGS, CALENDAR = "settings.toml", "calendar.json"
WHO = "Thành phố"


def put_in_force(home: Path, repository: TrustedUpdates, clock: Clock) -> tuple[str, ...]:
    """Take what is new and return what came of it, a line each; what cannot be used changes nothing.

    Each change is an act in the log of acts. The running kiosk sees the files and shows them when nobody is
    there.
    """
    lines: list[str] = []
    for name, take in ((SETTINGS, _settings), (CALENDAR, _calendar)):
        path = repository.path_of(name)
        if path is None:
            continue
        try:
            lines += take(home, path.read_bytes(), clock)
        except (SettingsRejected, SettingNotSaved, CalendarRejected, StorageError, OSError) as error:
            lines.append(f"{name} not in force: {error}")
    return tuple(lines)


def _settings(home: Path, content: bytes, clock: Clock) -> list[str]:
    taken = take_city_settings(home, content)
    if taken.changes:
        _note(home, clock, Act.CITY_SETTINGS, "; ".join(taken.changes))
    lines = [f"in force: {change}" for change in taken.changes]
    if taken.changes and taken.left:
        lines.append(f"left to a technician: {', '.join(taken.left)}")
    return lines


def _calendar(home: Path, content: bytes, clock: Clock) -> list[str]:
    calendar = CalendarFile(home)
    if not calendar.take(content):
        return []
    about = f"{len(calendar.days())} days"
    _note(home, clock, Act.CITY_CALENDAR, about)
    return [f"in force: calendar of {about}"]


def _note(home: Path, clock: Clock, act: Act, about: str) -> None:
    at = clock.now().isoformat(timespec="seconds")
    AuditFile(home).append(at=at, who=WHO, act=act, about=about)
