"""The PIN of who wants in: tried once asked for, never shown."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.staff import PIN_DIGITS
from kiosk.ports.staff import Tried
from ui.context import ScreenContext
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.staff_area import first_page
from ui.staff_words import refusal, wrong_pin
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffPinViewModel(PadPageViewModel):  # type: ignore[operator]
    """`about`: the person's `name`. The eighth digit tries the PIN."""

    longest = PIN_DIGITS

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._name = context.text_about("name")
        self.services.staff.desk.wait_s(self._name, self._waits, self._failed)

    def words(self) -> PadWords:
        return PadWords(
            title=self._name,
            help=translated("StaffPin", "Nhập mã tám số của mình."),
            next=translated("StaffPin", "Vào"),
        )

    def shown(self) -> str:
        return "●" * len(self.digits)

    def typed(self) -> None:
        if len(self.digits) == PIN_DIGITS:
            self._try()

    def go_on(self) -> None:
        if len(self.digits) < PIN_DIGITS:
            self.refuse(PadFault(title=translated("StaffPin", "Mã có đủ tám chữ số")))
        else:
            self._try()

    def _try(self) -> None:
        pin, self.digits = self.digits, ""
        self.work(busy=True)
        self.services.staff.desk.enter(self._name, pin, self._tried, self._failed)

    def _tried(self, tried: Tried) -> None:
        if self.left:
            if tried.person is not None:
                self.services.staff.desk.leave()
        elif tried.person is not None:
            progress = self.services.staff.technicians.setup.progress
            self.way.start(first_page(tried.person, progress))
        else:
            self.refuse(wrong_pin(tried))

    def _waits(self, wait_s: float) -> None:
        if wait_s and not self.left:
            self.refuse(wrong_pin(Tried(person=None, wait_s=wait_s)))

    def _failed(self, error: Exception) -> None:
        fault = refusal(error)
        if not self.left:
            self.refuse(fault)
