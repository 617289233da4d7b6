"""The PIN of a new person, or another one of a known person: typed twice by the person themselves."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import PIN_DIGITS, PinRefused, Role, StaffPerson, checked_pin
from ui.context import ScreenContext
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.staff_words import refusal
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechPersonPinViewModel(PadPageViewModel):  # type: ignore[operator]
    """`about`: the `name`, and the `role` of a person who is new. The PIN is never shown."""

    longest = PIN_DIGITS

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._name, self._first = context.text_about("name"), ""
        self._role = Role(str(context.about["role"])) if "role" in context.about else None

    def leave(self) -> None:
        super().leave()
        self._first = ""

    def words(self) -> PadWords:
        again = translated("TechPersonPin", "%1 nhập lại mã")
        choose = translated("TechPersonPin", "%1 chọn mã tám số")
        return PadWords(
            title=(again if self._first else choose).replace("%1", self._name),
            help=translated("TechPersonPin", "Người ấy tự gõ, người khác không nhìn."),
            next=translated("TechPersonPin", "Ghi lại")
            if self._first
            else translated("TechPersonPin", "Tiếp tục"),
        )

    def shown(self) -> str:
        return "●" * len(self.digits)

    def go_on(self) -> None:
        try:
            pin = checked_pin(self.digits)
        except PinRefused as error:
            self.fill("")
            self.refuse(refusal(error))
            return
        self.fill("")
        if not self._first:
            self._first = pin
            self.padChanged.emit()
        elif pin != self._first:
            self._first = ""
            self.refuse(PadFault(title=translated("TechPersonPin", "Hai lần nhập khác nhau")))
        else:
            self._keep(pin)

    def _keep(self, pin: str) -> None:
        self._first = ""
        self.work(busy=True)
        persons = self.services.staff.technicians.persons
        if self._role is not None:
            persons.add(self._name, self._role, pin, self._kept, self._failed)
        else:
            persons.reset(self._name, pin, self._kept, self._failed)

    def _kept(self, _person: StaffPerson) -> None:
        if not self.left:
            self.way.back_to("tech_persons")

    def _failed(self, error: Exception) -> None:
        fault = refusal(error)
        if not self.left:
            self.refuse(fault)
