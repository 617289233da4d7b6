"""The emulated printer as a libusb backend for pyusb: short writes, silence, unplugging, several devices."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core
import usb.util

from printers.emulator.engine import Engine

_OUT, _IN = 0x01, 0x82
_ENODEV, _ETIMEDOUT = 19, 110


@dataclass(slots=True, kw_only=True)
class UsbDevice:
    """A device on the emulated bus. `short_write`: bytes taken at a time; `hangs`: takes nothing."""

    engine: Engine
    vendor: int = 0x04B8
    product: int = 0x0202
    serial_number: str = "EMU1"
    plugged: bool = True
    short_write: int | None = None
    hangs: bool = False
    claimed: set[int] = field(default_factory=set)
    resets: int = 0


class UsbFront(usb.backend.IBackend):  # type: ignore[misc]  # pyusb is untyped
    """Give it to pyusb as `backend`. Descriptors hold one printer interface with two bulk endpoints."""

    def __init__(self, *devices: UsbDevice) -> None:
        super().__init__()
        self.devices = devices

    def enumerate_devices(self) -> Any:
        """Yield what is plugged in."""
        return iter([device for device in self.devices if device.plugged])

    def get_device_descriptor(self, dev: UsbDevice) -> Any:
        """Return the device's descriptor."""
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0,
            bDeviceProtocol=0, bMaxPacketSize0=64, idVendor=dev.vendor, idProduct=dev.product, bcdDevice=1,
            iManufacturer=0, iProduct=0, iSerialNumber=3, bNumConfigurations=1,
            address=1 + self.devices.index(dev),
            bus=1, port_number=1, port_numbers=(1,), speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: UsbDevice, config: int) -> Any:  # noqa: ARG002
        """Return the only configuration."""
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1,
            iConfiguration=0, bmAttributes=0x80, bMaxPower=50, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: UsbDevice, intf: int, alt: int, config: int) -> Any:  # noqa: ARG002
        """Return the printer interface."""
        if intf or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2,
            bInterfaceClass=7, bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: UsbDevice, ep: int, intf: int, alt: int, config: int) -> Any:  # noqa: ARG002
        """Return the endpoint for writing (0) or reading (1)."""
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(_OUT, _IN)[ep], bmAttributes=2, wMaxPacketSize=64,
            bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, dev: UsbDevice) -> UsbDevice:
        """Return a handle: the device itself."""
        return self._present(dev)

    def close_device(self, dev_handle: UsbDevice) -> None:
        """Nothing is kept."""

    def get_configuration(self, dev_handle: UsbDevice) -> int:
        """Return the active configuration's number."""
        self._present(dev_handle)
        return 1

    def set_configuration(self, dev_handle: UsbDevice, config_value: int) -> None:
        """The only configuration is always active."""

    def is_kernel_driver_active(self, dev_handle: UsbDevice, intf: int) -> bool:  # noqa: ARG002
        """No kernel driver holds it."""
        return False

    def claim_interface(self, dev_handle: UsbDevice, intf: int) -> None:
        """Note the claim."""
        self._present(dev_handle).claimed.add(intf)

    def release_interface(self, dev_handle: UsbDevice, intf: int) -> None:
        """Note the release."""
        self._present(dev_handle).claimed.discard(intf)

    def reset_device(self, dev_handle: UsbDevice) -> None:
        """Count resets: a normal open does none."""
        dev_handle.resets += 1

    def bulk_write(self, dev_handle: UsbDevice, ep: int, intf: int, data: Any, timeout: int) -> int:  # noqa: ARG002
        """Take what there is room for; time out where there is none."""
        device = self._present(dev_handle)
        limit = len(data) if device.short_write is None else device.short_write
        taken = 0 if device.hangs else device.engine.receive(bytes(data[:limit]))
        if not taken:
            raise usb.core.USBTimeoutError("timed out", -7, _ETIMEDOUT)
        return taken

    def bulk_read(self, dev_handle: UsbDevice, ep: int, intf: int, buff: Any, timeout: int) -> int:  # noqa: ARG002
        """Return waiting answers; time out where there are none."""
        answers = self._present(dev_handle).engine.take_answers()[: len(buff)]
        if not answers:
            raise usb.core.USBTimeoutError("timed out", -7, _ETIMEDOUT)
        buff[: len(answers)] = type(buff)("B", answers)
        return len(answers)

    def ctrl_transfer(
        self,
        dev_handle: UsbDevice,
        bmRequestType: int,  # noqa: N803  pyusb's names
        bRequest: int,  # noqa: N803
        wValue: int,  # noqa: N803
        wIndex: int,  # noqa: N803, ARG002
        data: Any,
        timeout: int,  # noqa: ARG002
    ) -> int:
        """Answer string descriptors: languages, and the serial number."""
        if bmRequestType != 0x80 or bRequest != 6:  # noqa: PLR2004  GET_DESCRIPTOR
            return 0
        text = b"\x09\x04" if wValue & 0xFF == 0 else dev_handle.serial_number.encode("utf-16-le")
        answer = bytes((len(text) + 2, 3)) + text
        count = min(len(answer), len(data))
        data[:count] = type(data)("B", answer[:count])
        return count

    def _present(self, device: UsbDevice) -> UsbDevice:
        if not device.plugged:
            raise usb.core.USBError("No such device", -4, _ENODEV)
        return device
