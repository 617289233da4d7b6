"""What every view model shares: its texts can change language, and it lets go of the person."""

from PySide6.QtCore import QCoreApplication, QObject


class ViewModel(QObject):
    """State and commands of one screen. QML shows it; nothing here knows a pixel."""

    def retranslate(self) -> None:
        """The language changed: say every text again."""
        # WORKAROUND: PySide takes a property's notify signal only from the class that declares the
        # property, so each view model with texts declares `textsChanged` itself.
        texts_changed = getattr(self, "textsChanged", None)
        if texts_changed is not None:
            texts_changed.emit()

    def arrive(self) -> None:
        """The screen is shown, for the first time or again after Back."""

    def leave(self) -> None:
        """The screen is gone for good: drop what belongs to the person, stop watching."""


def translated(context: str, source: str) -> str:
    """Return `source` in the language shown. Both are literals, so that the collector finds them."""
    return QCoreApplication.translate(context, source)
