"""An address typed by a technician: of the portal, of the updates, of a proxy, or of one printer to ask."""

import ipaddress

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.services.machine_desk import ReachablePrinter
from ui.context import ScreenContext
from ui.view_model import translated
from ui.write_page import WritePageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
PRINTER = "printer"
_LONGEST = 200
_SCHEMES = {"portal.url": "https://", "updates.url": "https://", "updates.proxy": "http://"}


@QmlElement
@QmlUncreatable("Made by the way")
class TechAddressViewModel(WritePageViewModel):  # type: ignore[operator]
    """`about`: the `key` of the setting, or `printer` for an address that is only asked."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._room, self._way = context.services.staff, context.way
        self._key = context.text_about("key")
        self._value = self._room.machine.written.get(self._key, "").removeprefix(_SCHEMES.get(self._key, ""))
        self._busy = False

    def kept(self, value: str) -> str:
        return value.replace(" ", "")[:_LONGEST]

    @Slot()
    def next(self) -> None:
        """Keep the address, or ask it whether it prints."""
        if self._busy:
            return
        if self._key == PRINTER:
            self._ask()
        else:
            typed = self._value
            whole = typed if "://" in typed or not typed else _SCHEMES[self._key] + typed
            self._busy = True
            self._room.machine.set(self._key, whole, self._kept)

    def _ask(self) -> None:
        try:
            ipaddress.ip_address(self._value)
        except ValueError:
            self.refuse(translated("TechAddress", "Nhập bốn số, như: 192.168.1.50"))
            return
        self._busy = True
        self._room.technicians.printers.on_network(self._value, self._answered)

    def _answered(self, found: tuple[ReachablePrinter, ...] | None) -> None:
        self._busy = False
        if self._gone:
            return
        if found:
            self._way.back()
        else:
            self.refuse(translated("TechAddress", "Không máy in nào trả lời ở đó."))

    def _kept(self, refusal: str) -> None:
        self._busy = False
        if self._gone:
            return
        if refusal:
            self.refuse(translated("TechAddress", "Địa chỉ này chưa dùng được. Xem lại."))
        else:
            self._room.technicians.network.found = None
            self._way.back()

    def asked(self) -> str:
        return {
            "portal.url": translated("TechAddress", "Địa chỉ cổng thành phố?"),
            "updates.url": translated("TechAddress", "Địa chỉ máy chủ cập nhật?"),
            "updates.proxy": translated("TechAddress", "Địa chỉ proxy?"),
        }.get(self._key, translated("TechAddress", "Địa chỉ máy in?"))

    def explained(self) -> str:
        if self._key == PRINTER:
            return translated("TechAddress", "In trang tự thử của máy in để biết địa chỉ.")
        words = translated("TechAddress", "Không cần gõ %1. Để trống là không dùng.")
        return words.replace("%1", _SCHEMES[self._key])

    def submit_words(self) -> str:
        return (
            translated("TechAddress", "Hỏi") if self._key == PRINTER else translated("TechAddress", "Ghi lại")
        )

    @Property(bool, constant=True)
    def digitsFirst(self) -> bool:
        return self._key == PRINTER
