"""Child of the screen benchmark: real touches on the real kiosk; prints milliseconds as JSON."""

import json
import os
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from config.loading import load_settings
from kiosk.app import Kiosk, Options

ROUNDS = 15
WORDS = "khai sinh"


class Probe:
    def __init__(self, app: Kiosk) -> None:
        self.app = app
        self.frames = 0
        self.device: QPointingDevice = QTest.createTouchDevice()
        app.view.frameSwapped.connect(self._frame)

    def _frame(self) -> None:
        self.frames += 1

    def until(self, happened, seconds: float = 20.0) -> None:
        end = time.monotonic() + seconds
        while not happened():
            self.app.application.processEvents()
            assert time.monotonic() < end, "nothing happened"

    def item(self, name: str) -> QQuickItem:
        found = self.found(name)
        assert found is not None, name
        return found

    def found(self, name: str) -> QQuickItem | None:
        """Walk what is drawn: delegates are children of the picture, not of the object tree."""
        waiting = [self.app.view.rootObject()]
        while waiting:
            item = waiting.pop()
            if item.objectName() == name and item.isVisible():
                return item
            waiting.extend(item.childItems())
        return None

    def touch(self, name: str) -> None:
        item = self.item(name)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        self.touch_at(centre)

    def touch_at(self, centre: QPoint) -> None:
        sequence = QTest.touchEvent(self.app.view, self.device)
        sequence.press(0, centre, self.app.view).commit()
        sequence.release(0, centre, self.app.view).commit()

    def settle(self) -> None:
        """Let a new screen be laid out and drawn before it is touched."""
        for _ in range(3):
            frames = self.frames
            self.app.view.update()
            self.until(lambda: self.frames > frames)  # noqa: B023  asked at once

    def pause(self) -> None:
        """Type no faster than fingers do: the same key counts again after 120 ms (decision 052)."""
        end = time.monotonic() + 0.15
        self.until(lambda: time.monotonic() > end)

    def pressed(self, name: str) -> float:
        """Milliseconds from a finger on the glass to the next frame, which shows the control pressed."""
        item = self.item(name)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        frames, started = self.frames, time.perf_counter()
        QTest.touchEvent(self.app.view, self.device).press(0, centre, self.app.view).commit()
        self.until(lambda: self.frames > frames)
        took_ms = (time.perf_counter() - started) * 1000
        QTest.touchEvent(self.app.view, self.device).release(0, centre, self.app.view).commit()
        self.settle()
        self.pause()
        return took_ms

    def timed(self, act, happened) -> float:
        """Milliseconds from the touch to the frame after `happened`."""
        started = time.perf_counter()
        act()
        self.until(happened)
        frames = self.frames
        self.app.view.update()
        self.until(lambda: self.frames > frames)
        return (time.perf_counter() - started) * 1000


def main() -> None:
    home = Path(os.environ["KIOSK_BENCH_FOLDER"]) / "home-real"
    with Kiosk(Options(home=home, settings=load_settings(home).settings, shape="portrait")) as app:
        probe = Probe(app)
        probe.until(lambda: app.catalogue_known)
        app.way.home()
        probe.until(lambda: app.way.current.view_model.tiles.rowCount() > 0)
        probe.until(lambda: probe.frames > 3)
        pages, keys, taps = [], [], []
        for _ in range(ROUNDS):
            app.way.home()
            probe.until(lambda: probe.found("tile-sinh-con") is not None)
            probe.settle()
            pages.append(probe.timed(lambda: probe.touch("tile-sinh-con"), _rows_shown(app, "event_list")))
            probe.settle()
            pages.append(probe.timed(lambda: probe.touch("row-1.001193"), _loaded(app)))
        for _ in range(3):
            app.way.home()
            app.way.go("search")
            probe.until(lambda: probe.found("key-k") is not None)
            probe.settle()
            for letter in WORDS:
                probe.pause()
                keys.append(probe.timed(*_key(probe, app, letter)))
            taps += [probe.pressed(f"key-{letter}") for letter in WORDS.replace(" ", "") * 2]
        memory = psutil.Process().memory_full_info()
        print(
            json.dumps(
                {
                    "page_ms": pages,
                    "key_ms": keys,
                    "tap_ms": taps,
                    "uss_mb": memory.uss / 2**20,
                    "pss_mb": memory.pss / 2**20,
                }
            )
        )


def _rows_shown(app: Kiosk, screen: str):
    return lambda: app.way.current.place.screen == screen and app.way.current.view_model.rows.rowCount() > 0


def _loaded(app: Kiosk):
    return lambda: (
        app.way.current.place.screen == "procedure" and app.way.current.view_model.papers.rowCount() > 0
    )


def _key(probe: Probe, app: Kiosk, letter: str):
    view_model = app.way.current.view_model
    before = view_model._answer
    name = "key-space" if letter == " " else f"key-{letter}"
    happened = (lambda: True) if letter == " " else (lambda: view_model._answer is not before)
    return (lambda: probe.touch(name)), happened


if __name__ == "__main__":
    main()
