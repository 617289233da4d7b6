"""Child of the start benchmark: prints seconds from process birth to first frame, home, and memory."""

import json
import os
import sys
import time
from pathlib import Path

import psutil


def since_birth_s() -> float:
    """Seconds since this process was asked for: the system's own figure is rounded to whole seconds."""
    return time.monotonic() - float(os.environ["KIOSK_BENCH_STARTED"])


def bare() -> dict:
    """The floor: an empty QML window with the same Qt."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickView

    application = QGuiApplication([])
    view = QQuickView()
    qml = Path(os.environ["KIOSK_BENCH_FOLDER"]) / "bare.qml"
    qml.write_text("import QtQuick\nRectangle { width: 1080; height: 1920 }\n", "utf-8")
    view.setSource(QUrl.fromLocalFile(str(qml)))
    figures: dict = {}
    view.frameSwapped.connect(lambda: figures.setdefault("first_frame_s", since_birth_s()))
    view.show()
    while "first_frame_s" not in figures:
        application.processEvents()
    figures["uss_mb"] = psutil.Process().memory_full_info().uss / 2**20
    return figures


def kiosk() -> dict:
    from config.ready_made_methods import use_ready_made

    use_ready_made()  # as `kiosk run` does
    from config.loading import load_settings
    from kiosk.app import Kiosk, Options

    home = Path(os.environ["KIOSK_BENCH_FOLDER"]) / "home"
    figures: dict = {}
    with Kiosk(Options(home=home, settings=load_settings(home).settings, shape="portrait")) as app:
        app.view.frameSwapped.connect(lambda: figures.setdefault("first_frame_s", since_birth_s()))
        while "first_frame_s" not in figures:
            app.application.processEvents()
        app.way.home()
        tiles = app.way.current.view_model.tiles
        drawn: list[float] = []
        while not tiles.rowCount():
            app.application.processEvents()
        app.view.frameSwapped.connect(lambda: drawn.append(since_birth_s()))
        app.view.update()
        while not drawn:
            app.application.processEvents()
        figures["home_s"] = drawn[0]
        figures["uss_mb"] = psutil.Process().memory_full_info().uss / 2**20
    return figures


if __name__ == "__main__":
    print(json.dumps({"bare": bare, "kiosk": kiosk}[sys.argv[1]]()))
