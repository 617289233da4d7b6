"""S14, the question before the wipe: still here?"""

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StillHereViewModel(ViewModel):  # type: ignore[operator]
    """Nothing of the person shows here; everything waits underneath."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._way, self._aloud = context.way, context.services.aloud
        self._personal = context.services.visit.personal

    def arrive(self) -> None:
        """The question is heard as well as seen: a tone, and where speech is on the page is read."""
        self._aloud.chime()

    @Slot()
    def stay(self) -> None:
        """Go on where they were, as often as they like."""
        self._way.back()

    @Slot()
    def finish(self) -> None:
        """Wipe now."""
        self._way.end_visit()

    @Property(bool, constant=True)
    def personal(self) -> bool:
        return self._personal
