"""T1, how many pixels a millimetre has: an identity card held against a drawing of its size."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep
from ui.context import ScreenContext
from ui.setup_way import went_through
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
CARD_MM = (85.60, 53.98)
"""ISO/IEC 7810 ID-1: the citizen's identity card, every bank card."""
_LEAST_PX, _MOST_PX = 200, 900


@QmlElement
@QmlUncreatable("Made by the way")
class TechCardViewModel(ViewModel):  # type: ignore[operator]
    """The drawing grows and shrinks by touches until the card covers it."""

    textsChanged = Signal()
    widthChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._width_px = round(CARD_MM[0] * self._services.staff.shown_px_per_mm)
        self._refusal, self._gone = "", False

    def leave(self) -> None:
        self._gone = True

    def retranslate(self) -> None:
        super().retranslate()
        self.widthChanged.emit()

    @Slot(int)
    def grow(self, pixels: int) -> None:
        """Make the drawing wider, or narrower, by so many pixels."""
        self._width_px = max(_LEAST_PX, min(_MOST_PX, self._width_px + pixels))
        self.widthChanged.emit()

    @Slot()
    def fits(self) -> None:
        """The card covers the drawing: keep the figure."""
        self._services.staff.machine.set("screen.px_per_mm", f"{self._density():.3f}", self._told)

    def _density(self) -> float:
        return self._width_px / CARD_MM[0] / self._services.staff.scale

    def _told(self, refusal: str) -> None:
        if self._gone:
            return
        if refusal:
            self._refusal = refusal
            self.textsChanged.emit()
        else:
            value = f"{self._density():.3f}"
            went_through(self._services.staff.technicians.setup, self._way, SetupStep.CARD, value=value)

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return translated("TechCard", "Áp thẻ căn cước vào khung")

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        return translated("TechCard", "Chỉnh đến khi thẻ che vừa khít khung.")

    @Property(str, notify=textsChanged)
    def fault(self) -> str:
        return self._refusal

    @Property(int, notify=widthChanged)
    def widthPx(self) -> int:
        return self._width_px

    @Property(int, notify=widthChanged)
    def heightPx(self) -> int:
        return round(self._width_px * CARD_MM[1] / CARD_MM[0])

    @Property(str, notify=widthChanged)
    def figure(self) -> str:
        words = translated("TechCard", "%1 điểm ảnh một mm")
        return words.replace("%1", f"{self._density():.3f}".replace(".", ","))
