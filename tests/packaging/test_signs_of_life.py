"""The real kiosk under a manager that waits for signs of life, and a lane that really hangs."""

import os
import signal
import socket
import subprocess
import sys
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject

from config.system_clock import SystemClock
from kiosk.ports.tasks import Lane
from kiosk.services.watchdog import Watchdog
from ui.scheduler import QtScheduler
from ui.task_runner import LaneRunner


def work_until(happened, within_ms=10_000):
    deadline = QDeadlineTimer(within_ms)
    while not happened() and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    assert happened()


def test_a_lane_that_really_hangs_ends_the_signs_of_life_until_it_answers(qapp):
    tasks, root, signs, held = LaneRunner(), QObject(), [], Event()
    dog = Watchdog(
        tasks,
        QtScheduler(root),
        SystemClock(),
        alive=lambda: signs.append(True),
        limits_s={Lane.CATALOGUE: 0.2},
    )
    try:
        dog.start(0.05)
        work_until(lambda: len(signs) > 3)
        tasks.submit(Lane.CATALOGUE, held.wait)
        work_until(lambda: bool(dog._told))
        silent_from = len(signs)
        for _ in range(4):
            dog.look()
        silent_to = len(signs)
        held.set()
        work_until(lambda: len(signs) > silent_to)
    finally:
        held.set()
        dog.stop()
        tasks.close()

    assert silent_from == silent_to


@pytest.mark.timeout(90)
def test_the_kiosk_says_that_it_is_up_alive_and_going(tmp_path):
    path = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(path))
        manager.settimeout(60)
        environment = os.environ | {
            "NOTIFY_SOCKET": str(path),
            "WATCHDOG_USEC": "2000000",
            "KIOSK_HOME": str(tmp_path / "home"),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
        }
        with subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--windowed"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as kiosk:
            heard = [manager.recv(100) for _ in range(4)]
            kiosk.send_signal(signal.SIGTERM)
            while heard[-1] != b"STOPPING=1":
                heard.append(manager.recv(100))

    assert heard.count(b"READY=1") == 1
    assert heard.count(b"WATCHDOG=1") >= 2
    assert kiosk.returncode == 0
