"""What QML makes of Python types is left empty when QML lets go: PySide6 keeps the Python half for ever."""

import gc
import re

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from tests.conftest import REPOSITORY
from tests.ui.controls.stage import Stage
from ui.marked_text import MarkedText, MarkedTexts
from ui.qr_item import QrItem

WORDS = "PK 900 000 001-42"
MADE = {QrItem: f'QrItem {{ payload: "{WORDS}" }}'}
ROWS = """
Repeater {
    objectName: "rows"
    model: 0
    ListRow { width: 800; title: "Đăng ký khai sinh"; marks: "8 9" }
}
"""
ELEMENT = re.compile(r"@QmlElement\n(@QmlUncreatable\([^)]*\)\n)?class (\w+)")


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
def test_nothing_that_was_shown_stays_in_the_python_half(qapp, kind):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(f"import QtQuick\nimport Kiosk.Items\nItem {{ {MADE[kind]} }}".encode(), QUrl())

    component.create().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    gone = [one for one in gc.get_objects() if type(one) is kind and not shiboken6.isValid(one)]
    assert all(vars(one) == {} for one in gone)


def marked_texts():
    return [one for one in gc.get_objects() if type(one) is MarkedText]


def test_rows_that_come_and_go_share_the_marked_words_of_those_before(qapp):
    before = len(marked_texts())
    stage = Stage()
    stage.show(ROWS)
    rows = stage.item("rows")
    for _ in range(5):
        for count in (6, 0):
            rows.setProperty("model", count)
            stage.settle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    made = marked_texts()[before:]
    words = [one.property("text") for one in made]
    pool = stage.view.engine().singletonInstance("Kiosk.Items", "MarkedTexts")
    free = len(pool._free)
    stage.close()

    assert isinstance(pool, MarkedTexts)
    assert (len(made), free) == (6, 6)
    assert set(words) == {""}, "words of a row that is gone"


def test_every_type_that_qml_may_make_is_tried_here():
    makeable = {
        name
        for path in (REPOSITORY / "ui").rglob("*.py")
        for uncreatable, name in ELEMENT.findall(path.read_text("utf-8"))
        if not uncreatable
    }

    assert makeable == {kind.__name__ for kind in MADE}
