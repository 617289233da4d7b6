"""How to file from home: the national portal, step by step, with its address as a QR code."""

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.view_model import ViewModel

# The national portal (Cổng Dịch vụ công quốc gia), since 1 July 2025 the one place to file online.
PORTAL_ADDRESS = "https://dichvucong.gov.vn"

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class OnlineGuideViewModel(ViewModel):  # type: ignore[operator]
    """Four steps and one code."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._way = context.way

    @Slot()
    def search(self) -> None:
        """Look up the papers first."""
        self._way.go("search")

    @Slot()
    def finish(self) -> None:
        """Back to where they were."""
        self._way.back()

    @Property(str, constant=True)
    def address(self) -> str:
        return PORTAL_ADDRESS
