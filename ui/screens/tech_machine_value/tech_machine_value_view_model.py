"""A value of the machine itself typed by a technician: a fixed address, a Wi-Fi password, the time."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.machine_network import is_password, read_fixed_address, read_moment
from kiosk.ports.machine_control import Refusal
from ui.context import ScreenContext
from ui.keyboard_page import KeyboardPageViewModel
from ui.machine_words import refusal_words
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LONGEST = 120
_HIDDEN = "•"


@QmlElement
@QmlUncreatable("Made by the way")
class TechMachineValueViewModel(KeyboardPageViewModel):  # type: ignore[operator]
    """`about`: `key` is address, password (of the network `ssid`) or moment."""

    textsChanged = Signal()
    valueChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._system, self._way = context.services.staff.technicians.system, context.way
        self._key, self._ssid = context.text_about("key"), str(context.about.get("ssid", ""))
        now = context.services.clock.now()
        self._value = f"{now:%H:%M %d/%m/%Y}" if self._key == "moment" else ""
        self._fault, self._busy, self._gone = "", False, False

    def leave(self) -> None:
        self._gone, self._value = True, ""

    def retranslate(self) -> None:
        super().retranslate()
        self.valueChanged.emit()

    def typed_text(self) -> str:
        return self._value

    def _typed(self, value: str) -> None:
        self._value, self._fault = value[:_LONGEST], ""
        self.valueChanged.emit()

    @Slot()
    def next(self) -> None:
        """Hand it to the system, where it can be right."""
        if self._busy:
            return
        begin = {"address": self._address, "password": self._password, "moment": self._moment}[self._key]
        fault = begin()
        self._busy = not fault
        self._fault = fault or translated("TechMachineValue", "Đang làm, mất đến một phút…")
        self.valueChanged.emit()

    def _address(self) -> str:
        try:
            address = read_fixed_address(self._value)
        except ValueError:
            return translated("TechMachineValue", "Địa chỉ hoặc cổng ra chưa đúng. Xem lại.")
        self._system.use_address(address, self._answered)
        return ""

    def _password(self) -> str:
        if not self._value or not is_password(self._value):
            return translated("TechMachineValue", "Mật khẩu có 8 đến 63 chữ không dấu.")
        self._system.join(self._ssid, self._value, self._answered)
        return ""

    def _moment(self) -> str:
        try:
            moment = read_moment(self._value)
        except ValueError:
            return translated("TechMachineValue", "Giờ hoặc ngày chưa đúng. Xem lại.")
        self._system.set_clock(moment, self._answered)
        return ""

    def _answered(self, refusal: Refusal | None) -> None:
        self._busy = False
        if self._gone:
            return
        if refusal is None:
            self._way.back()
            return
        self._fault = refusal_words(refusal)
        self.valueChanged.emit()

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return {
            "address": translated("TechMachineValue", "Địa chỉ và cổng ra?"),
            "password": translated("TechMachineValue", "Mật khẩu của %1?").replace("%1", self._ssid),
            "moment": translated("TechMachineValue", "Bây giờ là mấy giờ?"),
        }[self._key]

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        return {
            "address": translated("TechMachineValue", "Như: 192.168.1.20/24 192.168.1.1"),
            "password": translated("TechMachineValue", "Chỉ chữ cuối hiện ra."),
            "moment": translated("TechMachineValue", "Như: 08:05 25/11/2026"),
        }[self._key]

    @Property(str, notify=textsChanged)
    def submitText(self) -> str:
        return translated("TechMachineValue", "Dùng")

    @Property(bool, constant=True)
    def digitsFirst(self) -> bool:
        return self._key != "password"

    @Property(bool, constant=True)
    def plain(self) -> bool:
        """True where capitals and all signs matter, and Vietnamese letters do not."""
        return self._key == "password"

    @Property(str, notify=valueChanged)
    def value(self) -> str:
        if self._key != "password":
            return self._value
        return _HIDDEN * (len(self._value) - 1) + self._value[-1:]

    @Property(str, notify=valueChanged)
    def fault(self) -> str:
        return self._fault
