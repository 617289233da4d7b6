"""Larger parts that the composition root puts together: what each is made of, nothing of when it runs."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from config.machine_facts import machine_facts, newest_log
from config.settings import Settings
from config.update_root import DEMO_ROOT
from kiosk import __version__
from kiosk.domain.hall import Hall
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import PrintState
from kiosk.domain.self_check import MachineFacts
from kiosk.ports.catalogue import CatalogueVersions
from kiosk.ports.clock import Clock
from kiosk.ports.printing import TicketPrinter
from kiosk.ports.scheduling import Scheduler
from kiosk.ports.speech import Speaker
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.call_for_help import CallForHelp
from kiosk.services.catalogue_desk import CatalogueDesk
from kiosk.services.count_usage import CountUsage
from kiosk.services.follow_city import CityStamp, FollowCity
from kiosk.services.hall_desk import HallDesk
from kiosk.services.machine_desk import MachineDesk, ReachablePrinter
from kiosk.services.outbox_desk import OutboxDesk
from kiosk.services.portal_news import CalendarDays
from kiosk.services.print_document import PrintDocuments
from kiosk.services.staff_desk import StaffDesk
from kiosk.services.staff_room import StaffRoom
from kiosk.services.synchronise import Synchronise
from kiosk.services.update_desk import UpdateDesk
from kiosk.technicians import Machine, build_technician_room, write_setting
from offline_cache.audit_file import AuditFile
from offline_cache.hall_notes_file import HallNotesFile
from offline_cache.help_line import NetworkHelpLine
from offline_cache.outbox_files import OutboxFiles
from offline_cache.release_helper import RootHelper
from offline_cache.staff_book import StaffBookFile
from offline_cache.stick_helper import RootStickHelper
from offline_cache.trust.update_process import UpdateProcess
from offline_cache.usb_sticks import MountedSticks
from ui.panels import SHAPES
from ui.scanning.live import LiveScanner
from ui.shell.shell_view_model import Panel
from ui.speech import make_speaker
from ui.speech.bell import PlayedBell, question_wav

ON_ITS_WAY = frozenset({PrintState.CLAIMED, PrintState.SENDING})

if TYPE_CHECKING:
    from offline_cache.limited_import import LimitedCatalogueStore
    from printers.driver import OnPaper


def city_calendar(home: Path) -> Callable[[], CalendarDays]:
    """Return what reads the days of the city's calendar in `home`."""

    def read() -> CalendarDays:
        from offline_cache.calendar_file import CalendarFile  # in a lane: no screen waits for it

        return CalendarFile(home).days()

    return read


def build_city(
    tasks: TaskRunner,
    scheduler: Scheduler,
    printing: PrintDocuments,
    *,
    home: Path,
    calendar_changed: Callable[[], None],
    idle: Callable[[], bool],
    restart: Callable[[], None] | None,
) -> FollowCity:
    """Return what watches for new files of the city; a sheet that is being printed is never cut short."""

    def stamp() -> CityStamp:
        from config.city_layer import CITY_NAME
        from offline_cache.calendar_file import CALENDAR_NAME
        from offline_cache.kiosk_identity import ENROLLED_FOLDER, KEYS_NAME

        read_at_start = (_edition(home / CITY_NAME), _edition(home / ENROLLED_FOLDER / KEYS_NAME))
        return CityStamp(settings=read_at_start, calendar=_edition(home / CALENDAR_NAME))

    def quiet(answer: Callable[[bool], None]) -> None:
        printing.list_open(
            lambda jobs: answer(not any(job.state in ON_ITS_WAY for job in jobs)), failed=lambda _error: None
        )

    return FollowCity(
        tasks,
        scheduler,
        stamp=stamp,
        calendar_changed=calendar_changed,
        idle=idle,
        quiet=quiet,
        restart=restart,
    )


def _edition(file: Path) -> tuple[int, int]:
    """Return when a file was replaced and its size; zeros where there is none."""
    try:
        found = file.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


class LocalTools:
    """MachineTools of this machine, its files in `home`."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def facts(self) -> MachineFacts:
        """Return what the system says."""
        return machine_facts()

    def log(self) -> bytes:
        """Return the end of the log, masked."""
        return newest_log(self._home)

    def printers(self) -> tuple[ReachablePrinter, ...]:
        """Return what may be a printer: USB and serial lines."""
        from printers import discovery  # USB and serial libraries that the first screen does not need

        found = (*discovery.on_usb(), *discovery.on_serial())
        return tuple(
            ReachablePrinter(driver=one.driver, address=one.address, label=one.label) for one in found
        )

    def serial_lines(self) -> tuple[ReachablePrinter, ...]:
        """Return the serial lines of this machine."""
        from printers import discovery

        return tuple(
            ReachablePrinter(driver=one.driver, address=one.address, label=one.label)
            for one in discovery.on_serial()
        )

    def set_setting(self, key: str, text: str) -> str:
        """Write a setting; return "" or why not."""
        return write_setting(self._home, key, text)


def build_catalogue(home: Path, today: Callable[[], date]) -> "LimitedCatalogueStore":
    """Return the catalogue's versions on disk; reading, searching and building are loaded with it."""
    from offline_cache.limited_import import LimitedCatalogueStore

    return LimitedCatalogueStore(home / "catalogue", today=today)


def build_speaker(settings: Settings, home: Path) -> Speaker:
    """Return the voice as set, with the recordings of `home` where there are any."""
    speech = settings.speech
    return make_speaker(engine=speech.engine, headphones=speech.headphones, voice_pack=home / "voice")


def build_chime(settings: Settings) -> PlayedBell:
    """Return the tone of the question "still here?"; a kiosk set to speak nothing has none."""
    return PlayedBell(wanted=settings.speech.engine != "none", sound=question_wav)


def build_scanner(
    tasks: TaskRunner, scheduler: Scheduler, settings: Settings, *, take: Callable[[str], None]
) -> LiveScanner:
    """Return the scanner as set; a technician may change it while the kiosk runs."""
    reader = settings.scanner
    return LiveScanner(tasks, scheduler, kind=reader.kind, port=reader.port, baud=reader.baud, take=take)


def build_panel(settings: Settings, shape: str, *, scale: float) -> Panel:
    """Return the glass of a shape as a technician measured it, drawn at `scale`."""
    size, usual_px_per_mm = SHAPES[shape]
    px_per_mm = settings.screen.px_per_mm or usual_px_per_mm
    return Panel(
        shape=shape,
        px_per_mm=px_per_mm * scale,
        height_mm=size.height() / px_per_mm,
        lower_edge_mm=settings.screen.lower_edge_mm,
        turn=settings.screen.rotation,
    )


def build_printer(settings: Settings, home: Path, *, on_paper: "OnPaper | None") -> TicketPrinter:
    """Return the printer as set, with its spare; drawing and drivers are loaded with it."""
    from printers.setup import set_up_printer

    printer, spare = structs.asdict(settings.printer), structs.asdict(settings.spare_printer)
    return set_up_printer(printer, spare, home, on_paper=on_paper)


def build_sheet_drawer(
    tasks: TaskRunner, printer: TicketPrinter
) -> Callable[[PrintDocument, Callable[[bytes], None]], None]:
    """Return what draws a sheet as the printer in use would print it, and hands over its PNG."""

    def draw(document: PrintDocument, done: Callable[[bytes], None]) -> None:
        from printers.rendering.png import to_png
        from printers.rendering.raster import render

        width = printer.paper_width_dots
        tasks.submit(Lane.CATALOGUE, lambda: to_png(render(document, width)), done=done)

    return draw


def build_help(tasks: TaskRunner, clock: Clock, settings: Settings) -> CallForHelp:
    """Return calling for a person: the bell of this machine and the hall's line, as set."""
    return CallForHelp(
        tasks,
        PlayedBell(wanted=settings.help.bell),
        NetworkHelpLine(settings.help.address),
        clock,
        kiosk=settings.kiosk.name,
        hall=settings.hall.ward,
    )


def build_staff_room(
    tasks: TaskRunner,
    clock: Clock,
    settings: Settings,
    *,
    home: Path,
    program: Sequence[str],
    versions: CatalogueVersions,
    files: OutboxFiles,
    exchange: Synchronise,
    swapped: Callable[[], None],
    hall_changed: Callable[[Hall], None],
    usual_px_per_mm: float,
    scale: float,
    machine: Machine,
) -> StaffRoom:
    """Return what staff's pages work with.

    `program` starts this program; `swapped` hears of another catalogue, `hall_changed` of another hall;
    `machine` is what technicians work on.
    """
    sticks = MountedSticks(helper=RootStickHelper(home))
    desk = StaffDesk(tasks, StaffBookFile(home, clock), AuditFile(home), clock)
    catalogue = CatalogueDesk(
        tasks,
        versions,
        sticks,
        desk,
        clock,
        fetch=lambda: UpdateProcess(program, home=home),
        address=settings.updates.url,
        swapped=swapped,
    )
    return StaffRoom(
        desk=desk,
        catalogue=catalogue,
        outbox=OutboxDesk(tasks, files.outbox, exchange, desk, clock, days=files.days),
        hall=HallDesk(tasks, HallNotesFile(home), settings.hall.hall(), desk, clock, changed=hall_changed),
        usage=CountUsage(tasks, files.usage, sticks, desk, clock),
        machine=MachineDesk(tasks, LocalTools(home), files.care, files.outbox, sticks, desk, clock),
        updates=UpdateDesk(
            tasks,
            sticks,
            desk,
            fetch=lambda: UpdateProcess(program, home=home),
            releases=RootHelper(
                home,
                clock,
                version=__version__,
                demo=settings.kiosk.mode == "demo",
                demo_root=DEMO_ROOT.read_bytes(),
                proxy=settings.updates.proxy,
            ),
            address=settings.updates.url,
            version=__version__,
            proxy=settings.updates.proxy,
        ),
        technicians=build_technician_room(tasks, clock, machine, desk=desk, sticks=sticks),
        printer_name=settings.printer.name,
        printer_address=f"{settings.printer.driver} {settings.printer.address}".strip(),
        px_per_mm=settings.screen.px_per_mm,
        shown_px_per_mm=(settings.screen.px_per_mm or usual_px_per_mm) * scale,
        scale=scale,
        lower_edge_mm=settings.screen.lower_edge_mm,
        start_language=settings.kiosk.language,
        paper_mm=settings.printer.paper_mm,
    )
