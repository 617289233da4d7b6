"""What a page with the number pad shares: one number typed, refused in plain words, or sent on."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.view_model import ViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PadWords:
    """The question, a line of help under it, and the buttons; `skip` empty: the number is needed."""

    title: str
    help: str
    next: str
    skip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PadFault:
    """Why the number is not taken, and what to do."""

    title: str
    line: str = ""


@QmlElement
@QmlUncreatable("A kind of page")
class PadPageViewModel(ViewModel):  # type: ignore[operator]
    """One number. Kinds of it give `words` and `go_on`; `longest` digits are taken, no more."""

    padChanged = Signal()

    longest = 12

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.services, self.way = context.services, context.way
        self.digits = ""
        self.left = False
        self._fault: PadFault | None = None
        self._busy = False

    def leave(self) -> None:
        self.left, self.digits = True, ""

    def words(self) -> PadWords:
        """Return the page's words in the language shown."""
        raise NotImplementedError

    def shown(self) -> str:
        """Return the digits as people read them."""
        return self.digits

    def typed(self) -> None:
        """A digit came or went."""

    def go_on(self) -> None:
        """The main button was touched."""
        raise NotImplementedError

    def go_without(self) -> None:
        """The number was left out."""

    def retranslate(self) -> None:
        super().retranslate()
        self._fault = None  # said again in the new language when it is tried again
        self.padChanged.emit()

    def refuse(self, fault: PadFault) -> None:
        """Say why this number is not taken."""
        self._fault, self._busy = fault, False
        self.padChanged.emit()

    def work(self, *, busy: bool) -> None:
        """Show that the number is being looked up, or no longer."""
        self._busy = busy
        self.padChanged.emit()

    def fill(self, digits: str) -> None:
        """Take digits as typed or read by a scanner."""
        self.digits = digits[: self.longest]
        self._fault = None
        self.typed()
        self.padChanged.emit()

    @Slot(str)
    def digit(self, digit: str) -> None:
        """A digit of the pad."""
        if not self._busy:
            self.fill(self.digits + digit)

    @Slot()
    def backspace(self) -> None:
        """Take the last digit away."""
        if not self._busy:
            self.fill(self.digits[:-1])

    @Slot()
    def clear(self) -> None:
        """Begin again."""
        if not self._busy:
            self.fill("")

    @Slot()
    def next(self) -> None:
        """Go on with this number."""
        if not self._busy:
            self.go_on()

    @Slot()
    def skip(self) -> None:
        """Go on without a number."""
        if not self._busy:
            self.go_without()

    @Property(str, notify=padChanged)
    def title(self) -> str:
        return self.words().title

    @Property(str, notify=padChanged)
    def help(self) -> str:
        return self.words().help

    @Property(str, notify=padChanged)
    def nextText(self) -> str:
        return self.words().next

    @Property(str, notify=padChanged)
    def skipText(self) -> str:
        return self.words().skip

    @Property(str, notify=padChanged)
    def value(self) -> str:
        return self.shown()

    @Property(str, notify=padChanged)
    def fault(self) -> str:
        return self._fault.title if self._fault is not None else ""

    @Property(str, notify=padChanged)
    def faultLine(self) -> str:
        return self._fault.line if self._fault is not None else ""

    @Property(bool, notify=padChanged)
    def busy(self) -> bool:
        return self._busy
