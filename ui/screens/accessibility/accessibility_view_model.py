"""S13: how the machine shows itself to this one person."""

from dataclasses import replace

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.access_modes import (
    RATES_PERCENT,
    VOLUMES_PERCENT,
    AccessModes,
    Contrast,
    Keys,
    TextSize,
    stepped,
)
from ui.context import ScreenContext
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class AccessibilityViewModel(ViewModel):  # type: ignore[operator]
    """Every mode with the choice made now; each change shows at once, on this very page."""

    modesChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way

    def arrive(self) -> None:
        """The bar may have changed a mode meanwhile."""
        self.modesChanged.emit()

    @Slot(str, str)
    def choose(self, group: str, value: str) -> None:
        """Choose `value` in `group`, one of the groups of the page. Raises ValueError for another value."""
        modes = self._services.modes()
        if group == "text":
            self._set(replace(modes, text=TextSize(value)))
        elif group == "contrast":
            self._set(replace(modes, contrast=Contrast(value)))
        elif group == "keys":
            self._set(replace(modes, keys=Keys(value)))
        elif group == "low":
            self._set(replace(modes, low_reach=value == "on"))
        elif group == "speech":
            self._set(replace(modes, speech=value == "on", curtain=False))
        elif group == "curtain":
            self._set(replace(modes, curtain=value == "on", speech=True))
        elif group in {"rate", "volume"}:
            self._set(stepped(modes, group, 1 if value == "more" else -1))
            self._services.aloud.repeat(self._services.modes())
        elif group == "motion":
            self._set(replace(modes, reduced_motion=value == "on"))

    @Slot()
    def reset(self) -> None:
        """Everything as the next person would find it."""
        self._set(AccessModes())

    @Slot()
    def done(self) -> None:
        """Back to where they came from."""
        self._way.back()

    def _set(self, modes: AccessModes) -> None:
        self._services.set_modes(modes)
        self.modesChanged.emit()

    @Property(bool, notify=modesChanged)
    def speech(self) -> bool:
        return self._services.modes().speech

    @Property(bool, notify=modesChanged)
    def curtain(self) -> bool:
        return self._services.modes().curtain

    @Property(bool, constant=True)
    def canSpeak(self) -> bool:
        """Whether this machine has a voice."""
        return self._services.aloud.available

    @Property(bool, notify=modesChanged)
    def canCurtain(self) -> bool:
        """Whether somebody listens with headphones: only then the glass may go black."""
        return self._services.aloud.headphones

    @Property(str, notify=modesChanged)
    def rateText(self) -> str:
        return f"{self._services.modes().rate_step + 1}/{len(RATES_PERCENT)}"

    @Property(str, notify=modesChanged)
    def volumeText(self) -> str:
        return f"{self._services.modes().volume_step + 1}/{len(VOLUMES_PERCENT)}"

    @Property(bool, notify=modesChanged)
    def changed(self) -> bool:
        """True where anything differs from the usual."""
        return self._services.modes() != AccessModes()
