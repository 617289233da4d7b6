"""The procedure's page on the official portal as a code for the phone; the kiosk itself opens no web page."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.official_links import official_link
from ui.context import ScreenContext
from ui.procedure_names import plain_name
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class OfficialLinkViewModel(ViewModel):  # type: ignore[operator]
    """`about`: code. Without a sound address there is nothing to scan, and the screen says so."""

    textsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._procedure: Procedure | None = None
        self._loaded = False
        self._services.find.procedure(context.text_about("code"), self._show)

    def _show(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self._loaded = True
        self.textsChanged.emit()

    @Slot()
    def finish(self) -> None:
        """Back to where they were."""
        self._way.back()

    @Property(str, notify=textsChanged)
    def address(self) -> str:
        """The whole address, "" where the record has none that may be shown."""
        return self._address()

    @Property(bool, notify=textsChanged)
    def missing(self) -> bool:
        return self._loaded and not self._address()

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        """The procedure's name, short."""
        return plain_name(self._procedure, self._services.language()) if self._procedure is not None else ""

    def _address(self) -> str:
        return official_link(self._procedure.url) if self._procedure is not None else ""
