import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer

from ui.scheduler import QtScheduler


@pytest.fixture
def parent(qapp):
    made = QObject()
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(condition):
    deadline = QDeadlineTimer(5000)
    while not condition():
        assert not deadline.hasExpired()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def test_after_comes_once_and_every_comes_again(parent):
    once, often = [], []
    scheduler = QtScheduler(parent)
    scheduler.after(1, lambda: once.append(1))
    scheduler.every(1, lambda: often.append(1))

    wait(lambda: len(often) >= 3)
    assert len(once) == 1


def test_a_stopped_timer_is_silent_and_its_object_is_gone(parent):
    heard = []
    timer = QtScheduler(parent).every(1, lambda: heard.append(1))
    wait(lambda: heard)
    timer.stop()
    timer.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    count = len(heard)

    other = []
    QtScheduler(parent).after(20, lambda: other.append(1))
    wait(lambda: other)

    assert len(heard) == count
    assert [child for child in parent.children() if isinstance(child, QTimer) and child.isActive()] == []
