"""The technicians' pages put together: what only adapters can do, for the desks they work at.

What only these pages need is imported when they need it: the first screen must not wait for it.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

from config.loading import SettingsRejected, load_settings
from config.network_manager import NmcliNetwork
from config.saving import SettingNotSaved, SettingUnknown, set_setting
from config.settings import Settings
from config.time_service import TimedatectlClock
from config.update_root import DEMO_ROOT
from kiosk.configuration_tools import LocalConfiguration
from kiosk.domain.enrolment import EnrolmentTicket, KioskIdentity
from kiosk.domain.print_jobs import Proof
from kiosk.domain.receipts import test_page_document
from kiosk.ports.clock import Clock
from kiosk.ports.portal import NotOurPortal, PortalError, PortalPaused, PortalRefused, RateLimited
from kiosk.ports.sticks import Sticks
from kiosk.ports.tasks import TaskRunner
from kiosk.services.configuration_desk import (
    ConfigurationDesk,
)
from kiosk.services.machine_desk import ReachablePrinter
from kiosk.services.network_desk import NetworkDesk, NetworkFound, Reach
from kiosk.services.persons_desk import PersonsDesk
from kiosk.services.printer_desk import PrinterDesk, PrinterInUse, Proved
from kiosk.services.setup_desk import SetupDesk
from kiosk.services.sound_desk import SoundDesk
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.system_desk import SystemDesk
from kiosk.services.technician_room import TechnicianRoom
from offline_cache.kiosk_identity import KioskRoom
from offline_cache.setup_file import SetupFile
from offline_cache.staff_book import StaffBookFile
from printers.driver import OnPaper
from printers.live import LivePrinter
from ui.speech.bell import PlayedBell


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What this machine is made of, for its technicians. `restart` as in TechnicianRoom."""

    home: Path
    settings: Settings
    room: KioskRoom
    printer: LivePrinter
    on_paper: OnPaper | None
    restart: Callable[[], None] | None


def build_technician_room(
    tasks: TaskRunner, clock: Clock, machine: Machine, *, desk: StaffDesk, sticks: Sticks
) -> TechnicianRoom:
    """Return what technicians' pages work with beside the staff's desks."""
    home, identity = machine.home, machine.room.identity
    return TechnicianRoom(
        setup=SetupDesk(tasks, SetupFile(home)),
        network=NetworkDesk(tasks, LocalNetwork(machine, clock), desk),
        printers=PrinterDesk(tasks, LocalPrinters(machine, clock), desk),
        persons=PersonsDesk(tasks, StaffBookFile(home, clock), desk),
        configuration=ConfigurationDesk(
            tasks,
            LocalConfiguration(machine.home, machine.settings, machine.room, clock, sticks),
            desk,
        ),
        sound=SoundDesk(tasks, PlayedBell(wanted=True)),
        system=SystemDesk(tasks, NmcliNetwork(), TimedatectlClock(), desk),
        turn=machine.settings.screen.rotation,
        restart=machine.restart,
        point=identity.point_name if identity is not None else "",
    )


def write_setting(home: Path, key: str, text: str) -> str:
    """Write a setting; return "" or why not."""
    try:
        set_setting(home, key, text)
    except (SettingUnknown, SettingsRejected, SettingNotSaved) as refused:
        return str(refused)
    return ""


def write_settings(home: Path, values: dict[str, str]) -> str:
    """Write several settings, one after the other; return "" or why one was not."""
    return next((said for key, text in values.items() if (said := write_setting(home, key, text))), "")


class LocalNetwork:
    """NetworkTools of this machine."""

    def __init__(self, machine: Machine, clock: Clock) -> None:
        self._machine, self._clock = machine, clock

    def portal_url(self) -> str:
        """Return the portal's address: of the settings as they are written, else where we were enrolled."""
        identity = self._machine.room.identity
        url = load_settings(self._machine.home).settings.portal.url
        return url or (identity.portal_url if identity is not None else "")

    def look(self) -> NetworkFound:
        """Knock at what the settings name."""
        from offline_cache import reach

        settings = load_settings(self._machine.home).settings
        portal, portal_ms, off_s, signed = self._portal()
        updates, updates_ms = self._updates(settings.updates.url, settings.updates.proxy)
        return NetworkFound(
            own=reach.own_address(),
            portal=portal,
            portal_ms=portal_ms,
            updates=updates,
            updates_ms=updates_ms,
            clock_off_s=off_s,
            clock_signed=signed,
        )

    def enrol(self, ticket: EnrolmentTicket) -> KioskIdentity:
        """Become a kiosk the portal knows."""
        from offline_cache.enrolling import enrol_here

        return enrol_here(self._machine.home, ticket, demo_root=DEMO_ROOT.read_bytes())

    def _portal(self) -> tuple[Reach, int, float | None, bool]:
        from offline_cache import reach

        url = self.portal_url()
        if not url:
            return Reach.NOT_SET, 0, None, False
        answer = reach.knock(url)
        seen = self._clock.now()
        off_s = (seen - answer.server_time).total_seconds() if answer.server_time else None
        if not answer.status:
            return Reach.NOBODY, answer.took_ms, None, False
        found, signed_off_s = self._greeting(url)
        if signed_off_s is not None:
            return found, answer.took_ms, signed_off_s, True
        return found, answer.took_ms, off_s, False

    def _greeting(self, url: str) -> tuple[Reach, float | None]:
        from offline_cache.kiosk_portal import portal_of
        from offline_cache.sealing import DeviceKey

        room = self._machine.room
        portal = portal_of(room, url, DeviceKey(room.folder / "keys"))
        if portal is None:
            return Reach.NOT_SET, None
        try:
            hello = portal.hello()
        except (NotOurPortal, PortalPaused, PortalRefused):
            return Reach.STRANGER, None
        except RateLimited:
            return Reach.GOOD, None
        except PortalError:
            return Reach.NOBODY, None
        finally:
            portal.close()
        return Reach.GOOD, (self._clock.now() - hello.server_time).total_seconds()

    def _updates(self, url: str, proxy: str) -> tuple[Reach, int]:
        from offline_cache import reach

        if not url:
            return Reach.NOT_SET, 0
        answer = reach.knock(url.rstrip("/") + "/metadata/timestamp.json", proxy=proxy)
        if not answer.status:
            return Reach.NOBODY, answer.took_ms
        return Reach.GOOD if answer.status == 200 else Reach.STRANGER, answer.took_ms  # noqa: PLR2004  OK


class LocalPrinters:
    """PrinterTools of this machine."""

    def __init__(self, machine: Machine, clock: Clock) -> None:
        self._machine, self._clock = machine, clock

    def in_use(self) -> PrinterInUse:
        """Return what the settings say now."""
        settings = load_settings(self._machine.home).settings
        printer, spare = settings.printer, settings.spare_printer
        return PrinterInUse(
            name=printer.name,
            driver=printer.driver,
            address=printer.address,
            paper_mm=printer.paper_mm,
            spare="" if spare.driver == "none" else f"{spare.driver} {spare.address}".strip(),
        )

    def use(self, printer: ReachablePrinter) -> str:
        """Write a printer into the settings; return "" or why not."""
        values = {"printer.address": printer.address, "printer.driver": printer.driver}
        return write_settings(self._machine.home, values)

    def use_as_spare(self, printer: ReachablePrinter | None) -> str:
        """Write the spare, or that there is none; return "" or why not."""
        if printer is None:
            return write_setting(self._machine.home, "spare_printer.driver", "none")
        values = {"spare_printer.address": printer.address, "spare_printer.driver": printer.driver}
        return write_settings(self._machine.home, values)

    def exchange(self) -> None:
        """Print with what the settings say now."""
        from printers.setup import set_up_printer

        settings = load_settings(self._machine.home).settings
        self._machine.printer.use(
            set_up_printer(
                structs.asdict(settings.printer),
                structs.asdict(settings.spare_printer),
                self._machine.home,
                on_paper=self._machine.on_paper,
            )
        )

    def prove(self, level: Proof) -> Proved:
        """Print a test page asking for `level`, and keep it where it was reached."""
        from printers.proving import prove

        table = structs.asdict(load_settings(self._machine.home).settings.printer)
        self._machine.printer.close()  # one line to a printer at a time
        at = self._clock.now()
        mark = f"{at:%Y%m%d-%H%M%S}-{level.value}"
        page = test_page_document(
            printer=table["name"],
            paper_mm=table["paper_mm"],
            printed_at=at,
            document_id=f"test-{mark}",
            code=f"KIOSK-TEST:{mark}",
        )
        proof, condition = prove(table, self._machine.home, level, page)
        return Proved(proof=proof, condition=condition)

    def on_network(self, address: str) -> tuple[ReachablePrinter, ...]:
        """Knock at port 9100 of one address, or of this machine's own 256."""
        from offline_cache import reach
        from printers import discovery

        network = f"{address}/32" if address else reach.own_network(reach.own_address())
        found = discovery.on_network(network) if network else ()
        return tuple(
            ReachablePrinter(driver=one.driver, address=one.address, label=one.label) for one in found
        )


def restarter(quit_program: Callable[[], None]) -> Callable[[], None] | None:
    """Return what ends this program where systemd starts it again, None elsewhere."""
    return quit_program if os.environ.get("NOTIFY_SOCKET") else None
