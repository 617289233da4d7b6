"""A sheet as a picture: the very bitmap the printer gets, held in memory while its screen shows."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider


class SheetPictures(QQuickImageProvider):
    """`image://sheet/<key>`: PNG bytes given by a screen, forgotten when it leaves."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures: dict[str, QImage] = {}

    def keep(self, key: str, png: bytes) -> str:
        """Hold a picture and return its address."""
        self._pictures[key] = QImage.fromData(png)
        return f"image://sheet/{key}"

    def forget(self, key: str) -> None:
        """Drop a picture; one that is not held is fine."""
        self._pictures.pop(key, None)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002  Qt's signature
        """Return the picture as printed, one pixel a dot; a white one where it is gone."""
        return self._pictures.get(name) or QImage(1, 1, QImage.Format.Format_Mono)
