"""Objects of ours that QML makes: PySide6 6.11.3 keeps their Python half for ever after QML has let go of them.

WORKAROUND: one reference too many is taken when QML creates a Python type, so that nothing frees the object; with
`forget_when_gone` it is left empty, and no word of a person stays in it. Remove once a release passes
tests/ui/controls/test_qml_made.py without it.
"""

from PySide6.QtCore import QObject


def forget_when_gone(item: QObject) -> None:
    """Empty `item` of all it holds once its C++ half is deleted; call it first in `__init__`."""
    item.destroyed.connect(item.__dict__.clear)
