"""T1, the touch test: nine crosses one after the other, and how far off the finger was."""

import math

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep
from ui.context import ScreenContext
from ui.setup_way import went_through
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_TARGETS = tuple((x, y) for y in (0.1, 0.5, 0.9) for x in (0.1, 0.5, 0.9))
_GOOD_MM = 5.0
"""A quarter of the smallest target: more, and the wrong control is hit."""


@QmlElement
@QmlUncreatable("Made by the way")
class TechTouchViewModel(ViewModel):  # type: ignore[operator]
    """`targetX` and `targetY` are shares of the field, the cross now asked for."""

    targetChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._done: list[float] = []

    def retranslate(self) -> None:
        super().retranslate()
        self.targetChanged.emit()

    @Slot(float, float)
    def touched(self, off_x_px: float, off_y_px: float) -> None:
        """A finger came down so far from the cross, in pixels."""
        if self.finished():
            return
        self._done.append(math.hypot(off_x_px, off_y_px) / self._services.staff.shown_px_per_mm)
        if self.finished():
            self._services.staff.machine.touch_off_mm = max(self._done)
        self.targetChanged.emit()

    @Slot()
    def again(self) -> None:
        """Begin anew, or leave once all nine were touched."""
        if self.finished():
            setup, worst = self._services.staff.technicians.setup, f"{max(self._done):.1f}"
            went_through(setup, self._way, SetupStep.TOUCH, value=worst)
        else:
            self._done.clear()
            self.targetChanged.emit()

    def finished(self) -> bool:
        """Return whether all nine were touched."""
        return len(self._done) == len(_TARGETS)

    @Property(bool, notify=targetChanged)
    def isDone(self) -> bool:
        return self.finished()

    @Property(float, notify=targetChanged)
    def targetX(self) -> float:
        return _TARGETS[min(len(self._done), len(_TARGETS) - 1)][0]

    @Property(float, notify=targetChanged)
    def targetY(self) -> float:
        return _TARGETS[min(len(self._done), len(_TARGETS) - 1)][1]

    @Property(str, notify=targetChanged)
    def line(self) -> str:
        if not self.finished():
            words = translated("TechTouch", "Chạm vào giữa dấu cộng: %1 trong 9")
            return words.replace("%1", str(len(self._done) + 1))
        worst = max(self._done)
        off = f"{worst:.1f}".replace(".", ",")
        if worst <= _GOOD_MM:
            return translated("TechTouch", "Tốt, lệch nhiều nhất %1 mm").replace("%1", off)
        return translated("TechTouch", "Lệch đến %1 mm. Chỉnh lại màn hình chạm.").replace("%1", off)

    @Property(str, notify=targetChanged)
    def buttonText(self) -> str:
        if self.finished():
            return translated("TechTouch", "Xong")
        return translated("TechTouch", "Làm lại từ đầu")
