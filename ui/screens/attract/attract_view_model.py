"""S0, the screen of a kiosk nobody uses: what it is for, that any touch starts, and what is new."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.portal_data import Announcement
from kiosk.ports.printing import PrinterCondition
from ui.context import ScreenContext
from ui.opening_words import opening_words
from ui.portal_words import dates_words, in_language
from ui.reading import shortened
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SLIDES_MAX = 3
SLIDE_MS = 8000
_LONGEST_NOTICE = 90


@QmlElement
@QmlUncreatable("Made by the way")
class AttractViewModel(ViewModel):  # type: ignore[operator]
    """Says only what is known: "paper ready" needs a printer that said so."""

    textsChanged = Signal()
    printerChanged = Signal()
    slideChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._stop = self._services.printing.watch_condition(lambda _condition: self.printerChanged.emit())
        self._slide = 0
        self._timer = self._services.scheduler.every(SLIDE_MS, self._turn)
        self._unwatch = self._services.news.watch(lambda _board: self.slideChanged.emit())

    def leave(self) -> None:
        self._stop()
        self._timer.stop()
        self._unwatch()

    def retranslate(self) -> None:
        super().retranslate()
        self.slideChanged.emit()

    def _turn(self) -> None:
        """Another slide, at once and without movement; the first stays where motion is reduced."""
        slides = 1 + len(self._news())
        still = self._services.modes().reduced_motion
        self._slide = 0 if still else (self._slide + 1) % slides
        if slides > 1:
            self.slideChanged.emit()

    def _news(self) -> tuple[Announcement | str, ...]:
        """The newest notices, urgent ones first, then the hall's own; slides after the first."""
        city = self._services.news.board().announcements
        urgent = tuple(notice for notice in city if notice.urgent)
        others = tuple(notice for notice in city if not notice.urgent)
        found: tuple[Announcement | str, ...] = (*urgent, *self._services.hall.notices, *others)
        return found[: SLIDES_MAX - 1]

    def _shown(self) -> Announcement | str:
        news = self._news()
        return news[self._slide - 1] if 0 < self._slide <= len(news) else ""

    @Slot()
    def start(self) -> None:
        """Any touch begins a visit."""
        self._way.home()

    @Property(str, notify=textsChanged)
    def ward(self) -> str:
        return self._services.hall.ward or translated("Attract", "Phường, xã chưa đặt tên")

    @Property(str, notify=textsChanged)
    def point(self) -> str:
        return self._services.hall.point

    @Property(str, constant=True)
    def badge(self) -> str:
        """Marks a machine in demo mode on every screen."""
        return "BẢN THỬ" if self._services.demo else ""

    @Property(str, notify=textsChanged)
    def openingHours(self) -> str:
        services = self._services
        hours = opening_words(services.hall, services.news.board(), services.language())
        return translated("Attract", "Quầy làm việc %1").replace("%1", hours) if hours else ""

    @Property(bool, notify=printerChanged)
    def printerReady(self) -> bool:
        return self._services.printing.condition() in {PrinterCondition.READY, PrinterCondition.PAPER_LOW}

    @Property(bool, constant=True)
    def takesDossiers(self) -> bool:
        return self._services.takes_dossiers

    @Property(str, notify=slideChanged)
    def notice(self) -> str:
        """The notice of this slide, empty on the first."""
        shown = self._shown()
        if isinstance(shown, str):
            return shortened(shown, _LONGEST_NOTICE)
        words = in_language(shown.title, shown.title_en, self._services.language())
        return shortened(words, _LONGEST_NOTICE)

    @Property(str, notify=slideChanged)
    def noticeDates(self) -> str:
        shown = self._shown()
        return "" if isinstance(shown, str) else dates_words(shown)
