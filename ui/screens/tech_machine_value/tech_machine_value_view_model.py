"""A value of the machine itself typed by a technician: a fixed address, a Wi-Fi password, the time."""

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.machine_network import is_password, read_fixed_address, read_moment
from kiosk.ports.machine_control import Refusal
from ui.context import ScreenContext
from ui.machine_words import refusal_words
from ui.view_model import translated
from ui.write_page import WritePageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LONGEST = 120
_HIDDEN = "•"


@QmlElement
@QmlUncreatable("Made by the way")
class TechMachineValueViewModel(WritePageViewModel):  # type: ignore[operator]
    """`about`: `key` is address, password (of the network `ssid`) or moment."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._system, self._way = context.services.staff.technicians.system, context.way
        self._key, self._ssid = context.text_about("key"), str(context.about.get("ssid", ""))
        now = context.services.clock.now()
        self._value = f"{now:%H:%M %d/%m/%Y}" if self._key == "moment" else ""
        self._busy = False

    def leave(self) -> None:
        super().leave()
        self._value = ""  # a password is not kept

    def kept(self, value: str) -> str:
        return value[:_LONGEST]

    @Slot()
    def next(self) -> None:
        """Hand it to the system, where it can be right."""
        if self._busy:
            return
        begin = {"address": self._address, "password": self._password, "moment": self._moment}[self._key]
        fault = begin()
        self._busy = not fault
        self.refuse(fault or translated("TechMachineValue", "Đang làm, mất đến một phút…"))

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
        self.refuse(refusal_words(refusal))

    def asked(self) -> str:
        return {
            "address": translated("TechMachineValue", "Địa chỉ và cổng ra?"),
            "password": translated("TechMachineValue", "Mật khẩu của %1?").replace("%1", self._ssid),
            "moment": translated("TechMachineValue", "Bây giờ là mấy giờ?"),
        }[self._key]

    def explained(self) -> str:
        return {
            "address": translated("TechMachineValue", "Như: 192.168.1.20/24 192.168.1.1"),
            "password": translated("TechMachineValue", "Chỉ chữ cuối hiện ra."),
            "moment": translated("TechMachineValue", "Như: 08:05 25/11/2026"),
        }[self._key]

    def submit_words(self) -> str:
        return translated("TechMachineValue", "Dùng")

    @Property(bool, constant=True)
    def digitsFirst(self) -> bool:
        return self._key != "password"

    @Property(bool, constant=True)
    def plain(self) -> bool:
        """True where capitals and all signs matter, and Vietnamese letters do not."""
        return self._key == "password"

    def shown(self) -> str:
        if self._key != "password":
            return self._value
        return _HIDDEN * (len(self._value) - 1) + self._value[-1:]
