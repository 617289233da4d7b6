"""What the technicians' pages work with beside the staff's desks, in one value."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.services.configuration_desk import ConfigurationDesk
from kiosk.services.network_desk import NetworkDesk
from kiosk.services.persons_desk import PersonsDesk
from kiosk.services.printer_desk import PrinterDesk
from kiosk.services.setup_desk import SetupDesk
from kiosk.services.sound_desk import SoundDesk
from kiosk.services.system_desk import SystemDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnicianRoom:
    """`turn` is by how many degrees the frame is turned now, clockwise: 0, 90, 180 or 270.

    `restart` ends this program where something starts it again, None where nothing would.
    `point` is the name of the service point this machine is enrolled at, "" for the trial machine.
    """

    setup: SetupDesk
    network: NetworkDesk
    printers: PrinterDesk
    persons: PersonsDesk
    configuration: ConfigurationDesk
    sound: SoundDesk
    system: SystemDesk
    turn: int
    restart: Callable[[], None] | None
    point: str
