"""The first person of a machine, a technician: a name, then a PIN typed twice. There is no default PIN."""

from typing import cast

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import (
    NAME_MAX,
    PIN_DIGITS,
    NameRefused,
    PinRefused,
    StaffPerson,
    checked_name,
    checked_pin,
)
from kiosk.domain.vietnamese_composition import Tone, add_letter, add_mark, apply_tone, backspace
from kiosk.ports.staff import StaffRefused
from ui.context import ScreenContext
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.staff_area import DOOR, first_page
from ui.staff_words import refusal
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffFirstViewModel(PadPageViewModel):  # type: ignore[operator]
    """Three steps on one page: `name` by the keyboard, `pin` and `again` by the pad."""

    stepChanged = Signal()

    longest = PIN_DIGITS

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._step, self._name, self._pin, self._name_fault = "name", "", "", False

    def leave(self) -> None:
        super().leave()
        self._name = self._pin = ""

    def words(self) -> PadWords:
        again = self._step == "again"
        return PadWords(
            title=translated("StaffFirst", "Nhập lại mã")
            if again
            else translated("StaffFirst", "Chọn mã tám số"),
            help=translated("StaffFirst", "Chỉ mình biết mã này. Đừng dùng ngày sinh."),
            next=translated("StaffFirst", "Bắt đầu dùng") if again else translated("StaffFirst", "Tiếp tục"),
        )

    def shown(self) -> str:
        return "●" * len(self.digits)

    def retranslate(self) -> None:
        super().retranslate()
        self.stepChanged.emit()

    def go_on(self) -> None:
        try:
            pin = checked_pin(self.digits)
        except PinRefused as error:
            self.fill("")
            self.refuse(refusal(error))
            return
        if self._step == "pin":
            self._pin = pin
            self._to("again")
        elif pin == self._pin:
            self.work(busy=True)
            self.services.staff.desk.begin(self._name, pin, self._begun, self._failed)
        else:
            self._pin = ""
            self._to("pin")
            self.refuse(PadFault(title=translated("StaffFirst", "Hai lần nhập khác nhau")))

    def _to(self, step: str) -> None:
        self._step = step
        self.fill("")
        self.stepChanged.emit()

    def _begun(self, person: StaffPerson) -> None:
        self._pin = ""
        if self.left:
            self.services.staff.desk.leave()
        else:
            self.way.start(first_page(person, self.services.staff.technicians.setup.progress))

    def _failed(self, error: Exception) -> None:
        fault = refusal(error)
        if self.left:
            return
        if isinstance(error, StaffRefused) and error.reason == "not_first":
            self.way.instead(DOOR)  # somebody was added from the command line meanwhile
        else:
            self.refuse(fault)

    # --- the name -------------------------------------------------------------------------------

    def _typed_name(self, value: str) -> None:
        words = (word[:1].upper() + word[1:] for word in value.split(" "))
        self._name, self._name_fault = " ".join(words)[:NAME_MAX], False
        self.stepChanged.emit()

    @Slot(str)
    def letter(self, letter: str) -> None:
        """A letter."""
        self._typed_name(add_letter(self._name, letter))

    @Slot(str)
    def mark(self, letter: str) -> None:
        """A key of the row ă â đ ê ô ơ ư."""
        self._typed_name(add_mark(self._name, letter))

    @Slot(str)
    def tone(self, tone: str) -> None:
        """A tone key."""
        self._typed_name(apply_tone(self._name, cast("Tone", tone)))

    @Slot()
    def space(self) -> None:
        """The space bar."""
        if self._name and not self._name.endswith(" "):
            self._typed_name(self._name + " ")

    @Slot()
    def backName(self) -> None:
        """Take the last letter away."""
        self._typed_name(backspace(self._name))

    @Slot()
    def clearName(self) -> None:
        """Begin again."""
        self._typed_name("")

    @Slot()
    def nameDone(self) -> None:
        """On to the PIN, once there is a name."""
        try:
            self._name = checked_name(self._name)
        except NameRefused:
            self._name_fault = True
            self.stepChanged.emit()
            return
        self._to("pin")

    @Property(bool, notify=stepChanged)
    def naming(self) -> bool:
        return self._step == "name"

    @Property(str, notify=stepChanged)
    def name(self) -> str:
        return self._name

    @Property(str, notify=stepChanged)
    def nameTitle(self) -> str:
        return translated("StaffFirst", "Kỹ thuật viên đầu tiên tên gì?")

    @Property(str, notify=stepChanged)
    def nameHelp(self) -> str:
        return translated("StaffFirst", "Máy chưa có ai. Người này thêm được người khác.")

    @Property(str, notify=stepChanged)
    def nameFault(self) -> str:
        return translated("StaffFirst", "Nhập họ và tên trước.") if self._name_fault else ""
