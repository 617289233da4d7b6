"""What a page that asks for one written text shares: the text so far, what is wrong, the words around it."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.keyboard_page import KeyboardPageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("A kind of page")
class WritePageViewModel(KeyboardPageViewModel):  # type: ignore[operator]
    """Kinds of it give the words, say what of a text is kept, and what follows.

    Properties and their signals stand here together: PySide takes a notify signal only from the class that
    declares the property. `_gone` is True once nobody looks any more.
    """

    textsChanged = Signal()
    valueChanged = Signal()

    def __init__(self, value: str = "") -> None:
        super().__init__()
        self._value, self._fault, self._gone = value, "", False

    def asked(self) -> str:
        """Return the question, in the language shown."""
        raise NotImplementedError

    def explained(self) -> str:
        """Return the line below the question, in the language shown."""
        raise NotImplementedError

    def submit_words(self) -> str:
        """Return what stands on the last key; "" where the page itself says it."""
        return ""

    def kept(self, value: str) -> str:
        """Return what is kept of a text after a key."""
        return value

    def shown(self) -> str:
        """Return the text as it is shown."""
        return self._value

    def fault_words(self) -> str:
        """Return what is wrong with the text, in the language shown; "" for nothing."""
        return self._fault

    def refuse(self, words: str) -> None:
        """Say what is wrong; the next key takes it away."""
        self._fault = words
        self.valueChanged.emit()

    def leave(self) -> None:
        self._gone = True

    def retranslate(self) -> None:
        super().retranslate()
        self.valueChanged.emit()

    def typed_text(self) -> str:
        return self._value

    def _typed(self, value: str) -> None:
        self._value, self._fault = self.kept(value), ""
        self.offer_words()
        self.valueChanged.emit()

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return self.asked()

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        return self.explained()

    @Property(str, notify=textsChanged)
    def submitText(self) -> str:
        return self.submit_words()

    @Property(str, notify=valueChanged)
    def value(self) -> str:
        return self.shown()

    @Property(str, notify=valueChanged)
    def fault(self) -> str:
        return self.fault_words()
