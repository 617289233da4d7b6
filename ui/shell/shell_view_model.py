"""The frame's state: which screen shows, in which language, and how long nobody has touched."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.access_modes import AccessModes, TextSize, next_text_size, reach_mm
from kiosk.domain.portal_data import hall_with
from kiosk.domain.practice_sheet import PRACTICE_MARK
from kiosk.domain.print_jobs import PrintJob, PrintState
from kiosk.domain.staff import LEAVES_AFTER_S
from kiosk.domain.visits import IdleLimits, VisitPhase, visit_phase
from ui.context import Services
from ui.dates import long_date, short_date
from ui.languages import Language, next_language
from ui.navigation import Way
from ui.opening_words import opening_words
from ui.setup_way import leave_step, step_of
from ui.staff_area import DOOR, area_of, area_title, cells
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_SLOWER = 2
_BAR_SCREENS = {"help": "call_help", "access": "accessibility"}
_NO_IDLE_CLOCK = frozenset({"attract", "out_of_order"})


def _turned(modes: AccessModes, cell: str) -> AccessModes:
    """Return the modes after one touch on the bar's cell."""
    if cell == "text":
        return replace(modes, text=next_text_size(modes.text))
    if cell == "speech":
        return replace(modes, speech=not modes.speech)
    return replace(modes, low_reach=not modes.low_reach)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The glass: shape, pixels per millimetre, height, and the height of its lower edge above the floor.

    `turn` is by how many degrees the frame is turned on it, clockwise.
    """

    shape: str
    px_per_mm: float
    height_mm: float
    lower_edge_mm: float = 0.0
    turn: int = 0


@QmlElement
@QmlUncreatable("Made by the composition root")
class ShellViewModel(ViewModel):  # type: ignore[operator]
    """Owns the idle clock. QML lets a screen go at `screenLeaving`, loads another at `screenChanged`."""

    screenLeaving = Signal()
    screenChanged = Signal()
    clockChanged = Signal()
    languageChanged = Signal()
    modesChanged = Signal()
    badgeChanged = Signal()
    newsChanged = Signal()

    def __init__(self, services: Services, limits: IdleLimits, panel: Panel) -> None:
        super().__init__()
        self._services, self._limits, self._panel = services, limits, panel
        self._way: Way | None = None
        self._screen_url = QUrl()
        self._last_touch_s = services.clock.monotonic_s()
        self._modes = AccessModes()
        self._minute = ""
        self._paper_moves = False
        self._stop = services.printing.watch_jobs(self._told)
        self._unwatch_news = services.news.watch(lambda _board: self.newsChanged.emit())

    def leave(self) -> None:
        self._stop()
        self._unwatch_news()

    def _told(self, job: PrintJob) -> None:
        self._paper_moves = job.state in {PrintState.SENDING, PrintState.SENT}

    def bind(self, way: Way) -> None:
        """Give the shell its way, once, after both exist."""
        self._way = way

    def use(self, services: Services) -> None:
        """Take services that say something else, such as another notice of the hall."""
        self._services = services
        self.retranslate()

    def show(self, url: QUrl) -> None:
        """Another screen is on top: tell QML."""
        self._screen_url = url
        if area_of(self._screen()):
            self.set_modes(AccessModes())  # the staff's pages have one size of letters
        self._last_touch_s = self._services.clock.monotonic_s()
        self.screenLeaving.emit()
        self.screenChanged.emit()
        self.badgeChanged.emit()

    def touched(self) -> None:
        """Somebody touched the glass or a key: the idle clock starts anew."""
        self._last_touch_s = self._services.clock.monotonic_s()

    def tick(self) -> None:
        """Once a second: move the clock, ask "still here?", or wipe."""
        minute = self._services.clock.now().strftime("%H:%M %d")
        if minute != self._minute:
            self._minute = minute
            self.clockChanged.emit()
        if self._way is None or self._screen() in _NO_IDLE_CLOCK:
            return
        if area_of(self._screen()):
            self._tick_staff()
            return
        if self._paper_moves or self._services.aloud.speaking:
            self.touched()
            return
        idle_s = self._services.clock.monotonic_s() - self._last_touch_s
        if self._screen() == "still_here":
            self._tick_asked(idle_s)
        elif self._asks(idle_s):
            self._way.go("still_here")

    def _tick_staff(self) -> None:
        idle_s = self._services.clock.monotonic_s() - self._last_touch_s
        if idle_s >= LEAVES_AFTER_S and self._way is not None:
            self._way.end_visit()

    def _asks(self, idle_s: float) -> bool:
        if self._screen() == "slip_done":
            return idle_s >= self._patient(self._limits.done_wipe_after_s)
        return self._phase(idle_s) is not VisitPhase.IN_USE

    def _tick_asked(self, idle_s: float) -> None:
        limits = self._limits
        wipe = limits.personal_wipe_after_s if self._services.visit.personal else limits.wipe_after_s
        if idle_s >= self._patient(wipe) and self._way is not None:
            self._way.end_visit()

    def _phase(self, idle_s: float) -> VisitPhase:
        slower = self._patient(1)
        return visit_phase(idle_s / slower, personal=self._services.visit.personal, limits=self._limits)

    def _patient(self, seconds: float) -> float:
        """Twice the time where letters, reach or ears make reading slower."""
        return seconds * _SLOWER if self._modes.needs_more_time else seconds

    def _screen(self) -> str:
        return self._way.current.place.screen if self._way is not None and self._way.depth else ""

    @Slot(str)
    def press(self, cell: str) -> None:
        """A cell of the bar was touched."""
        if self._way is None:
            return
        if cell == "back":
            self._way.back()
        elif cell == "end":
            self._services.places.forget(self._services.visit.kept_code)
            self._way.end_visit()
        elif cell == "language":
            self._services.set_language(self._next_language().code)
        elif cell in {"text", "low", "speech"}:
            self.set_modes(_turned(self._modes, cell))
        else:
            self._walk(cell, self._way)

    def _walk(self, cell: str, way: Way) -> None:
        """A cell that leads to a screen, or on from a step of the set-up."""
        if cell in {"skip", "next"}:
            leave_step(self._services.staff.technicians.setup, way, self._screen(), done=cell == "next")
        elif area_of(cell) and self._screen() != cell:
            way.start(cell)
        elif cell in _BAR_SCREENS and self._screen() != _BAR_SCREENS[cell]:
            way.go(_BAR_SCREENS[cell])

    @Slot()
    def knock(self) -> None:
        """Somebody held the emblem or pressed the staff's keys: whoever was here is gone, the door opens."""
        if self._way is not None and self._way.depth and not area_of(self._screen()):
            self._way.begin_anew(DOOR)

    def listen(self, plugged: bool) -> None:
        """Headphones went in or out: the voice follows them, and wakes the machine."""
        if self._way is not None and self._way.depth and self._screen() == "attract" and plugged:
            self._way.home()
        self.touched()
        self.set_modes(replace(self._modes, speech=plugged, curtain=self._modes.curtain and plugged))

    @property
    def modes(self) -> AccessModes:
        """How the machine shows itself now."""
        return self._modes

    def set_modes(self, modes: AccessModes) -> None:
        """Show the machine in these modes until the visit ends."""
        if modes != self._modes:
            self._modes = modes
            self.modesChanged.emit()
            self.badgeChanged.emit()

    def retranslate(self) -> None:
        """The language changed, here and on every screen of the way."""
        super().retranslate()
        self.languageChanged.emit()
        self.newsChanged.emit()
        self.clockChanged.emit()
        self.modesChanged.emit()
        self.badgeChanged.emit()
        if self._way is not None:
            for view_model in self._way.view_models():
                view_model.retranslate()

    def _now(self) -> datetime:
        return self._services.clock.now()

    @Property(QUrl, notify=screenChanged)
    def screenUrl(self) -> QUrl:
        return self._screen_url

    @Property(QObject, notify=screenChanged)
    def screenViewModel(self) -> QObject | None:
        return self._way.current.view_model if self._way is not None and self._way.depth else None

    @Property(str, notify=screenChanged)
    def screenName(self) -> str:
        return self._screen()

    @Property(bool, notify=screenChanged)
    def hasFrame(self) -> bool:
        return self._screen() not in {"attract", "out_of_order"}

    @Property(str, notify=screenChanged)
    def area(self) -> str:
        """`staff`, `technician`, `entry`, or empty on citizens' screens."""
        return area_of(self._screen())

    @Property(str, notify=screenChanged)
    def areaTitle(self) -> str:
        return area_title(area_of(self._screen()))

    @Property(str, notify=screenChanged)
    def personName(self) -> str:
        """Who has entered, or empty."""
        return self._services.staff.desk.name

    @Property("QVariantList", notify=screenChanged)  # type: ignore[arg-type]
    def areaCells(self) -> list[dict[str, object]]:
        """The bar of the staff's and technicians' areas."""
        return cells(self._screen(), self._services.staff.desk.person, guided=self._guided())

    def _guided(self) -> bool:
        """True on a step of the set-up that was reached from its list."""
        return self._way is not None and self._way.depth > 1 and step_of(self._screen()) is not None

    @Property(bool, notify=screenChanged)
    def hasHero(self) -> bool:
        return self._screen() == "home"

    @Property(str, notify=languageChanged)
    def nextLanguage(self) -> str:
        return self._next_language().name

    @Property(str, notify=languageChanged)
    def nextLanguageShort(self) -> str:
        return self._next_language().short

    def _next_language(self) -> Language:
        return next_language(self._services.languages(), self._services.shown_language())

    @Property(str, constant=True)
    def shape(self) -> str:
        return self._panel.shape

    def turned_by(self) -> int:
        """Return by how many degrees the frame is turned, clockwise: 0, 90, 180 or 270."""
        return self._panel.turn

    @Property(int, constant=True)
    def turn(self) -> int:
        return self._panel.turn

    @Property(float, constant=True)
    def pxPerMm(self) -> float:
        return self._panel.px_per_mm

    @Property(str, notify=modesChanged)
    def textMode(self) -> str:
        return self._modes.text.value

    @Property(str, notify=modesChanged)
    def contrast(self) -> str:
        return self._modes.contrast.value

    @Property(bool, notify=modesChanged)
    def reducedMotion(self) -> bool:
        return self._modes.reduced_motion

    @Property(str, notify=modesChanged)
    def keys(self) -> str:
        return self._modes.keys.value

    @Property(bool, notify=modesChanged)
    def lowReach(self) -> bool:
        return self._modes.low_reach

    @Property(bool, constant=True)
    def canLower(self) -> bool:
        """False where every control already stands within the low strip."""
        return self._reach_mm(low_reach=True) < self._reach_mm(low_reach=False)

    @Property(float, notify=modesChanged)
    def reachMm(self) -> float:
        """How much of the glass, from its lower edge, holds controls."""
        return self._reach_mm(low_reach=self._modes.low_reach)

    def _reach_mm(self, *, low_reach: bool) -> float:
        panel = self._panel
        return reach_mm(glass_mm=panel.height_mm, lower_edge_mm=panel.lower_edge_mm, low_reach=low_reach)

    @Property(bool, notify=modesChanged)
    def speech(self) -> bool:
        return self._modes.speech

    @Property(bool, constant=True)
    def canSpeak(self) -> bool:
        """Whether this machine has a voice."""
        return self._services.aloud.available

    @Property(bool, notify=modesChanged)
    def curtain(self) -> bool:
        """True while the glass stays black for who listens."""
        return self._modes.curtain and self._modes.speech

    @Slot()
    def liftCurtain(self) -> None:
        """A touch on the black glass: show it again."""
        self.set_modes(replace(self._modes, curtain=False))

    @Property(bool, notify=screenChanged)
    def somethingToWipe(self) -> bool:
        """True at home once something personal was entered: then home shows the way to wipe it."""
        return self._services.visit.personal

    @Property(str, notify=newsChanged)
    def openingHours(self) -> str:
        services = self._services
        return opening_words(services.hall, services.news.board(), services.language())

    @Property(str, notify=newsChanged)
    def notice(self) -> str:
        board = self._services.news.board()
        return next(iter(hall_with(self._services.hall, board).notices), "")

    @Property(str, notify=languageChanged)
    def ward(self) -> str:
        return self._services.hall.ward or translated("Shell", "Phường, xã chưa đặt tên")

    @Property(str, notify=languageChanged)
    def shortWard(self) -> str:
        """The ward's own name, where the largest letters leave no room for what it is."""
        return self._services.hall.ward.removeprefix("Phường ").removeprefix("Xã ") or self._point()

    @Property(str, notify=languageChanged)
    def point(self) -> str:
        return self._point()

    def _point(self) -> str:
        return self._services.hall.point

    @Property(str, notify=badgeChanged)
    def badge(self) -> str:
        """Marks a machine in demo mode, or a pupil's visit, on every screen."""
        if self._services.visit.practice:
            return PRACTICE_MARK if self._modes.text is TextSize.STANDARD else PRACTICE_MARK.partition(",")[0]
        return "BẢN THỬ" if self._services.demo else ""

    @Property(str, notify=clockChanged)
    def timeText(self) -> str:
        return self._now().strftime("%H:%M")

    @Property(str, notify=clockChanged)
    def dateText(self) -> str:
        return long_date(self._now().date(), self._services.language())

    @Property(str, notify=clockChanged)
    def noteText(self) -> str:
        if self._screen() == "still_here":
            return translated("Shell", "Đang tạm nghỉ")
        info = self._services.catalogue()
        if info is None:
            return ""
        return translated("Shell", "Thông tin ngày %1").replace("%1", short_date(info.taken_at))
