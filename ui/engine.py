"""The window and the QML engine: fonts, images, language, and every touch told to the idle clock."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, QTranslator, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImageReader, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickView, QQuickWindow, QSGRendererInterface

from ui import marked_text, qr_item, rows  # noqa: F401  importing registers their types with QML
from ui.fonts_loading import load_fonts
from ui.image_providers import add_image_providers
from ui.keypad_keys import KeypadKeys
from ui.languages import SOURCE, Language, offered_languages
from ui.scans import Scans
from ui.sheets import SheetPictures
from ui.shell.shell_view_model import ShellViewModel

UI_FOLDER = Path(__file__).parent
TRANSLATIONS = UI_FOLDER / "translations"
_IMAGE_LIMIT_MIB = 32
STAFF_KEYS = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, Qt.Key.Key_S
)
"""The staff's way in where a keyboard is plugged in."""


class Translations(QObject):
    """Vietnamese is the source; each other language is laid over it from its table."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translator = QTranslator(self)
        self._language = SOURCE
        self._texts = b""
        self._offered = offered_languages(TRANSLATIONS)

    def offered(self) -> tuple[Language, ...]:
        """The languages there are, by their own names."""
        return self._offered

    def language(self) -> str:
        """The code of the language shown."""
        return self._language

    def show(self, language: str) -> None:
        """Install the texts of `language`; Vietnamese where there is no table of it."""
        if language not in {one.code for one in self._offered}:
            language = SOURCE
        if language == self._language:
            return
        self._application.removeTranslator(self._translator)
        self._language = language
        file = TRANSLATIONS / f"kiosk_{language}.qm"
        if language == SOURCE or not file.exists():
            return
        # Read, not mapped: an update that replaces the file must not pull texts from under the kiosk.
        self._texts = file.read_bytes()
        if self._translator.load(self._texts):
            self._application.installTranslator(self._translator)


class KioskView(QQuickView):
    """The one window, which tells what people do before QML sees it.

    `touched` is every touch, click and key, `keyed` which key it was, `pointed` a finger or a mouse alone.
    `knocked` is the staff's combination of keys.
    """

    touched = Signal()
    keyed = Signal(int)
    pointed = Signal()
    knocked = Signal()

    def __init__(self, sheets: SheetPictures, scans: Scans, *, keys: KeypadKeys | None = None) -> None:
        super().__init__()
        self._scans, self._keys = scans, keys or KeypadKeys({})
        self.setTitle("Kiosk")
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        engine = self.engine()
        engine.addImportPath(str(UI_FOLDER))
        add_image_providers(engine)
        engine.addImageProvider("sheet", sheets)

    def load(self, shell: ShellViewModel) -> None:
        """Show the frame. Raises RuntimeError naming what QML could not load: an installation fault."""
        self._tell_glass(shell)
        self.setInitialProperties({"shell": shell})
        frame = "Main.qml" if shell.turned_by() == 0 else "Turned.qml"
        self.setSource(QUrl.fromLocalFile(str(UI_FOLDER / "shell" / frame)))
        if self.status() is QQuickView.Status.Error:
            raise RuntimeError("; ".join(error.toString() for error in self.errors()))

    def _tell_glass(self, shell: ShellViewModel) -> None:
        """Tell the theme what glass this is before anything is laid out, so that nothing is drawn twice."""
        theme = self.engine().singletonInstance("Kiosk.Controls", "Theme")
        if isinstance(theme, QObject):
            theme.setProperty("pxPerMm", shell.pxPerMm)
            theme.setProperty("panel", shell.shape)
            theme.setProperty("shape", shell.shape)

    def touchEvent(self, event: QTouchEvent) -> None:
        self._tell(event)
        if event.type() is QEvent.Type.TouchBegin:
            self.pointed.emit()
        super().touchEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tell(event)
        self.pointed.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._tell(event)
        if event.keyCombination() == STAFF_KEYS:
            self.knocked.emit()
            return
        if self._keys.heard(event):
            return
        event = self._keys.usual(event)
        if self._scans.key(event.text(), ends=event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}):
            return
        before = self.activeFocusItem()
        if not event.isAutoRepeat():
            self.keyed.emit(event.key())
        if self.activeFocusItem() != before:
            return  # it brought the keys onto the page; it neither moves on nor chooses what is unheard
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(self._keys.usual(event))

    def _tell(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress}:
            self.touched.emit()


def make_application() -> QGuiApplication:
    """Return the application object, with the software renderer and our own fonts only."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    application = QGuiApplication(["kiosk"])
    application.setApplicationName("kiosk")
    QImageReader.setAllocationLimit(_IMAGE_LIMIT_MIB)
    load_fonts()
    return application
