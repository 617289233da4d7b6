"""Objects of ours that QML makes: PySide6 6.11.3 keeps their Python half for ever once QML has let go.

WORKAROUND: one reference too many is taken when QML creates a Python type, so that nothing frees the object.
With `forget_when_gone` it is left empty: 14 KB less each, and no word of a person stays in memory. Remove
it once a release passes tests/ui/controls/test_qml_made.py without it.
"""

from PySide6.QtCore import QObject


def forget_when_gone(item: QObject) -> None:
    """Empty `item` of all it holds once its C++ half is deleted; call it first in `__init__`."""
    item.destroyed.connect(item.__dict__.clear)
