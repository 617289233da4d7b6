"""A USB printer by its bulk endpoints, found by vendor, product and serial number each time.

No device reset at opening, no endless writes (timeout 0), and the rest of a short write is written: the three
things that lose tickets with python-escpos.
"""

import select
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import usb.core
import usb.util

from printers.transports.base import TransportError

PRINTER_CLASS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class UsbAddress:
    """Which device; `serial_number` empty: the first that fits."""

    vendor: int
    product: int
    serial_number: str = ""


class UsbTransport:
    """A printer at `address`. `backend` stands in for libusb (tests)."""

    chunk_bytes = 1024
    wire_bytes_s = 500_000.0
    can_answer = True

    def __init__(self, address: UsbAddress, *, backend: Any = None) -> None:
        self.address, self._backend = address, backend
        self._device: Any = None
        self._interface = 0
        self._out: Any = None
        self._in: Any = None

    def open(self) -> None:
        """Find the device and claim its printer interface. Raises TransportError."""
        wanted = self.address
        label = f"USB printer {wanted.vendor:04x}:{wanted.product:04x}"
        try:
            found = usb.core.find(
                idVendor=wanted.vendor, idProduct=wanted.product, find_all=True, backend=self._backend
            )
            device = next((one for one in found or () if self._is_wanted(one)), None)
            if device is None:
                raise TransportError(f"no {label}")
            self._claim(device)
        except (usb.core.USBError, usb.core.NoBackendError, NotImplementedError) as error:
            self.close()
            raise TransportError(f"{label}: {error}") from error

    def send(self, data: bytes, *, deadline_s: float) -> None:
        """Write all of `data`, the rest of short writes too."""
        end = time.monotonic() + deadline_s
        accepted = 0
        while accepted < len(data):
            left_ms = int((end - time.monotonic()) * 1000)
            if left_ms <= 0:
                raise TransportError("the USB printer took no more in time", accepted=accepted)
            try:
                accepted += self._endpoint(self._out).write(data[accepted:], timeout=left_ms)
            except usb.core.USBError as error:
                raise TransportError(f"USB: {error}", accepted=accepted) from error

    def receive(self, *, deadline_s: float) -> bytes:
        """Return what came, b"" if nothing did."""
        if self._device is not None and self._in is None:
            select.select([], [], [], deadline_s)  # a printer without an answering endpoint
            return b""
        try:
            return bytes(self._endpoint(self._in).read(64, timeout=max(1, int(deadline_s * 1000))))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            raise TransportError(f"USB: {error}") from error

    def close(self, *, drain_s: float = 0.0) -> None:  # noqa: ARG002  bulk writes are with the device already
        """Give the interface back."""
        device, self._device = self._device, None
        self._out = self._in = None
        if device is not None:
            with suppress(usb.core.USBError):  # unplugged: nothing is left to give back
                usb.util.release_interface(device, self._interface)
            usb.util.dispose_resources(device)

    def _is_wanted(self, device: Any) -> bool:
        wanted = self.address.serial_number
        return wanted in ("", _serial(device))

    def _claim(self, device: Any) -> None:
        self._device = device
        configuration = device.get_active_configuration()
        interface = usb.util.find_descriptor(configuration, bInterfaceClass=PRINTER_CLASS)
        if interface is None:
            interface = configuration[(0, 0)]
        self._interface = interface.bInterfaceNumber
        if device.is_kernel_driver_active(self._interface):
            device.detach_kernel_driver(self._interface)
        usb.util.claim_interface(device, self._interface)
        self._out = usb.util.find_descriptor(interface, custom_match=_bulk(usb.util.ENDPOINT_OUT))
        self._in = usb.util.find_descriptor(interface, custom_match=_bulk(usb.util.ENDPOINT_IN))

    def _endpoint(self, endpoint: Any) -> Any:
        if endpoint is None:
            raise TransportError("the USB printer is not open")
        return endpoint


def _bulk(direction: int) -> Callable[[Any], bool]:
    """Return a match for bulk endpoints of one direction."""

    def fits(endpoint: Any) -> bool:
        bulk = usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        return bool(bulk and usb.util.endpoint_direction(endpoint.bEndpointAddress) == direction)

    return fits


def usb_printers(*, backend: Any = None) -> tuple[UsbAddress, ...]:
    """Return the printers plugged in now. Raises TransportError where USB cannot be read."""
    try:
        devices = list(usb.core.find(find_all=True, backend=backend) or ())
    except (usb.core.USBError, usb.core.NoBackendError) as error:
        raise TransportError(f"USB: {error}") from error
    return tuple(
        UsbAddress(vendor=device.idVendor, product=device.idProduct, serial_number=_serial(device))
        for device in devices
        if _is_printer(device)
    )


def _is_printer(device: Any) -> bool:
    return any(
        interface.bInterfaceClass == PRINTER_CLASS for configuration in device for interface in configuration
    )


def _serial(device: Any) -> str:
    try:
        return str(device.serial_number or "")
    except (usb.core.USBError, ValueError):  # no permission to read strings
        return ""
