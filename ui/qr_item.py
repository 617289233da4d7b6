"""A QR code drawn module by module, so that its edges are sharp at any size."""

from PySide6.QtCore import Property, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.qml_made import forget_when_gone

QML_IMPORT_NAME = "Kiosk.Items"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_ZONE_MODULES = 4  # ISO/IEC 18004: four modules of white on every side
Matrix = tuple[tuple[bool, ...], ...]


def qr_matrix(payload: str) -> Matrix:
    """Return the dark modules of `payload` as rows of booleans, error correction M, without the quiet zone.

    The text is coded as UTF-8 bytes. An empty text gives (), and so does one
    of more than 2,331 bytes, which no code can hold.
    """
    import qrcode  # late: the first frame does not need it
    from qrcode.exceptions import DataOverflowError

    if not payload:
        return ()
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(payload.encode())
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return ()
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


@QmlElement
class QrItem(QQuickPaintedItem):
    """Black on white whatever the contrast theme; one module is `moduleSize` whole pixels.

    Its implicit size is the code with its quiet zone. `fits` is False when there is nothing to show.
    """

    payloadChanged = Signal()
    moduleSizeChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        forget_when_gone(self)
        self._payload = ""
        self._module_size = 8
        self._matrix: Matrix = ()
        self.setFillColor(Qt.GlobalColor.white)

    def _get_payload(self) -> str:
        return self._payload

    def _set_payload(self, payload: str) -> None:
        if payload == self._payload:
            return
        self._payload = payload
        self._matrix = qr_matrix(payload)
        self._resize()
        self.payloadChanged.emit()

    def _get_module_size(self) -> int:
        return self._module_size

    def _set_module_size(self, pixels: int) -> None:
        if pixels == self._module_size or pixels < 1:
            return
        self._module_size = pixels
        self._resize()
        self.moduleSizeChanged.emit()

    def _get_fits(self) -> bool:
        return bool(self._matrix)

    payload = Property(str, _get_payload, _set_payload, notify=payloadChanged)
    moduleSize = Property(int, _get_module_size, _set_module_size, notify=moduleSizeChanged)
    fits = Property(bool, _get_fits, notify=payloadChanged)

    def _resize(self) -> None:
        modules = len(self._matrix) + 2 * QUIET_ZONE_MODULES if self._matrix else 0
        self.setImplicitSize(modules * self._module_size, modules * self._module_size)
        self.update()

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        size = self._module_size
        start = QUIET_ZONE_MODULES * size
        for row, modules in enumerate(self._matrix):
            for column, dark in enumerate(modules):
                if dark:
                    cell = QRect(start + column * size, start + row * size, size, size)
                    painter.fillRect(cell, Qt.GlobalColor.black)
