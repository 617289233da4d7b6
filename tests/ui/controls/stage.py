"""A window for one control: loads QML text, touches it, photographs it, walks its accessible tree."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import SIGNAL, QDeadlineTimer, QEventLoop, QObject, QPoint, QPointF, QRect, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import marked_text, qr_item  # noqa: F401  importing registers their types with QML
from ui.fonts_loading import load_fonts
from ui.image_providers import add_image_providers

UI_FOLDER = Path(qr_item.__file__).parent
HEAD = "pragma ComponentBehavior: Bound\nimport QtQuick\nimport Kiosk.Controls\nimport Kiosk.Items\n"
CONTROL_ROLES = (QAccessible.Role.Button, QAccessible.Role.CheckBox)
SHAPES = {"portrait": (1080, 1920, 4.034), "landscape": (1366, 768, 3.955), "wide": (1920, 1080, 4.034)}


class Stage:
    """Owns one QQuickView; `item` finds by objectName. Close it when the test is over."""

    def __init__(
        self, *, shape: str = "portrait", text_mode: str = "standard", contrast: str = "light"
    ) -> None:
        load_fonts()
        self.view = QQuickView()
        engine = self.view.engine()
        add_image_providers(engine)
        engine.addImportPath(str(UI_FOLDER))
        width, height, px_per_mm = SHAPES[shape]
        self.px_per_mm = px_per_mm
        self.theme: QObject = engine.singletonInstance("Kiosk.Controls", "Theme")
        for name, value in (
            ("pxPerMm", px_per_mm),
            ("shape", shape),
            ("textMode", text_mode),
            ("contrast", contrast),
        ):
            self.theme.setProperty(name, value)
        self.view.resize(width, height)
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self._folder = TemporaryDirectory()
        self._touch = QTest.createTouchDevice()

    def show(self, body: str, *, imports: str = "") -> QQuickItem:
        """Show QML objects on an empty page as large as the window; return the page."""
        path = Path(self._folder.name) / "Page.qml"
        path.write_text(f"{HEAD}{imports}\nItem {{\n{body}\n}}\n", encoding="utf-8")
        return self.show_file(path)

    def show_file(self, path: Path) -> QQuickItem:
        """Show a QML file and return its root item."""
        self.view.setSource(QUrl.fromLocalFile(str(path)))
        assert not self.view.errors(), [error.toString() for error in self.view.errors()]
        self._expose()
        return self.view.rootObject()

    def _expose(self) -> None:
        self.view.show()
        self.view.requestActivate()
        assert self.wait(self.view.isExposed)
        self.settle()

    def close(self) -> None:
        self.view.close()
        self._folder.cleanup()
        self.view.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Let queued events run."""
        for _ in range(3):
            QApplication.processEvents()

    def wait(self, condition: Callable[[], bool], *, within_ms: int = 5000) -> bool:
        """Run events until `condition` holds, or the deadline has passed."""
        deadline = QDeadlineTimer(within_ms)
        while not condition() and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        return condition()

    def item(self, name: str) -> QQuickItem:
        """Return the item with this objectName, repeaters included."""
        found = next((item for item in self.items() if item.objectName() == name), None)
        assert found is not None, f"no item called {name}"
        return found

    def items(self, root: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Walk the visual tree from `root`, the content item where none is given."""
        start = root or self.view.contentItem()
        yield start
        for child in start.childItems():
            yield from self.items(child)

    def centre(self, item: QQuickItem) -> QPoint:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def press(self, at: QPoint) -> None:
        QTest.touchEvent(self.view, self._touch).press(0, at, self.view).commit()
        self.settle()

    def move(self, at: QPoint) -> None:
        QTest.touchEvent(self.view, self._touch).move(0, at, self.view).commit()
        self.settle()

    def release(self, at: QPoint) -> None:
        QTest.touchEvent(self.view, self._touch).release(0, at, self.view).commit()
        self.settle()

    def tap(self, item: QQuickItem) -> None:
        at = self.centre(item)
        self.press(at)
        self.release(at)

    def picture(self) -> QImage:
        self.settle()
        return self.view.grabWindow()

    def controls(self) -> list[QAccessibleInterface]:
        """Return every control of the accessible tree that is seen."""
        found: list[QAccessibleInterface] = []
        self._walk(QAccessible.queryAccessibleInterface(self.view), found)
        return found

    def _walk(self, node: QAccessibleInterface, found: list[QAccessibleInterface]) -> None:
        if node.role() in CONTROL_ROLES and not node.state().invisible:
            found.append(node)
        for index in range(node.childCount()):
            child = node.child(index)
            if child is not None:
                self._walk(child, found)


class Heard:
    """Listens to a QML signal; `said` holds the arguments of each time it came, in order."""

    def __init__(self, sender: QObject, signal: str) -> None:
        self.said: list[tuple[object, ...]] = []
        QObject.connect(sender, SIGNAL(signal), self._hear)  # type: ignore[arg-type]

    def _hear(self, *arguments: object) -> None:
        self.said.append(arguments)

    @property
    def times(self) -> int:
        return len(self.said)


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def colours_in(picture: QImage, area: QRect) -> set[str]:
    """Return the colours of every pixel in `area` as #rrggbb."""
    return {
        picture.pixelColor(x, y).name(QColor.NameFormat.HexRgb)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }
