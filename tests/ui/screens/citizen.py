"""A citizen in front of the real kiosk: touches what is on the glass, reads what is to be seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import zxingcpp
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QPoint,
    QPointF,
    QRectF,
    QTimer,
)
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from config.settings import settings_from
from kiosk.app import Kiosk, Options
from kiosk.ports.tasks import Lane
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.help_line import FakeBell
from tests.fakes.speech import FakeSpeaker
from ui.fonts_loading import FAMILY, load_fonts

WITHIN_MS = 30_000


def walk(root: QQuickItem) -> Iterator[QQuickItem]:
    """Every item below `root` that is shown, parents first, laid out as for the next frame."""
    yield root
    if root.inherits("QQuickBasePositioner") or root.inherits("QQuickItemView"):
        root.ensurePolished()
    for child in root.childItems():
        if child.isVisible():
            yield from walk(child)


def scene_rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


class Citizen:
    """Drives one Kiosk by touch. Time stands still unless `wait_s` moves it."""

    def __init__(
        self,
        home: Path,
        *,
        shape: str = "portrait",
        settings: dict[str, object] | None = None,
        within_ms: int = WITHIN_MS,
    ) -> None:
        self._within_ms = within_ms
        if FAMILY not in QFontDatabase.families():
            load_fonts()
        self.clock = FakeClock()
        self.scheduler = FakeScheduler(self.clock)
        self.home = home
        self._has_left = False
        typed = settings_from({"help": {"bell": False}, **(settings or {})})
        self.speaker = FakeSpeaker()
        self.chime = FakeBell()
        self.kiosk = Kiosk(
            Options(home=home, settings=typed, shape=shape),
            clock=self.clock,
            scheduler=self.scheduler,
            speaker=self.speaker,
            chime=self.chime,
        )
        self._finger = QTest.createTouchDevice()
        self.kiosk.start()
        self.until(self.kiosk.view.isExposed, "a window")
        self.until(lambda: self.kiosk.shell.noteText != "", "the catalogue")
        self.settle()

    def leave(self) -> None:
        """Close the kiosk and let Qt delete what waits for it; a second time nothing is left to do."""
        if self._has_left:
            return
        self._has_left = True
        self.kiosk.translations.show("vi")
        self.kiosk.close()
        self._work()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- waiting --------------------------------------------------------------------------------

    def until(self, happened: Callable[[], bool], what: str) -> None:
        deadline = QDeadlineTimer(self._within_ms)
        while not happened():
            assert not deadline.hasExpired(), f"did not come: {what}; screen {self.screen_name()}"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def settle(self) -> None:
        """Wait until every lane is empty, what it told is shown, and lists have found their page."""
        for lane in (Lane.CATALOGUE, Lane.DATABASE, Lane.PRINTER, Lane.DATABASE, Lane.CATALOGUE, Lane.SPEECH):
            told: list[bool] = []
            self.kiosk.tasks.submit(lane, lambda: True, done=told.append)
            self.until(lambda told=told: bool(told), f"the {lane.value} lane")
        self._work()
        self.until(lambda: not self._lists_turn(), "lists at rest")

    def _lists_turn(self) -> bool:
        """True while a list still looks for how many rows its page holds."""
        lists = (item for item in self.items() if item.metaObject().className().startswith("PagedList"))
        return any(
            child.property("interval") == 0 and child.property("running")
            for one in lists
            for child in one.children()
        )

    def _work(self) -> None:
        """Run events until a timer of no length has come round three times, and delete what waits for it."""
        for _ in range(3):
            turned: list[bool] = []
            QTimer.singleShot(0, lambda turned=turned: turned.append(True))
            while not turned:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait_s(self, seconds: float) -> None:
        """Let time pass without a touch."""
        self.scheduler.advance(seconds)
        self.settle()

    # --- looking --------------------------------------------------------------------------------

    def screen_name(self) -> str:
        return self.kiosk.shell.screenName

    def about(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The place as a value: screen and what it is about."""
        place = self.kiosk.way.current.place
        return place.screen, tuple(sorted((key, str(value)) for key, value in place.about.items()))

    def items(self) -> list[QQuickItem]:
        root = self.kiosk.view.rootObject()
        assert isinstance(root, QQuickItem)
        return list(walk(root))

    def on_glass(self, item: QQuickItem) -> bool:
        """True when the middle of `item` is inside the window and not cut off by a list's edge."""
        middle = scene_rect(item).center()
        parent = item.parentItem()
        while parent is not None:
            if parent.clip() and not scene_rect(parent).contains(middle):
                return False
            parent = parent.parentItem()
        view = self.kiosk.view
        return QRectF(0, 0, view.width(), view.height()).contains(middle)

    def find(self, name: str) -> QQuickItem | None:
        return next(
            (item for item in self.items() if item.objectName() == name and self.on_glass(item)), None
        )

    def shows(self, name: str) -> bool:
        return self.find(name) is not None

    def texts(self) -> list[str]:
        return [
            str(item.property("text"))
            for item in self.items()
            if item.inherits("QQuickText") and item.property("text") and self.on_glass(item)
        ]

    def reads(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def see(self, words: str) -> None:
        """Wait until a text on the glass holds `words`."""
        deadline = QDeadlineTimer(self._within_ms)
        while not self.reads(words):
            assert not deadline.hasExpired(), f"{words!r} not among {self.texts()}"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def controls(self) -> list[QQuickItem]:
        """Everything that can be touched: the items that guard against a double strike."""
        return [
            item for item in self.items() if item.property("strikeMs") is not None and self.on_glass(item)
        ]

    def picture(self) -> QImage:
        return self.kiosk.view.grabWindow()

    def codes(self) -> list[str]:
        """The texts of all QR codes on the glass, read from its picture."""
        return read_codes(self.picture())

    # --- touching -------------------------------------------------------------------------------

    def touch(self, name: str) -> None:
        """Touch the control of this name once it can be touched, and wait for what follows."""
        self.until(lambda: self._ready(name), f"{name} to touch")
        self.strike(name)
        self.settle()

    def strike(self, name: str) -> None:
        """Touch at once, ready or not, and wait for nothing."""
        item = self.find(name)
        assert item is not None, f"{name} is not on {self.screen_name()}"
        self.strike_at(scene_rect(item).center())

    def strike_at(self, at: QPointF) -> None:
        view, point = self.kiosk.view, QPoint(round(at.x()), round(at.y()))
        QTest.touchEvent(view, self._finger).press(0, point, view).commit()
        QTest.touchEvent(view, self._finger).release(0, point, view).commit()
        QCoreApplication.processEvents()

    def _ready(self, name: str) -> bool:
        """On the glass, enabled, and over its guard against a double strike."""
        item = self.find(name)
        if item is None or not item.isEnabled():
            return False
        strike = item.property("strikeMs")
        guards = [child for child in item.children() if child.property("interval") == strike]
        return not any(guard.property("running") for guard in guards)

    def type(self, words: str) -> None:
        """Touch the keys of `words`; `<sac>` is a tone key, `<ư>` a marked letter."""
        for key in keys_of(words):
            self.touch("key-" + key)

    def dial(self, digits: str) -> None:
        for digit in digits:
            self.touch("pad-" + digit)

    # --- ways -----------------------------------------------------------------------------------

    def begin(self) -> None:
        """From the attract screen to the home screen."""
        view = self.kiosk.view
        self.strike_at(QPointF(view.width() / 2, view.height() / 3))
        self.settle()
        assert self.screen_name() == "home"

    def open(self, screen: str, **about: object) -> None:
        """Go straight to a screen, for tests of that screen alone."""
        self.kiosk.way.go(screen, **about)
        self.settle()

    def paper(self) -> list[Path]:
        """The sheets the virtual printer gave out, oldest first."""
        return sorted((self.home / "paper").glob("*.png"), key=lambda path: path.stat().st_mtime_ns)


def keys_of(words: str) -> Iterator[str]:
    rest = words
    while rest:
        if rest[0] == "<":
            key, _, rest = rest[1:].partition(">")
        else:
            key, rest = "space" if rest[0] == " " else rest[0], rest[1:]
        yield key


def read_codes(picture: QImage) -> list[str]:
    """Return the texts of the QR codes in a picture, top to bottom."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(grey.constBits())).cast("B", (grey.height(), grey.bytesPerLine()))
    return [code.text for code in zxingcpp.read_barcodes(pixels)]
