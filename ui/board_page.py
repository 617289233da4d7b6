"""What pages of the city's board share: rows that follow what the portal last told."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.rows_page import RowsPageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("A kind of page")
class BoardPageViewModel(RowsPageViewModel):  # type: ignore[operator]
    """A page of rows from `services.news`, painted anew whenever the board changes while it is shown."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._stop = self.services.news.watch(lambda _board: self.paint())

    def leave(self) -> None:
        self._stop()
