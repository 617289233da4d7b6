"""A Qt for Python that loses references to None dies after a day in a lobby, and no short test sees it.

PySide6 6.12.0 on Python 3.11 did: one reference to None a void call, one to True a signal.
"""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal

CALLS = 1000
NOISE = 100


class Bell(QObject):
    rang = Signal(bool)


def test_void_calls_and_signals_lose_no_reference_to_none_or_true(qapp):
    bell = Bell()
    heard: list[bool] = []
    bell.rang.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)

    for _ in range(CALLS):
        QCoreApplication.processEvents()
        bell.setObjectName("bell")
        bell.parent()
        bell.rang.emit(True)
    heard.clear()

    drift = sys.getrefcount(None) - before[0], sys.getrefcount(True) - before[1]
    assert [abs(one) < NOISE for one in drift] == [True, True], drift
