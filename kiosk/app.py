"""The composition root: builds everything once, and takes it down in order."""

import ui  # noqa: F401  first, so that PySide6 does not read the source of all that follows

# isort: split
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import structs
from PySide6.QtCore import QEventLoop, QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication

from config.portal_keys import DEMO_KEYS
from config.settings import Settings
from config.small_heap import keep_heap_small
from config.start_memory import COLLECT_EVERY_MS, collect_what_is_due, hold_collector
from config.system_clock import SystemClock
from kiosk.building import (
    build_chime,
    build_city,
    build_help,
    build_panel,
    build_printer,
    build_scanner,
    build_sheet_drawer,
    build_speaker,
    build_staff_room,
)
from kiosk.cataloguing import build_cataloguing
from kiosk.domain.access_modes import AccessModes
from kiosk.domain.catalogue import CatalogueInfo
from kiosk.domain.hall import Hall
from kiosk.exchanging import build_exchanging
from kiosk.ports.clock import Clock
from kiosk.ports.events import EventLog
from kiosk.ports.help_line import Bell
from kiosk.ports.late import late
from kiosk.ports.outbox import OpenReport
from kiosk.ports.scheduling import Scheduler
from kiosk.ports.speech import Speaker
from kiosk.ports.tasks import Lane
from kiosk.services.answer_commands import SOCKET_NAME, AnswerCommands
from kiosk.services.answer_printer_commands import AnswerPrinterCommands
from kiosk.services.count_sheets import CountSheets
from kiosk.services.keep_place import KeepPlace
from kiosk.services.look_for_updates import LookForUpdates
from kiosk.services.open_numbers import OpenNumbers
from kiosk.services.print_document import PrintDocuments
from kiosk.services.read_aloud import ReadAloud
from kiosk.services.suggest_words import SuggestWords
from kiosk.setbacks import catalogue_stays, form_rejected, outbox_refused, outbox_repaired
from kiosk.technicians import Machine, restarter
from offline_cache.form_files import FormBook
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.outbox_files import OutboxFiles
from offline_cache.trust.update_process import UpdateProcess
from offline_cache.typing_words import read_typing_words
from printers.driver import PaperRows
from printers.live import LivePrinter
from ui.context import ScreenContext, Services
from ui.control_socket import ControlSocket
from ui.engine import KioskView, Translations, make_application
from ui.keypad_keys import KeypadKeys
from ui.languages import data_language
from ui.navigation import Place, Way
from ui.panels import SHAPES, as_mounted
from ui.practice import practice_place
from ui.scans import Scans
from ui.scheduler import QtScheduler
from ui.screens import SCREENS
from ui.sheets import SheetPictures
from ui.shell.shell_view_model import ShellViewModel
from ui.speech.screen_reader import ScreenReader
from ui.staff_area import may_show
from ui.task_runner import LaneRunner
from ui.view_model import ViewModel
from ui.visit import Visit

_HEADPHONES_EVERY_MS = 2000
_OUTBOX_AFTER_MS = 1000
THIS_PROGRAM = (sys.executable, "-P", "-m", "kiosk")
_log = EventLog("kiosk.app")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to start: home, settings, shape; `scale` shrinks a window on a small desktop."""

    home: Path
    settings: Settings
    shape: str
    fullscreen: bool = False
    scale: float = 1.0
    on_paper: Callable[[PaperRows], None] | None = None


class Kiosk:
    """The running kiosk. Make it on the Qt thread, `start` it, `close` it."""

    def __init__(
        self,
        options: Options,
        *,
        clock: Clock | None = None,
        scheduler: Scheduler | None = None,
        speaker: Speaker | None = None,
        chime: Bell | None = None,
    ) -> None:
        self.options = options
        keep_heap_small()
        self.application: QGuiApplication = make_application()
        self.clock: Clock = clock or SystemClock()
        self.tasks = LaneRunner()
        self._root = QObject()
        self.scheduler: Scheduler = scheduler or QtScheduler(self._root)
        self.translations = Translations(self.application)
        self.visit = Visit()
        self._info: CatalogueInfo | None = None
        self.aloud = ReadAloud(
            self.tasks,
            speaker or build_speaker(options.settings, options.home),
            chime or build_chime(options.settings),
        )
        self._build_stores()
        self._build_services()
        self._build_screens()

    def start(self) -> None:
        """Show the first screen, then open what must not be lost and begin to print and send.

        Opening costs as much as drawing the screen does and nobody waits for it: it comes a second later, or
        before the first thing that is asked of the outbox.
        """
        hold_collector()  # also where whoever starts it has not: lanes must never collect
        self._collecting = self.scheduler.every(COLLECT_EVERY_MS, collect_what_is_due)
        self.find.info(self._know_catalogue)  # first: the lane opens the catalogue while the frame is loaded
        self.tasks.submit(Lane.CATALOGUE, self.forms.read)
        self.words.start()
        self.translations.show(self.options.settings.kiosk.language)
        self.way.start("attract")
        self.view.load(self.shell)
        self.view.touched.connect(self.shell.touched)
        self.view.knocked.connect(self.shell.knock)
        self.scanner.start()
        self._tick = self.scheduler.every(1000, self.shell.tick)
        self._headphones = self.scheduler.every(_HEADPHONES_EVERY_MS, self._look_for_headphones)
        if self.options.fullscreen:
            self.view.showFullScreen()
        else:
            self.view.show()
        self.staff.hall.start()
        self.staff.technicians.setup.start()
        self.tasks.open_with(Lane.DATABASE, self._open_outbox)
        self._opening = self.scheduler.after(_OUTBOX_AFTER_MS, lambda: self.tasks.open(Lane.DATABASE))

    def close(self) -> None:
        """Stop timers, lanes, then screens; nothing of a person stays in memory."""
        self._tick.stop()
        self._headphones.stop()
        self._opening.stop()
        self._collecting.stop()
        self.aloud.forget()
        self.places.close()
        self.scanner.stop()
        self.keep.stop()
        self.renewal.stop()
        self.updates.stop()
        self.city.stop()
        self.update_process.stop()
        self.control.close()
        self.exchange.stop()
        self.printing.close()
        self.find.close()
        self.tasks.submit(Lane.DATABASE, self.files.close)
        self.tasks.close()
        self.visit.wipe()
        self.view.setSource(QUrl())
        self.way.close()
        self.shell.leave()
        self.view.close()
        self.view.deleteLater()

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def set_language(self, language: str) -> None:
        """Show every text in `language`, in place."""
        self.translations.show(language)
        self.view.engine().retranslate()
        self.shell.retranslate()

    def _look_for_headphones(self) -> None:
        if self.options.settings.speech.headphones.startswith("jack:"):
            self.aloud.look_for_headphones(self.shell.listen)

    def _set_modes(self, modes: AccessModes) -> None:
        self.shell.set_modes(modes)

    @property
    def catalogue_known(self) -> bool:
        """True once the live catalogue has answered."""
        return self._info is not None

    def let_qt_work(self, milliseconds: int) -> None:
        """Let events, timers and outcomes run for a while; for the tour, which runs no event loop."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def show_out_of_order(self) -> None:
        """After a fault of ours: the screen that sends people to a person; the next one begins anew."""
        self._wipe()
        self.way.start("out_of_order")

    # --- building -------------------------------------------------------------------------------

    def _build_stores(self) -> None:
        settings, home = self.options.settings, self.options.home
        self.room = IdentityFile(home).room(DEMO_KEYS.read_bytes())
        self._takes_dossiers = settings.kiosk.mode == ("demo" if self.room.identity is None else "live")
        self.files = OutboxFiles(self.room.folder, keys=self.room.keys, kiosk_no=self.room.kiosk_no)
        self.forms = FormBook(form_rejected)
        self.printer = late(lambda: build_printer(settings, home, on_paper=self.options.on_paper))
        self.live_printer = LivePrinter(self.printer)

    def _build_services(self) -> None:
        parts = build_cataloguing(
            self.tasks,
            self.scheduler,
            self.clock,
            program=THIS_PROGRAM,
            home=self.options.home,
            files=self.files,
            idle=self._is_idle,
            swapped=self._know_catalogue,
        )
        self.store, self.find, self.misses = parts.store, parts.find, parts.misses
        self.keep, self.renewal, self.overlays = parts.keep, parts.renewal, parts.overlays
        self.update_process = UpdateProcess(THIS_PROGRAM, home=self.options.home)
        self.updates = LookForUpdates(self.tasks, self.scheduler, self.update_process.run)
        self.sheet_count = CountSheets(self.options.settings.paper.limits(), self.clock)
        self.printing = PrintDocuments(
            self.tasks,
            self.files.journal,
            self.live_printer,
            self.clock,
            self.scheduler,
            count=self.sheet_count,
        )
        exchanging = build_exchanging(
            self.tasks,
            self.scheduler,
            self.clock,
            home=self.options.home,
            room=self.room,
            files=self.files,
            portal_url=self.options.settings.portal.url,
            takes_dossiers=self._takes_dossiers,
            kept=self._kept,
        )
        self.exchange, self.follow = exchanging.rounds, exchanging.follow
        self.pre_register, self.desk = exchanging.pre_register, exchanging.desk
        restart = restarter(self.application.quit)
        self.city = build_city(
            self.tasks,
            self.scheduler,
            self.printing,
            home=self.options.home,
            calendar_changed=self.desk.news.refresh,
            idle=self._is_idle,
            restart=restart,
        )
        self.staff = build_staff_room(
            self.tasks,
            self.clock,
            self.options.settings,
            home=self.options.home,
            program=THIS_PROGRAM,
            versions=self.store,
            files=self.files,
            exchange=self.exchange,
            swapped=self.keep.visit_ended,
            hall_changed=self._show_hall,
            usual_px_per_mm=SHAPES[self.options.shape][1],
            scale=self.options.scale,
            machine=Machine(
                home=self.options.home,
                settings=self.options.settings,
                room=self.room,
                printer=self.live_printer,
                on_paper=self.options.on_paper,
                restart=restart,
            ),
        )
        self.places = KeepPlace(self.clock, self.scheduler)
        at_printer = AnswerPrinterCommands(
            self.tasks, self.live_printer, self.clock, prove=self.staff.technicians.printers.prove
        )
        commands = AnswerCommands(
            self.tasks, self.files.outbox, self.exchange, self.clock, more=at_printer.commands
        )
        self.control = ControlSocket(self._root, commands.answer)

    def _build_screens(self) -> None:
        settings = self.options.settings
        self.sheets = SheetPictures()
        self.scans = Scans(self.clock)
        self.scanner = build_scanner(self.tasks, self.scheduler, settings, take=self._scanned)
        self.words = SuggestWords(self.tasks, read_typing_words, own_places=settings.hall.hall().own_places())
        self.services = Services(
            find=self.find,
            pre_register=self.pre_register,
            printing=self.printing,
            forms=self.forms,
            hall=settings.hall.hall(),
            kiosk_name=settings.kiosk.name,
            demo=settings.kiosk.mode == "demo",
            takes_dossiers=self._takes_dossiers,
            clock=self.clock,
            scheduler=self.scheduler,
            language=lambda: data_language(self.translations.language()),
            set_language=self.set_language,
            shown_language=self.translations.language,
            languages=self.translations.offered,
            aloud=self.aloud,
            modes=lambda: self.shell.modes,
            set_modes=self._set_modes,
            catalogue=lambda: self._info,
            visit=self.visit,
            sheets=self.sheets,
            draw_sheet=build_sheet_drawer(self.tasks, self.live_printer),
            follow=self.follow,
            messages=self.desk.messages,
            tracking=self.desk.tracking,
            answers=self.desk.answers,
            news=self.desk.news,
            intake=self.desk.intake,
            scans=self.scans,
            help=build_help(self.tasks, self.clock, settings),
            open_numbers=OpenNumbers(self.tasks, self.files.care, self.clock),
            staff=self.staff,
            places=self.places,
            ladder=settings.intake.ladder(),
            scanner=self.scanner,
            keys=KeypadKeys(structs.asdict(settings.keypad)),
            words=self.words,
        )
        panel = build_panel(settings, self.options.shape, scale=self.options.scale)
        self.shell = ShellViewModel(self.services, settings.visit.limits(), panel)
        screens = {screen.name: screen for screen in SCREENS}

        def build(way: Way, place: Place) -> ViewModel:
            if not may_show(place.screen, self.staff.desk.person):
                raise PermissionError(f"{place.screen}: nobody has entered who may see it")
            self.staff.usage.shown(place.screen, place.about)
            return screens[place.screen].view_model(
                ScreenContext(services=self.services, way=way, about=place.about)
            )

        self.way = Way(
            build,
            lambda: self.shell.show(QUrl.fromLocalFile(str(screens[self.way.current.place.screen].qml))),
            self._wipe,
            lambda place: practice_place(place, practice=self.visit.practice),
        )
        self.shell.bind(self.way)
        self.view = KioskView(self.sheets, self.scans, keys=self.services.keys)
        self.reader = ScreenReader(self.view, self.shell, self.aloud, self.translations.language)
        size = SHAPES[self.options.shape][0] * self.options.scale
        self.view.resize(as_mounted(size, settings.screen.rotation))

    def _scanned(self, text: str) -> None:
        self.shell.touched()
        self.scans.take(text)

    # --- running --------------------------------------------------------------------------------

    def _wipe(self) -> None:
        """End a visit: the person's answers, the language and every mode go back to the start."""
        self.staff.desk.leave()
        self.staff.usage.ended()
        self.sheet_count.visit_ended()
        self.staff.hall.refresh()
        self.visit.wipe()
        self.find.forget_search()
        self.misses.ended()
        self.keep.visit_ended()
        self.shell.set_modes(AccessModes())
        self.aloud.forget()
        if self.translations.language() != self.options.settings.kiosk.language:
            self.set_language(self.options.settings.kiosk.language)

    def _show_hall(self, hall: Hall) -> None:
        """Staff said something about the hall: screens made from now on show it, the frame at once."""
        self.services = replace(self.services, hall=hall)
        self.shell.use(self.services)

    def _kept(self) -> None:
        self.printing.wake()
        self.exchange.nudge()

    def _know_catalogue(self, info: CatalogueInfo) -> None:
        if info.trouble:
            _log.error("catalogue.not_the_accepted_one", version=info.version, reason=info.trouble)
        is_first, self._info = self._info is None, info
        self.shell.retranslate()
        if is_first:
            self.keep.start()
            self.city.start()
            if self.options.settings.updates.url:
                self.updates.start()

    def _is_idle(self) -> bool:
        return self.way.current.place.screen == "attract"

    def _open_outbox(self) -> None:
        now_ms = int(self.clock.now().timestamp() * 1000)
        self.tasks.submit(
            Lane.DATABASE,
            lambda: self.files.open(now_ms=now_ms),
            done=self._outbox_open,
            failed=outbox_refused,
        )

    def _outbox_open(self, report: OpenReport) -> None:
        if report.reason:
            outbox_repaired(report)
        self.desk.news.refresh()
        self.control.listen(self.room.folder / SOCKET_NAME)
        self.printing.start()
        self.exchange.start()
        self.overlays.follow(catalogue_stays)
