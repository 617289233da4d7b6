"""Printers within reach: USB devices, serial lines, device nodes, and hosts that listen on port 9100.

Finding is not knowing: whether a thing prints, and what proof it gives, only the test page shows.
"""

import ipaddress
import selectors
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from printers.transports.base import TransportError

HOSTS_MAX = 256
PORT = 9100
_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPrinter:
    """Something to try: the driver and address for `[printer]`, and what it is called."""

    driver: str
    address: str
    label: str


def on_usb() -> tuple[FoundPrinter, ...]:
    """Return USB printers and printer device nodes. Empty where USB cannot be read."""
    from printers.transports.usb_bulk import usb_printers

    nodes = tuple(
        FoundPrinter(driver="escpos_file", address=str(path), label="printer device node")
        for path in sorted(Path("/dev/usb").glob("lp*"))
    )
    try:
        devices = usb_printers()
    except TransportError:
        return nodes
    found = tuple(
        FoundPrinter(
            driver="escpos_usb",
            address=f"{device.vendor:04x}:{device.product:04x}"
            + (f":{device.serial_number}" if device.serial_number else ""),
            label="USB printer",
        )
        for device in devices
    )
    return found + nodes


def on_serial() -> tuple[FoundPrinter, ...]:
    """Return the serial lines of this machine."""
    from serial.tools import list_ports

    return tuple(
        FoundPrinter(driver="escpos_serial", address=port.device, label=port.description)
        for port in sorted(list_ports.comports())
    )


def on_network(network: str, *, port: int = PORT, within_s: float = 1.0) -> tuple[FoundPrinter, ...]:
    """Return the hosts of `network` (a.b.c.d/n, 256 at most) that take a connection on `port`.

    Nothing is sent to them. Raises ValueError for a network that is none or is too large.
    """
    asked = ipaddress.ip_network(network, strict=False)
    if asked.num_addresses > HOSTS_MAX:
        raise ValueError(f"{network} has {asked.num_addresses} addresses; at most {HOSTS_MAX} are asked")
    hosts = [str(host) for host in asked.hosts()]
    listening = [
        host
        for start in range(0, len(hosts), _AT_ONCE)
        for host in _listening(hosts[start : start + _AT_ONCE], port, within_s)
    ]
    return tuple(
        FoundPrinter(driver="escpos_network", address=f"{host}:{port}", label=f"listens on port {port}")
        for host in listening
    )


def _listening(hosts: list[str], port: int, within_s: float) -> list[str]:
    """Knock at all `hosts` at once and return those that opened in time."""
    found: list[str] = []
    end = time.monotonic() + within_s
    with selectors.DefaultSelector() as waiting:
        for host in hosts:
            knock = socket.socket()
            knock.setblocking(False)
            knock.connect_ex((host, port))
            waiting.register(knock, selectors.EVENT_WRITE, host)
        while waiting.get_map() and (left := end - time.monotonic()) > 0:
            for key, _ in waiting.select(left):
                knock = key.fileobj  # type: ignore[assignment]  # registered above
                if knock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
                    found.append(key.data)
                waiting.unregister(knock)
                knock.close()
        for key in tuple(waiting.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]  # registered above
    return sorted(found, key=hosts.index)
