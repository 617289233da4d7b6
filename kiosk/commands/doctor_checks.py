"""The checks of `kiosk doctor`, in the order of a first visit: programs, settings, disk, data, devices."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

from msgspec import structs

from config.loading import LoadedSettings, load_settings
from config.portal_keys import DEMO_KEYS
from kiosk.commands.doctor_findings import Finding, ok, problem, warning
from kiosk.commands.run import has_display
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageError
from kiosk.ports.portal import NotOurPortal, PortalError, PortalHello, PortalPaused
from kiosk.ports.printing import PrinterCondition
from kiosk.ports.vault import KeysUnusable

PYTHONS = ((3, 11), (3, 14))
QT_PACKAGE, QT_VERSION = "PySide6-Essentials", "6.11.3"
FREE_NEEDED_BYTES, FREE_WANTED_BYTES = 200 * 1024**2, 1024**3
CLOCK_OFFSET_ALLOWED_S = 120
EXPIRY_TOLD_DAYS = 14
_FIRST_YEAR, _LAST_YEAR = 2026, 2050
_SCREEN_DEADLINE_S = 60
_NO_SCREENS = frozenset({"offscreen", "minimal"})
_MODES = {"demo": "demo mode, trial forms only", "guide": "guides only", "live": "takes forms once enrolled"}
_REPOSITORY = Path(__file__).resolve().parents[2]


class Checkup:
    """What the checks share: the home, the clock, and answers asked for once."""

    def __init__(self, *, home: Path, clock: Clock) -> None:
        self.home, self.clock = home, clock

    @cached_property
    def loaded(self) -> LoadedSettings:
        """The settings in force, with the refusal of a bad file."""
        return load_settings(self.home)

    @cached_property
    def greeting(self) -> PortalHello | PortalError | None:
        """What the portal said, why not, or None where no portal is set."""
        url = self.loaded.settings.portal.url
        return _greet(url, self.home)


Check = Callable[[Checkup], list[Finding]]


def check_programs(_checkup: Checkup) -> list[Finding]:
    """Python and PySide6 of the versions this program is tested with."""
    found = sys.version_info[:2]
    python = ".".join(map(str, sys.version_info[:3]))
    first, end = PYTHONS
    findings = [
        ok("Python", python)
        if first <= found < end
        else problem("Python", f"{python} is not 3.11, 3.12 or 3.13", "make setup")
    ]
    try:
        version = metadata.version(QT_PACKAGE)
    except metadata.PackageNotFoundError:
        return [*findings, problem("PySide6", "is not installed", "make setup")]
    if version == QT_VERSION:
        return [*findings, ok("PySide6", version)]
    return [
        *findings,
        problem("PySide6", f"{version} is untested here; {QT_VERSION} is wanted", "make setup"),
    ]


def check_screen(_checkup: Checkup) -> list[Finding]:
    """Whether Qt starts, our letters are there, and English is."""
    environment = dict(os.environ)
    if not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ui.self_check"],
            cwd=_REPOSITORY,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=_SCREEN_DEADLINE_S,
        )
    except subprocess.TimeoutExpired:
        return [problem("Qt", f"did not start within {_SCREEN_DEADLINE_S} s", "Restart the machine.")]
    said = _last_json(done.stdout)
    if "fonts_missing" in said:
        return [problem("Letters", str(said["fonts_missing"]), "make setup")]
    if done.returncode or not said:
        return [
            problem(
                "Qt", f"does not start: {_complaint(done.stderr)}", "make setup (installs system libraries)"
            )
        ]
    return [
        ok("Qt", f"{said['qt']} starts"),
        ok("Letters", f"{said['fonts']} cuts of Noto Sans"),
        ok("English", "its texts load")
        if said["english"]
        else problem(
            "English", "its texts are missing: the language button would change nothing", "make translations"
        ),
        _display(said),
    ]


def check_settings(checkup: Checkup) -> list[Finding]:
    """Whether the ward's file is used, and whether it says where the machine stands."""
    rejected = checkup.loaded.rejected
    if rejected is not None:
        return [problem("Settings", f"not used, the last good ones are: {rejected}", "kiosk config check")]
    settings = checkup.loaded.settings
    if settings.kiosk.mode != "demo" and not settings.hall.ward:
        return [warning("Settings", "the ward has no name yet", 'kiosk config set hall.ward "Phường …"')]
    mode = _MODES[settings.kiosk.mode]
    return [ok("Settings", f"{settings.hall.ward}: {mode}")]


def check_home(checkup: Checkup) -> list[Finding]:
    """Whether state can be written and has room."""
    home = checkup.home
    place = next(folder for folder in (home, *home.parents) if folder.exists())
    if not place.is_dir():
        return [problem("Home", f"{place} is no folder", f"mv {place} {place}.aside")]
    if not os.access(place, os.W_OK | os.X_OK):
        todo = f'sudo chown -R "$USER" {home}' if home.exists() else f'sudo install -d -o "$USER" {home}'
        return [problem("Home", f"{place} cannot be written", todo)]
    free = shutil.disk_usage(place).free
    room = f"{free // 1024**2:,} MiB free".replace(",", " ")
    if free < FREE_NEEDED_BYTES:
        return [problem("Home", f"{home}: only {room}; nothing new can be kept soon", f"du -sh {home}/*")]
    if free < FREE_WANTED_BYTES:
        return [warning("Home", f"{home}: {room}", f"du -sh {home}/*")]
    return [ok("Home", f"{home}: {room}" if home.exists() else f"{home}: made at the first start, {room}")]


def check_catalogue(checkup: Checkup) -> list[Finding]:
    """Whether the live version is the accepted one and every page of it reads."""
    from offline_cache.catalogue_store import CatalogueStore

    folder = checkup.home / "catalogue"
    if not folder.exists():
        return [ok("Catalogue", "none yet: the first start builds it from the starter catalogue")]
    store = CatalogueStore(folder)
    try:
        versions = store.versions()
        live = versions[0]
        info = store.verify(live.version)
        history = store.history()
    except (CatalogueRejected, StorageError) as error:
        return [problem("Catalogue", str(error), "kiosk catalogue import FILE --accepted-by NAME")]
    facts = (
        f"{live.version}: {info.procedures} procedures, facts of {info.taken_at:%d/%m/%Y}, every page read"
    )
    if not live.accepted_by and any(version.state == "previous" for version in versions):
        return [
            warning(
                "Catalogue",
                f"the accepted version is damaged; in use is {facts}",
                "kiosk catalogue import FILE",
            )
        ]
    if history.damage:
        return [
            warning(
                "Catalogue", f"{facts}; its history does not fit: {history.damage}", "kiosk catalogue history"
            )
        ]
    return [ok("Catalogue", facts)]


def check_forms(_checkup: Checkup) -> list[Finding]:
    """Whether every form file is sound: one broken file leaves a machine without forms."""
    from offline_cache.form_files import FormFileRejected, load_forms

    try:
        forms = load_forms()
    except FormFileRejected as rejected:
        return [problem("Forms", f"none is offered: {rejected}", "Mend the file named, or install again.")]
    return [ok("Forms", f"{len(forms)} forms")]


def check_outbox(checkup: Checkup) -> list[Finding]:
    """Who holds the outbox, else whether it is whole and what waits in it."""
    from offline_cache.kiosk_identity import IdentityFile
    from offline_cache.outbox_glance import glance_at_outbox

    home = checkup.home / "demo"
    try:
        home = IdentityFile(checkup.home).room(DEMO_KEYS.read_bytes()).folder
        seen = glance_at_outbox(home)
    except (StorageError, KeysUnusable) as error:
        return [problem("Outbox", str(error), f"ls -l {home}")]
    if not seen.exists:
        return [ok("Outbox", "none yet: made at the first start")]
    if seen.holder_pid is not None:
        who = f"process {seen.holder_pid}" if seen.holder_pid else "another process"
        return [ok("Outbox", f"in use by {who}: the kiosk is running")]
    if seen.damage:
        todo = "Start the kiosk: it puts the file aside and saves what can be proved."
        return [problem("Outbox", f"damaged: {seen.damage}", todo)]
    counts = seen.counts
    if counts is not None and (counts.parked or counts.quarantined):
        put_aside = counts.parked + counts.quarantined
        return [
            warning("Outbox", f"{put_aside} put aside, {counts.waiting} waiting in all", "kiosk outbox list")
        ]
    waiting, sent = (counts.waiting, counts.acked) if counts is not None else (0, 0)
    return [ok("Outbox", f"whole; {waiting} waiting, {sent} sent")]


def check_printer(checkup: Checkup) -> list[Finding]:
    """What the printer says of itself."""
    from printers import open_printer
    from printers.driver import PrinterSettingsRejected
    from printers.setup import driver_table

    table = driver_table(structs.asdict(checkup.loaded.settings.printer), checkup.home)
    try:
        printer = open_printer(table)
    except PrinterSettingsRejected as error:
        return [problem("Printer", str(error), "kiosk config show printer")]
    condition = printer.read_condition()
    printer.close()
    what = f"{printer.name} ({table['driver']}): {condition.value.replace('_', ' ')}"
    if condition is PrinterCondition.READY:
        return [ok("Printer", what)]
    if condition in {PrinterCondition.PAPER_LOW, PrinterCondition.UNKNOWN}:
        return [warning("Printer", what, "kiosk printer status")]
    return [problem("Printer", what, "kiosk printer status (a running kiosk may hold a network printer)")]


def check_portal(checkup: Checkup) -> list[Finding]:
    """Whether our portal answers; without it everything waits and nothing is lost."""
    url, said = checkup.loaded.settings.portal.url, checkup.greeting
    if said is None:
        return [
            warning("Portal", "none is set: slips are kept and wait", "kiosk config set portal.url https://…")
        ]
    if isinstance(said, NotOurPortal):
        return [
            problem(
                "Portal",
                f"what answers at {url} is not our portal: {said.reason}",
                "kiosk config show portal",
            )
        ]
    if isinstance(said, PortalPaused):
        return [
            problem("Portal", f"{url} does not let this machine in: {said.reason}", "kiosk portal enrol CODE")
        ]
    if isinstance(said, PortalError):
        return [
            warning("Portal", f"{url} is out of reach: slips wait, nothing is lost", "kiosk portal status")
        ]
    return [ok("Portal", f"{said.instance} answers at {url}")]


def check_updates(checkup: Checkup) -> list[Finding]:
    """Whose signature is trusted, and whether what was signed last still holds."""
    from kiosk.commands.update import repository_of
    from kiosk.ports.trusted_updates import UpdateRefused

    try:
        state = repository_of(checkup.home, checkup.loaded.settings, checkup.clock).state()
    except UpdateRefused as refused:
        todo = "kiosk update trust SHA256 (from the enrolment code)"
        return [warning("Updates", f"no key of the city is trusted: {refused.reason}", todo)]
    if state.expires is None:
        return [ok("Updates", "none fetched yet" + (", trial keys only" if state.is_demo else ""))]
    until = f"signed until {state.expires:%d/%m/%Y}"
    if state.expires - checkup.clock.now() < timedelta(days=EXPIRY_TOLD_DAYS):
        return [warning("Updates", f"{until}: what is in use stays in use", "kiosk update fetch")]
    return [ok("Updates", until + (" with trial keys" if state.is_demo else ""))]


def check_clock(checkup: Checkup) -> list[Finding]:
    """Whether the date can be right; the portal's clock is believed over ours."""
    now, said = checkup.clock.now(), checkup.greeting
    shown = f"{now:%d/%m/%Y %H:%M}"
    if not _FIRST_YEAR <= now.year <= _LAST_YEAR:
        return [
            problem(
                "Clock",
                f"{shown} cannot be right: slips would carry a wrong date",
                "timedatectl set-ntp true",
            )
        ]
    if isinstance(said, PortalHello):
        offset_s = round((now - said.server_time).total_seconds())
        if abs(offset_s) > CLOCK_OFFSET_ALLOWED_S:
            return [
                problem(
                    "Clock", f"{shown} differs from the portal's by {offset_s} s", "timedatectl set-ntp true"
                )
            ]
        return [ok("Clock", f"{shown}, {abs(offset_s)} s from the portal's")]
    return [ok("Clock", f"{shown} is plausible; nobody was there to compare with")]


CHECKS: tuple[tuple[str, Check], ...] = (
    ("programs", check_programs),
    ("screen", check_screen),
    ("settings", check_settings),
    ("home", check_home),
    ("catalogue", check_catalogue),
    ("forms", check_forms),
    ("outbox", check_outbox),
    ("printer", check_printer),
    ("portal", check_portal),
    ("updates", check_updates),
    ("clock", check_clock),
)


def _greet(url: str, home: Path) -> PortalHello | PortalError | None:
    from offline_cache.kiosk_identity import IdentityFile
    from offline_cache.kiosk_portal import portal_of
    from offline_cache.sealing import DeviceKey

    try:
        room = IdentityFile(home).room(DEMO_KEYS.read_bytes())
    except (KeysUnusable, StorageError):
        return None  # told by the look at the outbox
    portal = portal_of(room, url, DeviceKey(room.folder / "keys"))
    if portal is None:
        return None
    try:
        return portal.hello()
    except PortalError as error:
        return error
    finally:
        portal.close()


def _display(said: dict[str, Any]) -> Finding:
    if has_display() and said["platform"] not in _NO_SCREENS:
        return ok("Display", f"{said['screen']} ({said['platform']})")
    return warning("Display", "none here: `kiosk run` takes the tour", "Start it on the kiosk's own screen.")


def _last_json(output: str) -> dict[str, Any]:
    lines = [line for line in output.splitlines() if line.startswith("{")]
    if not lines:
        return {}
    said: dict[str, Any] = json.loads(lines[-1])
    return said


def _complaint(output: str) -> str:
    """Return Qt's own lines about its platform, else the last line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    about_platform = [line for line in lines if line.startswith("qt.")]
    return " ".join(about_platform or lines[-1:])[:400] or "it ended without a word"
