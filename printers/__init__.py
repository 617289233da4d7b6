"""Receipt printers: rendering, drivers and the truth about what came out.

`DRIVERS` holds one line a driver; `open_printer` makes a printer from the `[printer]` settings.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from kiosk.ports.printing import TicketPrinter
from printers.driver import DriverModule, OnPaper, PrinterSettingsRejected, settings_of

DRIVERS: tuple[tuple[str, str], ...] = (
    ("virtual", "printers.drivers.virtual"),
    ("escpos_network", "printers.drivers.escpos_network"),
    ("escpos_usb", "printers.drivers.escpos_usb"),
    ("escpos_serial", "printers.drivers.escpos_serial"),
    ("escpos_file", "printers.drivers.escpos_file"),
)


def driver_module(kind: str) -> DriverModule:
    """Return the driver called `kind`. Raises PrinterSettingsRejected."""
    modules = dict(DRIVERS)
    if kind not in modules:
        raise PrinterSettingsRejected(f"[printer] driver: {kind!r} is none of {', '.join(modules)}")
    module: DriverModule = import_module(modules[kind])
    return module


def open_printer(settings: Mapping[str, Any], *, on_paper: OnPaper | None = None) -> TicketPrinter:
    """Return the printer the settings name; nothing is opened before it is first asked.

    `settings`: driver, name, address, paper_mm (80, 58), proof, and keys of the driver's own. `on_paper` is
    called by the virtual printer only, in the PRINTER lane. Raises PrinterSettingsRejected.
    """
    driver = driver_module(str(settings.get("driver", "virtual")))
    typed = settings_of(driver, settings)
    if driver.KIND == "virtual":
        return driver.open_printer(typed, on_paper=on_paper)
    return driver.open_printer(typed)
